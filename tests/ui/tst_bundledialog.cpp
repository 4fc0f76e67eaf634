// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "ui/bundledialog.h"
#include "ui/dialogs.h"
#include "ui/theme.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::DiagnosticsPart;
using ui::BundleDialog;

/// Answers at once with a file name of the test's.
class AnsweringDialogs final : public ui::Dialogs
{
public:
    void saveFile(QWidget *, const QString &, const QString &suggestedName, const QString &,
                  std::function<void(const QString &)> done) override
    {
        suggested = suggestedName;
        if (!answer.isEmpty())
            done(answer);
    }
    QString suggested;
    QString answer;
};

class BundleDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_collected = 0;
        m_dialogs.answer = m_folder.filePath(u"bundle.tar"_s);
        m_dialog = std::make_unique<BundleDialog>(
            [this] {
                ++m_collected;
                return QList<DiagnosticsPart>{
                    {u"program"_s, u"program.json"_s, "{\"qt\":\"6\"}\n"},
                    {u"calls"_s, u"calls.json"_s,
                     "[\"run " + QByteArray::number(m_collected) + "\"]"}};
            },
            m_clock, m_dialogs, m_theme);
        m_dialog->show();
    }

    void exactlyWhatWouldBeWrittenIsShown()
    {
        QCOMPARE(parts()->count(), 2);
        QCOMPARE(parts()->item(0)->text(), u"Program and computer"_s);
        QCOMPARE(text(), u"{\"qt\":\"6\"}\n"_s);
        parts()->setCurrentRow(1);
        QCOMPARE(text(), u"[\"run 1\"]"_s);
        QVERIFY(!m_dialog->isModal());
    }

    void whatIsShownIsWhatIsSaved()
    {
        button("bundleSave")->click();
        QVERIFY(m_dialogs.suggested.startsWith(u"tallylight-diagnostics-2026"_s));
        QFile file(m_dialogs.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray archive = file.readAll();
        QVERIFY(archive.contains("{\"qt\":\"6\"}\n"));
        QVERIFY(archive.contains("[\"run 1\"]"));
        QVERIFY(summary().contains(u"bundle.tar"_s));
    }

    void partsCanBeLeftOut()
    {
        parts()->setCurrentRow(1);
        parts()->setFocus();
        QTest::keyClick(parts(), Qt::Key_Space); // as with the keyboard
        QCOMPARE(m_dialog->chosen().size(), 1);
        button("bundleSave")->click();
        QFile file(m_dialogs.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("calls.json"));
        parts()->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(!button("bundleSave")->isEnabled());
    }

    void collectingAgainKeepsTheChoice()
    {
        parts()->item(0)->setCheckState(Qt::Unchecked);
        parts()->setCurrentRow(1);
        button("bundleAgain")->click();
        QCOMPARE(m_collected, 2);
        QCOMPARE(text(), u"[\"run 2\"]"_s);
        QCOMPARE(m_dialog->chosen().size(), 1);
    }

    void theFolderIsOpenedOnceThereIsOne()
    {
        QString opened;
        m_dialog->setOpenFolder([&opened](const QString &folder) { opened = folder; });
        QVERIFY(!button("bundleFolder")->isEnabled());
        button("bundleSave")->click();
        button("bundleFolder")->click();
        QCOMPARE(opened, QFileInfo(m_dialogs.answer).absolutePath());
    }

    void aFailureIsSaidInPlace()
    {
        m_dialogs.answer = u"/nowhere/at/all.tar"_s;
        button("bundleSave")->click();
        QVERIFY(summary().contains(u"/nowhere/at/all.tar"_s));
        QVERIFY(!button("bundleFolder")->isEnabled());
        m_dialogs.answer.clear(); // thought better of it
        button("bundleSave")->click();
        QVERIFY(!button("bundleFolder")->isEnabled());
    }

private:
    QListWidget *parts() const { return m_dialog->findChild<QListWidget *>(u"bundleParts"_s); }
    QString text() const
    {
        return m_dialog->findChild<QPlainTextEdit *>(u"bundleText"_s)->toPlainText();
    }
    QString summary() const { return m_dialog->findChild<QLabel *>(u"bundleSummary"_s)->text(); }
    QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    QTemporaryDir m_folder;
    ManualClock m_clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    ui::Theme m_theme = ui::themeFor(ui::ThemeChoice::Dark, {});
    AnsweringDialogs m_dialogs;
    int m_collected = 0;
    std::unique_ptr<BundleDialog> m_dialog;
};

QTEST_MAIN(BundleDialogTest)
#include "tst_bundledialog.moc"
