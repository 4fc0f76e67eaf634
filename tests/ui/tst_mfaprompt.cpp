// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/callledger.h"
#include "monitor/credentialsession.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/regionmonitor.h"
#include "monitor/rolefixture.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"
#include "ui/mfaprompt.h"
#include "ui/profiledialog.h"
#include "ui/sidebar.h"
#include "ui/sidebarmodel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace std::chrono_literals;
using tests::RoleFixture;
using ui::MainWindow;
using ui::MfaPrompt;

/// Signing in again from the window, over a real region: codes, new keys, and what is said before
/// that is needed.
class TestMfaPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<RoleFixture>();
        m_secrets = std::make_unique<storage::SessionSecretStore>(m_fixture->secrets());
        m_store = std::make_unique<storage::ProfileStore>(m_dir->filePath(u"profiles.json"_s));
        m_profiles = std::make_unique<monitor::ProfileService>(*m_store, *m_secrets);
        m_hub = std::make_unique<monitor::MonitorHub>(*m_secrets, m_fixture->clock());
        connect(m_profiles.get(), &monitor::ProfileService::profilesChanged, m_hub.get(),
                &monitor::MonitorHub::setProfiles);
        connect(m_profiles.get(), &monitor::ProfileService::secretChanged, m_hub.get(),
                &monitor::MonitorHub::credentialsChanged);
        QVERIFY(!m_profiles->load());
        m_settings = std::make_unique<MemorySettings>();
        MainWindow::Options options;
        options.theme = ui::ThemeChoice::Dark;
        m_window = std::make_unique<MainWindow>(*m_hub, *m_profiles, *m_settings,
                                                m_fixture->clock(), std::move(options));
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_hub.reset();
        m_profiles.reset();
        m_fixture.reset();
    }

    void codeIsAskedForInPlace()
    {
        watchGuarded();
        QTRY_VERIFY(prompt()->isVisible());
        QVERIFY(!prompt()->isWindow());
        const QString prompted = prompt()->profileId();
        QVERIFY(text("mfaTitle").contains(m_fixture->profile().name));
        QVERIFY(text("mfaDevice").contains(RoleFixture::mfaDevice()));
        QVERIFY(!prompt()->accessibleName().isEmpty());
        QVERIFY(!prompt()->isAncestorOf(m_window->focusWidget())); // nobody asked to type a code
        QVERIFY(!message(u"secret/"_s)); // said once

        QTest::keyClicks(code(), u"12 34a5"_s); // what is no digit is not taken
        QCOMPARE(code()->text(), u"12345"_s);
        QVERIFY(!button("mfaAccept")->isEnabled());
        code()->clear();
        code()->setFocus();
        QTest::keyClicks(code(), u"000000"_s);
        QTest::keyClick(code(), Qt::Key_Return);
        QTRY_VERIFY(text("mfaMessage").contains(u"refused"_s));
        QVERIFY(code()->text().isEmpty());
        QCOMPARE(m_window->focusWidget(), code());
        QTest::keyClicks(code(), u"123456"_s);
        QTest::keyClick(code(), Qt::Key_Return);
        QTRY_VERIFY(!prompt()->isVisible());
        QTRY_COMPARE(region()->status().channelCount, 24);
        QCOMPARE(m_fixture->calls(u"AssumeRole"_s), 2);
        int told = 0;
        for (const monitor::LedgerCall &call : m_hub->calls().calls()) {
            if (call.record.operation == u"AssumeRole" && call.profileId == prompted)
                ++told;
        }
        QCOMPARE(told, 2);
    }

    void cancelLeavesAMessageThatLeadsBack()
    {
        watchGuarded();
        QTRY_VERIFY(prompt()->isVisible());
        code()->setFocus();
        QTest::keyClick(code(), Qt::Key_Escape);
        QVERIFY(!prompt()->isVisible());
        QTRY_VERIFY(message(u"secret/"_s));
        m_window->tick();
        QVERIFY(!prompt()->isVisible()); // not asked again by itself
        messageButton(u"secret/"_s, u"signIn"_s)->click();
        QVERIFY(prompt()->isVisible());
        QCOMPARE(m_window->focusWidget(), code());
    }

    void endOfASessionIsToldInTime()
    {
        watchGuarded();
        signIn();
        m_fixture->clock().advance(44min);
        m_window->tick();
        QVERIFY(!message(u"session/"_s));
        m_fixture->clock().advance(2min);
        m_window->tick();
        QVERIFY(message(u"session/"_s));
        QVERIFY(messageText(u"session/"_s).contains(u"13:00:00 UTC"_s));
        const QString early = messageText(u"session/"_s);
        m_fixture->clock().advance(10min);
        m_window->tick();
        QVERIFY(messageText(u"session/"_s) != early);

        // Given in time, the next code costs no answer.
        const qint64 failed = m_fixture->region().faults().counts().failed;
        messageButton(u"session/"_s, u"signIn"_s)->click();
        QTest::keyClicks(code(), u"123456"_s);
        QTest::keyClick(code(), Qt::Key_Return);
        QTRY_VERIFY(!prompt()->isVisible());
        QTRY_VERIFY(!message(u"session/"_s));
        region()->refreshNow();
        QTRY_VERIFY(!region()->status().refreshing);
        QCOMPARE(region()->status().phase, monitor::Phase::Live);
        QCOMPARE(m_fixture->region().faults().counts().failed, failed);
        QCOMPARE(region()->status().credentials.endsAt, m_fixture->clock().utcNow().addSecs(3600));
    }

    void runOutKeysLeadToTheProfile()
    {
        Credentials keys = m_fixture->region().faults().rotateCredentials();
        keys.expiresAt = m_fixture->clock().utcNow().addSecs(3600);
        m_fixture->secrets().insert(m_fixture->profile().id, keys);
        QVERIFY(!m_profiles->save(m_fixture->profile()));
        QTRY_COMPARE(region()->status().channelCount, 24);
        m_fixture->region().faults().expireCredentials();
        region()->refreshNow();
        QTRY_VERIFY(message(u"secret/"_s));
        QVERIFY(region()->status().channels.error);
        QCOMPARE(region()->status().channels.error->category, ErrorCategory::Expired);
        QTRY_VERIFY(m_window->findChild<QPushButton *>(u"signInCard"_s));
        messageButton(u"secret/"_s, u"signIn"_s)->click();
        auto *dialog = m_window->findChild<ui::ProfileDialog *>();
        QVERIFY(dialog && dialog->isVisible());

        // New keys are used at once, without a restart.
        const Credentials next = m_fixture->region().faults().rotateCredentials();
        m_profiles->storeSecret(m_fixture->profile().id, next, monitor::SecretKeeping::Keychain,
                                this, [](const auto &) {});
        QTRY_COMPARE(region()->status().phase, monitor::Phase::Live);
        QTRY_VERIFY(!region()->status().channels.error);
        QTRY_VERIFY(!message(u"secret/"_s));
    }

    void endIsShownOnGeneralAndInTheSideBar()
    {
        m_fixture->profile().assumeRole.roleArn = RoleFixture::roleArn(u"Monitoring"_s);
        QVERIFY(!m_profiles->save(m_fixture->profile()));
        QTRY_COMPARE(region()->status().channelCount, 24);
        m_window->showPage(ui::Page::General);
        m_window->tick();
        QStringList facts;
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            facts << label->text();
        QVERIFY(facts.contains(u"until 13:00:00 UTC, renewed by itself before"_s));
        auto *list = m_window->findChild<ui::SideBar *>()->findChild<QListView *>();
        QVERIFY(list->model()
                    ->index(1, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"13:00:00 UTC"_s));
        QVERIFY(!m_window->findChild<QPushButton *>(u"signInCard"_s)->isVisible());
    }

private:
    void watchGuarded()
    {
        m_fixture->profile().assumeRole.roleArn = RoleFixture::roleArn(u"Guarded"_s);
        m_fixture->profile().assumeRole.mfaSerial = RoleFixture::mfaDevice();
        QVERIFY(!m_profiles->save(m_fixture->profile()));
    }
    void signIn()
    {
        QTRY_VERIFY(prompt()->isVisible());
        code()->setText(u"123456"_s);
        button("mfaAccept")->click();
        QTRY_VERIFY(!prompt()->isVisible());
        QTRY_COMPARE(region()->status().channelCount, 24);
    }
    monitor::RegionMonitor *region() const { return m_hub->regions().value(0); }
    MfaPrompt *prompt() const { return m_window->findChild<MfaPrompt *>(); }
    QLineEdit *code() const { return prompt()->findChild<QLineEdit *>(u"mfaCode"_s); }
    QPushButton *button(const char *name) const
    {
        return m_window->findChild<QPushButton *>(QLatin1String(name));
    }
    QString text(const char *name) const
    {
        const auto *label = prompt()->findChild<QLabel *>(QLatin1String(name));
        return label->isVisible() ? label->text() : QString();
    }
    QWidget *message(const QString &prefix) const
    {
        return m_window->findChild<QWidget *>(u"message_"_s + prefix + m_fixture->profile().id);
    }
    QString messageText(const QString &prefix) const
    {
        const QWidget *row = message(prefix);
        return row ? row->accessibleName() : QString();
    }
    QPushButton *messageButton(const QString &prefix, const QString &action) const
    {
        return message(prefix)->findChild<QPushButton *>(u"messageAction_"_s + action);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RoleFixture> m_fixture;
    std::unique_ptr<storage::SessionSecretStore> m_secrets;
    std::unique_ptr<storage::ProfileStore> m_store;
    std::unique_ptr<monitor::ProfileService> m_profiles;
    std::unique_ptr<monitor::MonitorHub> m_hub;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMfaPrompt)
#include "tst_mfaprompt.moc"
