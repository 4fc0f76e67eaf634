// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/demofixture.h"
#include "ui/connectiontestpanel.h"
#include "ui/fieldmessage.h"
#include "ui/noticebar.h"
#include "ui/profilebench.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::TestStep;
using ui::ProfileDialog;
using Outcome = storage::SecretStore::Outcome;

namespace {

const QString kId = u"AKIATALLYLIGHTSAMPLE"_s;
const QString kSecret = u"s3cr3t/Of+The/Sample+Profile/0123456789ab"_s.left(40);

} // namespace

class ProfileDialogTest : public tests::ProfileDialogBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDialog(); }
    void cleanup() { closeDialog(); }

    void aNewProfileIsTypedInAndSaved()
    {
        m_dialog->openForNew();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_dialog->isModal());
        QVERIFY(!button("saveButton")->isEnabled());
        QTest::keyClicks(edit("profileName"), u"Frankfurt prod"_s);
        QTest::keyClicks(combo("profileRegion")->lineEdit(), u"eu-central-1"_s);
        QTest::keyClicks(edit("accessKeyId"), kId);
        QVERIFY(!button("saveButton")->isEnabled());
        QTest::keyClicks(edit("secretAccessKey"), kSecret);
        QTRY_VERIFY(button("saveButton")->isEnabled());
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_service->profiles().size(), 1);
        const Profile &profile = m_service->profiles().first();
        QCOMPARE(m_saved->first().first().toString(), profile.id);
        QCOMPARE(profile.name, u"Frankfurt prod"_s);
        QCOMPARE(profile.region, u"eu-central-1"_s);
        const auto stored = m_keychain->credentials(profile.id);
        QVERIFY(stored);
        QCOMPARE(stored->accessKeyId, kId);
        QCOMPARE(stored->secretAccessKey, Secret(kSecret));
    }

    void theSecretIsNeverShownNorWrittenNorLeftBehind()
    {
        fillNew();
        QCOMPARE(edit("secretAccessKey")->echoMode(), QLineEdit::Password);
        QCOMPARE(edit("sessionToken")->echoMode(), QLineEdit::Password);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        for (const char *field : {"accessKeyId", "secretAccessKey", "sessionToken"})
            QVERIFY(edit(field)->text().isEmpty());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains(kSecret.toUtf8()));
        QVERIFY(!content.contains(kId.toUtf8()));
        QVERIFY(content.contains("eu-central-1"));
        // The stored keys outlive the wiping of the fields.
        QCOMPARE(m_keychain->credentials(m_service->profiles().first().id)->secretAccessKey,
                 Secret(kSecret));
    }

    void aSecretInTheWrongFieldIsHiddenThereToo()
    {
        m_dialog->openForNew();
        edit("accessKeyId")->setText(kSecret);
        edit("secretAccessKey")->setText(kId);
        QCOMPARE(edit("accessKeyId")->echoMode(), QLineEdit::Password);
        QVERIFY(message(u"accessKeyIdMessage"_s).contains(u"swapped"_s));
        edit("accessKeyId")->setText(kId);
        QCOMPARE(edit("accessKeyId")->echoMode(), QLineEdit::Normal);
    }

    void pastedKeysAreCleaned()
    {
        m_dialog->openForNew();
        edit("accessKeyId")->setText(u" %1\n"_s.arg(kId));
        QCOMPARE(edit("accessKeyId")->text(), kId);
        edit("secretAccessKey")->setText(u"\t%1 \r\n"_s.arg(kSecret));
        QCOMPARE(edit("secretAccessKey")->text(), kSecret);
    }

    void aPastedBlockFillsAllThreeFields()
    {
        m_dialog->openForNew();
        QGuiApplication::clipboard()->setText(
            u"[prod]\naws_access_key_id = ASIATALLYLIGHTSAMPLE\naws_secret_access_key = %1\n"
            "aws_session_token = tok+en/=\n"_s.arg(kSecret));
        edit("accessKeyId")->paste();
        QCOMPARE(edit("accessKeyId")->text(), u"ASIATALLYLIGHTSAMPLE"_s);
        QCOMPARE(edit("secretAccessKey")->text(), kSecret);
        QCOMPARE(edit("sessionToken")->text(), u"tok+en/="_s);
        QGuiApplication::clipboard()->clear();
    }

    void temporaryKeysNeedTheirToken()
    {
        fillNew();
        edit("accessKeyId")->setText(u"ASIATALLYLIGHTSAMPLE"_s);
        QVERIFY(!button("saveButton")->isEnabled());
        QVERIFY(message(u"tokenMessage"_s).contains(u"session token"_s));
        edit("sessionToken")->setText(u"token"_s);
        QVERIFY(button("saveButton")->isEnabled());
    }

    void everyWrongFieldSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("word");
        QTest::newRow("name taken")
            << u"profileName"_s << u"  TAKEN "_s << u"nameMessage"_s << u"already"_s;
        QTest::newRow("plain http") << u"endpointMedialive"_s << u"http://example.com"_s
                                    << u"endpointMedialiveMessage"_s << u"https://"_s;
        QTest::newRow("no scheme") << u"endpointMonitoring"_s << u"example.com:443"_s
                                   << u"endpointMonitoringMessage"_s << u"https://host"_s;
        QTest::newRow("path") << u"endpointSts"_s << u"https://example.com/sts"_s
                              << u"endpointStsMessage"_s << u"path"_s;
        QTest::newRow("not a URL") << u"endpointSts"_s << u"https://[oops"_s
                                   << u"endpointStsMessage"_s << u"https://host"_s;
    }

    void everyWrongFieldSaysWhatIsWrong()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, line);
        QFETCH(QString, word);
        Profile other = makeProfile();
        other.name = u"Taken"_s;
        other.region = u"eu-west-1"_s;
        QVERIFY(!m_service->save(other));
        fillNew();
        QVERIFY(button("saveButton")->isEnabled());
        m_dialog->findChild<QLineEdit *>(field)->setText(typed);
        QVERIFY(!button("saveButton")->isEnabled());
        QVERIFY2(message(line).contains(word), qPrintable(message(line)));
        QVERIFY(!m_dialog->findChild<QLabel *>(u"saveReason"_s)->text().isEmpty());
        QVERIFY(!button("saveButton")->toolTip().isEmpty());
    }

    void aClosingSlashOfAnEndpointIsForgiven()
    {
        fillNew();
        edit("endpointMedialive")->setText(u" https://ml.example.com:8443/ "_s);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_service->profiles().first().endpoints.medialive,
                 QUrl(u"https://ml.example.com:8443"_s));
    }

    void regionsAreCheckedByPartition()
    {
        fillNew();
        combo("profileRegion")->setEditText(u"frankfurt"_s);
        QVERIFY(button("saveButton")->isEnabled());
        combo("profileRegion")->setEditText(u"eu-central"_s);
        QVERIFY(!button("saveButton")->isEnabled());
        combo("profileRegion")->setEditText(u"il-central-1"_s);
        QVERIFY(button("saveButton")->isEnabled());
        QVERIFY(message(u"regionMessage"_s).contains(u"il-central-1"_s));
    }

    void aManualProxyIsKeptPerConnection()
    {
        fillNew();
        combo("proxyMonitoring")->setCurrentIndex(2);
        QVERIFY(!button("saveButton")->isEnabled());
        edit("proxyMonitoringUrl")->setText(u"http://proxy.example.com:3128"_s);
        QTRY_VERIFY(button("saveButton")->isEnabled());
        combo("proxyMedialive")->setCurrentIndex(1);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        const Profile &profile = m_service->profiles().first();
        QCOMPARE(profile.medialiveProxy.mode, ProxySetting::Mode::None);
        QCOMPARE(profile.monitoringProxy.mode, ProxySetting::Mode::Manual);
        QCOMPARE(profile.monitoringProxy.url, QUrl(u"http://proxy.example.com:3128"_s));
    }

    void editingShowsOnlyTheShortKeyAndKeepsTheKeys()
    {
        openStored();
        QTRY_VERIFY(edit("accessKeyId")->placeholderText().contains(u"AKIA…MPLE"_s));
        QVERIFY(edit("accessKeyId")->text().isEmpty());
        QVERIFY(edit("secretAccessKey")->text().isEmpty());
        QCOMPARE(edit("secretAccessKey")->placeholderText(), u"unchanged"_s);
        QVERIFY(!m_dialog->isDirty());
        edit("profileName")->setText(u"Renamed"_s);
        QVERIFY(m_dialog->isDirty());
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_service->profiles().first().name, u"Renamed"_s);
        QCOMPARE(m_keychain->credentials(m_profile.id)->secretAccessKey, Secret(kSecret));
    }

    void whatTheFormDoesNotShowIsKept()
    {
        m_profile.accountId = u"123456789012"_s;
        m_profile.unknownFields.insert(u"later"_s, 7);
        openStored();
        edit("profileName")->setText(u"Renamed"_s);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_service->profiles().first().accountId, u"123456789012"_s);
        QCOMPARE(m_service->profiles().first().unknownFields.value(u"later"_s).toInt(), 7);
    }

    void keepingForThisRunDoesNotTouchTheKeychain()
    {
        fillNew();
        check("keepForRun")->setChecked(true);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        const QString id = m_service->profiles().first().id;
        QVERIFY(!m_keychain->contains(id));
        QVERIFY(m_service->isThisRunOnly(id));
        // Later the keys can move into the keychain without being typed again.
        m_dialog->openFor(m_service->profiles().first());
        QVERIFY(check("keepForRun")->isChecked());
        check("keepForRun")->setChecked(false);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 2);
        QVERIFY(m_keychain->contains(id));
        QVERIFY(!m_service->isThisRunOnly(id));
    }

    void keepingForThisRunTakesStoredKeysAway()
    {
        openStored();
        QTRY_VERIFY(edit("accessKeyId")->placeholderText().contains(u"unchanged"_s));
        check("keepForRun")->setChecked(true);
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        const QString id = m_service->profiles().first().id;
        QVERIFY(m_service->isThisRunOnly(id));
        QVERIFY(!m_keychain->contains(id));
    }

    void keysTheKeychainDoesNotLetGoAreNamedAndCanBeTriedAgain()
    {
        openStored();
        QTRY_VERIFY(edit("accessKeyId")->placeholderText().contains(u"unchanged"_s));
        edit("accessKeyId")->setText(u"AKIAIOSFODNN7EXAMPLE"_s);
        edit("secretAccessKey")->setText(u"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"_s);
        check("keepForRun")->setChecked(true);
        m_keychain->failWith(Outcome::Locked, u"keychain words"_s);
        button("saveButton")->click();
        QTRY_VERIFY(notice()->title().contains(u"still be in the keychain"_s));
        const QString id = m_service->profiles().first().id;
        QVERIFY(m_service->isThisRunOnly(id));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(button("leaveKeysButton"));
        button("retryButton")->click(); // still locked
        QTRY_VERIFY(notice()->title().contains(u"still be in the keychain"_s));
        QVERIFY(m_keychain->contains(id));
        m_keychain->failWith(std::nullopt);
        button("retryButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QVERIFY(!m_keychain->contains(id));
        QVERIFY(m_service->isThisRunOnly(id));
    }

    void aKeychainThatRefusesIsExplainedWithAWayOut_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("denied") << Outcome::Denied;
        QTest::newRow("locked") << Outcome::Locked;
        QTest::newRow("no backend") << Outcome::NoBackend;
        QTest::newRow("timeout") << Outcome::Timeout;
        QTest::newRow("failed") << Outcome::Failed;
    }

    void aKeychainThatRefusesIsExplainedWithAWayOut()
    {
        QFETCH(Outcome, outcome);
        m_keychain->failWith(outcome, u"keychain words"_s);
        fillNew();
        button("saveButton")->click();
        QTRY_VERIFY(notice()->text().contains(u"its keys are not"_s));
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_service->profiles().size(), 1);
        QVERIFY(!notice()->title().isEmpty());
        m_keychain->failWith(std::nullopt);
        button("keepForRunButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QVERIFY(m_service->isThisRunOnly(m_service->profiles().first().id));
        QCOMPARE(m_service->profiles().size(), 1);
    }

    void tryingAgainStoresTheKeysAfterAll()
    {
        m_keychain->failWith(Outcome::Locked);
        fillNew();
        button("saveButton")->click();
        QTRY_VERIFY(m_dialog->findChild<QPushButton *>(u"retryButton"_s));
        m_keychain->failWith(std::nullopt);
        button("retryButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QVERIFY(m_keychain->contains(m_service->profiles().first().id));
    }

    void aKeychainThatDoesNotAnswerCanBeLeft()
    {
        m_keychain->setSilent(true);
        fillNew();
        button("saveButton")->click();
        QCOMPARE(notice()->title(), u"Waiting for the keychain…"_s);
        m_dialog->close();
        QVERIFY(m_dialog->isVisible());
        button("discardButton")->click();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_saved->size(), 1); // the profile is there, though not its keys
        QVERIFY(edit("secretAccessKey")->text().isEmpty());
    }

    void aFileThatCannotBeWrittenIsSaidInPlace()
    {
        QVERIFY(!m_service->load());
        // A folder in the file's place can't be replaced by any user.
        QVERIFY(QDir().mkpath(m_file + u"/inside"_s));
        fillNew();
        button("saveButton")->click();
        QTRY_VERIFY(notice()->isVisible());
        QVERIFY2(notice()->text().contains(u"profiles.json"_s)
                     || notice()->title().contains(u"changed"_s),
                 qPrintable(notice()->title() + notice()->text()));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_saved->isEmpty());
        QVERIFY(m_keychain->profileIds().isEmpty());
        QCOMPARE(edit("profileName")->text(), u"Frankfurt prod"_s);
    }

    void aFileSomebodyElseChangedIsNotOverwritten()
    {
        fillNew();
        {
            storage::ProfileStore other(m_file);
            QVERIFY(other.load().hasValue());
            Profile theirs = makeProfile();
            theirs.name = u"Theirs"_s;
            theirs.region = u"us-east-1"_s;
            QVERIFY(!other.save({theirs}));
        }
        button("saveButton")->click();
        QTRY_VERIFY(m_dialog->findChild<QPushButton *>(u"retryButton"_s));
        button("retryButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_service->profiles().size(), 2);
    }

    void unsavedChangesAreNotLostByClosing()
    {
        openStored();
        edit("profileName")->setText(u"Renamed"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(notice()->isVisible());
        button("keepEditingButton")->click();
        QVERIFY(!notice()->isVisible());
        QCOMPARE(edit("profileName")->text(), u"Renamed"_s);
        m_dialog->close();
        QVERIFY(m_dialog->isVisible());
        button("discardButton")->click();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_service->profiles().first().name, m_profile.name);
        QVERIFY(m_saved->isEmpty());
    }

    void anUntouchedDialogJustCloses()
    {
        m_dialog->openForNew();
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        openStored();
        m_dialog->close();
        QVERIFY(!m_dialog->isVisible());
    }

    void openingAnotherProfileDoesNotThrowChangesAway()
    {
        openStored();
        edit("profileName")->setText(u"Renamed"_s);
        m_dialog->openForNew();
        QCOMPARE(edit("profileName")->text(), u"Renamed"_s);
        QVERIFY(notice()->isVisible());
    }

    void theEnvironmentNeedsNoKeys()
    {
        m_dialog->openForNew();
        edit("profileName")->setText(u"CI"_s);
        combo("profileRegion")->setEditText(u"eu-west-1"_s);
        combo("credentialSource")->setCurrentIndex(1);
        QVERIFY(!edit("accessKeyId")->isVisible());
        QVERIFY(!message(u"sourceMessage"_s).isEmpty());
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_service->profiles().first().credentialSource, CredentialSource::Environment);
        QVERIFY(m_keychain->profileIds().isEmpty());
    }

    void theConnectionIsTestedWithWhatIsTyped()
    {
        tests::DemoFixture demo;
        m_dialog->openForNew();
        QVERIFY(!button("testButton")->isEnabled());
        fillFromDemo(demo, u"not its secret, though as long as one: 0"_s);
        QTRY_VERIFY(button("testButton")->isEnabled());
        button("testButton")->click();
        QVERIFY(panel()->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->isRunning(), 20000);
        QCOMPARE(panel()->result(TestStep::Signature)->outcome,
                 monitor::TestResult::Outcome::Failed);
        QVERIFY(!panel()->report().contains(u"not its secret"_s));
        // Nothing was saved for it.
        QVERIFY(m_service->profiles().isEmpty());
        QVERIFY(m_keychain->profileIds().isEmpty());
    }

    void theConnectionIsTestedWithTheStoredKeysWhenTheyAreUnchanged()
    {
        tests::DemoFixture demo;
        m_profile = demo.profile();
        QVERIFY(!m_service->save(m_profile));
        m_keychain->insert(m_profile.id, demo.region().credentials());
        demo.region().faults().setForbidden(u"ListAlerts"_s);
        m_dialog->openFor(m_profile);
        QTRY_VERIFY(button("testButton")->isEnabled());
        button("testButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel()->result(TestStep::DescribeAlarms) && !panel()->isRunning(),
                                 20000);
        QCOMPARE(panel()->result(TestStep::ListChannels)->outcome,
                 monitor::TestResult::Outcome::Passed);
        const QString report = panel()->report();
        QVERIFY2(report.contains(u"List alerts: failed"_s), qPrintable(report));
        QVERIFY(report.contains(u"medialive:ListAlerts"_s));
        QVERIFY(!report.contains(
            QString::fromUtf8(demo.region().credentials().secretAccessKey.expose())));
        QVERIFY(!report.contains(demo.region().credentials().accessKeyId));
        auto *advice = m_dialog->findChild<QLabel *>(
            u"testAdvice%1"_s.arg(static_cast<int>(TestStep::ListAlerts)));
        QVERIFY(advice->text().contains(u"medialive:ListAlerts"_s));
        // A missing permission brings the policy that has it.
        QVERIFY(m_dialog->findChild<QWidget *>(u"policyBox"_s)->isVisible());
        button("copyPolicy")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"medialive:ListAlerts\""_s));
        QGuiApplication::clipboard()->clear();
    }

    void aTestCanBeStopped()
    {
        tests::DemoFixture demo;
        m_dialog->openForNew();
        fillFromDemo(demo, QString::fromUtf8(demo.region().credentials().secretAccessKey.expose()));
        button("testButton")->click();
        button("testCancel")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->isRunning(), 20000);
        QCOMPARE(panel()->result(TestStep::DescribeAlarms)->outcome,
                 monitor::TestResult::Outcome::Skipped);
        // What is typed afterwards makes the old results worthless.
        edit("secretAccessKey")->setText(kSecret);
        QVERIFY(!panel()->result(TestStep::DescribeAlarms));
    }

    void everyFieldCanBeReachedAndHasAName()
    {
        m_dialog->openForNew();
        m_dialog->findChild<QToolButton *>(u"advancedButton"_s)->setChecked(true);
        int fields = 0;
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            const bool field = (qobject_cast<const QLineEdit *>(widget)
                                && !widget->objectName().startsWith(u"qt_"))
                || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QAbstractSpinBox *>(widget);
            if (!field || qobject_cast<const QComboBox *>(widget->parentWidget()))
                continue;
            ++fields;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
        }
        QVERIFY(fields >= 15);
    }

private:
    QLineEdit *edit(const char *name) { return find<QLineEdit>(name); }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    QComboBox *combo(const char *name) { return find<QComboBox>(name); }
    QCheckBox *check(const char *name) { return find<QCheckBox>(name); }
    ui::NoticeBar *notice() { return find<ui::NoticeBar>("profileNotice"); }
    ui::ConnectionTestPanel *panel()
    {
        return find<ui::ConnectionTestPanel>("connectionTestPanel");
    }

    /// What the line below a field says; empty while it is hidden.
    QString message(const QString &name)
    {
        const auto *line = m_dialog->findChild<ui::FieldMessage *>(name);
        return line && !line->isHidden() ? line->text() : QString();
    }

    template<typename T> T *find(const char *name)
    {
        // A button of the last notice may still await its deletion.
        const QList<T *> found = m_dialog->findChildren<T *>(QLatin1StringView(name));
        if (found.isEmpty())
            qFatal("no %s", name);
        return found.last();
    }

    void fillNew()
    {
        m_dialog->openForNew();
        edit("profileName")->setText(u"Frankfurt prod"_s);
        combo("profileRegion")->setEditText(u"eu-central-1"_s);
        edit("accessKeyId")->setText(kId);
        edit("secretAccessKey")->setText(kSecret);
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

    void openStored()
    {
        if (m_profile.name.isEmpty() || m_service->profiles().isEmpty()) {
            const Profile extra = m_profile;
            m_profile = makeProfile();
            m_profile.name = u"Stored"_s;
            m_profile.region = u"eu-central-1"_s;
            m_profile.accountId = extra.accountId;
            m_profile.unknownFields = extra.unknownFields;
            QVERIFY(!m_service->save(m_profile));
            Credentials credentials;
            credentials.accessKeyId = kId;
            credentials.secretAccessKey = Secret(kSecret);
            m_keychain->insert(m_profile.id, credentials);
        }
        m_dialog->openFor(m_profile);
    }

    Profile m_profile;
};

QTEST_MAIN(ProfileDialogTest)
#include "tst_profiledialog.moc"
