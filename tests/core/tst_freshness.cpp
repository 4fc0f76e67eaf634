// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/freshness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using C = ErrorCategory;

namespace {

const QDateTime kSeen(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

Freshness seenEvery(std::chrono::seconds interval)
{
    return {kSeen, interval, std::nullopt};
}

ApiError errorAt(C category, const QDateTime &at)
{
    ApiError error;
    error.category = category;
    error.at = at;
    return error;
}

} // namespace

class FreshnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverSeenIsNotObserved();
    void ageDecides_data();
    void ageDecides();
    void lostAccessIsBelievedAtOnce_data();
    void lostAccessIsBelievedAtOnce();
    void anErrorOlderThanTheObservationIsForgotten();
    void anErrorWithoutATimeIsBelieved();
    void aClockSetBackMakesNothingFresh();
    void ageIsNeverNegative();
};

void FreshnessTest::neverSeenIsNotObserved()
{
    Freshness freshness;
    QCOMPARE(freshness.trust(kSeen), Trust::NotObserved);
    QVERIFY(!freshness.age(kSeen));
    freshness.error = errorAt(C::Forbidden, kSeen);
    QCOMPARE(freshness.trust(kSeen), Trust::NotObserved);
}

void FreshnessTest::ageDecides_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("age");
    QTest::addColumn<Trust>("trust");
    QTest::newRow("just now") << 10 << 0 << Trust::Fresh;
    QTest::newRow("one interval") << 10 << 10 << Trust::Fresh;
    QTest::newRow("one missed") << 10 << 25 << Trust::Fresh;
    QTest::newRow("more than one missed") << 10 << 26 << Trust::Stale;
    QTest::newRow("longer interval") << 60 << 125 << Trust::Fresh;
    QTest::newRow("longer interval missed") << 60 << 126 << Trust::Stale;
    QTest::newRow("a day") << 10 << 86400 << Trust::Stale;
}

void FreshnessTest::ageDecides()
{
    QFETCH(int, interval);
    QFETCH(int, age);
    QFETCH(Trust, trust);
    QCOMPARE(seenEvery(std::chrono::seconds(interval)).trust(kSeen.addSecs(age)), trust);
}

void FreshnessTest::lostAccessIsBelievedAtOnce_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<Trust>("trust");
    for (const C category : {C::Credentials, C::Expired, C::Forbidden, C::Skew, C::Tls})
        QTest::addRow("access %d", static_cast<int>(category)) << category << Trust::Stale;
    for (const C category : {C::Network, C::Timeout, C::Throttled, C::Server, C::Malformed})
        QTest::addRow("passing %d", static_cast<int>(category)) << category << Trust::Fresh;
}

void FreshnessTest::lostAccessIsBelievedAtOnce()
{
    QFETCH(ErrorCategory, category);
    QFETCH(Trust, trust);
    Freshness freshness = seenEvery(10s);
    freshness.error = errorAt(category, kSeen.addSecs(1));
    QCOMPARE(freshness.trust(kSeen.addSecs(2)), trust);
    QCOMPARE(freshness.trust(kSeen.addSecs(26)), Trust::Stale);
}

void FreshnessTest::anErrorOlderThanTheObservationIsForgotten()
{
    Freshness freshness = seenEvery(10s);
    freshness.error = errorAt(C::Forbidden, kSeen.addSecs(-1));
    QCOMPARE(freshness.trust(kSeen.addSecs(2)), Trust::Fresh);
}

void FreshnessTest::anErrorWithoutATimeIsBelieved()
{
    Freshness freshness = seenEvery(10s);
    freshness.error = errorAt(C::Forbidden, {});
    QCOMPARE(freshness.trust(kSeen.addSecs(2)), Trust::Stale);
}

void FreshnessTest::aClockSetBackMakesNothingFresh()
{
    // Otherwise everything would look fresh until the clock has caught up, whatever happens
    // meanwhile.
    const Freshness freshness = seenEvery(10s);
    QCOMPARE(freshness.trust(kSeen.addSecs(-3600)), Trust::Stale);
    QCOMPARE(freshness.trust(kSeen.addSecs(-3)), Trust::Fresh); // an ordinary correction
}

void FreshnessTest::ageIsNeverNegative()
{
    const Freshness freshness = seenEvery(10s);
    QCOMPARE(freshness.age(kSeen.addSecs(90)), 90s);
    QCOMPARE(freshness.age(kSeen.addSecs(-90)), 0s);
}

QTEST_APPLESS_MAIN(FreshnessTest)
#include "tst_freshness.moc"
