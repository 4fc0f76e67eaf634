// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/errortext.h"
#include "models/samples.h"
#include "models/timeformat.h"
#include "models/words.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

using namespace tallylight;
using namespace tallylight::models;
using namespace tallylight::models::samples;

namespace {

const QStringList kStates{u"CREATING"_s, u"CREATE_FAILED"_s, u"IDLE"_s,          u"STARTING"_s,
                          u"RUNNING"_s,  u"RECOVERING"_s,    u"STOPPING"_s,      u"DELETING"_s,
                          u"DELETED"_s,  u"UPDATING"_s,      u"UPDATE_FAILED"_s, u"ATTACHED"_s,
                          u"DETACHED"_s, u"SET"_s,           u"CLEARED"_s,       u"SOMETHING_NEW"_s,
                          QString()};

QList<ErrorCategory> allCategories()
{
    QList<ErrorCategory> categories;
    const QMetaEnum known = QMetaEnum::fromType<ErrorCategory>();
    for (int i = 0; i < known.keyCount(); ++i)
        categories << ErrorCategory(known.value(i));
    return categories;
}

ApiError errorOf(ErrorCategory category)
{
    ApiError error;
    error.category = category;
    return error;
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsAreNeverGreenUnlessFresh();
    void channelLevels_data();
    void channelLevels();
    void knownStatesHaveWords();
    void levelsHaveWordsAndNames();
    void everyReasonHasWords();
    void reasonsTellWhatIsKnown();
    void everyCategoryHasATitleAndAdvice();
    void forbiddenNamesTheMissingAction_data();
    void forbiddenNamesTheMissingAction();
    void skewTellsHowMuchAndWhichWay();
    void redirectsAreExplained();
    void detailsQuoteTheService();
    void staleReasonsTellSinceWhenAndWhy();
    void timesCarryTheirZone();
    void ages_data();
    void ages();
    void agesAreReadBack_data();
    void agesAreReadBack();
    void timesAreReadBack_data();
    void timesAreReadBack();
    void numbers_data();
    void numbers();
};

void TestWords::levelsAreNeverGreenUnlessFresh()
{
    int greens = 0;
    for (const QString &state : kStates) {
        for (const Trust trust : {Trust::Fresh, Trust::Stale, Trust::NotObserved}) {
            for (const int pipelines : {0, 1, 2}) {
                Channel one = channel(u"1"_s, u"A"_s, state);
                one.pipelinesRunning = pipelines;
                Input input;
                input.state = state;
                ChannelAlert alert;
                alert.state = state;
                for (const StateLevel level : {channelLevel(one, trust), inputLevel(input, trust),
                                               alertLevel(alert, trust)}) {
                    if (trust != Trust::Fresh)
                        QCOMPARE(level, StateLevel::Unknown);
                    greens += level == StateLevel::Ok ? 1 : 0;
                }
            }
        }
    }
    QCOMPARE(greens, 1 + 3); // RUNNING with both legs, and ATTACHED whatever the legs
}

void TestWords::channelLevels_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("channelClass");
    QTest::addColumn<int>("running"); // -1: not told
    QTest::addColumn<StateLevel>("level");
    QTest::newRow("both legs") << u"RUNNING"_s << u"STANDARD"_s << 2 << StateLevel::Ok;
    QTest::newRow("one leg") << u"RUNNING"_s << u"STANDARD"_s << 1 << StateLevel::Warning;
    QTest::newRow("no leg") << u"RUNNING"_s << u"STANDARD"_s << 0 << StateLevel::Critical;
    QTest::newRow("single leg") << u"RUNNING"_s << u"SINGLE_PIPELINE"_s << 1 << StateLevel::Ok;
    QTest::newRow("not told") << u"RUNNING"_s << u"STANDARD"_s << -1 << StateLevel::Unknown;
    QTest::newRow("unknown class") << u"RUNNING"_s << u"NEW"_s << 2 << StateLevel::Unknown;
    QTest::newRow("recovering") << u"RECOVERING"_s << u"STANDARD"_s << 2 << StateLevel::Critical;
    QTest::newRow("failed") << u"UPDATE_FAILED"_s << u"STANDARD"_s << 0 << StateLevel::Critical;
    QTest::newRow("idle") << u"IDLE"_s << u"STANDARD"_s << 0 << StateLevel::Idle;
    QTest::newRow("starting") << u"STARTING"_s << u"STANDARD"_s << 0 << StateLevel::Idle;
    QTest::newRow("unknown state") << u"NEW"_s << u"STANDARD"_s << 2 << StateLevel::Unknown;
}

void TestWords::channelLevels()
{
    QFETCH(QString, state);
    QFETCH(QString, channelClass);
    QFETCH(int, running);
    QFETCH(StateLevel, level);
    Channel one = channel(u"1"_s, u"A"_s, state);
    one.channelClass = channelClass;
    one.pipelinesRunning = running < 0 ? std::nullopt : std::optional(running);
    QCOMPARE(channelLevel(one, Trust::Fresh), level);
}

void TestWords::knownStatesHaveWords()
{
    for (const QString &state : kStates) {
        const QString word = stateWord(state);
        if (state == u"SOMETHING_NEW" || state.isEmpty()) {
            QCOMPARE(word, state);
        } else {
            QVERIFY2(word != state && !word.contains(u'_'), qPrintable(state));
            QCOMPARE(word.toUpper().replace(u' ', u'_'), state);
        }
    }
}

void TestWords::levelsHaveWordsAndNames()
{
    QSet<QString> words;
    QSet<QString> names;
    for (int level = int(StateLevel::Critical); level <= int(StateLevel::None); ++level) {
        words.insert(levelWord(StateLevel(level)));
        names.insert(levelName(StateLevel(level)));
    }
    QCOMPARE(words.size(), 6);
    QCOMPARE(names.size(), 6);
    QCOMPARE(levelName(StateLevel::Ok), u"ok"_s);
    QCOMPARE(levelName(StateLevel::None), u"none"_s);
    QCOMPARE(levelOf(HealthLevel::Critical), StateLevel::Critical);
    QCOMPARE(levelOf(HealthLevel::Unknown), StateLevel::Unknown);
    QCOMPARE(levelOf(HealthLevel::Ok), StateLevel::Ok);
    QCOMPARE(levelOf(HealthLevel::Idle), StateLevel::Idle);
}

void TestWords::everyReasonHasWords()
{
    // Everything judge() can say, found by making it say it.
    const Freshness fresh = seenAt(start());
    QSet<QString> reasons{u"metricsStale"_s};
    const auto collect
        = [&](const PipelineHealth &health, const Freshness &inventory, const Freshness &alerts) {
              for (const QString &reason : judge(health, inventory, alerts, start()).reasons)
                  reasons.insert(reason);
          };
    for (const HealthMetric metric : kHealthMetrics) {
        for (const double value : {0.0, 1.0, 60000.0}) {
            HealthRow row = measuredRow(u"1"_s);
            row.health.reading(metric).value = value;
            collect(row.health, fresh, fresh);
        }
        HealthRow row = measuredRow(u"1"_s);
        row.health.reading(metric).status = ReadingStatus::Failed;
        collect(row.health, fresh, fresh);
    }
    HealthRow row = healthRow(u"1"_s);
    collect(row.health, Freshness(), fresh);
    collect(row.health, fresh, Freshness());
    row.health.pipelinesRunning = 1;
    row.health.setAlerts = 1;
    collect(row.health, fresh, fresh);
    row.health.channelState = u"RECOVERING"_s;
    collect(row.health, fresh, fresh);
    row.health.channelState = u"IDLE"_s;
    collect(row.health, fresh, fresh);

    QVERIFY2(reasons.size() >= 14, qPrintable(QStringList(reasons.values()).join(u' ')));
    for (const QString &reason : std::as_const(reasons)) {
        const QString words = reasonText(reason, row.health);
        QVERIFY2(words != reason && words.contains(u' '), qPrintable(reason));
    }
    QCOMPARE(reasonText(u"ruleOfTheFuture"_s, row.health), u"ruleOfTheFuture"_s);
}

void TestWords::reasonsTellWhatIsKnown()
{
    PipelineHealth health;
    health.channelState = u"RECOVERING"_s;
    health.worstAlert = u"Video Not Detected"_s;
    health.pipelinesRunning = 1;
    health.pipelinesExpected = 2;
    QCOMPARE(reasonText(u"state"_s, health), u"channel state: Recovering"_s);
    QCOMPARE(reasonText(u"alert"_s, health), u"alert: Video Not Detected"_s);
    QCOMPARE(reasonText(u"pipelines"_s, health), u"1 of 2 pipelines running"_s);
    health.pipelinesRunning = std::nullopt;
    QCOMPARE(reasonText(u"pipelines"_s, health), u"number of running pipelines unknown"_s);
}

void TestWords::everyCategoryHasATitleAndAdvice()
{
    QSet<QString> titles;
    QSet<QString> advices;
    for (const ErrorCategory category : allCategories()) {
        const QString title = errorTitle(errorOf(category));
        const QString advice = errorAdvice(errorOf(category));
        if (category == ErrorCategory::None) {
            QVERIFY(title.isEmpty() && advice.isEmpty());
            continue;
        }
        QVERIFY2(!title.isEmpty() && !title.endsWith(u'.'), qPrintable(title));
        QVERIFY2(!titles.contains(title), qPrintable(title));
        titles.insert(title);
        if (category == ErrorCategory::Cancelled) {
            QVERIFY(advice.isEmpty());
            continue;
        }
        QVERIFY2(advice.endsWith(u'.'), qPrintable(title));
        QVERIFY2(!advices.contains(advice), qPrintable(advice));
        advices.insert(advice);
    }
    QCOMPARE(titles.size(), allCategories().size() - 1);
}

void TestWords::forbiddenNamesTheMissingAction_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("action");
    QTest::newRow("medialive") << u"medialive"_s << u"ListChannels"_s
                               << u"medialive:ListChannels"_s;
    QTest::newRow("cloudwatch") << u"monitoring"_s << u"GetMetricData"_s
                                << u"cloudwatch:GetMetricData"_s;
    QTest::newRow("sts") << u"sts"_s << u"GetCallerIdentity"_s << u"sts:GetCallerIdentity"_s;
    QTest::newRow("unknown operation") << u"medialive"_s << QString() << QString();
    QTest::newRow("unknown service") << u"other"_s << u"DoThings"_s << QString();
}

void TestWords::forbiddenNamesTheMissingAction()
{
    QFETCH(QString, service);
    QFETCH(QString, operation);
    QFETCH(QString, action);
    ApiError error = errorOf(ErrorCategory::Forbidden);
    error.service = service;
    error.operation = operation;
    QCOMPARE(iamAction(error), action);
    QVERIFY(errorAdvice(error).contains(action));
    error.code = u"OptInRequired"_s;
    QVERIFY(errorAdvice(error).contains(u"not enabled"_s));
}

void TestWords::skewTellsHowMuchAndWhichWay()
{
    ApiError error = errorOf(ErrorCategory::Skew);
    error.clockOffsetSeconds = 420;
    QVERIFY(errorAdvice(error).contains(u"7 min behind"_s));
    error.clockOffsetSeconds = -7500;
    QVERIFY(errorAdvice(error).contains(u"2 h 5 min ahead"_s));
    error.clockOffsetSeconds = 0;
    QVERIFY(!errorAdvice(error).contains(u"0 s"_s));
}

void TestWords::redirectsAreExplained()
{
    ApiError error = errorOf(ErrorCategory::Server);
    error.httpStatus = 503;
    error.service = u"monitoring"_s;
    QVERIFY(errorAdvice(error).startsWith(u"CloudWatch"_s));
    error.httpStatus = 302;
    QVERIFY(errorAdvice(error).contains(u"points elsewhere"_s));
}

void TestWords::detailsQuoteTheService()
{
    ApiError error = forbidden(start());
    error.message = u"User is not authorized"_s;
    error.requestId = u"req-1"_s;
    QCOMPARE(errorDetails(error).section(u'\n', 0, 0), u"Access denied"_s);
    QVERIFY(errorDetails(error).contains(u"User is not authorized"_s));
    QCOMPARE(errorDetails(error).section(u'\n', -1),
             u"ListChannels, HTTP 403, AccessDeniedException, request req-1"_s);
    QVERIFY(errorDetails(ApiError()).isEmpty());
}

void TestWords::staleReasonsTellSinceWhenAndWhy()
{
    Freshness freshness = seenAt(start());
    QVERIFY(staleReason(freshness, start()).isEmpty());
    const QString old = staleReason(freshness, start().addSecs(7200));
    QVERIFY2(old.contains(u"2 h ago"_s) && old.contains(u"02:57:44 UTC"_s)
                 && old.contains(u"04:57:44 EET"_s),
             qPrintable(old));
    freshness.error = forbidden(start().addSecs(1));
    QVERIFY(staleReason(freshness, start().addSecs(2)).contains(u"medialive:ListChannels"_s));
    QVERIFY(!staleReason(Freshness(), start()).isEmpty());
}

void TestWords::timesCarryTheirZone()
{
    QCOMPARE(formatTime(start(), TimeZoneChoice::Utc), u"2026-11-23 02:57:44 UTC"_s);
    QCOMPARE(formatTime(start(), TimeZoneChoice::Local), u"2026-11-23 04:57:44 EET"_s);
    QCOMPARE(formatTimeBoth(start()), u"2026-11-23 02:57:44 UTC (2026-11-23 04:57:44 EET)"_s);
    QVERIFY(formatTime(QDateTime(), TimeZoneChoice::Utc).isEmpty());
    QVERIFY(formatTimeBoth(QDateTime()).isEmpty());
}

void TestWords::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5) << u"0 s"_s;
    QTest::newRow("zero") << qint64(0) << u"0 s"_s;
    QTest::newRow("seconds") << qint64(59) << u"59 s"_s;
    QTest::newRow("a minute") << qint64(60) << u"1 min"_s;
    QTest::newRow("minutes") << qint64(3599) << u"59 min"_s;
    QTest::newRow("an hour") << qint64(3600) << u"1 h"_s;
    QTest::newRow("hours and minutes") << qint64(7500) << u"2 h 5 min"_s;
    QTest::newRow("nearly a day") << qint64(86399) << u"23 h 59 min"_s;
    QTest::newRow("a day") << qint64(86400) << u"1 d"_s;
    QTest::newRow("days") << qint64(3 * 86400 + 7200) << u"3 d"_s;
}

void TestWords::ages()
{
    QFETCH(qint64, seconds);
    QTEST(formatAge(std::chrono::seconds(seconds)), "text");
}

void TestWords::agesAreReadBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: not an age
    QTest::newRow("bare") << u"90"_s << qint64(90);
    QTest::newRow("seconds") << u"90 s"_s << qint64(90);
    QTest::newRow("minutes") << u"5min"_s << qint64(300);
    QTest::newRow("m") << u"5m"_s << qint64(300);
    QTest::newRow("mixed") << u"1 h 30 min"_s << qint64(5400);
    QTest::newRow("days") << u"2 days"_s << qint64(172800);
    QTest::newRow("capitals") << u"2 H"_s << qint64(7200);
    QTest::newRow("empty") << QString() << qint64(-1);
    QTest::newRow("no number") << u"min"_s << qint64(-1);
    QTest::newRow("two bare numbers") << u"1 30"_s << qint64(-1);
    QTest::newRow("unknown unit") << u"3 moons"_s << qint64(-1);
    QTest::newRow("rubbish behind") << u"3 s!"_s << qint64(-1);
    QTest::newRow("negative") << u"-3 s"_s << qint64(-1);
    QTest::newRow("huge") << QString(u"999999999d "_s).repeated(1000) << qint64(-1);
    QTest::newRow("more digits than fit") << QString(40, u'9') << qint64(-1);
}

void TestWords::agesAreReadBack()
{
    QFETCH(QString, text);
    const std::optional<std::chrono::seconds> age = parseAge(text);
    QTEST(age ? qint64(age->count()) : qint64(-1), "seconds");
}

void TestWords::timesAreReadBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TimeZoneChoice>("zone");
    QTest::addColumn<QDateTime>("time");
    const auto utc = [](int hour, int minute, int second) {
        return QDateTime(QDate(2026, 11, 23), QTime(hour, minute, second), Qt::UTC);
    };
    const auto kUtc = TimeZoneChoice::Utc;
    const auto kLocal = TimeZoneChoice::Local;
    QTest::newRow("seconds") << u"2026-11-23 02:57:44"_s << kUtc << utc(2, 57, 44);
    QTest::newRow("minutes") << u"2026-11-23 02:57"_s << kUtc << utc(2, 57, 0);
    QTest::newRow("day") << u"2026-11-23"_s << kUtc << utc(0, 0, 0);
    QTest::newRow("local") << u"2026-11-23 04:57"_s << kLocal << utc(2, 57, 0);
    QTest::newRow("as shown") << u"2026-11-23 02:57:44 UTC"_s << kLocal << utc(2, 57, 44);
    QTest::newRow("ISO") << u"2026-11-23T02:57:44Z"_s << kLocal << utc(2, 57, 44);
    QTest::newRow("ISO with an offset")
        << u"2026-11-23T03:57:44+01:00"_s << kLocal << utc(2, 57, 44);
    QTest::newRow("ISO without a zone") << u"2026-11-23T02:57:44"_s << kUtc << utc(2, 57, 44);
    QTest::newRow("no such day") << u"2026-02-30"_s << kUtc << QDateTime();
    QTest::newRow("words") << u"yesterday"_s << kUtc << QDateTime();
    QTest::newRow("empty") << QString() << kUtc << QDateTime();
    QTest::newRow("rubbish behind") << u"2026-11-23 02:57 or so"_s << kUtc << QDateTime();
}

void TestWords::timesAreReadBack()
{
    QFETCH(QString, text);
    QFETCH(TimeZoneChoice, zone);
    QTEST(parseTime(text, zone), "time");
}

void TestWords::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("german");
    QTest::newRow("whole") << 25.0 << 2 << u"25"_s;
    QTest::newRow("fraction") << 29.97 << 2 << u"29,97"_s;
    QTest::newRow("rounded") << 4.256 << 2 << u"4,26"_s;
    QTest::newRow("trailing zero") << 4.5 << 2 << u"4,5"_s;
    QTest::newRow("groups") << 60000.0 << 0 << u"60.000"_s;
    QTest::newRow("negative nothing") << -0.001 << 1 << u"0"_s;
    QTest::newRow("negative") << -3.25 << 1 << u"-3,3"_s;
}

void TestWords::numbers()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(QString, german);
    const QLocale locale(QLocale::German, QLocale::Germany);
    QCOMPARE(formatNumber(value, decimals, locale), german);
    QCOMPARE(formatQuantity(value, u"ms"_s, decimals, locale), german + u" ms"_s);
    QCOMPARE(formatQuantity(value, QString(), decimals, locale), german);
}

int main(int argc, char *argv[])
{
    // A zone that needs no zone files: two hours east, all year.
    qputenv("TZ", "EET-2");
    QCoreApplication app(argc, argv);
    TestWords test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_words.moc"
