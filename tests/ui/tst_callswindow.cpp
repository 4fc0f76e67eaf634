// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "monitor/callledger.h"
#include "monitor/demofixture.h"
#include "monitor/monitorhub.h"
#include "storage/memorysecretstore.h"
#include "ui/callswindow.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using models::CallModel;
using tests::DemoFixture;
using ui::CallsWindow;

/// The call inspector over a region that is really watched.
class CallsWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<DemoFixture>();
        m_demo->region().faults().setForbidden(u"ListInputs"_s);
        m_keychain = std::make_unique<storage::MemorySecretStore>();
        m_profile = m_demo->profile();
        m_profile.name = u"Frankfurt"_s;
        m_keychain->insert(m_profile.id, m_demo->region().credentials());
        m_hub = std::make_unique<monitor::MonitorHub>(*m_keychain, m_clock);
        m_hub->setProfiles({m_profile});
        m_window = std::make_unique<CallsWindow>(*m_hub, m_theme);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_hub.reset();
        m_demo.reset();
    }

    void callsArriveLiveWithEverythingAboutThem()
    {
        QTRY_VERIFY(rowOf(u"ListChannels"_s) >= 0);
        QTRY_VERIFY(rowOf(u"ListInputs"_s) >= 0);
        const int good = rowOf(u"ListChannels"_s);
        QCOMPARE(cell(good, CallModel::Column::Profile), u"Frankfurt"_s);
        QCOMPARE(cell(good, CallModel::Column::Result), u"OK"_s);
        QCOMPARE(cell(good, CallModel::Column::Status), u"200"_s);
        QVERIFY(!cell(good, CallModel::Column::RequestId).isEmpty());
        QVERIFY(cell(good, CallModel::Column::Address).contains(u"/prod/channels"_s));
        QVERIFY(!cell(good, CallModel::Column::Address).contains(u'?'));
        QCOMPARE(cell(rowOf(u"ListInputs"_s), CallModel::Column::Result), u"Access denied"_s);
    }

    void aSelectedCallIsExplained()
    {
        QTRY_VERIFY(rowOf(u"ListInputs"_s) >= 0);
        table()->selectRow(rowOf(u"ListInputs"_s));
        const auto *details = m_window->findChild<QPlainTextEdit *>(u"callDetails"_s);
        QVERIFY2(details->toPlainText().contains(u"medialive:ListInputs"_s),
                 qPrintable(details->toPlainText()));
    }

    void theFilterNarrowsAndTheCountSaysSo()
    {
        QTRY_VERIFY(rowOf(u"ListInputs"_s) >= 0);
        m_window->findChild<QPushButton *>(u"callPause"_s)->click();
        m_window->findChild<QCheckBox *>(u"callProblems"_s)->setChecked(true);
        QCOMPARE(rowOf(u"ListChannels"_s), -1);
        QVERIFY(rowOf(u"ListInputs"_s) >= 0);
        m_window->findChild<QLineEdit *>(u"callFilter"_s)->setText(u"nothing like it"_s);
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(label("callCounts").contains(u"of"_s));
        QVERIFY(label("callCounts").contains(u"paused"_s));
    }

    void aPauseKeepsTheListAndClearEmptiesIt()
    {
        QTRY_VERIFY(rowOf(u"ListChannels"_s) >= 0);
        auto *pause = m_window->findChild<QPushButton *>(u"callPause"_s);
        pause->click();
        QVERIFY(m_hub->calls().isPaused());
        m_hub->refreshAll();
        QTRY_VERIFY(m_hub->calls().missed() > 0);
        pause->click();
        QVERIFY(label("callCounts").contains(u"not kept"_s));
        m_window->findChild<QPushButton *>(u"callClear"_s)->click();
        QCOMPARE(table()->model()->rowCount(), 0);
    }

    void whatIsSelectedIsCopied()
    {
        QTRY_VERIFY(rowOf(u"ListChannels"_s) >= 0);
        m_window->findChild<QPushButton *>(u"callPause"_s)->click();
        table()->selectRow(rowOf(u"ListChannels"_s));
        m_window->findChild<QPushButton *>(u"callCopy"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"ListChannels"_s) && copied.contains(u"Frankfurt"_s),
                 qPrintable(copied));
        QVERIFY(!copied.contains(u"ListInputs"_s));
        QGuiApplication::clipboard()->clear();
    }

    void theClockOfEachProfileIsShown()
    {
        QTRY_VERIFY2(label("callClocks").contains(u"Frankfurt: in step"_s),
                     qPrintable(label("callClocks")));
    }

    void aProfileCanBeChosenAndARenamedOneIsFollowed()
    {
        QTRY_VERIFY(rowOf(u"ListChannels"_s) >= 0);
        m_window->showProfile(m_profile.id);
        const auto *box = m_window->findChild<QComboBox *>(u"callProfile"_s);
        QCOMPARE(box->currentText(), u"Frankfurt"_s);
        m_profile.name = u"Main"_s;
        m_hub->setProfiles({m_profile});
        QCOMPARE(box->currentText(), u"Main"_s);
        QCOMPARE(cell(rowOf(u"ListChannels"_s), CallModel::Column::Profile), u"Main"_s);
        m_hub->setProfiles({});
        QCOMPARE(table()->model()->rowCount(), 0);
    }

    void escapeClosesIt()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

    void everythingHasAName()
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool reachable = widget->focusPolicy() & Qt::TabFocus;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (reachable && widget->isVisible() && !(button && !button->text().isEmpty())
                && widget->parentWidget() && !widget->objectName().startsWith("qt_"_L1))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    QTableView *table() const { return m_window->findChild<QTableView *>(u"callTable"_s); }
    QString label(const char *name) const
    {
        return m_window->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    QString cell(int row, CallModel::Column column) const
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    int rowOf(const QString &operation) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, CallModel::Column::Operation) == operation)
                return row;
        }
        return -1;
    }

    SystemClock m_clock;
    ui::Theme m_theme = ui::themeFor(ui::ThemeChoice::Dark, {});
    std::unique_ptr<DemoFixture> m_demo;
    std::unique_ptr<storage::MemorySecretStore> m_keychain;
    Profile m_profile;
    std::unique_ptr<monitor::MonitorHub> m_hub;
    std::unique_ptr<CallsWindow> m_window;
};

QTEST_MAIN(CallsWindowTest)
#include "tst_callswindow.moc"
