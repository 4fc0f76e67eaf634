// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/metriccatalogue.h"
#include "demo/metricsimulation.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kNoon = 1'790'000'000 / 3600 * 3600; // seconds, a full hour

struct World
{
    explicit World(const DemoOptions &options = {})
        : cast(options)
        , story(cast, options.timeFactor)
        , alerts(story)
        , catalogue(cast)
        , simulation(story, alerts)
    {
    }
    Cast cast;
    Story story;
    AlertScript alerts;
    MetricCatalogue catalogue;
    MetricSimulation simulation;

    int first(Plot plot) const
    {
        for (int i = 0; i < cast.channelCount(); ++i) {
            if (cast.channel(i).plot == plot)
                return i;
        }
        return -1;
    }
    Incident incident(int channel, IncidentKind kind) const
    {
        const QList<Incident> all = story.incidents(channel, kNoon * 1000, (kNoon + 7200) * 1000);
        for (const Incident &incident : all) {
            if (incident.kind == kind && incident.from >= kNoon * 1000)
                return incident;
        }
        return {};
    }
    MetricAddress address(const QString &name, int channel, int leg,
                          const QMap<QString, QString> &more = {}) const
    {
        MetricId metric{u"AWS/MediaLive"_s, name, more};
        metric.dimensions.insert(u"ChannelId"_s, cast.channelId(channel));
        metric.dimensions.insert(u"Pipeline"_s, QString::number(leg));
        return catalogue.find(metric).value_or(MetricAddress());
    }
    std::optional<double> value(const MetricAddress &address, const QString &statistic, qint64 at,
                                qint64 period) const
    {
        return simulation.datapoint(address, *Statistic::parse(statistic), at, period);
    }
};

/// The first sample that lies wholly within an incident, \a after seconds from its beginning.
qint64 sampleIn(const Incident &incident, qint64 after)
{
    return (incident.from / 1000 + after + 9) / 10 * 10;
}

} // namespace

class TestMetricSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longerPeriodsAreMadeOfTheSameSamples()
    {
        const World world;
        const int channel = world.first(Plot::InputLoss);
        for (const QString &name : {u"NetworkIn"_s, u"InputVideoFrameRate"_s, u"FillMsec"_s,
                                    u"DroppedFrames"_s, u"ActiveAlerts"_s}) {
            const MetricAddress address = world.address(name, channel, 0);
            for (qint64 minute = kNoon; minute < kNoon + 1800; minute += 60) {
                double sum = 0.0;
                double most = 0.0;
                for (qint64 at = minute; at < minute + 60; at += 10) {
                    const double sample = world.value(address, u"Average"_s, at, 10).value();
                    sum += sample;
                    most = std::max(most, sample);
                }
                QCOMPARE(world.value(address, u"Sum"_s, minute, 60).value() + 1.0, sum + 1.0);
                QCOMPARE(world.value(address, u"Average"_s, minute, 60).value() + 1.0,
                         sum / 6 + 1.0);
                QCOMPARE(world.value(address, u"Maximum"_s, minute, 60).value(), most);
                QCOMPARE(world.value(address, u"p100"_s, minute, 60).value(), most);
                QCOMPARE(world.value(address, u"SampleCount"_s, minute, 60).value(), 6.0);
            }
            const double hour = world.value(address, u"Maximum"_s, kNoon, 3600).value();
            const double fine = world.value(address, u"Maximum"_s, kNoon, 300).value();
            QVERIFY(hour >= fine);
        }
    }

    void activeAlertsAgreesWithTheAlertList()
    {
        const World world;
        int withAlerts = 0;
        for (int channel = 0; channel < world.cast.channelCount(); ++channel) {
            const int legs = world.cast.channel(channel).standard ? 2 : 1;
            for (int leg = 0; leg < legs; ++leg) {
                const MetricAddress address = world.address(u"ActiveAlerts"_s, channel, leg);
                for (qint64 at = kNoon; at < kNoon + 900; at += 10) {
                    const auto metric = world.value(address, u"Maximum"_s, at, 10);
                    if (!metric)
                        continue;
                    const auto listed = [&](qint64 msec) {
                        const QList<ChannelAlert> alerts = world.alerts.alertsAt(channel, msec);
                        return std::count_if(
                            alerts.begin(), alerts.end(), [leg](const ChannelAlert &a) {
                                return a.isSet() && a.pipelineId == QString::number(leg);
                            });
                    };
                    qint64 most = 0;
                    for (qint64 msec = at * 1000; msec < (at + 10) * 1000; msec += 250)
                        most = std::max<qint64>(most, listed(msec));
                    QVERIFY(*metric >= double(most));
                    // More only where something came and went between two looks.
                    QVERIFY(*metric <= double(most) + 1.0);
                    withAlerts += most > 0;
                }
            }
        }
        QVERIFY(withAlerts > 50);
    }

    void aLostInputShowsOnItsLegOnly()
    {
        const World world;
        const int channel = world.first(Plot::InputLoss);
        const Incident loss = world.incident(channel, IncidentKind::InputLoss);
        const int leg = loss.hits(0) ? 0 : 1;
        const double fps = world.cast.frameRate(channel);
        const auto rate = [&](int which, qint64 at) {
            return *world.value(world.address(u"InputVideoFrameRate"_s, channel, which),
                                u"Maximum"_s, at, 10);
        };
        const auto fill = [&](int which, qint64 at) {
            return *world.value(world.address(u"FillMsec"_s, channel, which), u"Maximum"_s, at, 10);
        };
        const qint64 before = loss.from / 10'000 * 10 - 10;
        QCOMPARE(rate(leg, before), fps);
        QCOMPARE(fill(leg, before), 0.0);
        const qint64 early = sampleIn(loss, 0);
        QCOMPARE(rate(leg, early), 0.0);
        QCOMPARE(rate(1 - leg, early), fps);
        QVERIFY(fill(leg, early) > 0.0);
        QVERIFY(fill(leg, early + 10) > fill(leg, early));
        QCOMPARE(fill(leg, sampleIn(loss, 70)), 60'000.0);
        QCOMPARE(fill(1 - leg, sampleIn(loss, 70)), 0.0);

        const OutputGroupFact group = world.cast.outputGroups(channel).front();
        const MetricAddress other = world.address(u"ActiveOutputs"_s, channel, 1 - leg,
                                                  {{u"OutputGroupName"_s, group.name}});
        QCOMPARE(*world.value(other, u"Minimum"_s, sampleIn(loss, 70), 10), double(group.outputs));
    }

    void anHlsGroupPausesAfterAMinuteWithoutInput()
    {
        DemoOptions options;
        options.scenario = u"storm"_s;
        options.channels = 200;
        options.inputs = 260;
        const World world(options);
        for (int channel = 0; channel < 200; ++channel) {
            const OutputGroupFact group = world.cast.outputGroups(channel).front();
            if (world.cast.channel(channel).plot != Plot::InputLoss
                || group.kind != OutputKind::Hls)
                continue;
            const Incident loss = world.incident(channel, IncidentKind::InputLoss);
            const MetricAddress address
                = world.address(u"ActiveOutputs"_s, channel, loss.hits(0) ? 0 : 1,
                                {{u"OutputGroupName"_s, group.name}});
            QCOMPARE(*world.value(address, u"Minimum"_s, sampleIn(loss, 20), 10),
                     double(group.outputs));
            QCOMPARE(*world.value(address, u"Minimum"_s, sampleIn(loss, 70), 10), 0.0);
            return;
        }
        QFAIL("no channel to look at");
    }

    void failoverKeepsThePictureAndTellsWhichInput()
    {
        const World world;
        const int channel = world.first(Plot::Failover);
        const Incident failover = world.incident(channel, IncidentKind::Failover);
        const qint64 during = sampleIn(failover, 5);
        const qint64 before = failover.from / 10'000 * 10 - 10;
        const double fps = world.cast.frameRate(channel);
        const MetricAddress primary = world.address(u"PrimaryInputActive"_s, channel, 0);
        QCOMPARE(*world.value(primary, u"Minimum"_s, before, 10), 1.0);
        QCOMPARE(*world.value(primary, u"Minimum"_s, during, 10), 0.0);
        const auto rateOf = [&](const QMap<QString, QString> &label) {
            return *world.value(world.address(u"InputVideoFrameRate"_s, channel, 0, label),
                                u"Maximum"_s, during, 10);
        };
        QCOMPARE(rateOf({}), fps);
        QCOMPARE(rateOf({{u"ActiveInputFailoverLabel"_s, u"Primary"_s}}), 0.0);
        QCOMPARE(rateOf({{u"ActiveInputFailoverLabel"_s, u"Secondary"_s}}), fps);
        QCOMPARE(*world.value(world.address(u"FillMsec"_s, channel, 0), u"Maximum"_s, during, 10),
                 0.0);
    }

    void troublesReachTheirMetrics_data()
    {
        QTest::addColumn<int>("plot");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("dimension");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        const auto row = [](const char *name, Plot plot, IncidentKind kind, const QString &metric,
                            const QString &dimension, double least, double most) {
            QTest::newRow(name) << int(plot) << int(kind) << metric << dimension << least << most;
        };
        row("dropped", Plot::Overload, IncidentKind::Overload, u"DroppedFrames"_s, {}, 1, 100);
        row("svq", Plot::Overload, IncidentKind::Overload, u"SvqTime"_s, {}, 1, 100);
        row("4xx", Plot::OutputErrors, IncidentKind::Output4xx, u"Output4xxErrors"_s, u"group"_s, 1,
            100);
        row("5xx", Plot::OutputErrors, IncidentKind::Output5xx, u"Output5xxErrors"_s, u"group"_s, 1,
            100);
        row("outputs", Plot::OutputErrors, IncidentKind::Output5xx, u"ActiveOutputs"_s, u"group"_s,
            0, 0);
        row("freeze", Plot::Frozen, IncidentKind::Frozen, u"MqcsFreezeFrameDetected"_s, {}, 20, 20);
        row("mqcs", Plot::Frozen, IncidentKind::Frozen, u"MinMQCS"_s, u"group"_s, 20, 20);
        row("lock", Plot::Unlocked, IncidentKind::Unlocked, u"PipelinesLocked"_s, {}, 0, 0);
        row("level", Plot::Silence, IncidentKind::Silence, u"OutputAudioLevelDbfs"_s, u"audio"_s,
            -100, -100);
    }
    void troublesReachTheirMetrics()
    {
        QFETCH(int, plot);
        QFETCH(int, kind);
        QFETCH(QString, metric);
        QFETCH(QString, dimension);
        QFETCH(double, least);
        QFETCH(double, most);
        const World world;
        const int channel = world.first(Plot(plot));
        const Incident incident = world.incident(channel, IncidentKind(kind));
        QMap<QString, QString> more;
        if (dimension == "group"_L1)
            more.insert(u"OutputGroupName"_s, world.cast.outputGroups(channel).front().name);
        if (dimension == "audio"_L1)
            more.insert(u"AudioDescriptionName"_s, world.cast.audioNames(channel).first());
        const MetricAddress address
            = world.address(metric, channel, incident.hits(0) ? 0 : 1, more);
        QVERIFY(address.resource == channel);
        const double during = *world.value(address, u"Average"_s, sampleIn(incident, 5), 10);
        QVERIFY2(during >= least && during <= most, qPrintable(QString::number(during)));
        const double before
            = *world.value(address, u"Average"_s, incident.from / 10'000 * 10 - 20, 10);
        QVERIFY2(before < least || before > most, qPrintable(QString::number(before)));
    }

    void silenceHasNoLoudness()
    {
        const World world;
        const int channel = world.first(Plot::Silence);
        const Incident silence = world.incident(channel, IncidentKind::Silence);
        const QMap<QString, QString> audio{
            {u"AudioDescriptionName"_s, world.cast.audioNames(channel).first()}};
        const MetricAddress lkfs = world.address(u"OutputAudioLevelLkfs"_s, channel, 0, audio);
        QVERIFY(std::isnan(*world.value(lkfs, u"Maximum"_s, sampleIn(silence, 5), 10)));
        QVERIFY(!std::isnan(*world.value(lkfs, u"Maximum"_s, silence.from / 10'000 * 10 - 20, 10)));
    }

    void nothingIsPublishedWhileNotRunning()
    {
        const World world;
        int checked = 0;
        for (int channel = 0; channel < world.cast.channelCount(); ++channel) {
            const QList<MetricId> series = world.catalogue.ofChannel(channel);
            for (qint64 at = kNoon; at < kNoon + 1200; at += 30) {
                const ChannelMoment moment = world.story.channelAt(channel, at * 1000);
                for (const MetricId &metric : series) {
                    const MetricAddress address = *world.catalogue.find(metric);
                    if (moment.legRunning.at(address.leg))
                        continue;
                    ++checked;
                    QVERIFY(!world.value(address, u"Maximum"_s, at, 10));
                }
            }
        }
        QVERIFY(checked > 1000);
    }

    void aGapHasNoDatapoints()
    {
        const World world;
        const int channel = world.first(Plot::MetricGaps);
        const Incident gap = world.incident(channel, IncidentKind::MetricGap);
        const MetricAddress address = world.address(u"NetworkIn"_s, channel, gap.hits(0) ? 0 : 1);
        QVERIFY(world.story.isRunning(channel, gap.from));
        QVERIFY(world.value(address, u"Average"_s, gap.from / 10'000 * 10 - 10, 10));
        QVERIFY(!world.value(address, u"Average"_s, sampleIn(gap, 0), 10));
        QVERIFY(world.value(address, u"Average"_s, gap.to / 10'000 * 10 + 10, 10));
    }

    void everyListedSeriesCanBeFoundAndHasValues()
    {
        const World world;
        QSet<QString> keys;
        QSet<QString> names;
        for (int channel = 0; channel < world.cast.channelCount(); ++channel) {
            const QList<MetricId> series = world.catalogue.ofChannel(channel);
            for (const MetricId &metric : series) {
                QVERIFY(!keys.contains(metric.key()));
                keys << metric.key();
                names << metric.name;
                const auto address = world.catalogue.find(metric);
                QVERIFY2(address, qPrintable(metric.key()));
                if (world.story.runsWithin(channel, kNoon * 1000, (kNoon + 3600) * 1000))
                    QVERIFY2(world.value(*address, u"Sum"_s, kNoon, 3600),
                             qPrintable(metric.key()));
            }
        }
        for (int input = 0; input < world.cast.inputCount(); ++input) {
            const QList<MetricId> series = world.catalogue.ofInput(input);
            for (const MetricId &metric : series) {
                names << metric.name;
                const auto address = world.catalogue.find(metric);
                QVERIFY2(address, qPrintable(metric.key()));
                QVERIFY(world.value(*address, u"Maximum"_s, kNoon, 60));
            }
        }
        QCOMPARE(std::size_t(names.size()), metricFacts().size());
    }

    void dimensionsMustMatchExactly_data()
    {
        using Map = QMap<QString, QString>;
        QTest::addColumn<QString>("name");
        QTest::addColumn<Map>("dimensions");
        const World world;
        const QString id = world.cast.channelId(0);
        const QString single = world.cast.channelId(3);
        const Map cp{{u"ChannelId"_s, id}, {u"Pipeline"_s, u"0"_s}};
        const auto with = [&cp](const QString &key, const QString &value) {
            Map map = cp;
            map.insert(key, value);
            return map;
        };
        QTest::newRow("no pipeline") << u"NetworkIn"_s << Map{{u"ChannelId"_s, id}};
        QTest::newRow("no dimensions") << u"NetworkIn"_s << Map{};
        QTest::newRow("one too many") << u"NetworkIn"_s << with(u"OutputGroupName"_s, u"web-hls"_s);
        QTest::newRow("one too few") << u"ActiveOutputs"_s << cp;
        QTest::newRow("unknown group")
            << u"ActiveOutputs"_s << with(u"OutputGroupName"_s, u"nope"_s);
        QTest::newRow("unknown audio")
            << u"OutputAudioLevelDbfs"_s << with(u"AudioDescriptionName"_s, u"nope"_s);
        QTest::newRow("unknown metric") << u"Nope"_s << cp;
        QTest::newRow("third pipeline") << u"NetworkIn"_s << with(u"Pipeline"_s, u"2"_s);
        QTest::newRow("second pipeline of a single one")
            << u"NetworkIn"_s << Map{{u"ChannelId"_s, single}, {u"Pipeline"_s, u"1"_s}};
        QTest::newRow("unknown channel")
            << u"NetworkIn"_s << Map{{u"ChannelId"_s, u"1"_s}, {u"Pipeline"_s, u"0"_s}};
    }
    void dimensionsMustMatchExactly()
    {
        using Map = QMap<QString, QString>;
        QFETCH(QString, name);
        QFETCH(Map, dimensions);
        const World world;
        QVERIFY(!world.cast.channel(3).standard);
        QVERIFY(!world.catalogue.find({u"AWS/MediaLive"_s, name, dimensions}));
    }

    void anotherNamespaceHasNothing()
    {
        const World world;
        MetricId metric = world.catalogue.ofChannel(0).first();
        QVERIFY(world.catalogue.find(metric));
        metric.nameSpace = u"MediaLive"_s;
        QVERIFY(!world.catalogue.find(metric));
    }

    void statisticsAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        for (const char *good :
             {"Average", "Sum", "Minimum", "Maximum", "SampleCount", "p90", "p99.9", "p0"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", "average", "p", "p101", "p-1", "x90", "tm90"})
            QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << false;
    }
    void statisticsAreRead()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(Statistic::parse(name).has_value(), good);
    }

    void networkIsBusierByDay()
    {
        const World world;
        const MetricAddress address = world.address(u"NetworkOut"_s, 0, 0);
        const qint64 midnight = kNoon / 86'400 * 86'400;
        QVERIFY(*world.value(address, u"Average"_s, midnight + 16 * 3600, 3600)
                > *world.value(address, u"Average"_s, midnight + 4 * 3600, 3600));
    }
};

QTEST_GUILESS_MAIN(TestMetricSimulation)
#include "tst_metricsimulation.moc"
