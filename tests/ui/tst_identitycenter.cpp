// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/regionmonitor.h"
#include "monitor/rolefixture.h"
#include "monitor/ssoroleprovider.h"
#include "monitor/ssosession.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "storage/ssocache.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/noticebar.h"
#include "ui/profiledialog.h"
#include "ui/signindialog.h"
#include "ui/ssofields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::ui;
using tests::RoleFixture;

/// Signing in from the window, over the demo's IAM Identity Center: from "Sign-in needed" to
/// channels, and from an empty profile dialog to a region.
class TestIdentityCenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theMessageLeadsToChannels();
    void oneDialogForEachSession();
    void aProfileIsMadeByChoosing();

private:
    SsoSource source() const
    {
        return {{},
                m_fixture->region().endpoint().toString() + u"/start"_s,
                u"eu-central-1"_s,
                u"123456789012"_s,
                u"MediaLiveViewer"_s};
    }
    void watch(const QString &name)
    {
        Profile profile = m_fixture->profile();
        profile.id = makeProfile().id;
        profile.name = name;
        profile.credentialSource = CredentialSource::Sso;
        profile.sso = source();
        QVERIFY(!m_profiles->save(profile));
    }
    QList<Message> problems() const
    {
        QList<Message> found;
        for (const Message &message :
             m_window->findChild<MessageBar *>(u"windowMessages"_s)->messages()) {
            if (message.key.startsWith(u"secret/"_s))
                found.append(message);
        }
        return found;
    }
    void press(const Message &message)
    {
        Q_EMIT m_window->findChild<MessageBar *>(u"windowMessages"_s)
            ->actionTriggered(message.key, u"signIn"_s);
    }
    QList<SignInDialog *> dialogs() const
    {
        QList<SignInDialog *> open = m_window->findChildren<SignInDialog *>();
        open.removeIf([](const SignInDialog *one) { return !one->isVisible(); });
        return open;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RoleFixture> m_fixture;
    std::unique_ptr<storage::SsoCache> m_cache;
    std::unique_ptr<monitor::SsoSessions> m_sessions;
    std::unique_ptr<storage::SessionSecretStore> m_secrets;
    std::unique_ptr<storage::ProfileStore> m_store;
    std::unique_ptr<monitor::ProfileService> m_profiles;
    std::unique_ptr<monitor::MonitorHub> m_hub;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<monitor::SsoSession> m_session; // kept, so that it is in a hurry
};

void TestIdentityCenter::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<RoleFixture>();
    m_cache = std::make_unique<storage::SsoCache>(m_dir->filePath(u".aws/sso/cache"_s));
    m_sessions = std::make_unique<monitor::SsoSessions>(*m_cache, m_fixture->clock());
    m_session = m_sessions->session(source().session());
    m_session->setPacing({1ms, 1ms});
    m_secrets = std::make_unique<storage::SessionSecretStore>(m_fixture->secrets());
    m_store = std::make_unique<storage::ProfileStore>(m_dir->filePath(u"profiles.json"_s));
    m_profiles = std::make_unique<monitor::ProfileService>(*m_store, *m_secrets);
    monitor::CredentialAccess access(*m_secrets);
    access.sso = monitor::ssoMaker(*m_sessions, m_fixture->clock());
    m_profiles->setCredentialAccess(access);
    m_profiles->setSsoSessions(m_sessions.get());
    m_hub = std::make_unique<monitor::MonitorHub>(access, m_fixture->clock());
    connect(m_profiles.get(), &monitor::ProfileService::profilesChanged, m_hub.get(),
            &monitor::MonitorHub::setProfiles);
    QVERIFY(!m_profiles->load());
    m_settings = std::make_unique<MemorySettings>();
    MainWindow::Options options;
    options.theme = ThemeChoice::Dark;
    m_window = std::make_unique<MainWindow>(*m_hub, *m_profiles, *m_settings, m_fixture->clock(),
                                            std::move(options));
    m_window->resize(1280, 720);
    m_window->show();
}

void TestIdentityCenter::cleanup()
{
    m_window.reset();
    m_hub.reset();
    m_profiles.reset();
    m_session.reset();
    m_sessions.reset();
    m_fixture.reset();
}

void TestIdentityCenter::theMessageLeadsToChannels()
{
    watch(u"Frankfurt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(problems().size(), 1, 20000);
    QVERIFY(problems().first().title.contains(u"Sign-in needed"_s));
    QVERIFY(problems().first().text.contains(u"IAM Identity Center"_s));
    press(problems().first());
    QTRY_COMPARE(dialogs().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->attempt()->state(), monitor::SsoSignIn::State::Waiting,
                              20000);
    // On the page, in whatever browser.
    QVERIFY(m_fixture->region().faults().signIns().decide(
        m_session->attempt()->authorization().userCode, true));
    QTRY_COMPARE_WITH_TIMEOUT(m_hub->regions().first()->status().channelCount, 24, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(problems().isEmpty(), 20000);
    QCOMPARE(dialogs().first()->findChild<NoticeBar *>(u"signInNotice"_s)->title(), u"Signed in"_s);
}

void TestIdentityCenter::oneDialogForEachSession()
{
    watch(u"Frankfurt"_s);
    watch(u"Frankfurt 2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(problems().size(), 2, 20000);
    press(problems().first());
    press(problems().last());
    QCOMPARE(dialogs().size(), 1);
    dialogs().first()->close();
    QVERIFY(dialogs().isEmpty());
    press(problems().first()); // and it can be had again
    QCOMPARE(dialogs().size(), 1);
}

void TestIdentityCenter::aProfileIsMadeByChoosing()
{
    m_fixture->region().faults().signIns().approveAfter(1);
    const Theme theme = themeFor(ThemeChoice::Dark, {});
    ProfileDialog dialog(*m_profiles, m_fixture->clock(), theme);
    dialog.openForNew();
    auto *from = dialog.findChild<QComboBox *>(u"credentialSource"_s);
    from->setCurrentIndex(from->findData(static_cast<int>(CredentialSource::Sso)));
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"profileName"_s), u"Frankfurt"_s);
    dialog.findChild<QComboBox *>(u"profileRegion"_s)->setEditText(u"eu-central-1"_s);
    auto *save = dialog.findChild<QPushButton *>(u"saveButton"_s);
    QVERIFY(!save->isEnabled());
    dialog.findChild<QLineEdit *>(u"ssoStartUrl"_s)->setText(source().startUrl);
    dialog.findChild<QComboBox *>(u"ssoRegion"_s)->setEditText(u"eu-central-1"_s);
    auto *signIn = dialog.findChild<QPushButton *>(u"ssoSignInButton"_s);
    QTRY_VERIFY(signIn->isEnabled());
    signIn->click();
    auto *account = dialog.findChild<QComboBox *>(u"ssoAccount"_s);
    QTRY_COMPARE_WITH_TIMEOUT(account->count(), 3, 20000);
    account->setCurrentIndex(account->findData(u"123456789012"_s));
    auto *role = dialog.findChild<QComboBox *>(u"ssoRole"_s);
    QTRY_COMPARE_WITH_TIMEOUT(role->count(), 2, 20000);
    QVERIFY(!save->isEnabled());
    role->setCurrentIndex(role->findText(u"MediaLiveViewer"_s));
    QTRY_VERIFY(save->isEnabled());
    save->click();
    QCOMPARE(m_profiles->profiles().size(), 1);
    QCOMPARE(m_profiles->profiles().first().credentialSource, CredentialSource::Sso);
    QCOMPARE(m_profiles->profiles().first().sso, source());
}

QTEST_MAIN(TestIdentityCenter)
#include "tst_identitycenter.moc"
