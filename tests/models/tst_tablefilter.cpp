// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channelmodel.h"
#include "models/healthmodel.h"
#include "models/samples.h"
#include "models/tablefilterproxy.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

using Op = ColumnFilter::Op;

QList<ChannelRow> fleet()
{
    ChannelRow sport = channelRow(u"1001"_s, u"Sport München"_s);
    sport.channel.tags = {{u"team"_s, u"sport"_s}};
    sport.channel.destinations = {{u"d1"_s, {u"rtmp://example.com/live/a"_s}}};
    sport.channel.arn = u"arn:aws:medialive:eu-central-1:123456789012:channel:1001"_s;
    ChannelRow news = channelRow(u"1002"_s, u"News 24"_s, u"IDLE"_s);
    news.channel.channelClass = u"SINGLE_PIPELINE"_s;
    news.channel.egressIps = {u"192.0.2.1"_s, u"192.0.2.2"_s};
    ChannelRow kids = channelRow(u"2003"_s, u"Kids café"_s, u"CREATE_FAILED"_s, u"p2"_s);
    kids.channel.maintenance.deadline = start().addDays(2);
    kids.freshness = seenAt(start().addSecs(-90));
    return {sport, news, kids};
}

QString shownWith(const TableFilter &filter, QList<FilterProblem> *problems = nullptr)
{
    ManualClock clock(start());
    ChannelModel model(clock);
    model.upsert(fleet());
    TableFilterProxy proxy(&model);
    proxy.setFilter(filter);
    proxy.sort(int(ChannelModel::Column::Id));
    QStringList ids;
    for (int row = 0; row < proxy.rowCount(); ++row)
        ids << proxy.index(row, int(ChannelModel::Column::Id)).data().toString();
    if (problems)
        *problems = proxy.filterProblems();
    return ids.join(u' ');
}

} // namespace

class TestTableFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quickTextFinds_data();
    void quickTextFinds();
    void columnFiltersFind_data();
    void columnFiltersFind();
    void badPartsAreReportedAndLeftOut_data();
    void badPartsAreReportedAndLeftOut();
    void endlessBacktrackingIsCutShort();
    void missingReadingsAreNeitherGreaterNorLess();
    void filtersSurviveSettings();
    void oddSettingsGiveAnEmptyFilter();
};

void TestTableFilter::quickTextFinds_data()
{
    QTest::addColumn<QString>("quick");
    QTest::addColumn<QString>("ids");
    const QString all = u"1001 1002 2003"_s;
    QTest::newRow("nothing typed") << QString() << all;
    QTest::newRow("blanks") << u"  \t "_s << all;
    QTest::newRow("word") << u"news"_s << u"1002"_s;
    QTest::newRow("without case") << u"SPORT"_s << u"1001"_s;
    QTest::newRow("without diacritics") << u"munchen"_s << u"1001"_s;
    QTest::newRow("diacritics typed") << u"CAFÉ"_s << u"2003"_s;
    QTest::newRow("decomposed diacritics typed") << u"cafe\u0301"_s << u"2003"_s;
    QTest::newRow("all words") << u"sport 1001"_s << u"1001"_s;
    QTest::newRow("all words, not any") << u"sport 1002"_s << QString();
    QTest::newRow("phrase") << u"\"news 24\""_s << u"1002"_s;
    QTest::newRow("phrase that is not there") << u"\"24 news\""_s << QString();
    QTest::newRow("phrase across cells") << u"\"1001 sport\""_s << QString();
    QTest::newRow("phrase not closed") << u"\"kids caf"_s << u"2003"_s;
    QTest::newRow("excluded") << u"-news"_s << u"1001 2003"_s;
    QTest::newRow("excluded phrase") << u"-\"kids cafe\""_s << u"1001 1002"_s;
    QTest::newRow("lone minus") << u"-"_s << all; // as in eu-central-1
    QTest::newRow("column") << u"id:100"_s << u"1001 1002"_s;
    QTest::newRow("column by title") << u"Name:s"_s << all;
    QTest::newRow("column by title of two words") << u"loglevel:x"_s << QString();
    QTest::newRow("column excludes") << u"-state:idle"_s << u"1001 2003"_s;
    QTest::newRow("column phrase") << u"name:\"news 24\""_s << u"1002"_s;
    QTest::newRow("column and words") << u"id:1 sport"_s << u"1001"_s;
    QTest::newRow("not in that column") << u"id:sport"_s << QString();
    QTest::newRow("column without a value yet") << u"name:"_s << all;
    QTest::newRow("state as shown") << u"state:failed"_s << u"2003"_s;
    QTest::newRow("state as AWS writes it") << u"CREATE_FAILED"_s << u"2003"_s;
    QTest::newRow("class as shown") << u"\"single pipeline\""_s << u"1002"_s;
    QTest::newRow("class as AWS writes it") << u"class:SINGLE_PIPELINE"_s << u"1002"_s;
    QTest::newRow("number greater") << u"pipelinesRunning:>1"_s << u"1001"_s;
    QTest::newRow("number less") << u"pipelinesRunning:<1"_s << u"1002 2003"_s;
    QTest::newRow("number excluded") << u"-pipelinesRunning:>1"_s << u"1002 2003"_s;
    QTest::newRow("age") << u"age:>1min"_s << u"2003"_s;
    QTest::newRow("no column: an ARN") << u"arn:aws:medialive"_s << u"1001"_s;
    QTest::newRow("no column: a URL") << u"rtmp://example.com"_s << u"1001"_s;
    QTest::newRow("path, not an expression") << u"/live/a"_s << u"1001"_s;
    QTest::newRow("expression") << u"/^news \\d+$/"_s << u"1002"_s;
    QTest::newRow("expression without case") << u"/SPORT/"_s << u"1001"_s;
    QTest::newRow("expression with diacritics") << u"/MÜN.hen/"_s << u"1001"_s;
    QTest::newRow("expression with a blank") << u"/kids|news 24/"_s << u"1002 2003"_s;
    QTest::newRow("expression excludes") << u"-/^\\d{4}$/"_s << QString();
    QTest::newRow("expression in a column") << u"id:/^1.*2$/"_s << u"1002"_s;
    QTest::newRow("expression with a slash") << u"/live\\/a/"_s << u"1001"_s;
    QTest::newRow("profile") << u"profile:p2"_s << u"2003"_s;
    QTest::newRow("tag") << u"team=sport"_s << u"1001"_s;
    QTest::newRow("hidden column") << u"192.0.2.2"_s << u"1002"_s;
}

void TestTableFilter::quickTextFinds()
{
    QFETCH(QString, quick);
    QFETCH(QString, ids);
    TableFilter filter;
    filter.quick = quick;
    QList<FilterProblem> problems;
    QCOMPARE(shownWith(filter, &problems), ids);
    QVERIFY(problems.isEmpty());
}

void TestTableFilter::columnFiltersFind_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<ColumnFilter>("filter");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const QString &column, Op op, const QStringList &values,
                        const QString &ids) {
        QTest::newRow(name) << column << ColumnFilter{op, values} << ids;
    };
    row("contains", u"name"_s, Op::Contains, {u"CAFE"_s}, u"2003"_s);
    row("contains nothing yet", u"name"_s, Op::Contains, {QString()}, u"1001 1002 2003"_s);
    row("contains without values", u"name"_s, Op::Contains, {}, u"1001 1002 2003"_s);
    row("not contains", u"name"_s, Op::NotContains, {u"news"_s}, u"1001 2003"_s);
    row("equals", u"name"_s, Op::Equals, {u"news 24"_s}, u"1002"_s);
    row("equals is not contains", u"name"_s, Op::Equals, {u"news"_s}, QString());
    row("equals an element", u"egressIps"_s, Op::Equals, {u"192.0.2.2"_s}, u"1002"_s);
    row("equals AWS's word", u"state"_s, Op::Equals, {u"IDLE"_s}, u"1002"_s);
    row("one of", u"state"_s, Op::OneOf, {u"idle"_s, u"running"_s}, u"1001 1002"_s);
    row("one of none", u"state"_s, Op::OneOf, {}, u"1001 1002 2003"_s);
    row("regex", u"id"_s, Op::Regex, {u"[13]$"_s}, u"1001 2003"_s);
    row("greater number", u"pipelinesExpected"_s, Op::Greater, {u"1"_s}, u"1001 2003"_s);
    row("less number", u"pipelinesExpected"_s, Op::Less, {u"1.5"_s}, u"1002"_s);
    row("later time", u"maintenanceDeadline"_s, Op::Greater, {u"2026-11-25"_s}, u"2003"_s);
    row("earlier time, none has it", u"maintenanceDeadline"_s, Op::Less, {u"2026-11-25"_s},
        QString());
    row("older", u"age"_s, Op::Greater, {u"60 s"_s}, u"2003"_s);
    row("empty", u"maintenanceDeadline"_s, Op::Empty, {}, u"1001 1002"_s);
    row("not empty", u"maintenanceDeadline"_s, Op::NotEmpty, {}, u"2003"_s);
    row("empty list", u"tags"_s, Op::Empty, {}, u"1002 2003"_s);
}

void TestTableFilter::columnFiltersFind()
{
    QFETCH(QString, column);
    QFETCH(ColumnFilter, filter);
    QFETCH(QString, ids);
    TableFilter whole;
    whole.columns.insert(column, filter);
    QList<FilterProblem> problems;
    QCOMPARE(shownWith(whole, &problems), ids);
    QVERIFY(problems.isEmpty());
}

void TestTableFilter::badPartsAreReportedAndLeftOut_data()
{
    QTest::addColumn<TableFilter>("filter");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("ids");
    const QString all = u"1001 1002 2003"_s;
    TableFilter filter;
    filter.quick = u"/news(/ 1002"_s;
    QTest::newRow("expression in the quick text") << filter << QString() << u"1002"_s;
    filter.quick = u"pipelinesRunning:>many"_s;
    QTest::newRow("number in the quick text") << filter << QString() << all;
    const auto row = [&all](const char *name, const QString &column, Op op, const QString &value) {
        TableFilter one;
        one.columns.insert(column, {op, {value}});
        QTest::newRow(name) << one << column << all;
    };
    row("expression", u"name"_s, Op::Regex, u"[a"_s);
    row("number", u"pipelinesRunning"_s, Op::Less, u"few"_s);
    row("time", u"maintenanceDeadline"_s, Op::Greater, u"tomorrow"_s);
    row("age", u"age"_s, Op::Less, u"5 fortnights"_s);
    row("greater than a text", u"name"_s, Op::Greater, u"5"_s);
    row("unknown column", u"nonsense"_s, Op::Contains, u"x"_s);
}

void TestTableFilter::badPartsAreReportedAndLeftOut()
{
    QFETCH(TableFilter, filter);
    QFETCH(QString, column);
    QFETCH(QString, ids);
    QList<FilterProblem> problems;
    QCOMPARE(shownWith(filter, &problems), ids);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().columnId, column);
    QVERIFY(!problems.first().text.isEmpty());
}

void TestTableFilter::endlessBacktrackingIsCutShort()
{
    ManualClock clock(start());
    ChannelModel model(clock);
    QList<ChannelRow> rows;
    for (int i = 0; i < 20; ++i)
        rows << channelRow(QString::number(i), QString(200, u'a') + u'!');
    model.upsert(rows);
    TableFilterProxy proxy(&model);
    TableFilter filter;
    filter.quick = u"/(a+)+$/"_s;
    QElapsedTimer timer;
    timer.start();
    proxy.setFilter(filter);
    // Unlimited, this takes longer than anybody lives.
    QVERIFY(timer.elapsed() < 20000);
    QCOMPARE(proxy.shownCount(), 0);
}

void TestTableFilter::missingReadingsAreNeitherGreaterNorLess()
{
    ManualClock clock(start());
    HealthModel model(clock);
    HealthRow missing = measuredRow(u"1"_s);
    missing.health.reading(HealthMetric::DroppedFrames) = {ReadingStatus::NoData, 0.0, {}};
    model.upsert({missing, measuredRow(u"2"_s)});
    TableFilterProxy proxy(&model);
    TableFilter filter;
    filter.columns.insert(u"droppedFrames"_s, {Op::Less, {u"1"_s}});
    proxy.setFilter(filter);
    QCOMPARE(proxy.shownCount(), 1);
    QCOMPARE(proxy.keyAt(0), u"p1/2/0"_s);
    filter.columns[u"droppedFrames"_s] = {Op::Empty, {}};
    proxy.setFilter(filter);
    QCOMPARE(proxy.shownCount(), 1);
    QCOMPARE(proxy.keyAt(0), u"p1/1/0"_s);
}

void TestTableFilter::filtersSurviveSettings()
{
    TableFilter filter;
    filter.quick = u"a \"b c\" -d"_s;
    for (int op = int(Op::Contains); op <= int(Op::NotEmpty); ++op)
        filter.columns.insert(u"column%1"_s.arg(op), {Op(op), {u"x"_s, u"y"_s}});
    filter.profiles = {u"p1"_s, u"p2"_s};
    filter.levels = {StateLevel::Critical, StateLevel::Unknown, StateLevel::None};
    filter.tags = {u"team=sport"_s};
    QCOMPARE(tableFilterFromVariant(toVariant(filter)), filter);
    QVERIFY(!filter.isEmpty());
    QVERIFY(tableFilterFromVariant(toVariant({})).isEmpty());
}

void TestTableFilter::oddSettingsGiveAnEmptyFilter()
{
    QVERIFY(tableFilterFromVariant({}).isEmpty());
    const QVariantMap odd{{u"columns"_s, 5},
                          {u"levels"_s, QStringList{u"splendid"_s}},
                          {u"profiles"_s, QVariantMap()},
                          {u"unknown"_s, true}};
    QVERIFY(tableFilterFromVariant(odd).isEmpty());
    const QVariantMap oddColumn{
        {u"columns"_s, QVariantMap{{u"name"_s, QVariantMap{{u"op"_s, u"resembles"_s}}}}}};
    QVERIFY(tableFilterFromVariant(oddColumn).isEmpty());
}

QTEST_GUILESS_MAIN(TestTableFilter)
#include "tst_tablefilter.moc"
