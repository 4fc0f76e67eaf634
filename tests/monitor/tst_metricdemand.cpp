// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/metricdemand.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::LegDemand;
using monitor::MetricDemand;

namespace {

Channel channel(const QString &id, const QString &channelClass = u"STANDARD"_s)
{
    Channel channel;
    channel.id = id;
    channel.state = u"RUNNING"_s;
    channel.channelClass = channelClass;
    return channel;
}

MetricDemand threeChannels()
{
    MetricDemand demand;
    demand.setRunningChannels(
        {channel(u"1"_s), channel(u"2"_s, u"SINGLE_PIPELINE"_s), channel(u"3"_s)});
    return demand;
}

LegDemand leg(const QString &id, const QString &pipeline, DemandKind kind)
{
    return {id, pipeline, kind};
}

} // namespace

class MetricDemandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyLooksSoNothingIsWanted()
    {
        MetricDemand demand = threeChannels();
        demand.setVisible(QSet<QString>{u"1/0"_s});
        demand.setSelected({u"1"_s});
        QVERIFY(demand.legs().isEmpty());
    }

    void onlyRowsOnScreenAreWanted()
    {
        MetricDemand demand = threeChannels();
        demand.setWatched(true);
        demand.setVisible(QSet<QString>{u"1/1"_s, u"2/0"_s, u"gone/0"_s, u"2/1"_s});
        const QList<LegDemand> wanted{leg(u"1"_s, u"1"_s, DemandKind::Visible),
                                      leg(u"2"_s, u"0"_s, DemandKind::Visible)};
        QCOMPARE(demand.legs(), wanted);
        demand.setVisible(QSet<QString>{});
        QVERIFY(demand.legs().isEmpty());
        demand.setVisible(std::nullopt);
        QCOMPARE(demand.legs().size(), 5); // one of the channels has a single pipeline
    }

    void aSelectedChannelThatScrolledAwayIsStillWanted()
    {
        MetricDemand demand = threeChannels();
        demand.setWatched(true);
        demand.setVisible(QSet<QString>{});
        demand.setSelected({u"3"_s});
        const QList<LegDemand> wanted{leg(u"3"_s, u"0"_s, DemandKind::Selected),
                                      leg(u"3"_s, u"1"_s, DemandKind::Selected)};
        QCOMPARE(demand.legs(), wanted);
    }

    void pinnedAndAlarmingChannelsAreWantedWhoeverLooks()
    {
        MetricDemand demand = threeChannels();
        demand.setPinned({u"2"_s, u"gone"_s});
        demand.setAlarming({u"3"_s, u"2"_s});
        const QList<LegDemand> hidden{leg(u"2"_s, u"0"_s, DemandKind::Pinned),
                                      leg(u"3"_s, u"0"_s, DemandKind::Alarming),
                                      leg(u"3"_s, u"1"_s, DemandKind::Alarming)};
        QCOMPARE(demand.legs(), hidden);
        // On screen, what alarms is wanted as often as the rest.
        demand.setWatched(true);
        demand.setVisible(QSet<QString>{u"3/0"_s});
        const QList<LegDemand> seen{leg(u"2"_s, u"0"_s, DemandKind::Pinned),
                                    leg(u"3"_s, u"0"_s, DemandKind::Visible),
                                    leg(u"3"_s, u"1"_s, DemandKind::Alarming)};
        QCOMPARE(demand.legs(), seen);
    }

    void whatStopsIsWantedNoMore()
    {
        MetricDemand demand = threeChannels();
        demand.setPinned({u"1"_s});
        QCOMPARE(demand.legs().size(), 2);
        demand.setRunningChannels({channel(u"3"_s)});
        QVERIFY(demand.legs().isEmpty());
        QVERIFY(!demand.isRunning(u"1"_s));
    }
};

QTEST_APPLESS_MAIN(MetricDemandTest)
#include "tst_metricdemand.moc"
