// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/iampolicy.h"
#include "monitor/connectiontest.h"
#include "monitor/demofixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::ConnectionTest;
using monitor::TestResult;
using monitor::TestStep;
using tests::DemoFixture;
using Outcome = monitor::TestResult::Outcome;

class ConnectionTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepPassesOnAWorkingProfile()
    {
        DemoFixture demo;
        run(demo.profile(), demo.region().credentials());
        QCOMPARE(m_results.size(), ConnectionTest::steps().size());
        for (qsizetype i = 0; i < m_results.size(); ++i) {
            QCOMPARE(m_results.at(i).step, ConnectionTest::steps().at(i));
            QVERIFY2(m_results.at(i).outcome == Outcome::Passed,
                     qPrintable(QString::number(i) + u' '
                                + m_results.at(i).error.value_or(ApiError()).toLogLine()));
        }
        QCOMPARE(result(TestStep::Identity).caller->account, u"123456789012"_s);
    }

    void aWrongSecretFailsTheSignatureAndSkipsTheRest()
    {
        DemoFixture demo;
        Credentials wrong = demo.region().credentials();
        wrong.secretAccessKey = Secret(u"not the secret at all"_s);
        run(demo.profile(), wrong);
        QCOMPARE(result(TestStep::Tls).outcome, Outcome::Passed);
        QCOMPARE(result(TestStep::Signature).outcome, Outcome::Failed);
        QCOMPARE(result(TestStep::Signature).error->category, ErrorCategory::Credentials);
        QCOMPARE(result(TestStep::ListChannels).outcome, Outcome::Skipped);
        for (const TestResult &one : m_results) {
            if (one.error)
                QVERIFY(!one.error->message.contains(u"not the secret at all"_s));
        }
    }

    void aMissingPermissionIsNamedAndTheOthersAreStillAsked()
    {
        DemoFixture demo;
        demo.region().faults().setForbidden(u"ListAlerts"_s);
        run(demo.profile(), demo.region().credentials());
        QCOMPARE(result(TestStep::ListAlerts).outcome, Outcome::Failed);
        QCOMPARE(result(TestStep::ListAlerts).error->category, ErrorCategory::Forbidden);
        QCOMPARE(result(TestStep::ListAlerts).error->operation, u"ListAlerts"_s);
        QCOMPARE(result(TestStep::GetMetricData).outcome, Outcome::Passed);
    }

    void whatOnlyTheTestAsksForNeedNotBeAllowed()
    {
        DemoFixture demo;
        for (const QString &operation : {u"DescribeInput"_s, u"DescribeAlarms"_s})
            demo.region().faults().setForbidden(operation);
        run(demo.profile(), demo.region().credentials());
        for (const TestResult &one : m_results) {
            const bool optional = ConnectionTest::isOptional(one.step);
            QCOMPARE(one.outcome, optional ? Outcome::Skipped : Outcome::Passed);
            QCOMPARE(one.error.has_value(), optional);
        }
    }

    void thePolicyAllowsWhatTheTestCallsFailed()
    {
        // Each action whose refusal the test calls a failure is in the policy, and no other.
        const QHash<QString, TestStep> steps{
            {u"medialive:ListChannels"_s, TestStep::ListChannels},
            {u"medialive:DescribeChannel"_s, TestStep::DescribeChannel},
            {u"medialive:ListInputs"_s, TestStep::ListInputs},
            {u"medialive:ListAlerts"_s, TestStep::ListAlerts},
            {u"medialive:DescribeThumbnails"_s, TestStep::DescribeThumbnails},
            {u"cloudwatch:ListMetrics"_s, TestStep::ListMetrics},
            {u"cloudwatch:GetMetricData"_s, TestStep::GetMetricData},
            {u"cloudwatch:GetMetricStatistics"_s, TestStep::GetMetricStatistics}};
        const QStringList actions = requiredIamActions();
        QCOMPARE(steps.size(), actions.size());
        for (const QString &action : actions) {
            QVERIFY2(steps.contains(action), qPrintable(action));
            DemoFixture demo;
            demo.region().faults().setForbidden(action.section(u':', 1));
            run(demo.profile(), demo.region().credentials());
            QCOMPARE(result(steps.value(action)).outcome, Outcome::Failed);
        }
    }

    void theHostOfStsIsLookedForToo_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<TestStep>("step");
        QTest::newRow("no such name") << u"https://sts.invalid"_s << TestStep::Names;
        QTest::newRow("nobody there") << u"http://127.0.0.1:1"_s << TestStep::Tls;
    }
    void theHostOfStsIsLookedForToo()
    {
        QFETCH(QString, endpoint);
        QFETCH(TestStep, step);
        DemoFixture demo;
        Profile profile = demo.profile();
        profile.endpoints.sts = QUrl(endpoint);
        run(profile, demo.region().credentials());
        QCOMPARE(result(step).outcome, Outcome::Failed);
        QCOMPARE(result(step).error->service, u"sts"_s);
    }

    void aHostThatIsNotThereIsSaidFirst()
    {
        DemoFixture demo;
        const Profile profile = demo.profile();
        const Credentials credentials = demo.region().credentials();
        demo.unplug();
        run(profile, credentials);
        QCOMPARE(result(TestStep::Names).outcome, Outcome::Passed);
        QCOMPARE(result(TestStep::Tls).outcome, Outcome::Failed);
        QCOMPARE(result(TestStep::Tls).error->category, ErrorCategory::Network);
        QCOMPARE(result(TestStep::Identity).outcome, Outcome::Skipped);
    }

    void aNameThatDoesNotResolveIsANameProblem()
    {
        DemoFixture demo;
        Profile profile = demo.profile();
        profile.endpoints.medialive = QUrl(u"https://medialive.invalid"_s);
        run(profile, demo.region().credentials());
        QCOMPARE(result(TestStep::Names).outcome, Outcome::Failed);
        QVERIFY(result(TestStep::Names).error->message.contains(u"medialive.invalid"_s));
    }

    void aClockThatIsOffIsMeasured()
    {
        DemoFixture demo;
        demo.region().faults().setClockSkew(std::chrono::seconds(-600));
        run(demo.profile(), demo.region().credentials());
        QCOMPARE(result(TestStep::ClockCheck).outcome, Outcome::Failed);
        QCOMPARE(result(TestStep::ClockCheck).error->category, ErrorCategory::Skew);
        QVERIFY(qAbs(result(TestStep::ClockCheck).clockOffsetSeconds + 600) < 30);
    }

    void cancellingSkipsTheRestAndStillFinishes()
    {
        DemoFixture demo;
        ConnectionTest test(demo.profile(), demo.region().credentials(), demo.clock());
        int skipped = 0;
        bool finished = false;
        connect(&test, &ConnectionTest::stepStarted, &test, [&](TestStep step) {
            if (step == TestStep::Signature)
                test.cancel();
        });
        connect(&test, &ConnectionTest::stepFinished, &test,
                [&](const TestResult &one) { skipped += one.outcome == Outcome::Skipped ? 1 : 0; });
        connect(&test, &ConnectionTest::finished, &test, [&] { finished = true; });
        test.start();
        QTRY_VERIFY(finished);
        QVERIFY(skipped >= 7);
    }

private:
    void run(const Profile &profile, const Credentials &credentials)
    {
        m_results.clear();
        SystemClock clock;
        ConnectionTest test(profile, credentials, clock);
        int finished = 0;
        connect(&test, &ConnectionTest::stepFinished, &test,
                [this](const TestResult &one) { m_results.append(one); });
        connect(&test, &ConnectionTest::finished, &test, [&] { ++finished; });
        test.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished, 1, 60000);
    }
    TestResult result(TestStep step) const
    {
        for (const TestResult &one : m_results) {
            if (one.step == step)
                return one;
        }
        return {};
    }

    QList<TestResult> m_results;
};

QTEST_GUILESS_MAIN(ConnectionTestTest)
#include "tst_connectiontest.moc"
