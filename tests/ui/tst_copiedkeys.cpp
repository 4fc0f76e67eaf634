// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/demofixture.h"
#include "ui/connectiontestpanel.h"
#include "ui/messagebar.h"
#include "ui/noticebar.h"
#include "ui/profileactions.h"
#include "ui/profilebench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tallylight;
using Outcome = storage::SecretStore::Outcome;
using ui::ProfileDialog;

namespace {

Credentials sampleKeys(const QString &id = u"AKIATALLYLIGHTSAMPLE"_s)
{
    Credentials keys;
    keys.accessKeyId = id;
    keys.secretAccessKey = Secret(u"s3cr3t/Of+The/Sample+Profile/0123456789a"_s);
    return keys;
}

} // namespace

/// Duplicating a region: a second profile with the keys of the first, or with others.
class CopiedKeysTest : public tests::ProfileBench
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openStores();
        m_window = std::make_unique<QWidget>();
        m_messages = std::make_unique<ui::MessageBar>(m_theme);
        m_actions = std::make_unique<ui::ProfileActions>(*m_service, *m_messages, m_clock, m_theme,
                                                         m_window.get());
        m_saved = std::make_unique<QSignalSpy>(m_actions.get(), &ui::ProfileActions::profileSaved);
        m_original = makeProfile();
        m_original.name = u"Stored"_s;
        m_original.region = u"eu-central-1"_s;
        m_original.accountId = u"123456789012"_s;
        m_keychain->insert(m_original.id, sampleKeys());
    }

    void cleanup()
    {
        m_saved.reset();
        m_actions.reset();
        m_messages.reset();
        m_window.reset();
        m_service.reset();
    }

    void theKeysAreTakenAlong()
    {
        duplicate();
        QVERIFY(dialog()->windowTitle().contains(u"Stored"_s));
        QVERIFY(!dialog()->windowTitle().contains(u"Edit"_s));
        QCOMPARE(edit("profileName")->text(), u"Stored 2"_s);
        QVERIFY(box()->isVisible() && box()->isChecked());
        QVERIFY(box()->text().contains(u"Stored"_s));
        QVERIFY(!edit("accessKeyId")->isEnabled());
        QTRY_VERIFY(edit("accessKeyId")->placeholderText().contains(u"AKIA"_s));
        save();
        QCOMPARE(m_service->profiles().size(), 2);
        const Profile copy = m_service->profiles().last();
        QVERIFY(copy.id != m_original.id);
        QCOMPARE(copy.accountId, m_original.accountId);
        for (const QString &id : {copy.id, m_original.id}) {
            QVERIFY(m_keychain->contains(id));
            QCOMPARE(m_keychain->credentials(id)->secretAccessKey, sampleKeys().secretAccessKey);
        }
    }

    void theKeychainIsNeverAskedForKeysOfTheCopy()
    {
        m_keychain->failWith(Outcome::Locked, u"keychain words"_s);
        duplicate();
        auto *notice = dialog()->findChild<ui::NoticeBar *>(u"profileNotice"_s);
        QTRY_VERIFY(notice->isVisible()); // said at once, not only when saving
        m_keychain->failWith(std::nullopt);
        save();
        QVERIFY(m_keychain->contains(m_service->profiles().last().id));
    }

    void otherKeysCanBeEntered()
    {
        duplicate();
        box()->setChecked(false);
        QVERIFY(edit("accessKeyId")->isEnabled());
        QVERIFY(!edit("accessKeyId")->placeholderText().contains(u"unchanged"_s));
        QVERIFY(!button("saveButton")->isEnabled()); // an empty profile is no use
        edit("accessKeyId")->setText(u"AKIAIOSFODNN7EXAMPLE"_s);
        edit("secretAccessKey")->setText(u"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"_s);
        save();
        const Profile copy = m_service->profiles().last();
        QCOMPARE(m_keychain->credentials(copy.id)->accessKeyId, u"AKIAIOSFODNN7EXAMPLE"_s);
        QVERIFY(copy.accountId.isEmpty()); // nobody knows whose they are
        QCOMPARE(m_keychain->credentials(m_original.id)->accessKeyId, sampleKeys().accessKeyId);
    }

    void whereThereAreNoKeysNoneAreOffered()
    {
        m_keychain->discard(m_original.id);
        duplicate();
        QTRY_VERIFY(!box()->isVisible());
        QVERIFY(edit("accessKeyId")->isEnabled());
        QVERIFY(!button("saveButton")->isEnabled());
    }

    void ofAnotherSourceNothingIsOffered()
    {
        m_original.credentialSource = CredentialSource::Environment;
        duplicate();
        QVERIFY(!box()->isVisible());
        save();
        QCOMPARE(m_service->profiles().last().accountId, m_original.accountId);
    }

    void keysOfThisRunStayOfThisRun()
    {
        m_keychain->discard(m_original.id);
        m_secrets->keepForThisRun(m_original.id, sampleKeys());
        duplicate();
        QVERIFY(box()->isVisible() && box()->isChecked());
        QVERIFY(dialog()->findChild<QCheckBox *>(u"keepForRun"_s)->isChecked());
        save();
        const QString id = m_service->profiles().last().id;
        QVERIFY(m_service->isThisRunOnly(id));
        QVERIFY(!m_keychain->contains(id));
    }

    void passwordsOfProxiesAreTakenAlong()
    {
        m_original.medialiveProxy.mode = ProxySetting::Mode::Manual;
        m_original.medialiveProxy.url = QUrl(u"http://operator@proxy.example:3128"_s);
        const Secret password(u"of the proxy"_s);
        QVERIFY(!m_service->save(m_original));
        bool stored = false;
        m_service->storeProxyPasswords(
            m_original, {password, std::nullopt, false}, this,
            [&stored](const monitor::ProfileService::SecretOutcome &) { stored = true; });
        QTRY_VERIFY(stored);
        duplicate();
        auto *field = edit("proxyMedialivePassword");
        QTRY_COMPARE(field->placeholderText(), u"Unchanged"_s);
        QVERIFY(!dialog()->isDirty());
        save();
        std::optional<monitor::ProxyPasswords> found;
        m_service->readProxyPasswords(
            m_service->profiles().last(), this,
            [&found](const monitor::ProxyPasswords &passwords) { found = passwords; });
        QTRY_VERIFY(found);
        QCOMPARE(found->medialive, password);
    }

    void theConnectionIsTestedWithTheKeysTakenAlong()
    {
        tests::DemoFixture demo;
        const QString id = m_original.id;
        m_original = demo.profile();
        m_original.id = id;
        m_keychain->insert(id, demo.region().credentials());
        duplicate();
        QTRY_VERIFY(button("testButton")->isEnabled());
        button("testButton")->click();
        auto *panel = dialog()->findChild<ui::ConnectionTestPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->result(monitor::TestStep::ListChannels), 20000);
        QCOMPARE(panel->result(monitor::TestStep::ListChannels)->outcome,
                 monitor::TestResult::Outcome::Passed);
    }

    void theNextProfileIsNoCopyAnyMore()
    {
        duplicate();
        QVERIFY(!dialog()->isDirty()); // so the dialog may turn to another profile
        m_actions->edit(m_original.id);
        QVERIFY(dialog()->isVisible());
        QVERIFY(!box()->isVisible());
        QVERIFY(edit("accessKeyId")->isEnabled());
        QTRY_VERIFY(edit("accessKeyId")->placeholderText().contains(u"unchanged"_s));
    }

private:
    void duplicate()
    {
        QVERIFY(!m_service->save(m_original));
        m_actions->duplicate(m_original.id);
        QVERIFY(dialog() && dialog()->isVisible());
    }
    void save()
    {
        QTRY_VERIFY2(button("saveButton")->isEnabled(),
                     qPrintable(button("saveButton")->toolTip()));
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
    }
    ProfileDialog *dialog() const { return m_window->findChild<ProfileDialog *>(); }
    QCheckBox *box() const { return dialog()->findChild<QCheckBox *>(u"copyKeys"_s); }
    QLineEdit *edit(const char *name) const
    {
        return dialog()->findChild<QLineEdit *>(QLatin1StringView(name));
    }
    QPushButton *button(const char *name) const
    {
        return dialog()->findChild<QPushButton *>(QLatin1StringView(name));
    }

    Profile m_original;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ui::MessageBar> m_messages;
    std::unique_ptr<ui::ProfileActions> m_actions;
    std::unique_ptr<QSignalSpy> m_saved;
};

QTEST_MAIN(CopiedKeysTest)
#include "tst_copiedkeys.moc"
