// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoregion.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "monitor/regionmonitor.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/edgeframe.h"
#include "ui/jumppalette.h"
#include "ui/mainwindow.h"
#include "ui/overviewfeed.h"
#include "ui/sidebar.h"
#include "ui/tableview.h"
#include "ui/windowheader.h"
#include "uirows.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;
using models::StateLevel;

/// The window over real services and, where rows are needed, a simulated region on loopback.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyWindowTeachesOnEveryPage();
    void pagesHaveShortcuts();
    void unreachableRegionIsUnknownEverywhere();
    void nothingIsOkOnceTheRegionIsCutOff();
    void rowsArriveAndLinksLeadFromPageToPage();
    void metricsAreAskedForOnlyWhileHealthIsSeen();
    void jumpFindsAChannelAndGoesThere();
    void productionProfileColoursTheEdgeAndIsNamed();
    void pauseAndResumeStayInStep();
    void zoneIsPrintedSwitchedAndRemembered();
    void themeChangesInPlaceAndIsRemembered();
    void forcedThemeIsNotRemembered();
    void pageSideBarAndSizeAreRemembered();
    void resetLayoutForgetsThemAll();
    void deletingAsksInPlaceAndRemovesProfileAndKeys();
    void movingAProfileChangesTheOrder();
    void unreadableKeysOfferToTryAgainAndToEdit();
    void fileTroubleIsSaidInPlace();
    void everyInteractiveWidgetHasANameAndCanBeReached();
    void tabKeyGoesRoundTheWindow();

private:
    void open(std::optional<ThemeChoice> theme = ThemeChoice::Dark);
    Profile addProfile(const QString &name, const QUrl &endpoint, bool withKeys = true,
                       bool production = false);
    Profile addDemo(const QString &name = u"Demo"_s, bool production = false);
    template<typename T> T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QAction *action(const QString &name) const { return child<QAction>(name); }
    WindowHeader *header() const { return m_window->findChild<WindowHeader *>(); }
    TableView *table(const QString &name) const { return child<TableView>(name); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<storage::MemorySecretStore> m_keychain;
    std::unique_ptr<storage::SessionSecretStore> m_secrets;
    std::unique_ptr<storage::ProfileStore> m_store;
    std::unique_ptr<monitor::ProfileService> m_profiles;
    std::unique_ptr<monitor::MonitorHub> m_hub;
    std::unique_ptr<demo::DemoRegion> m_demo;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<MemorySettings>();
    m_keychain = std::make_unique<storage::MemorySecretStore>();
    m_secrets = std::make_unique<storage::SessionSecretStore>(*m_keychain);
    m_store = std::make_unique<storage::ProfileStore>(m_dir->filePath(u"profiles.json"_s));
    m_profiles = std::make_unique<monitor::ProfileService>(*m_store, *m_secrets);
    m_hub = std::make_unique<monitor::MonitorHub>(*m_secrets, m_clock);
    connect(m_profiles.get(), &monitor::ProfileService::profilesChanged, m_hub.get(),
            &monitor::MonitorHub::setProfiles);
    QVERIFY(!m_profiles->load());
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_hub.reset();
    m_profiles.reset();
    m_demo.reset();
}

void TestMainWindow::open(std::optional<ThemeChoice> theme)
{
    m_window.reset();
    MainWindow::Options options;
    options.theme = theme;
    options.dialogs = std::make_unique<FakeDialogs>();
    m_window = std::make_unique<MainWindow>(*m_hub, *m_profiles, *m_settings, m_clock,
                                            std::move(options));
    m_window->show();
    m_window->activateWindow();
}

Profile TestMainWindow::addProfile(const QString &name, const QUrl &endpoint, bool withKeys,
                                   bool production)
{
    Profile profile = makeProfile();
    profile.name = name;
    profile.region = u"eu-central-1"_s;
    profile.endpoints = {endpoint, endpoint, endpoint};
    profile.production = production;
    profile.inventorySeconds = 2;
    profile.medialiveRequestsPerSecond = 50;
    if (withKeys)
        m_keychain->write(profile.id,
                          {demo::demoAccessKeyId(), demo::demoSecretAccessKey(), {}, {}}, this,
                          [](const storage::SecretResult &) {});
    [&] {
        QVERIFY(!m_profiles->save(profile));
    }();
    return profile;
}

Profile TestMainWindow::addDemo(const QString &name, bool production)
{
    demo::DemoOptions options;
    options.channels = 8;
    options.inputs = 10;
    options.scenario = u"calm"_s;
    options.limit = false;
    m_demo = std::make_unique<demo::DemoRegion>(options, m_clock);
    [&] {
        QVERIFY(m_demo->start());
    }();
    return addProfile(name, m_demo->endpoint(), true, production);
}

void TestMainWindow::emptyWindowTeachesOnEveryPage()
{
    open();
    QSignalSpy demo(m_window.get(), &MainWindow::demoRequested);
    int pages = 0;
    for (const Page page : allPages()) {
        m_window->showPage(page);
        auto *widget = child<QWidget>(pageName(page) + u"Page"_s);
        QVERIFY(widget->isVisible());
        auto *button = widget->findChild<QPushButton *>(u"noticeAction_demo"_s);
        QVERIFY2(button && button->isVisible(), qPrintable(pageName(page)));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(demo.size(), ++pages);
    }
    QCOMPARE(header()->level(), StateLevel::None);
    QVERIFY(!child<QLabel>(u"overallBadge"_s)->text().contains(u"OK"_s));
}

void TestMainWindow::pagesHaveShortcuts()
{
    open();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const QList<std::pair<Qt::Key, Page>> keys{{Qt::Key_1, Page::General},
                                               {Qt::Key_2, Page::Inputs},
                                               {Qt::Key_4, Page::Health},
                                               {Qt::Key_3, Page::Channels}};
    for (const auto &[key, page] : keys) {
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), page);
        QCOMPARE(
            child<QTabBar>(u"pageTabs"_s)->tabText(child<QTabBar>(u"pageTabs"_s)->currentIndex()),
            pageTitle(page));
    }
}

void TestMainWindow::unreachableRegionIsUnknownEverywhere()
{
    open();
    const Profile profile = addProfile(u"Nowhere"_s, QUrl(u"http://127.0.0.1:9"_s));
    QTRY_COMPARE(header()->level(), StateLevel::Unknown);
    QTRY_VERIFY(!child<MessageBar>(u"pageMessages"_s)->messages().isEmpty()); // says why, in place
    auto *list = child<QListView>(u"regionList"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(
        list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Unknown"_s));
}

void TestMainWindow::nothingIsOkOnceTheRegionIsCutOff()
{
    open();
    const Profile profile = addDemo();
    m_window->showPage(Page::Channels);
    QTRY_COMPARE_WITH_TIMEOUT(table(u"channelsTable"_s)->proxy().rowCount(), 8, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(table(u"channelsTable"_s)->proxy().levelCounts()[StateLevel::Ok] > 0,
                             20000);
    m_demo->setOffline(true);
    // Two intervals of two seconds, and five seconds of grace for an answer.
    QTRY_COMPARE_WITH_TIMEOUT(table(u"channelsTable"_s)->proxy().levelCounts()[StateLevel::Ok], 0,
                              20000);
    // Inputs are swept by themselves, so they may have been seen a moment later.
    QTRY_COMPARE(table(u"healthTable"_s)->proxy().levelCounts()[StateLevel::Ok], 0);
    QTRY_COMPARE(table(u"inputsTable"_s)->proxy().levelCounts()[StateLevel::Ok], 0);
    QTRY_VERIFY(header()->level() < StateLevel::Ok);
    QCOMPARE(table(u"channelsTable"_s)->proxy().rowCount(), 8); // what was known is not lost
}

void TestMainWindow::rowsArriveAndLinksLeadFromPageToPage()
{
    open();
    const Profile profile = addDemo();
    m_window->showPage(Page::Inputs);
    TableView *inputs = table(u"inputsTable"_s);
    TableView *channels = table(u"channelsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(inputs->proxy().rowCount(), 10, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(channels->proxy().rowCount(), 8, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(table(u"healthTable"_s)->proxy().rowCount() >= 8, true, 20000);

    // From an input to its channel …
    const int column = inputs->proxy().tableModel()->columnOf(u"attachedChannels"_s);
    QModelIndex link;
    for (int row = 0; row < 10 && !link.isValid(); ++row) {
        const QModelIndex index = inputs->proxy().index(row, column);
        if (!index.data(models::LinkRole).toStringList().isEmpty())
            link = index;
    }
    QVERIFY(link.isValid());
    const QStringList ids = link.data(models::LinkRole).toStringList();
    inputs->setCurrentIndex(link);
    inputs->setFocus();
    QTest::keyClick(inputs, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), Page::Channels);
    QCOMPARE(channels->selectedKeys().size(), ids.size());
    QVERIFY(channels->selectedKeys().contains(models::channelKey(profile.id, ids.first())));

    // … and on to its health.
    channels->setCurrentIndex(
        channels->proxy().indexOfKey(models::channelKey(profile.id, ids.first()),
                                     channels->proxy().tableModel()->columnOf(u"name"_s)));
    QTest::keyClick(channels, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), Page::Health);
    QVERIFY(!table(u"healthTable"_s)->selectedKeys().isEmpty());
    QVERIFY(table(u"healthTable"_s)
                ->selectedKeys()
                .first()
                .startsWith(profile.id + u'/' + ids.first()));
}

void TestMainWindow::metricsAreAskedForOnlyWhileHealthIsSeen()
{
    open();
    addDemo();
    m_window->showPage(Page::Channels);
    QTRY_COMPARE_WITH_TIMEOUT(table(u"channelsTable"_s)->proxy().rowCount(), 8, 20000);
    const auto asked = [this] {
        return m_hub->regions().first()->status().cloudwatch.metricsRequested;
    };
    m_window->tick();
    QCOMPARE(asked(), 0);
    m_window->showPage(Page::Health);
    QTRY_VERIFY_WITH_TIMEOUT(asked() > 0, 20000);
}

void TestMainWindow::jumpFindsAChannelAndGoesThere()
{
    open();
    addDemo();
    TableView *channels = table(u"channelsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(channels->proxy().rowCount(), 8, 20000);
    m_window->showPage(Page::General);
    const int nameColumn = channels->proxy().tableModel()->columnOf(u"name"_s);
    const QString name = channels->proxy().index(5, nameColumn).data().toString();
    const QString key = channels->proxy().keyAt(5);
    action(u"actionJump"_s)->trigger();
    auto *field = child<QLineEdit>(u"jumpField"_s);
    QTRY_VERIFY(field->isVisible());
    field->setText(u"\u0000no such thing"_s);
    QCOMPARE(child<QListWidget>(u"jumpList"_s)->count(), 1); // says that nothing was found
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->isVisible());
    field->setText(key.section(u'/', 1));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(m_window->currentPage(), Page::Channels);
    QCOMPARE(channels->selectedKeys(), QStringList{key});
    action(u"actionJump"_s)->trigger();
    field->setText(pageTitle(Page::Inputs));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), Page::Inputs);
}

void TestMainWindow::productionProfileColoursTheEdgeAndIsNamed()
{
    open();
    const Profile calm = addProfile(u"Test"_s, QUrl(u"http://127.0.0.1:9"_s));
    const Profile production = addProfile(u"On air"_s, QUrl(u"http://127.0.0.1:9"_s), true, true);
    auto *frame = m_window->findChild<EdgeFrame *>();
    auto *label = child<QLabel>(u"productionLabel"_s);
    QTRY_COMPARE(child<QListView>(u"regionList"_s)->model()->rowCount(), 3);
    m_window->selectProfile(calm.id);
    QVERIFY(!frame->edge().isValid());
    QVERIFY(label->isHidden());
    m_window->selectProfile(production.id);
    QCOMPARE(frame->edge(), m_window->theme().production);
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(u"On air"_s));
    m_window->selectProfile({});
    QVERIFY(!frame->edge().isValid());
}

void TestMainWindow::pauseAndResumeStayInStep()
{
    open();
    auto *button = child<QPushButton>(u"pauseButton"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_hub->isPaused());
    QVERIFY(action(u"actionPause"_s)->isChecked());
    action(u"actionPause"_s)->trigger();
    QVERIFY(!m_hub->isPaused());
    QVERIFY(!button->isChecked());
}

void TestMainWindow::zoneIsPrintedSwitchedAndRemembered()
{
    open();
    m_window->tick();
    QVERIFY(child<QLabel>(u"clockLabel"_s)->text().endsWith(u"UTC"_s));
    QTest::mouseClick(child<QPushButton>(u"zoneButton"_s), Qt::LeftButton);
    QVERIFY(action(u"actionZoneLocal"_s)->isChecked());
    const QString zoneText = child<QPushButton>(u"zoneButton"_s)->text();
    open();
    QVERIFY(action(u"actionZoneLocal"_s)->isChecked());
    QCOMPARE(child<QPushButton>(u"zoneButton"_s)->text(), zoneText);
}

void TestMainWindow::themeChangesInPlaceAndIsRemembered()
{
    open(std::nullopt);
    action(u"actionThemeDark"_s)->trigger();
    QVERIFY(m_window->theme().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), m_window->theme().base);
    action(u"actionThemeLight"_s)->trigger();
    QVERIFY(!m_window->theme().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), m_window->theme().base);
    open(std::nullopt);
    QCOMPARE(m_window->themeChoice(), ThemeChoice::Light);
    QVERIFY(action(u"actionThemeLight"_s)->isChecked());
}

void TestMainWindow::forcedThemeIsNotRemembered()
{
    open(ThemeChoice::Light);
    QCOMPARE(m_window->themeChoice(), ThemeChoice::Light);
    open(std::nullopt);
    QCOMPARE(m_window->themeChoice(), ThemeChoice::System);
}

void TestMainWindow::pageSideBarAndSizeAreRemembered()
{
    open();
    m_window->showPage(Page::Inputs);
    action(u"actionSideBar"_s)->setChecked(false);
    m_window->resize(1111, 777);
    m_window->close();
    open();
    QCOMPARE(m_window->currentPage(), Page::Inputs);
    QVERIFY(child<SideBar>(u"sideBar"_s)->isHidden());
    QCOMPARE(m_window->size(), QSize(1111, 777));
}

void TestMainWindow::resetLayoutForgetsThemAll()
{
    open();
    TableView *channels = table(u"channelsTable"_s);
    const QList<int> before = channels->shownColumns();
    channels->setColumnShown(0, false);
    action(u"actionSideBar"_s)->setChecked(false);
    action(u"actionResetLayout"_s)->trigger();
    QCOMPARE(channels->shownColumns(), before);
    QVERIFY(!child<SideBar>(u"sideBar"_s)->isHidden());
    open();
    QCOMPARE(table(u"channelsTable"_s)->shownColumns(), before);
}

void TestMainWindow::deletingAsksInPlaceAndRemovesProfileAndKeys()
{
    open();
    const Profile profile = addProfile(u"Old"_s, QUrl(u"http://127.0.0.1:9"_s));
    m_window->selectProfile(profile.id);
    QTRY_COMPARE(m_window->selectedProfile(), profile.id);
    action(u"deleteRegion"_s)->trigger();
    auto *bar = child<MessageBar>(u"windowMessages"_s);
    QCOMPARE(m_profiles->profiles().size(), 1); // only asked so far
    QTRY_VERIFY(bar->findChild<QPushButton *>(u"messageAction_keep"_s)->hasFocus());
    QTest::mouseClick(bar->findChild<QPushButton *>(u"messageAction_keep"_s), Qt::LeftButton);
    QCOMPARE(m_profiles->profiles().size(), 1);
    action(u"deleteRegion"_s)->trigger();
    QTest::mouseClick(bar->findChild<QPushButton *>(u"messageAction_delete"_s), Qt::LeftButton);
    QCOMPARE(m_profiles->profiles().size(), 0);
    QTRY_COMPARE(child<QListView>(u"regionList"_s)->model()->rowCount(), 1);
    QCOMPARE(m_window->selectedProfile(), QString());
    bool read = false;
    m_keychain->read(profile.id, this, [&](const storage::SecretResult &result) {
        read = true;
        QCOMPARE(result.outcome, storage::SecretStore::Outcome::NotFound);
    });
    QTRY_VERIFY(read);
}

void TestMainWindow::movingAProfileChangesTheOrder()
{
    open();
    addProfile(u"First"_s, QUrl(u"http://127.0.0.1:9"_s));
    const Profile second = addProfile(u"Second"_s, QUrl(u"http://127.0.0.1:9"_s));
    auto *list = child<QListView>(u"regionList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 3);
    m_window->selectProfile(second.id);
    action(u"moveRegionUp"_s)->trigger();
    QCOMPARE(m_profiles->profiles().first().name, u"Second"_s);
    QTRY_COMPARE(list->model()->index(1, 0).data().toString(), u"Second"_s);
    QCOMPARE(m_window->selectedProfile(), second.id);
}

void TestMainWindow::unreadableKeysOfferToTryAgainAndToEdit()
{
    open();
    const Profile profile = addProfile(u"No keys"_s, QUrl(u"http://127.0.0.1:9"_s), false);
    auto *bar = child<MessageBar>(u"windowMessages"_s);
    QTRY_COMPARE(bar->messages().size(), 1);
    QVERIFY(bar->messages().first().title.contains(u"No keys"_s));
    QVERIFY(bar->findChild<QPushButton *>(u"messageAction_edit"_s));
    QCOMPARE(header()->level(), StateLevel::Unknown);
    m_keychain->write(profile.id, {demo::demoAccessKeyId(), demo::demoSecretAccessKey(), {}, {}},
                      this, [](const storage::SecretResult &) {});
    m_hub->credentialsChanged(profile.id);
    QTRY_VERIFY(bar->messages().isEmpty());
}

void TestMainWindow::fileTroubleIsSaidInPlace()
{
    open();
    auto *bar = child<MessageBar>(u"windowMessages"_s);
    m_window->showFileTrouble({monitor::ProfileFileTrouble::Kind::Corrupt, u"/x/profiles.json"_s,
                               u"bad"_s, u"/x/profiles.json.corrupt"_s});
    QCOMPARE(bar->messages().size(), 1);
    QVERIFY(bar->messages().first().text.contains(u"/x/profiles.json.corrupt"_s));
    QVERIFY(!QApplication::activeModalWidget());
    m_window->showFileTrouble(
        {monitor::ProfileFileTrouble::Kind::Unreadable, u"/x/profiles.json"_s, u"no right"_s, {}});
    QCOMPARE(bar->messages().size(), 1); // about the same file
    QTest::mouseClick(bar->findChild<QPushButton *>(u"messageAction_readAgain"_s), Qt::LeftButton);
    QVERIFY(bar->messages().isEmpty()); // it could be read
}

void TestMainWindow::everyInteractiveWidgetHasANameAndCanBeReached()
{
    open();
    addDemo();
    QTRY_COMPARE_WITH_TIMEOUT(table(u"channelsTable"_s)->proxy().rowCount(), 8, 20000);
    const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
    int checked = 0;
    for (const QWidget *widget : widgets) {
        const bool interactive = widget->focusPolicy() & Qt::TabFocus;
        const bool internal = widget->objectName().startsWith(u"qt_"_s)
            || qobject_cast<const QMenu *>(widget) || qobject_cast<const QScrollBar *>(widget)
            || widget->inherits("QComboBoxListView")
            || widget->inherits("QComboBoxPrivateContainer")
            || (qobject_cast<const QLineEdit *>(widget)
                && qobject_cast<const QComboBox *>(widget->parentWidget()));
        if (!interactive || internal)
            continue;
        ++checked;
        QVERIFY2(!widget->accessibleName().isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->accessibleName()));
    }
    QCOMPARE_GE(checked, 40);
}

void TestMainWindow::tabKeyGoesRoundTheWindow()
{
    open();
    addDemo();
    m_window->showPage(Page::Channels);
    QTRY_COMPARE_WITH_TIMEOUT(table(u"channelsTable"_s)->proxy().rowCount(), 8, 20000);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *page = child<QWidget>(u"channelsPage"_s);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"exportButton"_s)->isEnabled());
    table(u"channelsTable"_s)->setFocus();
    QSet<QString> visited;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        visited.insert(QApplication::focusWidget()->objectName());
    }
    for (const QString &name :
         {u"regionList"_s, u"addRegionButton"_s, u"pageTabs"_s, u"quickFilter"_s, u"stateFilter"_s,
          u"exportButton"_s, u"channelsTable"_s, u"jumpButton"_s, u"zoneButton"_s,
          u"pauseButton"_s})
        QVERIFY2(visited.contains(name), qPrintable(name));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
