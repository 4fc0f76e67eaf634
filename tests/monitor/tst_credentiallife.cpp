// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "monitor/credentialorigin.h"
#include "monitor/credentialsession.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>
#include <utility>

using namespace tallylight;
using namespace tallylight::monitor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Gives what it is told to, when it is told to, and counts.
class ScriptedOrigin final : public CredentialOrigin
{
public:
    void fetch(QObject *context, Callback done) override
    {
        ++fetches;
        if (answersAtOnce)
            done(next);
        else
            m_waiting.add(context, std::move(done));
    }
    void invalidate(const Credentials &refused) override { invalidated.append(refused); }
    QDateTime endsAt() const override { return end; }
    QString mfaDevice() const override { return device; }
    void giveMfaCode(const Secret &code) override { codes.append(code); }
    void answer() { m_waiting.answer(next); }

    CredentialsProvider::Result next = Unexpected{ApiError{}};
    bool answersAtOnce = true;
    int fetches = 0;
    QList<Credentials> invalidated;
    QDateTime end;
    QString device;
    QList<Secret> codes;

private:
    CredentialQueue m_waiting;
};

ApiError networkError()
{
    ApiError error;
    error.category = ErrorCategory::Network;
    error.message = u"no route"_s;
    return error;
}

} // namespace

/// The life of credentials from the first call that needs them to the last.
class TestCredentialLife : public QObject
{
    Q_OBJECT

    ManualClock m_clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    std::shared_ptr<ScriptedOrigin> m_origin;
    std::unique_ptr<CredentialSession> m_session;
    int m_made = 0;

    /// New keys that end in \a life; none given, keys that don't end.
    Credentials keys(std::optional<std::chrono::seconds> life = std::nullopt)
    {
        Credentials made;
        made.accessKeyId = u"ASIA%1"_s.arg(++m_made);
        made.secretAccessKey = Secret(u"made up %1"_s.arg(m_made));
        made.sessionToken = Secret(u"token %1"_s.arg(m_made));
        if (life)
            made.expiresAt = m_clock.utcNow().addSecs(life->count());
        return made;
    }
    /// What a call gets right now; nullopt while it waits.
    std::optional<CredentialsProvider::Result> ask()
    {
        std::optional<CredentialsProvider::Result> got;
        QObject context;
        m_session->fetch(&context,
                         [&got](const CredentialsProvider::Result &result) { got = result; });
        return got;
    }
    QString askedKey()
    {
        const auto got = ask();
        return got && *got ? (*got)->accessKeyId : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_made = 0;
        m_origin = std::make_shared<ScriptedOrigin>();
        m_session = std::make_unique<CredentialSession>(m_origin, u"hint"_s, m_clock);
        m_session->setRandomSource([] { return 0.0; });
    }

    void oneFetchServesAllWhoWait()
    {
        m_origin->answersAtOnce = false;
        m_origin->next = keys(1h);
        int served = 0;
        for (int i = 0; i < 50; ++i) {
            m_session->fetch(this, [&served](const CredentialsProvider::Result &result) {
                served += result ? 1 : 0;
            });
        }
        QVERIFY(m_session->isWaiting());
        QCOMPARE(m_session->problem(), SecretProblem::None);
        QCOMPARE(m_origin->fetches, 1);
        m_origin->answer();
        QCOMPARE(served, 50);
        QVERIFY(!m_session->isWaiting());
        QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(m_origin->fetches, 1);
        QCOMPARE(m_session->ownerHint(), u"ASIA1"_s);
    }

    void whoIsGoneIsNotAnswered()
    {
        m_origin->answersAtOnce = false;
        m_origin->next = keys();
        bool called = false;
        {
            QObject shortLived;
            m_session->fetch(&shortLived,
                             [&called](const CredentialsProvider::Result &) { called = true; });
        }
        m_origin->answer();
        QVERIFY(!called);
    }

    void keysWithoutAnEndAreKept()
    {
        m_origin->next = keys();
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_clock.advance(1000h);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(m_origin->fetches, 1);
        QVERIFY(!m_session->state().expiresAt.isValid());
    }

    void renewalComesAheadOfTime_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("secondsBefore");
        QTest::newRow("twelve hours") << 720 << 0.0 << 600;
        QTest::newRow("an hour") << 60 << 0.0 << 600;
        QTest::newRow("an hour, jitter") << 60 << 0.5 << 675;
        QTest::newRow("a quarter") << 15 << 0.0 << 225;
    }
    void renewalComesAheadOfTime()
    {
        QFETCH(const int, minutes);
        QFETCH(const double, random);
        QFETCH(const int, secondsBefore);
        m_session->setRandomSource([random] { return random; });
        m_origin->next = keys(std::chrono::minutes(minutes));
        const Credentials first = *m_origin->next;
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_origin->next = keys(24h);
        m_clock.advance(std::chrono::minutes(minutes) - std::chrono::seconds(secondsBefore) - 1s);
        m_session->check();
        QCOMPARE(m_origin->fetches, 1);
        m_clock.advance(1s);
        m_session->check();
        QCOMPARE(m_origin->fetches, 2);
        QCOMPARE(m_origin->invalidated, QList<Credentials>{first}); // so that it gives new ones
        QCOMPARE(askedKey(), u"ASIA2"_s);
        QCOMPARE(m_origin->fetches, 2);
    }

    void callsGoOnDuringRenewal()
    {
        m_origin->next = keys(1h);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_origin->answersAtOnce = false;
        m_origin->next = keys(1h);
        m_clock.advance(55min);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(m_origin->fetches, 2);
        QVERIFY(!m_session->isWaiting());
        m_origin->answer();
        QCOMPARE(askedKey(), u"ASIA2"_s);
    }

    void failedRenewalLeavesWhatServes()
    {
        m_origin->next = keys(1h);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_origin->next = Unexpected{credentialError(SecretProblem::RoleRefused, u"no"_s)};
        m_clock.advance(55min);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(m_session->problem(), SecretProblem::None);
        QCOMPARE(m_session->state().renewalProblem, SecretProblem::RoleRefused);
        // Tried again, yet not with every call.
        for (int i = 0; i < 100; ++i)
            QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(m_origin->fetches, 2);
        m_clock.advance(5s);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(m_origin->fetches, 3);

        m_clock.advance(5min);
        const auto late = ask();
        QVERIFY(late && !*late);
        QCOMPARE(late->error().category, ErrorCategory::Credentials);
        QCOMPARE(m_session->problem(), SecretProblem::RoleRefused);
        QCOMPARE(m_session->state().detail, u"no"_s);
    }

    void recoveryIsTold()
    {
        QSignalSpy recovered(m_session.get(), &CredentialSession::recovered);
        m_origin->next = Unexpected{credentialError(SecretProblem::Locked)};
        QVERIFY(!*ask());
        QVERIFY(m_session->hasFailed());
        m_origin->next = keys();
        QVERIFY(!*ask()); // the prompt isn't brought up again and again
        QCOMPARE(m_origin->fetches, 1);
        m_session->tryAgain();
        QCOMPARE(recovered.count(), 1);
        QVERIFY(!m_session->hasFailed());
        QCOMPARE(askedKey(), u"ASIA1"_s);
    }

    void networkTroubleIsTriedAgainLaterAndLater()
    {
        m_origin->next = Unexpected{networkError()};
        QVERIFY(!*ask());
        QCOMPARE(m_session->problem(), SecretProblem::None); // the calls tell about the network
        QList<int> fetchedAt;
        for (int second = 1; second <= 300; ++second) {
            m_clock.advance(1s);
            const int before = m_origin->fetches;
            const auto got = ask();
            QVERIFY(got && !*got);
            QCOMPARE(got->error().category, ErrorCategory::Network);
            if (m_origin->fetches > before)
                fetchedAt.append(second);
        }
        QCOMPARE(fetchedAt, (QList<int>{5, 15, 35, 75, 135, 195, 255}));
    }

    void refusedKeysAreNotGivenAgain()
    {
        m_origin->next = keys(1h);
        const Credentials first = *m_origin->next;
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_session->invalidate(first);
        const auto again = ask(); // the source has no others
        QVERIFY(again && !*again);
        QCOMPARE(again->error().category, ErrorCategory::Expired);
        QCOMPARE(m_session->problem(), SecretProblem::Expired);
        QVERIFY(!*ask());
        QCOMPARE(m_origin->fetches, 2);

        m_origin->next = keys(1h);
        m_session->forget(); // somebody typed others
        QCOMPARE(askedKey(), u"ASIA2"_s);
        QCOMPARE(m_session->problem(), SecretProblem::None);
    }

    void lateRefusalOfOldKeysChangesNothing()
    {
        m_origin->next = keys(1h);
        const Credentials first = *m_origin->next;
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_origin->next = keys(1h);
        m_session->invalidate(first);
        QCOMPARE(askedKey(), u"ASIA2"_s);
        for (int i = 0; i < 10; ++i)
            m_session->invalidate(first);
        QCOMPARE(askedKey(), u"ASIA2"_s);
        QCOMPARE(m_origin->fetches, 2);
    }

    void changeAtTheSourceIsUsedAtOnce()
    {
        QSignalSpy recovered(m_session.get(), &CredentialSession::recovered);
        m_origin->next = Unexpected{credentialError(SecretProblem::AwsProfileUnusable)};
        Q_EMIT m_origin->changed();
        QCOMPARE(m_origin->fetches, 0); // nobody has asked yet
        QVERIFY(!*ask());
        m_origin->next = keys();
        Q_EMIT m_origin->changed();
        QCOMPARE(recovered.count(), 1);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_origin->next = keys();
        Q_EMIT m_origin->changed();
        QCOMPARE(askedKey(), u"ASIA2"_s);
    }

    void keysTypedWhileTheOldOnesAreReadCount()
    {
        m_origin->answersAtOnce = false;
        m_origin->next = keys();
        std::optional<CredentialsProvider::Result> got;
        m_session->fetch(this, [&got](const CredentialsProvider::Result &result) { got = result; });
        m_session->forget();
        m_origin->answer(); // the old ones, which are read once more
        QVERIFY(!got);
        QCOMPARE(m_origin->fetches, 2);
        m_origin->next = keys();
        m_origin->answer();
        QVERIFY(got && *got);
        QCOMPARE((*got)->accessKeyId, u"ASIA2"_s);
    }

    void promptIsNotBroughtUpTwice()
    {
        m_origin->answersAtOnce = false;
        QVERIFY(!ask());
        m_session->tryAgain();
        m_session->tryAgain();
        m_origin->next = keys();
        m_origin->answer();
        QCOMPARE(m_origin->fetches, 1);
    }

    void wrongClockDoesNotRenewForEver()
    {
        m_origin->next = keys(-2h); // this computer is two hours ahead
        QCOMPARE(askedKey(), u"ASIA1"_s);
        for (int i = 0; i < 20; ++i) {
            m_clock.advance(15s);
            QCOMPARE(askedKey(), u"ASIA1"_s);
        }
        QCOMPARE(m_origin->fetches, 1);
        QVERIFY(!m_session->state().expiresAt.isValid());
    }

    void sourceWithoutNewKeysIsNotPressed()
    {
        m_origin->next = keys(1h);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_clock.advance(51min);
        for (int i = 0; i < 59; ++i) {
            QCOMPARE(askedKey(), u"ASIA1"_s);
            m_clock.advance(1s);
        }
        QCOMPARE(m_origin->fetches, 2);
    }

    void whatCannotRenewIsWarnedOf()
    {
        m_origin->next = keys(1h);
        m_origin->end = m_origin->next->expiresAt;
        QCOMPARE(askedKey(), u"ASIA1"_s);
        const auto warning = [this] {
            return credentialWarning(m_session->state(), m_clock.utcNow());
        };
        m_clock.advance(44min);
        m_session->check();
        QCOMPARE(warning(), CredentialWarning::None);
        m_clock.advance(1min);
        QCOMPARE(warning(), CredentialWarning::Soon);
        m_clock.advance(10min);
        QCOMPARE(warning(), CredentialWarning::VerySoon);
        m_session->check();
        QCOMPARE(m_origin->fetches, 1); // asking could bring nothing
        m_clock.advance(5min);
        m_origin->next = Unexpected{credentialError(SecretProblem::MfaNeeded)};
        QVERIFY(!*ask());
        QCOMPARE(m_session->problem(), SecretProblem::MfaNeeded);
        QCOMPARE(warning(), CredentialWarning::None);
    }

    void whatRenewsIsNotWarnedOf()
    {
        m_origin->next = keys(1h);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        m_clock.advance(59min);
        QCOMPARE(credentialWarning(m_session->state(), m_clock.utcNow()), CredentialWarning::None);
        QVERIFY(m_session->state().expiresAt.isValid());
        QVERIFY(!m_session->state().endsAt.isValid());
    }

    void codeBeginsANewSessionAtOnce()
    {
        m_origin->device = u"arn:aws:iam::123456789012:mfa/me"_s;
        m_origin->next = Unexpected{credentialError(SecretProblem::MfaNeeded)};
        QVERIFY(!*ask());
        QVERIFY(!*ask());
        QCOMPARE(m_origin->fetches, 1);
        QCOMPARE(m_session->state().mfaDevice, m_origin->device);

        m_origin->next = Unexpected{credentialError(SecretProblem::MfaRefused)};
        m_session->giveMfaCode(u"000000"_s);
        QCOMPARE(m_session->problem(), SecretProblem::MfaRefused);
        QSignalSpy recovered(m_session.get(), &CredentialSession::recovered);
        m_origin->next = keys(1h);
        m_session->giveMfaCode(u"123456"_s);
        QCOMPARE(recovered.count(), 1);
        QCOMPARE(m_origin->codes.size(), 2);
        QCOMPARE(askedKey(), u"ASIA1"_s);

        // A wrong code before the session ends costs nothing.
        m_origin->next = Unexpected{credentialError(SecretProblem::MfaRefused)};
        m_session->giveMfaCode(u"000000"_s);
        QCOMPARE(askedKey(), u"ASIA1"_s);
        QCOMPARE(m_session->state().renewalProblem, SecretProblem::MfaRefused);
        m_origin->next = keys(1h);
        m_session->giveMfaCode(u"234567"_s);
        QCOMPARE(askedKey(), u"ASIA2"_s);
        QCOMPARE(m_session->state().renewalProblem, SecretProblem::None);
    }

    void everyProblemTravelsInAnError()
    {
        for (int i = static_cast<int>(SecretProblem::None) + 1;
             i <= static_cast<int>(SecretProblem::SignInNeeded); ++i) {
            const auto problem = static_cast<SecretProblem>(i);
            const ApiError error = credentialError(problem, u"why"_s);
            QCOMPARE(secretProblemOf(error), problem);
            QCOMPARE(error.message, u"why"_s);
            QVERIFY(error.category == ErrorCategory::Credentials
                    || error.category == ErrorCategory::Expired);
        }
        QCOMPARE(secretProblemOf(networkError()), SecretProblem::None);
    }
};

QTEST_GUILESS_MAIN(TestCredentialLife)
#include "tst_credentiallife.moc"
