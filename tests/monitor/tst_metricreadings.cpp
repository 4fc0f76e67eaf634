// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/awsbench.h"
#include "monitor/metriclister.h"
#include "monitor/metricreadings.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::LegDemand;
using monitor::MetricLister;
using monitor::MetricReadings;
using test::RawRequest;
using test::ScriptedReply;

namespace {

const QList<LegDemand> kLegs{{u"1"_s, u"0"_s}};
const auto kLeg = u"1/0"_s;

/// What CloudWatch answers for the series whose metric \a wanted accepts.
template<typename Wanted>
QList<MetricSeries> answersFor(const QList<SeriesDemand> &series, const QDateTime &utcNow,
                               Wanted wanted)
{
    QList<MetricSeries> answers;
    for (const SeriesDemand &one : series) {
        if (!wanted(one.metric.name))
            continue;
        MetricSeries answer;
        answer.query = {one.metric, one.statistic, one.finestPeriod};
        answer.points = {{utcNow.addSecs(-120), 7.0}};
        answers.append(answer);
    }
    return answers;
}

/// One page of ListMetrics with the active outputs of one pipeline.
QByteArray metricsBody(const QByteArray &channelId)
{
    return R"({"Metrics":[{"Namespace":"AWS/MediaLive","MetricName":"ActiveOutputs","Dimensions":[)"
           R"({"Name":"ChannelId","Value":")"
        + channelId
        + R"("},{"Name":"OutputGroupName","Value":"hls"},{"Name":"Pipeline","Value":"0"}]}]})";
}

} // namespace

class MetricReadingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadingThatWasLeftOutKeepsThePipelineOld()
    {
        test::AwsBench bench(Service::CloudWatch);
        const MetricLister lister(*bench.connection, MetricCatalogue::builtIn(),
                                  bench.clock); // no list: documented metrics
        MetricReadings readings(MetricCatalogue::builtIn());
        const auto isIn = [](const QString &name) {
            return name == u"NetworkIn";
        };
        const auto isNotIn = [&isIn](const QString &name) {
            return !isIn(name);
        };
        const auto take = [&](auto wanted) {
            const QDateTime now = bench.clock.utcNow();
            readings.want(kLegs, lister, now);
            const QList<SeriesDemand> series = readings.series(kLegs, lister);
            QVERIFY(series.size() > 2);
            readings.take(answersFor(series, now, wanted), now, now);
        };
        const QDateTime first = bench.clock.utcNow();
        take([](const QString &) { return true; });
        QCOMPARE(readings.observedAt(kLeg), first);
        QVERIFY((*readings.find(kLeg))[std::size_t(HealthMetric::NetworkIn)].hasValue());

        bench.clock.advance(60s);
        const QDateTime second = bench.clock.utcNow();
        take(isIn); // the budget had room for no more
        QCOMPARE(readings.observedAt(kLeg), first);
        bench.clock.advance(60s);
        take(isNotIn);
        QCOMPARE(readings.observedAt(kLeg), second);
        bench.clock.advance(60s);
        take([](const QString &) { return true; });
        QCOMPARE(readings.observedAt(kLeg), bench.clock.utcNow());
    }

    void aReadingThatWasNeverAnsweredMakesNothingOlder()
    {
        test::AwsBench bench(Service::CloudWatch);
        const MetricLister lister(*bench.connection, MetricCatalogue::builtIn(), bench.clock);
        MetricReadings readings(MetricCatalogue::builtIn());
        const QDateTime now = bench.clock.utcNow();
        readings.want(kLegs, lister, now);
        const QList<SeriesDemand> series = readings.series(kLegs, lister);
        readings.take(
            answersFor(series, now, [](const QString &name) { return name == u"NetworkIn"; }), now,
            now);
        QCOMPARE(readings.observedAt(kLeg), now);
        QVERIFY(!(*readings.find(kLeg))[std::size_t(HealthMetric::NetworkOut)].hasValue());
    }

    void aDropWithinTheMinuteIsKeptBesideItsValue()
    {
        test::AwsBench bench(Service::CloudWatch);
        const MetricLister lister(*bench.connection, MetricCatalogue::builtIn(), bench.clock);
        MetricReadings readings(MetricCatalogue::builtIn());
        const QDateTime now = bench.clock.utcNow();
        readings.want(kLegs, lister, now);
        QList<MetricSeries> answers;
        for (const SeriesDemand &one : readings.series(kLegs, lister)) {
            if (one.metric.name != u"InputVideoFrameRate")
                continue;
            MetricSeries answer;
            answer.query = {one.metric, one.statistic, 10s};
            for (int i = 0; i < 6; ++i)
                answer.points.append({now.addSecs(-60 + 10 * i), i == 2 ? 20.0 : 25.0});
            answers.append(answer);
        }
        QCOMPARE(answers.size(), 1);
        readings.take(answers, now, now);
        const auto leg = readings.find(kLeg);
        QVERIFY(leg);
        const MetricReading &rate = (*leg)[std::size_t(HealthMetric::InputVideoFrameRate)];
        QCOMPARE(rate.value, 25.0);
        QCOMPARE(rate.dipPercent, std::optional(20.0));
    }

    void aListThatCanNotBeRenewedSaysNothingAboutNewerPipelines()
    {
        test::AwsBench bench(Service::CloudWatch);
        MetricLister lister(*bench.connection, MetricCatalogue::builtIn(), bench.clock);
        int answers = 0;
        const auto ask = [&](const ScriptedReply &reply) {
            const int before = answers;
            bench.server.setHandler([reply](const RawRequest &) { return reply; });
            lister.withList(this, [&answers](const auto &error) {
                QVERIFY(!error);
                ++answers;
            });
            QTRY_COMPARE(answers, before + 1);
        };
        ask(ScriptedReply::json(metricsBody("1")));
        const HealthMetric outputs = HealthMetric::ActiveOutputs;
        QVERIFY(lister.find(u"1"_s, u"0"_s, outputs).published);
        // A pipeline that is not in it at all may have begun since: that is no reason to be calm.
        QCOMPARE(lister.unpublishedStatus(u"2"_s, u"0"_s), ReadingStatus::NoData);

        bench.clock.advance(16min);
        ask(ScriptedReply::status(500, R"({"__type":"InternalServiceError"})"));
        QVERIFY(lister.find(u"1"_s, u"0"_s, outputs).published); // still better than nothing
        QVERIFY(!lister.find(u"2"_s, u"0"_s, outputs).published);
        QCOMPARE(lister.unpublishedStatus(u"1"_s, u"0"_s), ReadingStatus::NotPublished);
        QCOMPARE(lister.unpublishedStatus(u"2"_s, u"0"_s), ReadingStatus::Failed);

        ask(ScriptedReply::json(metricsBody("2")));
        QVERIFY(lister.find(u"2"_s, u"0"_s, outputs).published);
        QCOMPARE(lister.unpublishedStatus(u"3"_s, u"0"_s), ReadingStatus::NoData);

        bench.clock.advance(16min);
        ask(ScriptedReply::status(403, R"({"__type":"AccessDenied"})"));
        QCOMPARE(lister.unpublishedStatus(u"2"_s, u"0"_s), ReadingStatus::Forbidden);
    }

    void aPipelineThatIsNotInTheListHasItRenewedSooner_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<int>("lists");
        QTest::newRow("known") << u"1"_s << 1;
        QTest::newRow("new") << u"2"_s << 2;
    }

    void aPipelineThatIsNotInTheListHasItRenewedSooner()
    {
        QFETCH(const QString, channel);
        QFETCH(const int, lists);
        test::AwsBench bench(Service::CloudWatch);
        MetricLister lister(*bench.connection, MetricCatalogue::builtIn(), bench.clock);
        bench.server.setHandler(
            [](const RawRequest &) { return ScriptedReply::json(metricsBody("1")); });
        int answers = 0;
        const auto ask = [&] {
            lister.withList(this, [&answers](const auto &) { ++answers; });
        };
        ask();
        QTRY_COMPARE(answers, 1);
        lister.expect(channel, u"0"_s);
        bench.clock.advance(2min);
        ask();
        QCOMPARE(answers, 2); // at once: asking again so soon brings nothing
        bench.clock.advance(2min);
        ask();
        QTRY_COMPARE(answers, 3);
        QCOMPARE(bench.server.requests().size(), lists);
    }
};

QTEST_GUILESS_MAIN(MetricReadingsTest)
#include "tst_metricreadings.moc"
