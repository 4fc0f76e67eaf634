// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

/// A reader of {"k": <value>} and its problems.
struct Sample
{
    explicit Sample(const QByteArray &value)
        : reader(QJsonDocument::fromJson("{\"k\":" + value + "}").object(), u"root"_s, &problems)
    {
    }

    QStringList problems;
    JsonReader reader;
};

} // namespace

class JsonReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strings_data();
    void strings();
    void integers_data();
    void integers();
    void booleans_data();
    void booleans();
    void times_data();
    void times();
    void lists_data();
    void lists();
    void maps_data();
    void maps();
    void absentAndNullAreNoProblem_data();
    void absentAndNullAreNoProblem();
    void onlyRequiredStringsMayNotBeAbsent();
    void problemsNameTheWholePath();
    void oddElementsAreSkippedAndNamed();
    void problemsAreBounded();
    void timesBeyondReasonAreNoTimes();
};

void JsonReadTest::strings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("text") << QByteArray("\"a\"") << u"a"_s << true;
    QTest::newRow("empty") << QByteArray("\"\"") << QString() << true;
    QTest::newRow("a number as an id") << QByteArray("1234567") << u"1234567"_s << true;
    QTest::newRow("a long number") << QByteArray("123456789012345") << u"123456789012345"_s << true;
    QTest::newRow("a number too long to be exact") << QByteArray("1e300") << QString() << false;
    QTest::newRow("boolean") << QByteArray("true") << QString() << false;
    QTest::newRow("array") << QByteArray("[\"a\"]") << QString() << false;
    QTest::newRow("object") << QByteArray("{\"a\":1}") << QString() << false;
    QTest::newRow("null character") << QByteArray("\"a\\u0000b\"") << QString(u"a\0b"_s) << true;
    QTest::newRow("half a surrogate pair")
        << QByteArray("\"\\ud800\"") << QString(QChar(0xd800)) << true;
}

void JsonReadTest::strings()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    QFETCH(bool, good);
    Sample sample(json);
    QCOMPARE(sample.reader.string("k"_L1), text);
    QCOMPARE(sample.problems.isEmpty(), good);
}

void JsonReadTest::integers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("number"); // -999 for none
    QTest::addColumn<bool>("good");
    QTest::newRow("zero") << QByteArray("0") << 0 << true;
    QTest::newRow("negative") << QByteArray("-5") << -5 << true;
    QTest::newRow("largest") << QByteArray("2147483647") << std::numeric_limits<int>::max() << true;
    QTest::newRow("beyond") << QByteArray("2147483648") << -999 << false;
    QTest::newRow("far beyond") << QByteArray("1e300") << -999 << false;
    QTest::newRow("fraction") << QByteArray("1.5") << -999 << false;
    QTest::newRow("whole, written as a fraction") << QByteArray("2.0") << 2 << true;
    QTest::newRow("text") << QByteArray("\"1\"") << -999 << false;
    QTest::newRow("array") << QByteArray("[]") << -999 << false;
}

void JsonReadTest::integers()
{
    QFETCH(QByteArray, json);
    QFETCH(int, number);
    QFETCH(bool, good);
    Sample sample(json);
    QCOMPARE(sample.reader.integer("k"_L1).value_or(-999), number);
    QCOMPARE(sample.problems.isEmpty(), good);
}

void JsonReadTest::booleans_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::newRow("true") << QByteArray("true") << true;
    QTest::newRow("text") << QByteArray("\"true\"") << false;
    QTest::newRow("one") << QByteArray("1") << false;
}

void JsonReadTest::booleans()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    Sample sample(json);
    QCOMPARE(sample.reader.boolean("k"_L1).has_value(), good);
    QCOMPARE(sample.problems.isEmpty(), good);
}

void JsonReadTest::times_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QDateTime>("time");
    const QDateTime moment(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    QTest::newRow("UTC") << QByteArray("\"2026-01-02T03:04:05Z\"") << moment;
    QTest::newRow("milliseconds") << QByteArray("\"2026-01-02T03:04:05.678Z\"")
                                  << moment.addMSecs(678);
    QTest::newRow("zone") << QByteArray("\"2026-01-02T05:04:05+02:00\"") << moment;
    QTest::newRow("no zone means UTC") << QByteArray("\"2026-01-02T03:04:05\"") << moment;
    QTest::newRow("epoch seconds") << QByteArray("1767323045") << moment;
    QTest::newRow("epoch with a fraction") << QByteArray("1767323045.5") << moment.addMSecs(500);
    QTest::newRow("epoch as CloudWatch prints it") << QByteArray("1.767323045E9") << moment;
    for (const char *bad : {"\"\"", "\"soon\"", "\"2026-13-01T00:00:00Z\"", "true", "[]", "{}",
                            "1e300", "-1e300", "\"9999999-01-01T00:00:00Z\""})
        QTest::newRow(bad) << QByteArray(bad) << QDateTime();
}

void JsonReadTest::times()
{
    QFETCH(QByteArray, json);
    QFETCH(QDateTime, time);
    Sample sample(json);
    const QDateTime read = sample.reader.time("k"_L1);
    QCOMPARE(read, time);
    QCOMPARE(sample.problems.isEmpty(), time.isValid());
    if (read.isValid())
        QCOMPARE(read.timeSpec(), Qt::UTC);
}

void JsonReadTest::lists_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("list");
    QTest::addColumn<bool>("good");
    QTest::newRow("texts") << QByteArray(R"(["a","b"])") << QStringList{u"a"_s, u"b"_s} << true;
    QTest::newRow("empty") << QByteArray("[]") << QStringList() << true;
    QTest::newRow("mixed") << QByteArray(R"(["a",1,null,{},"b"])") << QStringList{u"a"_s, u"b"_s}
                           << false;
    QTest::newRow("text alone") << QByteArray("\"a\"") << QStringList() << false;
    QTest::newRow("object") << QByteArray("{}") << QStringList() << false;
}

void JsonReadTest::lists()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, list);
    QFETCH(bool, good);
    Sample sample(json);
    QCOMPARE(sample.reader.strings("k"_L1), list);
    QCOMPARE(sample.problems.isEmpty(), good);
}

void JsonReadTest::maps_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("good");
    QTest::newRow("tags") << QByteArray(R"({"a":"1","b":""})") << 2 << true;
    QTest::newRow("one odd value") << QByteArray(R"({"a":"1","b":2})") << 1 << false;
    QTest::newRow("array") << QByteArray("[]") << 0 << false;
}

void JsonReadTest::maps()
{
    QFETCH(QByteArray, json);
    QFETCH(int, size);
    QFETCH(bool, good);
    Sample sample(json);
    QCOMPARE(sample.reader.stringMap("k"_L1).size(), size);
    QCOMPARE(sample.problems.isEmpty(), good);
}

void JsonReadTest::absentAndNullAreNoProblem_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("absent") << QByteArray("other");
    QTest::newRow("null") << QByteArray("k");
}

void JsonReadTest::absentAndNullAreNoProblem()
{
    QFETCH(QByteArray, key);
    Sample sample("null");
    const QLatin1StringView k(key.constData(), key.size());
    QVERIFY(sample.reader.string(k).isEmpty());
    QVERIFY(!sample.reader.integer(k));
    QVERIFY(!sample.reader.number(k));
    QVERIFY(!sample.reader.boolean(k));
    QVERIFY(!sample.reader.time(k).isValid());
    QVERIFY(sample.reader.strings(k).isEmpty());
    QVERIFY(sample.reader.stringMap(k).isEmpty());
    QVERIFY(!sample.reader.object(k));
    bool called = false;
    sample.reader.objects(k, [&called](const JsonReader &) { called = true; });
    QVERIFY(!called);
    QCOMPARE(sample.problems, QStringList());
}

void JsonReadTest::onlyRequiredStringsMayNotBeAbsent()
{
    Sample sample("\"x\"");
    QCOMPARE(sample.reader.requiredString("k"_L1), u"x"_s);
    QCOMPARE(sample.problems, QStringList());
    QVERIFY(sample.reader.requiredString("id"_L1).isEmpty());
    QCOMPARE(sample.problems, QStringList{u"root.id: is missing"_s});
}

void JsonReadTest::problemsNameTheWholePath()
{
    Sample sample(R"([{"in":{"id":1}},{"in":{"id":{}}}])");
    sample.reader.objects("k"_L1, [](const JsonReader &element) {
        if (const auto in = element.object("in"_L1))
            in->string("id"_L1);
    });
    QCOMPARE(sample.problems,
             QStringList{u"root.k[1].in.id: expected a string, found an object"_s});
}

void JsonReadTest::oddElementsAreSkippedAndNamed()
{
    Sample sample(R"([{"a":1},7,null,{"a":2}])");
    int seen = 0;
    sample.reader.objects("k"_L1, [&seen](const JsonReader &element) {
        seen += element.integer("a"_L1).value_or(0);
    });
    QCOMPARE(seen, 3);
    QCOMPARE(sample.problems,
             (QStringList{u"root.k[1]: expected an object, found a number"_s,
                          u"root.k[2]: expected an object, found null"_s}));
}

void JsonReadTest::problemsAreBounded()
{
    Sample sample('[' + QByteArray("1,").repeated(10000) + "1]");
    sample.reader.objects("k"_L1, [](const JsonReader &) {});
    QVERIFY(!sample.problems.isEmpty());
    QVERIFY(sample.problems.size() <= 100);
}

void JsonReadTest::timesBeyondReasonAreNoTimes()
{
    for (const double seconds : {std::numeric_limits<double>::quiet_NaN(),
                                 std::numeric_limits<double>::infinity(), 1e18, -1e18})
        QVERIFY(!timeFromJson(QJsonValue(seconds)).isValid());
}

QTEST_APPLESS_MAIN(JsonReadTest)
#include "tst_jsonread.moc"
