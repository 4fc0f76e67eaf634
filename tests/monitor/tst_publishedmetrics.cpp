// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/publishedmetrics.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::PublishedMetrics;

namespace {

MetricId metric(const QString &name, QMap<QString, QString> dimensions,
                const QString &nameSpace = u"AWS/MediaLive"_s)
{
    return {nameSpace, name, std::move(dimensions)};
}

QMap<QString, QString> leg(const QString &channel, const QString &pipeline)
{
    return {{u"ChannelId"_s, channel}, {u"Pipeline"_s, pipeline}};
}

QMap<QString, QString> with(QMap<QString, QString> dimensions, const QString &name,
                            const QString &value)
{
    dimensions.insert(name, value);
    return dimensions;
}

} // namespace

class PublishedMetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheSeriesOfOneLeg()
    {
        const PublishedMetrics catalogue({metric(u"NetworkIn"_s, leg(u"1"_s, u"0"_s)),
                                          metric(u"NetworkIn"_s, leg(u"1"_s, u"1"_s)),
                                          metric(u"NetworkIn"_s, leg(u"2"_s, u"0"_s))});
        const auto found = catalogue.find(u"1"_s, u"1"_s, HealthMetric::NetworkIn);
        QVERIFY(found.published);
        QCOMPARE(found.metrics.size(), 1);
        QCOMPARE(found.metrics.first().dimensions, leg(u"1"_s, u"1"_s));
    }

    void whatIsNotListedIsNotPublished()
    {
        const PublishedMetrics catalogue({metric(u"NetworkIn"_s, leg(u"1"_s, u"0"_s))});
        QVERIFY(!catalogue.find(u"1"_s, u"0"_s, HealthMetric::FillMsec).published);
        QVERIFY(!catalogue.find(u"9"_s, u"0"_s, HealthMetric::NetworkIn).published);
    }

    void theFailoverSplitIsNotCountedBesideTheWhole()
    {
        const auto whole = leg(u"1"_s, u"0"_s);
        const PublishedMetrics catalogue(
            {metric(u"InputVideoFrameRate"_s, with(whole, u"ActiveInputFailoverLabel"_s, u"a"_s)),
             metric(u"InputVideoFrameRate"_s, whole)});
        const auto found = catalogue.find(u"1"_s, u"0"_s, HealthMetric::InputVideoFrameRate);
        QCOMPARE(found.metrics.size(), 1);
        QCOMPARE(found.metrics.first().dimensions, whole);
    }

    void outputMetricsGiveOneSeriesPerOutputGroup()
    {
        const auto base = leg(u"1"_s, u"0"_s);
        const PublishedMetrics catalogue(
            {metric(u"ActiveOutputs"_s, with(base, u"OutputGroupName"_s, u"hls"_s)),
             metric(u"ActiveOutputs"_s, with(base, u"OutputGroupName"_s, u"rtmp"_s))});
        QCOMPARE(catalogue.find(u"1"_s, u"0"_s, HealthMetric::ActiveOutputs).metrics.size(), 2);
    }

    void otherNamespacesAreIgnoredButTheOldOneIsNot()
    {
        const PublishedMetrics catalogue(
            {metric(u"NetworkIn"_s, leg(u"1"_s, u"0"_s), u"AWS/EC2"_s),
             metric(u"NetworkOut"_s, leg(u"1"_s, u"0"_s), u"MediaLive"_s)});
        QVERIFY(!catalogue.find(u"1"_s, u"0"_s, HealthMetric::NetworkIn).published);
        QVERIFY(catalogue.find(u"1"_s, u"0"_s, HealthMetric::NetworkOut).published);
    }

    void unexpectedDimensionsAreBetterThanNone()
    {
        const auto odd = with(leg(u"1"_s, u"0"_s), u"Region"_s, u"x"_s);
        const PublishedMetrics catalogue({metric(u"DroppedFrames"_s, odd)});
        const auto found = catalogue.find(u"1"_s, u"0"_s, HealthMetric::DroppedFrames);
        QCOMPARE(found.metrics.size(), 1);
        QCOMPARE(found.metrics.first().dimensions, odd);
    }

    void withoutAListTheDocumentedSetIsAssumed()
    {
        const auto found
            = PublishedMetrics::assumed(u"1"_s, u"0"_s, HealthMetric::InputVideoFrameRate);
        QVERIFY(found.published);
        QCOMPARE(found.metrics.first().dimensions, leg(u"1"_s, u"0"_s));
        // The names of output groups can't be guessed.
        QVERIFY(!PublishedMetrics::assumed(u"1"_s, u"0"_s, HealthMetric::ActiveOutputs).published);
    }
};

QTEST_GUILESS_MAIN(PublishedMetricsTest)
#include "tst_publishedmetrics.moc"
