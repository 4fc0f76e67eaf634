// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/credentialtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::CredentialState;

namespace {

const QDateTime kNow(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

} // namespace

/// What is said of a session that ends, and what is offered against it.
class CredentialTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndOfASessionIsToldWithWhatHelps_data()
    {
        QTest::addColumn<QString>("mfaDevice");
        QTest::addColumn<bool>("isSignedInFor");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("advice");
        QTest::addColumn<QString>("action");
        QTest::newRow("keys of a person") << QString() << false << u"then new keys are needed"_s
                                          << u"Enter new keys in time"_s << u"Enter new keys…"_s;
        QTest::newRow("a device") << u"arn:aws:iam::123456789012:mfa/op"_s << false
                                  << u"then an MFA code is needed"_s << u"next code"_s
                                  << u"Enter the code…"_s;
        QTest::newRow("Identity Center")
            << QString() << true << u"then somebody has to sign in again"_s
            << u"Sign in again in time"_s << u"Sign in again…"_s;
    }

    void theEndOfASessionIsToldWithWhatHelps()
    {
        QFETCH(const QString, mfaDevice);
        QFETCH(const bool, isSignedInFor);
        QFETCH(const QString, line);
        QFETCH(const QString, advice);
        QFETCH(const QString, action);
        ui::RegionOverview region;
        region.profile.id = u"one"_s;
        region.profile.name = u"Frankfurt"_s;
        CredentialState &state = region.status.credentials;
        state.endsAt = kNow.addSecs(14 * 60);
        state.mfaDevice = mfaDevice;
        state.isSignedInFor = isSignedInFor;
        const auto zone = models::TimeZoneChoice::Utc;
        const QString told = ui::credentialsText(state, kNow, zone);
        QVERIFY2(told.startsWith(u"until 12:14:00 UTC"_s) && told.endsWith(line), qPrintable(told));
        const auto warnings = ui::sessionWarnings({region}, kNow, zone);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().title.contains(u"Frankfurt"_s));
        QVERIFY2(warnings.first().text.contains(advice), qPrintable(warnings.first().text));
        QCOMPARE(warnings.first().actions.first().label, action);
        // Dismissed at a quarter of an hour, it is said once more at five minutes.
        state.endsAt = kNow.addSecs(4 * 60);
        const auto urgent = ui::sessionWarnings({region}, kNow, zone);
        QVERIFY(urgent.first().title != warnings.first().title);
        state.endsAt = kNow.addSecs(16 * 60);
        QVERIFY(ui::sessionWarnings({region}, kNow, zone).isEmpty());
    }

    void keysThatHaveRunOutAreRenewedWhereTheyComeFrom_data()
    {
        QTest::addColumn<CredentialSource>("source");
        QTest::addColumn<QString>("advice");
        QTest::addColumn<QString>("action");
        QTest::newRow("keychain") << CredentialSource::Keychain << u"Enter new keys"_s
                                  << u"signIn"_s;
        QTest::newRow("shared files") << CredentialSource::AwsProfile
                                      << u"the shared AWS files are read again"_s << u"tryAgain"_s;
        QTest::newRow("environment")
            << CredentialSource::Environment << u"in the environment"_s << u"tryAgain"_s;
    }

    void keysThatHaveRunOutAreRenewedWhereTheyComeFrom()
    {
        QFETCH(const CredentialSource, source);
        QFETCH(const QString, advice);
        QFETCH(const QString, action);
        ui::RegionOverview region;
        region.profile.credentialSource = source;
        region.status.secretProblem = monitor::SecretProblem::Expired;
        const auto problems = ui::secretProblems({region});
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().text.contains(advice), qPrintable(problems.first().text));
        QCOMPARE(problems.first().actions.first().id, action);
    }
};

QTEST_APPLESS_MAIN(CredentialTextTest)
#include "tst_credentialtext.moc"
