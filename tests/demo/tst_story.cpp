// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/alertscript.h"
#include "demo/cast.h"
#include "demo/story.h"

#include <QSet>
#include <QTest>

#include <memory>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;

namespace {

constexpr Moment kNoon = 1'790'000'000'000;
constexpr Moment kSecond = 1000;
constexpr Moment kMinute = 60 * kSecond;

struct World
{
    explicit World(const DemoOptions &options)
        : cast(options)
        , story(cast, options.timeFactor)
        , alerts(story)
    {
    }
    Cast cast;
    Story story;
    AlertScript alerts;

    int first(Plot plot) const
    {
        for (int i = 0; i < cast.channelCount(); ++i) {
            if (cast.channel(i).plot == plot)
                return i;
        }
        return -1;
    }
    /// The first incident of a kind that a channel lives through after noon.
    Incident incident(int channel, IncidentKind kind) const
    {
        const QList<Incident> all = story.incidents(channel, kNoon, kNoon + 120 * kMinute);
        for (const Incident &incident : all) {
            if (incident.kind == kind && incident.from >= kNoon)
                return incident;
        }
        return {};
    }
};

DemoOptions named(const QString &scenario, int channels = 24, int inputs = 30)
{
    DemoOptions options;
    options.scenario = scenario;
    options.channels = channels;
    options.inputs = inputs;
    return options;
}

int setAlerts(const QList<ChannelAlert> &alerts)
{
    return static_cast<int>(std::count_if(alerts.begin(), alerts.end(),
                                          [](const ChannelAlert &alert) { return alert.isSet(); }));
}

} // namespace

class TestStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedTellsTheSameStory()
    {
        const World one(named(u"living"_s));
        const World other(named(u"living"_s));
        for (int i = 0; i < one.cast.channelCount(); ++i) {
            QCOMPARE(one.cast.channelId(i), other.cast.channelId(i));
            QCOMPARE(one.cast.channelName(i), other.cast.channelName(i));
            // Asked in opposite order: nothing may depend on what was asked before.
            for (int step = 0; step < 200; ++step) {
                const Moment at = kNoon + step * 7 * kSecond;
                (void)other.alerts.alertsAt(i, kNoon + (200 - step) * 7 * kSecond);
                QCOMPARE(one.story.channelAt(i, at), other.story.channelAt(i, at));
                QCOMPARE(one.alerts.alertsAt(i, at), other.alerts.alertsAt(i, at));
            }
        }
    }

    void anotherSeedMakesAnotherRegion()
    {
        DemoOptions options = named(u"living"_s);
        const World one(options);
        options.seed = 2;
        const World other(options);
        QVERIFY(one.cast.channelId(0) != other.cast.channelId(0));
        QVERIFY(one.incident(1, IncidentKind::InputLoss).from
                != other.incident(1, IncidentKind::InputLoss).from);
    }

    void idsAreUniqueAndLeadBack()
    {
        const World world(named(u"living"_s, 10'000, 10'000));
        QSet<QString> ids;
        for (int i = 0; i < 10'000; ++i) {
            const QString channel = world.cast.channelId(i);
            const QString input = world.cast.inputId(i);
            QCOMPARE(channel.size(), 7);
            QCOMPARE(input.size(), 7);
            ids << channel << input;
            QCOMPARE(world.cast.channelIndex(channel), i);
            QCOMPARE(world.cast.inputIndex(input), i);
            QCOMPARE(world.cast.channelIndex(input), -1);
            QCOMPARE(world.cast.inputIndex(channel), -1);
        }
        QCOMPARE(ids.size(), 20'000);
        for (const QString &strange : {u""_s, u"abc"_s, u"12345678"_s, u"0000001"_s, u"9999999"_s,
                                       u"-100000"_s, u"1234567x"_s})
            QCOMPARE(world.cast.channelIndex(strange), -1);
    }

    void namesAreUnique()
    {
        for (const QString &region : {u"eu-central-1"_s, u"us-west-2"_s, u"ap-northeast-1"_s}) {
            DemoOptions options = named(u"calm"_s, 3000, 3100);
            options.region = region;
            const World world(options);
            QSet<QString> names;
            for (int i = 0; i < 3000; ++i)
                names << world.cast.channelName(i);
            QCOMPARE(names.size(), 3000);
            QSet<QString> inputs;
            for (int i = 0; i < 3100; ++i)
                inputs << world.cast.inputName(i);
            QCOMPARE(inputs.size(), 3100);
        }
    }

    void theDefaultRegionShowsEverything()
    {
        const World world(named(u"living"_s));
        for (int plot = 0; plot < kPlotCount; ++plot) {
            if (Plot(plot) != Plot::Churn)
                QVERIFY2(world.first(Plot(plot)) >= 0, qPrintable(QString::number(plot)));
        }
        QSet<QString> types;
        bool spare = false;
        bool pair = false;
        for (int j = 0; j < world.cast.inputCount(); ++j) {
            types << inputTypes().at(world.cast.input(j).type);
            spare = spare || world.cast.channelsOfInput(j).isEmpty();
        }
        for (int i = 0; i < world.cast.channelCount(); ++i)
            pair = pair || world.cast.channel(i).secondary >= 0;
        QCOMPARE(types.size(), inputTypes().size());
        QVERIFY(spare);
        QVERIFY(pair);
    }

    void wiringAgreesFromBothEnds_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("inputs");
        QTest::newRow("default") << 24 << 30;
        QTest::newRow("as many") << 50 << 50;
        QTest::newRow("shared inputs") << 50 << 7;
        QTest::newRow("no inputs") << 5 << 0;
        QTest::newRow("no channels") << 0 << 9;
        QTest::newRow("nothing") << 0 << 0;
    }
    void wiringAgreesFromBothEnds()
    {
        QFETCH(int, channels);
        QFETCH(int, inputs);
        const World world(named(u"living"_s, channels, inputs));
        QMap<int, QSet<int>> fromChannels;
        for (int i = 0; i < channels; ++i) {
            const ChannelRole &role = world.cast.channel(i);
            QCOMPARE(role.input >= 0, inputs > 0);
            if (role.input >= 0)
                fromChannels[role.input] << i;
            if (role.secondary >= 0)
                fromChannels[role.secondary] << i;
        }
        for (int j = 0; j < inputs; ++j) {
            const QList<int> attached = world.cast.channelsOfInput(j);
            QCOMPARE(QSet<int>(attached.begin(), attached.end()), fromChannels.value(j));
        }
    }

    void nothingIsSetOnAStoppedChannel()
    {
        const World world(named(u"storm"_s, 60, 80));
        int stopped = 0;
        for (int i = 0; i < world.cast.channelCount(); ++i) {
            for (int step = 0; step < 400; ++step) {
                const Moment at = kNoon + step * 5 * kSecond;
                const ChannelMoment moment = world.story.channelAt(i, at);
                if (isRunningState(moment.state)) {
                    QVERIFY(moment.pipelinesRunning() >= 1);
                    QVERIFY(moment.pipelinesRunning() <= (world.cast.channel(i).standard ? 2 : 1));
                    continue;
                }
                ++stopped;
                QCOMPARE(moment.pipelinesRunning(), 0);
                QCOMPARE(setAlerts(world.alerts.alertsAt(i, at)), 0);
            }
        }
        QVERIFY(stopped > 100);
    }

    void stoppingClearsWhatWasSet()
    {
        const World world(named(u"living"_s));
        const int channel = world.first(Plot::Cycling);
        const Incident loss = world.incident(channel, IncidentKind::InputLoss);
        QVERIFY(loss.to > loss.from);
        QVERIFY(setAlerts(world.alerts.alertsAt(channel, loss.to - 1)) > 0);
        QCOMPARE(world.story.state(channel, loss.to - 1), "RUNNING"_L1);
        QCOMPARE(world.story.state(channel, loss.to), "STOPPING"_L1);
        const QList<ChannelAlert> after = world.alerts.alertsAt(channel, loss.to);
        QVERIFY(!after.isEmpty());
        QCOMPARE(setAlerts(after), 0);
        QCOMPARE(after.first().clearedAt.toMSecsSinceEpoch(), loss.to);
    }

    void aCyclingChannelPassesThroughAllStates()
    {
        const World world(named(u"living"_s));
        const int channel = world.first(Plot::Cycling);
        QStringList states;
        for (Moment at = kNoon; at < kNoon + 30 * kMinute; at += kSecond) {
            const QString state = world.story.state(channel, at);
            if (states.isEmpty() || states.last() != state)
                states << state;
        }
        const QStringList turn{u"IDLE"_s, u"STARTING"_s, u"RUNNING"_s, u"STOPPING"_s};
        QVERIFY(states.size() >= 8);
        for (qsizetype i = 1; i < states.size(); ++i)
            QCOMPARE(turn.indexOf(states.at(i)), (turn.indexOf(states.at(i - 1)) + 1) % 4);
    }

    void legsComeAndGo()
    {
        const World world(named(u"living"_s));
        for (const Plot plot : {Plot::OneLegDown, Plot::Recovering}) {
            const int channel = world.first(plot);
            const Incident down = world.incident(channel, IncidentKind::LegDown);
            QVERIFY(down.to > down.from);
            QCOMPARE(world.story.channelAt(channel, down.from - 1).pipelinesRunning(), 2);
            const ChannelMoment during = world.story.channelAt(channel, down.from);
            QCOMPARE(during.pipelinesRunning(), 1);
            QVERIFY(during.legRunning[0]);
            QCOMPARE(during.state, plot == Plot::Recovering ? "RECOVERING"_L1 : "RUNNING"_L1);
            QCOMPARE(world.story.channelAt(channel, down.to).pipelinesRunning(), 2);
        }
    }

    void failoverGoesToTheSecondaryAndBack()
    {
        const World world(named(u"living"_s));
        const int channel = world.first(Plot::Failover);
        const Incident failover = world.incident(channel, IncidentKind::Failover);
        QVERIFY(!world.story.channelAt(channel, failover.from - 1).onSecondary);
        QVERIFY(world.story.channelAt(channel, failover.from).onSecondary);
        QVERIFY(!world.story.channelAt(channel, failover.to).onSecondary);
        const QList<ChannelAlert> alerts = world.alerts.alertsAt(channel, failover.from);
        QCOMPARE(setAlerts(alerts), 2);
        QCOMPARE(alerts.last().alertType, u"Input Failed Over"_s);
    }

    void aFailoverWithoutASecondInputBecomesALoss()
    {
        const World world(named(u"living"_s, 24, 24));
        QCOMPARE(world.first(Plot::Failover), -1);
    }

    void aClearedAlertIsGoneAfterFiveMinutes()
    {
        const World world(named(u"living"_s));
        const int channel = world.first(Plot::BlackSlate);
        const Incident black = world.incident(channel, IncidentKind::Black);
        const auto ofThisOne = [&](Moment at) {
            QList<ChannelAlert> alerts = world.alerts.alertsAt(channel, at);
            alerts.removeIf([&](const ChannelAlert &alert) {
                return alert.setAt.toMSecsSinceEpoch() < black.from
                    || alert.setAt.toMSecsSinceEpoch() >= black.to;
            });
            return alerts;
        };
        const int legs = world.cast.channel(channel).standard ? 2 : 1;
        QVERIFY(ofThisOne(black.from).isEmpty()); // it takes five seconds of black
        QCOMPARE(setAlerts(ofThisOne(black.from + 5 * kSecond)), legs);
        QCOMPARE(setAlerts(ofThisOne(black.to)), 0);
        QCOMPARE(ofThisOne(black.to).size(), legs);
        QCOMPARE(ofThisOne(black.to).first().state, u"CLEARED"_s);
        QCOMPARE(ofThisOne(black.to + kAlertMemory.count() - 1).size(), legs);
        QVERIFY(ofThisOne(black.to + kAlertMemory.count()).isEmpty());
    }

    void alertIdsRepeatAfterARestartButNotWithinARun()
    {
        const World world(named(u"living"_s));
        const int cycling = world.first(Plot::Cycling);
        const Incident first = world.incident(cycling, IncidentKind::InputLoss);
        const qint64 turn = world.story.turnAt(cycling, first.from);
        const Incident second = *world.story.turn(cycling, turn + 1).begin();
        const auto idAt = [&](int channel, const Incident &incident) {
            return world.alerts.alertsAt(channel, incident.from).last().id;
        };
        QCOMPARE(idAt(cycling, first), idAt(cycling, second));

        const int steady = world.first(Plot::InputLoss);
        QSet<QString> ids;
        QSet<QDateTime> times;
        for (Moment at = kNoon; at < kNoon + 120 * kMinute; at += 60 * kSecond) {
            const QList<ChannelAlert> alerts = world.alerts.alertsAt(steady, at);
            for (const ChannelAlert &alert : alerts) {
                ids << alert.id;
                times << alert.setAt;
            }
        }
        QVERIFY(times.size() > 10);
        QCOMPARE(ids.size(), times.size());
    }

    void aTenthOfAChurningRegionChangesEveryTenSeconds()
    {
        const World world(named(u"churn"_s, 200, 200));
        for (int slot = 0; slot < 40; ++slot) {
            const Moment before = kNoon + slot * 10 * kSecond - kSecond;
            int changed = 0;
            for (int i = 0; i < 200; ++i) {
                changed
                    += world.story.state(i, before) != world.story.state(i, before + 10 * kSecond);
            }
            QCOMPARE(changed, 20);
        }
    }

    void nothingHappensWhenCalm_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::newRow("calm") << u"calm"_s;
        QTest::newRow("static") << u"static"_s;
    }
    void nothingHappensWhenCalm()
    {
        QFETCH(QString, scenario);
        const World world(named(scenario, 40, 40));
        int running = 0;
        for (int i = 0; i < 40; ++i) {
            const ChannelMoment now = world.story.channelAt(i, kNoon);
            running += isRunningState(now.state);
            QVERIFY(world.story.incidents(i, kNoon, kNoon + 600 * kMinute).isEmpty());
            for (int step = 0; step < 50; ++step)
                QCOMPARE(world.story.channelAt(i, kNoon + step * kMinute), now);
        }
        QCOMPARE(running, 35);
    }

    void aStormHitsMoreChannels()
    {
        const World calm(named(u"living"_s, 500, 600));
        const World storm(named(u"storm"_s, 500, 600));
        const auto hit = [](const World &world) {
            int channels = 0;
            for (int i = 0; i < world.cast.channelCount(); ++i)
                channels += !world.story.incidents(i, kNoon, kNoon + 15 * kMinute).isEmpty();
            return channels;
        };
        QVERIFY(hit(calm) < 100);
        QVERIFY(hit(storm) > 250);
    }

    void theTimeFactorSpeedsTheStoryUp()
    {
        DemoOptions options = named(u"living"_s);
        const World slow(options);
        options.timeFactor = 10.0;
        const World fast(options);
        const int channel = slow.first(Plot::InputLoss);
        const auto count = [channel](const World &world) {
            return world.story.incidents(channel, kNoon, kNoon + 240 * kMinute).size();
        };
        QVERIFY(count(fast) >= 9 * count(slow));
        QVERIFY(count(fast) <= 11 * count(slow));
    }

    void everyIncidentStaysWithinItsTurn()
    {
        for (int plot = 0; plot < kPlotCount; ++plot) {
            const PlotSpec &spec = plotSpec(Plot(plot));
            QCOMPARE(int(spec.plot), plot);
            QVERIFY(!spec.states.empty());
            QCOMPARE(spec.states.front().at, 0);
            QVERIFY(spec.incidents.size() <= std::size_t(kMaxIncidentsPerCycle));
            for (const IncidentSpec &incident : spec.incidents)
                QVERIFY(incident.start + incident.startJitter + incident.length
                            + incident.lengthJitter
                        < spec.period);
        }
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
