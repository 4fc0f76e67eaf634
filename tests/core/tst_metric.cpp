// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metric.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

class MetricTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreReadable();
    void keysAreUnique_data();
    void keysAreUnique();
    void dimensionsAreFound();
    void periodsFitTheRange_data();
    void periodsFitTheRange();
};

void MetricTest::keysAreReadable()
{
    MetricId metric;
    metric.name = u"NetworkIn"_s;
    QCOMPARE(metric.key(), u"AWS/MediaLive/NetworkIn{}"_s);
    metric.dimensions = {{u"Pipeline"_s, u"0"_s}, {u"ChannelId"_s, u"1234567"_s}};
    QCOMPARE(metric.key(), u"AWS/MediaLive/NetworkIn{ChannelId=1234567,Pipeline=0}"_s);
}

void MetricTest::keysAreUnique_data()
{
    using Dimensions = QMap<QString, QString>;
    QTest::addColumn<Dimensions>("one");
    QTest::addColumn<Dimensions>("other");
    QTest::newRow("value") << Dimensions{{u"A"_s, u"1"_s}} << Dimensions{{u"A"_s, u"2"_s}};
    QTest::newRow("fewer") << Dimensions{{u"A"_s, u"1"_s}} << Dimensions{};
    // Output group names are free text.
    QTest::newRow("comma in a value")
        << Dimensions{{u"A"_s, u"1,B=2"_s}} << Dimensions{{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}};
    QTest::newRow("equals in a value")
        << Dimensions{{u"A"_s, u"B=1"_s}} << Dimensions{{u"A=B"_s, u"1"_s}};
    QTest::newRow("backslash in a value")
        << Dimensions{{u"A"_s, u"1\\,B=2"_s}} << Dimensions{{u"A"_s, u"1\\"_s}, {u"B"_s, u"2"_s}};
}

void MetricTest::keysAreUnique()
{
    using Dimensions = QMap<QString, QString>;
    QFETCH(Dimensions, one);
    QFETCH(Dimensions, other);
    QVERIFY((MetricId{u"n"_s, u"m"_s, one}.key()) != (MetricId{u"n"_s, u"m"_s, other}.key()));
}

void MetricTest::dimensionsAreFound()
{
    const MetricId metric{
        u"AWS/MediaLive"_s, u"SvqTime"_s, {{u"ChannelId"_s, u"7"_s}, {u"Pipeline"_s, u"1"_s}}};
    QCOMPARE(metric.channelId(), u"7"_s);
    QCOMPARE(metric.pipeline(), u"1"_s);
    QCOMPARE(MetricId().channelId(), QString());
}

void MetricTest::periodsFitTheRange_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("period");
    QTest::newRow("1 h") << 1 << 10;
    QTest::newRow("3 h") << 3 << 10;
    QTest::newRow("24 h") << 24 << 60;
    QTest::newRow("7 d") << 7 * 24 << 60;
    QTest::newRow("14 d") << 14 * 24 << 60;
    QTest::newRow("15 d") << 15 * 24 << 60;
    QTest::newRow("more than 15 d") << 15 * 24 + 1 << 300;
    QTest::newRow("63 d") << 63 * 24 << 300;
    QTest::newRow("a year") << 365 * 24 << 3600;
}

void MetricTest::periodsFitTheRange()
{
    QFETCH(int, hours);
    QFETCH(int, period);
    const std::chrono::seconds length = std::chrono::hours(hours);
    QCOMPARE(periodForRange(length), std::chrono::seconds(period));
    // The data a longer chart needs must still exist: 10 s for 3 h, 60 s for 15 d, 300 s for 63 d.
    QVERIFY(periodForRange(length + 1s) >= periodForRange(length));
}

QTEST_APPLESS_MAIN(MetricTest)
#include "tst_metric.moc"
