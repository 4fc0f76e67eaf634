// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/rulebook.h"
#include "ui/legenddialog.h"
#include "ui/levelsummary.h"
#include "ui/rulesdialog.h"
#include "ui/statemark.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using ui::RulesDialog;

namespace {

QPushButton *button(RulesDialog &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

QDoubleSpinBox *fillThreshold(RulesDialog &dialog)
{
    return dialog.findChild<QDoubleSpinBox *>(u"ruleThreshold/fill"_s);
}

} // namespace

class RulesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleIsThere()
    {
        monitor::RuleBook book(m_folder.filePath(u"rules.json"_s));
        RulesDialog dialog(book);
        for (const HealthRule &rule : book.rules().rules()) {
            const auto *enabled = dialog.findChild<QCheckBox *>(u"ruleEnabled/"_s + rule.id);
            QVERIFY2(enabled, qPrintable(rule.id));
            QCOMPARE(enabled->isChecked(), rule.enabled);
        }
        QVERIFY(!button(dialog, QDialogButtonBox::Save)->isEnabled());
        QVERIFY(!button(dialog, QDialogButtonBox::RestoreDefaults)->isEnabled());
    }

    void savingPutsTheRulesInForce()
    {
        monitor::RuleBook book(m_folder.filePath(u"saved.json"_s));
        RulesDialog dialog(book);
        fillThreshold(dialog)->setValue(500.0);
        dialog.findChild<QCheckBox *>(u"ruleEnabled/svq"_s)->setChecked(false);
        auto *level = dialog.findChild<QComboBox *>(u"ruleLevel/droppedFrames"_s);
        level->setCurrentIndex(0);
        QVERIFY(!dialog.findChild<QComboBox *>(u"ruleLevel/svq"_s)->isEnabled());
        QVERIFY(button(dialog, QDialogButtonBox::Save)->isEnabled());
        button(dialog, QDialogButtonBox::Save)->click();
        QCOMPARE(book.rules().find(u"fill"_s)->threshold, 500.0);
        QVERIFY(!book.rules().find(u"svq"_s)->enabled);
        QCOMPARE(book.rules().find(u"droppedFrames"_s)->level, HealthLevel::Critical);
    }

    void periodsAreEditedLikeThresholds()
    {
        monitor::RuleBook book(m_folder.filePath(u"periods.json"_s));
        RulesDialog dialog(book);
        const auto field = [&dialog](const QString &name) {
            return dialog.findChild<QSpinBox *>(name);
        };
        QCOMPARE(field(u"ruleFor/mediaQuality"_s)->value(), 120);
        QCOMPARE(field(u"ruleHeld/rtpLost"_s)->value(), 120);
        QCOMPARE(field(u"ruleFor/rtpLost"_s)->text(), u"at once"_s);
        field(u"ruleFor/rtpLost"_s)->setValue(180);
        field(u"ruleHeld/pipelinesMissing"_s)->setValue(60); // facts have them, too
        QVERIFY(button(dialog, QDialogButtonBox::Save)->isEnabled());
        button(dialog, QDialogButtonBox::Save)->click();
        const monitor::RuleBook again(book.file());
        QCOMPARE(again.problems(), QStringList());
        QCOMPARE(again.rules().find(u"rtpLost"_s)->forAtLeast, std::chrono::seconds(180));
        QCOMPARE(again.rules().find(u"pipelinesMissing"_s)->heldFor, std::chrono::seconds(60));
    }

    void cancelChangesNothing()
    {
        monitor::RuleBook book(m_folder.filePath(u"cancelled.json"_s));
        QSignalSpy changed(&book, &monitor::RuleBook::rulesChanged);
        RulesDialog dialog(book);
        fillThreshold(dialog)->setValue(500.0);
        button(dialog, QDialogButtonBox::Cancel)->click();
        QCOMPARE(changed.size(), 0);
        QCOMPARE(book.rules(), HealthRules::builtIn());
    }

    void defaultsComeBack()
    {
        monitor::RuleBook book(m_folder.filePath(u"defaults.json"_s));
        RulesDialog dialog(book);
        fillThreshold(dialog)->setValue(500.0);
        button(dialog, QDialogButtonBox::RestoreDefaults)->click();
        QCOMPARE(fillThreshold(dialog)->value(), 0.0);
        QVERIFY(!button(dialog, QDialogButtonBox::RestoreDefaults)->isEnabled());
    }

    void whatCantBeKeptIsSaidInPlace()
    {
        monitor::RuleBook book(m_folder.filePath(u"no/such/folder.json"_s));
        RulesDialog dialog(book);
        fillThreshold(dialog)->setValue(500.0);
        button(dialog, QDialogButtonBox::Save)->click();
        const auto *trouble = dialog.findChild<QLabel *>(u"rulesTrouble"_s);
        QVERIFY(trouble->text().contains(book.file()));
        QCOMPARE(book.rules().find(u"fill"_s)->threshold, 500.0);
    }

    void theCountsLeadToTheLegendByKeyboard()
    {
        const ui::Theme theme = ui::themeFor(ui::ThemeChoice::Dark, {});
        ui::LevelSummary counts(theme);
        QSignalSpy asked(&counts, &ui::LevelSummary::legendRequested);
        models::LevelCounts some;
        some[models::StateLevel::Unknown] = 3;
        counts.setContent(u"3 rows"_s, some);
        counts.setUnknownReasons({u"2 stale"_s, u"1 forbidden"_s});
        QVERIFY(counts.text().contains(u"(2 stale, 1 forbidden)"_s));
        QTest::keyClick(&counts, Qt::Key_Return);
        QTest::keyClick(&counts, Qt::Key_Space);
        QTest::mouseClick(&counts, Qt::LeftButton);
        QCOMPARE(asked.size(), 3);
        ui::LegendDialog legend(theme);
        QVERIFY(legend.findChildren<ui::StateMark *>().size() > 20);
        QVERIFY(legend.findChildren<QLabel *>().size() > 2 * 20);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(RulesDialogTest)
#include "tst_rulesdialog.moc"
