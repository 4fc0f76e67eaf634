// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoregion.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/regionmonitor.h"
#include "monitor/rulebook.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"
#include "ui/tablepage.h"
#include "ui/tableview.h"
#include "uirows.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;

/// What the actions of the window do, over a simulated region and with the desktop's own dialogs.
class TestWindowActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void noActionKeepsTheOperatorFromTheWindow();
    void noSourceOpensADialogInFrontOfItsWindow();
    void exportingAsksBesideTheWindow();
    void countingAnewAsksBesideTheWindow();
    void onlyOneOfEachDialogIsOpen();
    void refreshNowAsksAtOnce();
    void cancelEndsWhatIsBeingRead_data();
    void cancelEndsWhatIsBeingRead();

private:
    template<typename T> T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QAction *action(const QString &name) const { return child<QAction>(name); }
    monitor::RegionMonitor *region() const { return m_hub->regions().first(); }
    qint64 asked(const QString &operation) const
    {
        return m_demo->faults().counts().byOperation.value(operation);
    }
    static QList<QDialog *> openDialogs();
    static void closeDialogs();

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<storage::MemorySecretStore> m_keychain;
    std::unique_ptr<storage::SessionSecretStore> m_secrets;
    std::unique_ptr<storage::ProfileStore> m_store;
    std::unique_ptr<monitor::ProfileService> m_profiles;
    std::unique_ptr<monitor::MonitorHub> m_hub;
    std::unique_ptr<monitor::RuleBook> m_rules;
    std::unique_ptr<demo::DemoRegion> m_demo;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowActions::init()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<MemorySettings>();
    m_keychain = std::make_unique<storage::MemorySecretStore>();
    m_secrets = std::make_unique<storage::SessionSecretStore>(*m_keychain);
    m_store = std::make_unique<storage::ProfileStore>(m_dir->filePath(u"profiles.json"_s));
    m_profiles = std::make_unique<monitor::ProfileService>(*m_store, *m_secrets);
    m_hub = std::make_unique<monitor::MonitorHub>(*m_secrets, m_clock);
    m_rules = std::make_unique<monitor::RuleBook>(m_dir->filePath(u"rules.json"_s));
    connect(m_profiles.get(), &monitor::ProfileService::profilesChanged, m_hub.get(),
            &monitor::MonitorHub::setProfiles);
    QVERIFY(!m_profiles->load());
    MainWindow::Options options;
    options.theme = ThemeChoice::Dark;
    options.rules = m_rules.get();
    m_window = std::make_unique<MainWindow>(*m_hub, *m_profiles, *m_settings, m_clock,
                                            std::move(options));
    m_window->show();

    demo::DemoOptions small;
    small.channels = 8;
    small.inputs = 10;
    small.scenario = u"calm"_s;
    small.limit = false;
    m_demo = std::make_unique<demo::DemoRegion>(small, m_clock);
    QVERIFY(m_demo->start());
    Profile profile = makeProfile();
    profile.name = u"Demo"_s;
    profile.region = u"eu-central-1"_s;
    profile.endpoints = {m_demo->endpoint(), m_demo->endpoint(), m_demo->endpoint()};
    profile.inventorySeconds = 600; // what is asked again is asked because somebody wanted it
    profile.medialiveRequestsPerSecond = 50;
    m_keychain->insert(profile.id, m_demo->credentials());
    QVERIFY(!m_profiles->save(profile));
    QTRY_COMPARE_WITH_TIMEOUT(region()->status().channelCount, 8, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!region()->status().refreshing, 20000);
}

void TestWindowActions::cleanup()
{
    closeDialogs();
    m_window.reset();
    m_hub.reset();
    m_profiles.reset();
    m_demo.reset();
}

QList<QDialog *> TestWindowActions::openDialogs()
{
    QList<QDialog *> open;
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        auto *dialog = qobject_cast<QDialog *>(widget);
        if (dialog && dialog->isVisible())
            open.append(dialog);
    }
    return open;
}

void TestWindowActions::closeDialogs()
{
    for (QDialog *dialog : openDialogs())
        dialog->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestWindowActions::noActionKeepsTheOperatorFromTheWindow()
{
    int triggered = 0;
    int dialogs = 0;
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    for (QAction *one : actions) {
        if (!one->objectName().startsWith(u"action"_s) || one->objectName() == u"actionQuit"_s
            || one->objectName() == u"actionOpenDemo"_s || !one->isEnabled())
            continue;
        one->trigger();
        ++triggered;
        QVERIFY2(!QApplication::activeModalWidget(), qPrintable(one->objectName()));
        for (const QDialog *dialog : openDialogs()) {
            ++dialogs;
            QVERIFY2(!dialog->isModal(), qPrintable(dialog->objectName()));
        }
        closeDialogs();
    }
    QCOMPARE_GE(triggered, 15);
    QCOMPARE_GE(dialogs, 4); // about, rules, settings, a new region
}

void TestWindowActions::noSourceOpensADialogInFrontOfItsWindow()
{
    // QDialog::open() is window-modal and exec() worse; showBeside() is there instead.
    static const QRegularExpression modal(u"\\b(\\w+)(?:->|\\.)(?:open|exec)\\(\\)"_s);
    const QStringList ours{u"this"_s, u"m_jump"_s}; // functions of our own with that name
    const QDir folder(QStringLiteral(TALLYLIGHT_SOURCE_DIR "/src/ui"));
    const QStringList names = folder.entryList({u"*.cpp"_s});
    QVERIFY(names.size() > 50);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QRegularExpressionMatchIterator found
            = modal.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            QVERIFY2(ours.contains(match.captured(1)),
                     qPrintable(name + u": "_s + match.captured()));
        }
    }
}

void TestWindowActions::exportingAsksBesideTheWindow()
{
    m_window->showPage(Page::Channels);
    QTRY_VERIFY(action(u"actionExportCsv"_s)->isEnabled());
    action(u"actionExportCsv"_s)->trigger();
    QCOMPARE(openDialogs().size(), 1);
    auto *dialog = qobject_cast<QFileDialog *>(openDialogs().first());
    QVERIFY(dialog && !dialog->isModal());
    QVERIFY(!QApplication::activeModalWidget());
    // The window behind it still does what it is told.
    m_window->showPage(Page::Inputs);
    QTest::mouseClick(child<QPushButton>(u"pauseButton"_s), Qt::LeftButton);
    QVERIFY(m_hub->isPaused());
    QTest::mouseClick(child<QPushButton>(u"pauseButton"_s), Qt::LeftButton);
    // And the answer still goes where it was asked from.
    const QString file = m_dir->filePath(u"rows.csv"_s);
    dialog->selectFile(file);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().trimmed().count('\n'), 8);
}

void TestWindowActions::countingAnewAsksBesideTheWindow()
{
    action(u"actionSettings"_s)->trigger();
    QCOMPARE(openDialogs().size(), 1);
    QDialog *settings = openDialogs().first();
    auto *table = settings->findChild<QAbstractItemView *>(u"spendingTable"_s);
    auto *reset = settings->findChild<QPushButton *>(u"resetSpending"_s);
    QVERIFY(table && reset);
    table->selectAll();
    QTRY_VERIFY(reset->isEnabled());
    reset->click();
    reset->click(); // one question is enough
    QVERIFY(!QApplication::activeModalWidget());
    const QList<QMessageBox *> boxes = settings->findChildren<QMessageBox *>();
    QCOMPARE(boxes.size(), 1);
    QVERIFY(boxes.first()->isVisible() && !boxes.first()->isModal());
}

void TestWindowActions::onlyOneOfEachDialogIsOpen()
{
    for (const QString &name :
         {u"actionAbout"_s, u"actionHealthRules"_s, u"actionSettings"_s, u"actionAddRegion"_s}) {
        action(name)->trigger();
        action(name)->trigger();
        QVERIFY2(openDialogs().size() == 1, qPrintable(name));
        closeDialogs();
    }
}

void TestWindowActions::refreshNowAsksAtOnce()
{
    const qint64 before = asked(u"ListChannels"_s);
    action(u"actionRefresh"_s)->trigger();
    QTRY_COMPARE(asked(u"ListChannels"_s), before + 1);
    QTRY_VERIFY(!region()->status().refreshing);
    QVERIFY(!region()->status().channels.error);
}

void TestWindowActions::cancelEndsWhatIsBeingRead_data()
{
    QTest::addColumn<bool>("byButton");
    QTest::newRow("button of the status strip") << true;
    QTest::newRow("action of the menu") << false;
}

void TestWindowActions::cancelEndsWhatIsBeingRead()
{
    QFETCH(bool, byButton);
    const QDateTime seen = region()->status().channels.observedAt;
    m_demo->faults().setLatency(std::chrono::seconds(30));
    action(u"actionRefresh"_s)->trigger();
    QTRY_VERIFY(region()->status().refreshing);
    auto *button = child<QPushButton>(u"cancelRefreshButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), 15000);
    QTRY_VERIFY(action(u"actionCancelRefresh"_s)->isEnabled());
    if (byButton)
        QTest::mouseClick(button, Qt::LeftButton);
    else
        action(u"actionCancelRefresh"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!region()->status().refreshing, 5000); // the answer takes longer
    // What was known before stays, and stopping on purpose is no trouble.
    QCOMPARE(region()->status().channelCount, 8);
    QCOMPARE(region()->status().channels.observedAt, seen);
    QVERIFY(!region()->status().channels.error);
    QTRY_VERIFY(!button->isVisible());
    m_demo->faults().setLatency(std::chrono::milliseconds(0));
}

QTEST_MAIN(TestWindowActions)
#include "tst_windowactions.moc"
