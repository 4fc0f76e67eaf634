// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The main job, as an operator does it: an empty window, a profile typed into the dialog, its
// secret in the desktop's real keychain, rows from a region over HTTP, a filter, a sort, a chart.
// Runs inside with_secret_service.sh.

#include "core/clock.h"
#include "core/settings.h"
#include "demo/demoregion.h"
#include "models/roles.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "storage/keychainsecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/healthchart.h"
#include "ui/healthchartpanel.h"
#include "ui/healthcharttile.h"
#include "ui/mainwindow.h"
#include "ui/tablepage.h"
#include "ui/tableview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

constexpr int kPatience = 20000;

/// Everything the program is made of, put together as the program does it.
struct Program
{
    explicit Program(const QString &folder)
        : secrets(keychain)
        , file(folder + u"/profiles.json"_s)
        , profiles(file, secrets)
        , hub(secrets, clock)
    {
        QObject::connect(&profiles, &monitor::ProfileService::profilesChanged, &hub,
                         &monitor::MonitorHub::setProfiles);
        QObject::connect(&profiles, &monitor::ProfileService::secretChanged, &hub,
                         &monitor::MonitorHub::credentialsChanged);
        [[maybe_unused]] const auto trouble = profiles.load();
        window = std::make_unique<ui::MainWindow>(hub, profiles, settings, clock);
        window->resize(1280, 720);
        window->show();
    }

    SystemClock clock;
    MemorySettings settings;
    storage::KeychainSecretStore keychain;
    storage::SessionSecretStore secrets;
    storage::ProfileStore file;
    monitor::ProfileService profiles;
    monitor::MonitorHub hub;
    std::unique_ptr<ui::MainWindow> window;
};

template<typename T> T *named(QWidget *root, const QString &name)
{
    return root->findChild<T *>(name);
}

} // namespace

class MainJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariable("TALLYLIGHT_SECRETS_MODE").isEmpty())
            QSKIP("needs a private Secret Service: run it through "
                  "tests/support/with_secret_service.sh");
        demo::DemoOptions options;
        options.scenario = u"storm"_s;
        m_region = std::make_unique<demo::DemoRegion>(options, m_clock);
        QVERIFY(m_region->start());
        m_program = std::make_unique<Program>(m_folder.path());
        QVERIFY(QTest::qWaitForWindowExposed(m_program->window.get()));
    }

    void anEmptyWindowTellsWhatToDo()
    {
        auto *add = named<QAbstractButton>(window(), u"addRegionButton"_s);
        QVERIFY(add && add->isVisible() && add->isEnabled());
        QVERIFY(m_program->profiles.profiles().isEmpty());
    }

    void aProfileIsTypedIntoTheDialog()
    {
        QTest::mouseClick(named<QAbstractButton>(window(), u"addRegionButton"_s), Qt::LeftButton);
        QWidget *dialog = nullptr;
        QTRY_VERIFY((dialog = visibleDialog()) != nullptr);
        type(dialog, u"profileName"_s, u"Frankfurt test"_s);
        auto *region = named<QComboBox>(dialog, u"profileRegion"_s);
        region->setFocus();
        region->lineEdit()->selectAll();
        QTest::keyClicks(region->lineEdit(), u"eu-central-1"_s);
        QTest::keyClick(region->lineEdit(), Qt::Key_Tab);
        const Credentials key = m_region->credentials();
        // As pasted from a web page: with a blank and a line end around it.
        type(dialog, u"accessKeyId"_s, u' ' + key.accessKeyId + u' ');
        type(dialog, u"secretAccessKey"_s, QString::fromUtf8(key.secretAccessKey.expose()));
        QCOMPARE(named<QLineEdit>(dialog, u"secretAccessKey"_s)->echoMode(), QLineEdit::Password);
        auto *advanced = named<QAbstractButton>(dialog, u"advancedButton"_s);
        if (!advanced->isChecked())
            QTest::mouseClick(advanced, Qt::LeftButton);
        for (const QString &field :
             {u"endpointMedialive"_s, u"endpointMonitoring"_s, u"endpointSts"_s})
            type(dialog, field, m_region->endpoint().toString());
        auto *save = named<QAbstractButton>(dialog, u"saveButton"_s);
        QTRY_VERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog() == nullptr, kPatience);
        QCOMPARE(m_program->profiles.profiles().size(), 1);
        QCOMPARE(m_program->profiles.profiles().first().region, u"eu-central-1"_s);
    }

    void theSecretIsInTheKeychainAndInNoFile()
    {
        std::optional<Credentials> stored;
        storage::KeychainSecretStore keychain;
        bool answered = false;
        keychain.read(m_program->profiles.profiles().first().id, this,
                      [&](const storage::SecretResult &result) {
                          stored = result.credentials;
                          answered = true;
                      });
        QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
        QVERIFY(stored);
        QCOMPARE(stored->accessKeyId, m_region->credentials().accessKeyId);
        QCOMPARE(stored->secretAccessKey, m_region->credentials().secretAccessKey);

        const QByteArray secret = m_region->credentials().secretAccessKey.expose();
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
            QVERIFY2(!content.contains(m_region->credentials().accessKeyId.toUtf8()),
                     qPrintable(file.fileName()));
            ++looked;
        }
        QVERIFY(looked > 0);
    }

    void rowsComeFromTheRegion()
    {
        m_program->window->showPage(ui::Page::Channels);
        QTRY_COMPARE_WITH_TIMEOUT(page(u"channels"_s)->proxy().rowCount(), 24, kPatience);
        m_program->window->showPage(ui::Page::Inputs);
        QTRY_COMPARE_WITH_TIMEOUT(page(u"inputs"_s)->proxy().rowCount(), 30, kPatience);
    }

    void theQuickFilterNarrowsTheTable()
    {
        m_program->window->showPage(ui::Page::Inputs);
        ui::TablePage *inputs = page(u"inputs"_s);
        auto *filter = named<QLineEdit>(inputs, u"quickFilter"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"type:srt"_s);
        QTRY_VERIFY(inputs->proxy().rowCount() < 30);
        QVERIFY(inputs->proxy().rowCount() > 0);
        QTest::keyClick(filter, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(filter, Qt::Key_Delete);
        QTRY_COMPARE(inputs->proxy().rowCount(), 30);
    }

    void aClickOnAHeaderSorts()
    {
        m_program->window->showPage(ui::Page::Channels);
        ui::TablePage *channels = page(u"channels"_s);
        const int column = columnOf(channels, u"name"_s);
        QHeaderView *header = channels->view()->horizontalHeader();
        const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        const QStringList ascending = texts(channels, column);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QStringList descending = texts(channels, column);
        QVERIFY(ascending != descending);
        std::reverse(descending.begin(), descending.end());
        QCOMPARE(descending, ascending);
    }

    void selectingAHealthRowOpensItsChart()
    {
        m_program->window->showPage(ui::Page::Health);
        ui::TablePage *health = page(u"health"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rowWithPipeline(health) >= 0, kPatience);
        auto *panel = window()->findChild<ui::HealthChartPanel *>();
        QVERIFY(panel && panel->isVisible());
        const int row = rowWithPipeline(health);
        health->view()->scrollTo(health->view()->model()->index(row, 0));
        const QRect cell = health->view()->visualRect(health->view()->model()->index(row, 0));
        QTest::mouseClick(health->view()->viewport(), Qt::LeftButton, {}, cell.center());
        QTRY_VERIFY_WITH_TIMEOUT(!panel->tiles().isEmpty() && !panel->isLoading(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_region->faults().counts().datapoints > 0, kPatience);
        QVERIFY(panel->tiles().first()->isVisible());
        const ui::ChartContent &content = panel->tiles().first()->chart().content();
        QCOMPARE(content.lines.size(), 2);
        for (const ui::ChartLine &leg : content.lines) {
            qsizetype points = 0;
            for (const models::ChartSegment &segment : leg.segments)
                points += segment.size();
            QVERIFY2(points > 1, qPrintable(leg.pipeline));
        }
    }

    void keepingForThisRunLeavesNothingInTheKeychain()
    {
        const QString id = m_program->profiles.profiles().first().id;
        bool done = false;
        m_program->profiles.storeSecret(id, m_region->credentials(),
                                        monitor::SecretKeeping::ThisRunOnly, this,
                                        [&](const monitor::ProfileService::SecretOutcome &outcome) {
                                            done = outcome.problem == monitor::SecretProblem::None;
                                        });
        QTRY_VERIFY_WITH_TIMEOUT(done, kPatience);
        QVERIFY(m_program->profiles.isThisRunOnly(id));
        QCOMPARE(storedOutcome(id), storage::SecretStore::Outcome::NotFound);
        // Back into the keychain, for the deletion that follows.
        done = false;
        m_program->profiles.storeSecret(id, m_region->credentials(),
                                        monitor::SecretKeeping::Keychain, this,
                                        [&](const monitor::ProfileService::SecretOutcome &outcome) {
                                            done = outcome.problem == monitor::SecretProblem::None;
                                        });
        QTRY_VERIFY_WITH_TIMEOUT(done, kPatience);
        QCOMPARE(storedOutcome(id), storage::SecretStore::Outcome::Ok);
    }

    void aDuplicateHasItsOwnEntryInTheKeychain()
    {
        const QString original = m_program->profiles.profiles().first().id;
        m_program->window->selectProfile(original);
        window()->findChild<QAction *>(u"duplicateRegion"_s)->trigger();
        QWidget *dialog = nullptr;
        QTRY_VERIFY((dialog = visibleDialog()) != nullptr);
        QVERIFY(named<QCheckBox>(dialog, u"copyKeys"_s)->isChecked());
        auto *save = named<QAbstractButton>(dialog, u"saveButton"_s);
        QTRY_VERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog() == nullptr, kPatience);
        QCOMPARE(m_program->profiles.profiles().size(), 2);
        const QString copy = m_program->profiles.profiles().last().id;
        QCOMPARE(storedOutcome(copy), storage::SecretStore::Outcome::Ok);

        bool removed = false;
        [[maybe_unused]] const auto trouble = m_program->profiles.remove(
            copy, this, [&](const monitor::ProfileService::SecretOutcome &outcome) {
                removed = outcome.problem == monitor::SecretProblem::None;
            });
        QTRY_VERIFY_WITH_TIMEOUT(removed, kPatience);
        QCOMPARE(storedOutcome(copy), storage::SecretStore::Outcome::NotFound);
        QCOMPARE(storedOutcome(original), storage::SecretStore::Outcome::Ok);
    }

    void deletingTheProfileDeletesItsSecret()
    {
        const QString id = m_program->profiles.profiles().first().id;
        bool removed = false;
        [[maybe_unused]] const auto trouble = m_program->profiles.remove(
            id, this, [&](const monitor::ProfileService::SecretOutcome &outcome) {
                removed = outcome.problem == monitor::SecretProblem::None;
            });
        QTRY_VERIFY_WITH_TIMEOUT(removed, kPatience);
        QCOMPARE(storedOutcome(id), storage::SecretStore::Outcome::NotFound);
    }

    void cleanupTestCase()
    {
        m_program.reset();
        m_region.reset();
    }

private:
    QWidget *window() const { return m_program->window.get(); }

    /// What the desktop's keychain itself answers for \a profileId.
    static storage::SecretStore::Outcome storedOutcome(const QString &profileId)
    {
        std::optional<storage::SecretStore::Outcome> outcome;
        storage::KeychainSecretStore keychain;
        QObject context;
        keychain.read(profileId, &context,
                      [&](const storage::SecretResult &result) { outcome = result.outcome; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, kPatience)
            ? *outcome
            : storage::SecretStore::Outcome::Timeout;
    }

    static QWidget *visibleDialog()
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible() && top->findChild<QLineEdit *>(u"secretAccessKey"_s)
                && qobject_cast<QDialog *>(top))
                return top;
        }
        return nullptr;
    }

    static void type(QWidget *dialog, const QString &field, const QString &text)
    {
        auto *edit = named<QLineEdit>(dialog, field);
        QVERIFY2(edit, qPrintable(field));
        edit->setFocus();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Tab);
    }

    ui::TablePage *page(const QString &name) const
    {
        for (ui::TablePage *one : window()->findChildren<ui::TablePage *>()) {
            if (one->spec().name == name)
                return one;
        }
        return nullptr;
    }

    static int columnOf(ui::TablePage *page, const QString &id)
    {
        const QAbstractItemModel *model = page->view()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal, models::RawRole).toString() == id)
                return column;
        }
        return -1;
    }

    static QStringList texts(ui::TablePage *page, int column)
    {
        QStringList all;
        const QAbstractItemModel *model = page->view()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, column).data().toString());
        return all;
    }

    static int rowWithPipeline(ui::TablePage *health)
    {
        const QStringList pipelines = texts(health, columnOf(health, u"pipeline"_s));
        for (int row = 0; row < pipelines.size(); ++row) {
            if (!pipelines.at(row).isEmpty())
                return row;
        }
        return -1;
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<demo::DemoRegion> m_region;
    std::unique_ptr<Program> m_program;
};

QTEST_MAIN(MainJobTest)
#include "tst_mainjob.moc"
