// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "core/credentials.h"
#include "core/settings.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;

/// Credentials, and the two small interfaces that have a ready implementation in core: clock and
/// settings.
class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyIdsAreShownTooShortToUse_data();
    void keyIdsAreShownTooShortToUse();
    void bothHalvesAreNeeded();
    void staticCredentialsAreGivenAtOnce();
    void incompleteCredentialsAreAnError();
    void theManualClockMovesOnlyWhenTold();
    void aJumpMovesTheWallClockAlone();
    void theSystemClockIsUtcAndNeverGoesBack();
    void memorySettingsForgetByPrefix();
};

void CredentialsTest::keyIdsAreShownTooShortToUse_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("shown");
    QTest::newRow("usual") << u"AKIAIOSFODNN7EXAMPLE"_s << u"AKIA…MPLE"_s;
    QTest::newRow("short") << u"AKIA1234"_s << u"…"_s;
    QTest::newRow("one more") << u"AKIA12345"_s << u"AKIA…2345"_s;
    QTest::newRow("none") << QString() << QString();
}

void CredentialsTest::keyIdsAreShownTooShortToUse()
{
    QFETCH(QString, id);
    QFETCH(QString, shown);
    QCOMPARE(shortenedKeyId(id), shown);
}

void CredentialsTest::bothHalvesAreNeeded()
{
    QVERIFY(!Credentials().isComplete());
    QVERIFY(!(Credentials{u"A"_s, {}, {}, {}}.isComplete()));
    QVERIFY(!(Credentials{{}, Secret(u"s"_s), {}, {}}.isComplete()));
    QVERIFY((Credentials{u"A"_s, Secret(u"s"_s), {}, {}}.isComplete()));
}

void CredentialsTest::staticCredentialsAreGivenAtOnce()
{
    const Credentials credentials{u"A"_s, Secret(u"s"_s), Secret(u"t"_s), {}};
    StaticCredentialsProvider provider(credentials);
    std::optional<CredentialsProvider::Result> result;
    provider.fetch(this, [&result](const CredentialsProvider::Result &given) { result = given; });
    QVERIFY(result);
    QVERIFY(result->hasValue());
    QVERIFY(result->value() == credentials);
}

void CredentialsTest::incompleteCredentialsAreAnError()
{
    StaticCredentialsProvider provider(Credentials{});
    std::optional<CredentialsProvider::Result> result;
    provider.fetch(this, [&result](const CredentialsProvider::Result &given) { result = given; });
    QVERIFY(result);
    QVERIFY(!result->hasValue());
    QCOMPARE(result->error().category, ErrorCategory::Credentials);
}

void CredentialsTest::theManualClockMovesOnlyWhenTold()
{
    const QDateTime start(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    ManualClock clock(start);
    QCOMPARE(clock.utcNow(), start);
    clock.advance(90s);
    QCOMPARE(clock.utcNow(), start.addSecs(90));
    QCOMPARE(clock.elapsed(), 90000ms);
}

void CredentialsTest::aJumpMovesTheWallClockAlone()
{
    const QDateTime start(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    ManualClock clock(start);
    clock.jump(-1h);
    QCOMPARE(clock.utcNow(), start.addSecs(-3600));
    QCOMPARE(clock.elapsed(), 0ms);
}

void CredentialsTest::theSystemClockIsUtcAndNeverGoesBack()
{
    const SystemClock clock;
    QCOMPARE(clock.utcNow().timeSpec(), Qt::UTC);
    const auto first = clock.elapsed();
    QVERIFY(clock.elapsed() >= first);
}

void CredentialsTest::memorySettingsForgetByPrefix()
{
    MemorySettings settings;
    settings.setValue(u"layout/a"_s, 1);
    settings.setValue(u"layouts"_s, 2);
    settings.removeGroup(u"layout/"_s);
    QVERIFY(!settings.value(u"layout/a"_s).isValid());
    QCOMPARE(settings.value(u"layouts"_s), QVariant(2));
    QCOMPARE(settings.value(u"absent"_s, 7), QVariant(7));
}

QTEST_APPLESS_MAIN(CredentialsTest)
#include "tst_credentials.moc"
