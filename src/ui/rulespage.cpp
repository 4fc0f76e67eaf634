// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rulespage.h"

#include "models/words.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr double kMaxThreshold = 1e9;
constexpr int kPeriodStep = 30;

enum GridColumn {
    RuleColumn,
    LevelColumn,
    ComparisonColumn,
    ThresholdColumn,
    ForColumn,
    HeldColumn
};

QString comparisonText(RuleComparison comparison)
{
    switch (comparison) {
    case RuleComparison::Above:
        //: before a number, as are the next three
        return RulesPage::tr("above");
    case RuleComparison::AtLeast:
        return RulesPage::tr("at least");
    case RuleComparison::Below:
        return RulesPage::tr("below");
    case RuleComparison::AtMost:
        return RulesPage::tr("at most");
    }
    return {};
}

} // namespace

RulesPage::RulesPage(const HealthRules &rules, const MetricCatalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_rules(rules)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(scroll);
    auto *grid = new QGridLayout(content);
    grid->setColumnStretch(RuleColumn, 1);
    grid->setHorizontalSpacing(2 * kGrid);
    addHeadings(*grid);
    for (const HealthRule &rule : rules.rules())
        addLine(*grid, rule, catalogue);
    addGrace(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    setRules(rules);
}

void RulesPage::addHeadings(QGridLayout &grid)
{
    const auto add = [&](int column, const QString &text) {
        auto *label = new QLabel(text, this);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        grid.addWidget(label, 0, column);
    };
    //: Heading of a column of the health rules, as are the next four
    add(RuleColumn, tr("Rule"));
    add(LevelColumn, tr("Level"));
    add(ThresholdColumn, tr("Threshold"));
    //: for how long something must be so before it counts
    add(ForColumn, tr("For at least"));
    //: for how long something still counts after it is over
    add(HeldColumn, tr("Held for"));
}

void RulesPage::addLine(QGridLayout &grid, const HealthRule &rule, const MetricCatalogue &catalogue)
{
    const QString title = rule.title.in();
    const Line line{rule.id,
                    new QCheckBox(title, this),
                    new QComboBox(this),
                    new QDoubleSpinBox(this),
                    new QSpinBox(this),
                    new QSpinBox(this)};
    const int row = grid.rowCount();
    line.enabled->setObjectName(u"ruleEnabled/"_s + rule.id);
    line.level->setObjectName(u"ruleLevel/"_s + rule.id);
    //: %1 is a rule; the name of the field for its level
    line.level->setAccessibleName(tr("%1: level").arg(title));
    line.level->addItem(models::levelWord(StateLevel::Critical),
                        static_cast<int>(HealthLevel::Critical));
    line.level->addItem(models::levelWord(StateLevel::Warning),
                        static_cast<int>(HealthLevel::Warning));
    grid.addWidget(line.enabled, row, RuleColumn);
    grid.addWidget(line.level, row, LevelColumn);
    addThreshold(grid, line, rule, catalogue.info(rule.metric));
    addPeriods(grid, line, title);
    const auto changed = [this, line] {
        showEnabled(line);
        if (!m_filling)
            Q_EMIT edited();
    };
    connect(line.enabled, &QCheckBox::toggled, this, changed);
    connect(line.level, &QComboBox::currentIndexChanged, this, changed);
    connect(line.threshold, &QDoubleSpinBox::valueChanged, this, changed);
    connect(line.forAtLeast, &QSpinBox::valueChanged, this, changed);
    connect(line.heldFor, &QSpinBox::valueChanged, this, changed);
    m_lines.append(line);
}

void RulesPage::addThreshold(QGridLayout &grid, const Line &line, const HealthRule &rule,
                             const MetricInfo &info)
{
    const int row = grid.rowCount() - 1;
    line.threshold->setObjectName(u"ruleThreshold/"_s + rule.id);
    //: %1 is a rule; the name of the field for its threshold
    line.threshold->setAccessibleName(tr("%1: threshold").arg(rule.title.in()));
    line.threshold->setRange(0.0, kMaxThreshold);
    line.threshold->setDecimals(2);
    line.threshold->setMinimumWidth(14 * kGrid);
    // Facts are yes or no, or a count of pipelines; there is no threshold to argue about.
    const bool measured = rule.subject == RuleSubject::Metric;
    line.threshold->setVisible(measured);
    if (!measured)
        return;
    line.enabled->setToolTip(info.explanation.in());
    if (rule.measure == RuleMeasure::DipPercent)
        line.threshold->setSuffix(u" %"_s);
    else if (!info.unit.isEmpty())
        line.threshold->setSuffix(u' ' + info.unit);
    grid.addWidget(new QLabel(comparisonText(rule.comparison), this), row, ComparisonColumn);
    grid.addWidget(line.threshold, row, ThresholdColumn);
}

void RulesPage::addPeriods(QGridLayout &grid, const Line &line, const QString &title)
{
    const int row = grid.rowCount() - 1;
    for (QSpinBox *field : {line.forAtLeast, line.heldFor}) {
        field->setRange(0, static_cast<int>(kLongestRulePeriod.count()));
        field->setSingleStep(kPeriodStep);
        //: seconds
        field->setSuffix(tr(" s"));
    }
    line.forAtLeast->setObjectName(u"ruleFor/"_s + line.id);
    //: %1 is a rule; the name of a field for a length of time
    line.forAtLeast->setAccessibleName(tr("%1: for at least").arg(title));
    //: a rule counts as soon as it is met
    line.forAtLeast->setSpecialValueText(tr("at once"));
    line.forAtLeast->setToolTip(
        tr("How long it must be so before it counts. Readings tell of whole "
           "minutes: one bad minute is 60 s."));
    line.heldFor->setObjectName(u"ruleHeld/"_s + line.id);
    //: %1 is a rule; the name of a field for a length of time
    line.heldFor->setAccessibleName(tr("%1: held for").arg(title));
    //: a rule counts no longer than it is met
    line.heldFor->setSpecialValueText(tr("not held"));
    line.heldFor->setToolTip(
        tr("How long it still counts after it is over, so that nobody misses a short trouble."));
    grid.addWidget(line.forAtLeast, row, ForColumn);
    grid.addWidget(line.heldFor, row, HeldColumn);
}

void RulesPage::addGrace(QGridLayout &grid)
{
    const int row = grid.rowCount();
    auto *label = new QLabel(tr("After a start, wait before judging what needs time"), this);
    m_grace = new QSpinBox(this);
    m_grace->setObjectName(u"ruleGrace"_s);
    m_grace->setRange(0, static_cast<int>(kLongestRulePeriod.count()));
    //: seconds
    m_grace->setSuffix(tr(" s"));
    label->setBuddy(m_grace);
    grid.addWidget(label, row, RuleColumn, 1, ForColumn);
    grid.addWidget(m_grace, row, ForColumn);
    connect(m_grace, &QSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
}

void RulesPage::showEnabled(const Line &line)
{
    line.level->setEnabled(line.enabled->isChecked());
    line.threshold->setEnabled(line.enabled->isChecked());
    line.forAtLeast->setEnabled(line.enabled->isChecked());
    line.heldFor->setEnabled(line.enabled->isChecked());
}

void RulesPage::setRules(const HealthRules &rules)
{
    m_rules = rules;
    m_filling = true;
    for (const Line &line : std::as_const(m_lines)) {
        const HealthRule *rule = rules.find(line.id);
        if (!rule)
            continue;
        line.enabled->setChecked(rule->enabled);
        line.level->setCurrentIndex(line.level->findData(static_cast<int>(rule->level)));
        line.threshold->setValue(rule->threshold);
        line.forAtLeast->setValue(static_cast<int>(rule->forAtLeast.count()));
        line.heldFor->setValue(static_cast<int>(rule->heldFor.count()));
        showEnabled(line);
    }
    m_grace->setValue(static_cast<int>(rules.grace().count()));
    m_filling = false;
    Q_EMIT edited();
}

HealthRules RulesPage::rules() const
{
    HealthRules rules = m_rules;
    for (const Line &line : m_lines) {
        const HealthRule *known = rules.find(line.id);
        if (!known)
            continue;
        HealthRule rule = *known;
        rule.enabled = line.enabled->isChecked();
        rule.level = static_cast<HealthLevel>(line.level->currentData().toInt());
        if (rule.subject == RuleSubject::Metric)
            rule.threshold = line.threshold->value();
        rule.forAtLeast = std::chrono::seconds(line.forAtLeast->value());
        rule.heldFor = std::chrono::seconds(line.heldFor->value());
        rules.replace(rule);
    }
    rules.setGrace(std::chrono::seconds(m_grace->value()));
    return rules;
}

} // namespace tallylight::ui
