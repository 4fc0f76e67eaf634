// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/demofixture.h"
#include "monitor/rolefixture.h"
#include "storage/awsfiles.h"
#include "ui/connectiontestpanel.h"
#include "ui/mfaprompt.h"
#include "ui/profilebench.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::TestStep;
using ui::ProfileDialog;

/// Where a profile's keys can come from, and the role they assume, as the profile dialog offers it.
class ProfileSourcesTest : public tests::ProfileDialogBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDialog(); }
    void cleanup() { closeDialog(); }

    void anAwsProfileIsShownHonestlyAndKept()
    {
        Profile profile = makeProfile();
        profile.name = u"By hand"_s;
        profile.region = u"eu-west-1"_s;
        profile.credentialSource = CredentialSource::AwsProfile;
        profile.awsProfile = u"broadcast"_s;
        QVERIFY(!m_service->save(profile));
        storage::AwsFiles files({m_dir->filePath(u"config"_s), m_dir->filePath(u"credentials"_s)});
        useSharedFiles(files);
        m_dialog->openFor(profile);
        QCOMPARE(combo("awsProfile")->currentText(), u"broadcast"_s);
        QVERIFY(combo("awsProfile")->isVisible());
        QVERIFY(!edit("accessKeyId")->isVisible());
        QVERIFY(message(u"sourceMessage"_s).contains(u"broadcast"_s));
        QVERIFY(!button("testButton")->isEnabled());
        edit("profileName")->setText(u"Renamed"_s);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_service->profiles().first().credentialSource, CredentialSource::AwsProfile);
        QCOMPARE(m_service->profiles().first().awsProfile, u"broadcast"_s);
    }

    void anAwsProfileIsChosenAndTested()
    {
        tests::DemoFixture demo;
        const Credentials keys = demo.region().credentials();
        writeFile(u"credentials"_s,
                  "[night]\nregion = eu-central-1\naws_access_key_id = " + keys.accessKeyId.toUtf8()
                      + "\naws_secret_access_key = " + keys.secretAccessKey.expose()
                      + "\n[day]\naws_access_key_id = AKIAX\n");
        storage::AwsFiles files({m_dir->filePath(u"config"_s), m_dir->filePath(u"credentials"_s)});
        useSharedFiles(files);
        m_dialog->openForNew();
        QComboBox *source = combo("credentialSource");
        source->setCurrentIndex(source->findData(static_cast<int>(CredentialSource::AwsProfile)));
        QCOMPARE(combo("awsProfile")->count(), 2);
        combo("awsProfile")->setEditText(u"day"_s);
        QVERIFY(message(u"sourceMessage"_s).contains(u"aws_secret_access_key"_s));
        combo("awsProfile")->setEditText(u"night"_s);
        QVERIFY(message(u"sourceMessage"_s).isEmpty());
        QVERIFY(combo("profileRegion")->currentText().contains(u"eu-central-1"_s));
        edit("profileName")->setText(u"Night"_s);
        for (const char *name : {"endpointMedialive", "endpointMonitoring", "endpointSts"})
            edit(name)->setText(demo.region().endpoint().toString());
        QTRY_VERIFY(button("testButton")->isEnabled());
        button("testButton")->click();
        auto *panel = m_dialog->findChild<ui::ConnectionTestPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->result(TestStep::DescribeAlarms).has_value(), 20000);
        QCOMPARE(panel->result(TestStep::ListChannels)->outcome,
                 monitor::TestResult::Outcome::Passed);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_service->profiles().first().awsProfile, u"night"_s);
        QVERIFY(m_keychain->profileIds().isEmpty());
    }

    void aRoleIsTypedCheckedTestedAndSaved()
    {
        tests::DemoFixture demo;
        m_dialog->openForNew();
        fillFromDemo(demo, QString::fromUtf8(demo.region().credentials().secretAccessKey.expose()));
        QVERIFY(!edit("roleArn")->isVisible());
        m_dialog->findChild<QToolButton *>(u"roleButton"_s)->click();
        QVERIFY(edit("roleArn")->isVisible());
        edit("profileName")->setText(u"Night"_s);
        edit("roleArn")->setText(u"Monitoring"_s);
        QVERIFY(!button("saveButton")->isEnabled());
        QVERIFY(message(u"roleArnMessage"_s).contains(u"arn:aws:iam"_s));
        edit("roleArn")->setText(u" arn:aws:iam::123456789012:role/Partner "_s);
        edit("roleExternalId")->setText(u"tallylight-demo"_s);
        edit("roleSessionName")->setText(u"night"_s);
        QVERIFY(message(u"roleArnMessage"_s).isEmpty());
        m_dialog->findChild<QSpinBox *>(u"roleMinutes"_s)->setValue(45);
        QTRY_VERIFY(button("testButton")->isEnabled());
        button("testButton")->click();
        auto *panel = m_dialog->findChild<ui::ConnectionTestPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->result(TestStep::DescribeAlarms).has_value(), 20000);
        QCOMPARE(panel->result(TestStep::Identity)->caller->arn,
                 u"arn:aws:sts::123456789012:assumed-role/Partner/night"_s);
        QCOMPARE(panel->result(TestStep::GetMetricStatistics)->outcome,
                 monitor::TestResult::Outcome::Passed);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        const AssumeRole expected{u"arn:aws:iam::123456789012:role/Partner"_s,
                                  u"tallylight-demo"_s,
                                  {},
                                  u"night"_s,
                                  2700};
        QCOMPARE(m_service->profiles().first().assumeRole, expected);
        m_dialog->openFor(m_service->profiles().first());
        QVERIFY(edit("roleArn")->isVisible());
        QVERIFY(!m_dialog->isDirty());
    }

    void aTestAsksForTheCodeARoleWants()
    {
        tests::RoleFixture demo;
        QList<CallRecord> calls;
        monitor::CredentialAccess access(*m_secrets);
        access.calls = [&calls](const QString &, const CallRecord &call) {
            calls.append(call);
        };
        m_service->setCredentialAccess(access);
        demo.profile().assumeRole.roleArn = tests::RoleFixture::roleArn(u"Guarded"_s);
        demo.profile().assumeRole.mfaSerial = tests::RoleFixture::mfaDevice();
        m_keychain->insert(demo.profile().id, demo.region().credentials());
        m_dialog->openFor(demo.profile());
        auto *panel = m_dialog->findChild<ui::ConnectionTestPanel *>();
        QVERIFY(!panel->prompt().isVisible());
        QTRY_VERIFY(button("testButton")->isEnabled());
        button("testButton")->click();
        QTRY_VERIFY(panel->prompt().isVisible());
        QVERIFY(message(u"mfaDevice"_s).contains(tests::RoleFixture::mfaDevice()));
        // Return is for the code, not for the dialog's own button.
        QTest::keyClicks(edit("mfaCode"), u"000"_s);
        QTest::keyClick(edit("mfaCode"), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QTest::keyClicks(edit("mfaCode"), u"000"_s);
        QTest::keyClick(edit("mfaCode"), Qt::Key_Return);
        QTRY_VERIFY(message(u"mfaMessage"_s).contains(u"refused"_s));
        QTest::keyClicks(edit("mfaCode"), u"123456"_s);
        QTest::keyClick(edit("mfaCode"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(panel->result(TestStep::DescribeAlarms).has_value(), 20000);
        QVERIFY(!panel->prompt().isVisible());
        QVERIFY(panel->result(TestStep::Identity)->caller->arn.contains(u"Guarded"_s));
        // Whoever looks into the calls sees how the credentials were got, and what was tried.
        QStringList operations;
        for (const CallRecord &call : std::as_const(calls))
            operations.append(call.operation);
        QCOMPARE(operations.count(u"AssumeRole"_s), 2);
        QVERIFY(operations.contains(u"ListChannels"_s));
    }

    void aTestWithoutTheCodeIsGivenUp()
    {
        tests::RoleFixture demo;
        demo.profile().assumeRole.roleArn = tests::RoleFixture::roleArn(u"Guarded"_s);
        demo.profile().assumeRole.mfaSerial = tests::RoleFixture::mfaDevice();
        m_keychain->insert(demo.profile().id, demo.region().credentials());
        m_dialog->openFor(demo.profile());
        auto *panel = m_dialog->findChild<ui::ConnectionTestPanel *>();
        QTRY_VERIFY(button("testButton")->isEnabled());
        button("testButton")->click();
        QTRY_VERIFY(panel->prompt().isVisible());
        button("mfaCancel")->click();
        QVERIFY(!panel->prompt().isVisible());
        QVERIFY(message(u"testSummary"_s).isEmpty());
        QVERIFY(m_dialog->isVisible());
    }

private:
    void useSharedFiles(storage::AwsFiles &files)
    {
        monitor::CredentialAccess access(*m_secrets);
        access.files = &files;
        m_service->setCredentialAccess(access);
    }
    void writeFile(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void fillFromDemo(tests::DemoFixture &demo, const QString &secret)
    {
        const QString endpoint = demo.region().endpoint().toString();
        for (const char *field : {"endpointMedialive", "endpointMonitoring", "endpointSts"})
            edit(field)->setText(endpoint);
        combo("profileRegion")->setEditText(demo.profile().region);
        edit("accessKeyId")->setText(demo.region().credentials().accessKeyId);
        edit("secretAccessKey")->setText(secret);
    }
    QLineEdit *edit(const char *name) const
    {
        return m_dialog->findChild<QLineEdit *>(QLatin1String(name));
    }
    QComboBox *combo(const char *name) const
    {
        return m_dialog->findChild<QComboBox *>(QLatin1String(name));
    }
    QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QLatin1String(name));
    }
    QString message(const QString &name) const
    {
        const auto *label = m_dialog->findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString();
    }
};

QTEST_MAIN(ProfileSourcesTest)
#include "tst_profilesources.moc"
