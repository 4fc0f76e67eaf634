// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rulespage.h"

#include "core/metriccatalogue.h"
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
constexpr int kMaxGraceSeconds = 3600;

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

RulesPage::RulesPage(const HealthRules &rules, QWidget *parent)
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
    grid->setColumnStretch(0, 1);
    grid->setHorizontalSpacing(2 * kGrid);
    for (const HealthRule &rule : rules.rules())
        addLine(*grid, rule);
    addGrace(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    setRules(rules);
}

void RulesPage::addLine(QGridLayout &grid, const HealthRule &rule)
{
    const int row = grid.rowCount();
    const QString title = rule.title.in();
    const Line line{rule.id, new QCheckBox(title, this), new QComboBox(this),
                    new QDoubleSpinBox(this)};
    line.enabled->setObjectName(u"ruleEnabled/"_s + rule.id);
    line.level->setObjectName(u"ruleLevel/"_s + rule.id);
    //: %1 is a rule; the name of the field for its level
    line.level->setAccessibleName(tr("%1: level").arg(title));
    line.level->addItem(models::levelWord(StateLevel::Critical),
                        static_cast<int>(HealthLevel::Critical));
    line.level->addItem(models::levelWord(StateLevel::Warning),
                        static_cast<int>(HealthLevel::Warning));
    line.threshold->setObjectName(u"ruleThreshold/"_s + rule.id);
    //: %1 is a rule; the name of the field for its threshold
    line.threshold->setAccessibleName(tr("%1: threshold").arg(title));
    line.threshold->setRange(0.0, kMaxThreshold);
    line.threshold->setDecimals(2);
    line.threshold->setMinimumWidth(14 * kGrid);
    grid.addWidget(line.enabled, row, 0);
    grid.addWidget(line.level, row, 1);
    // Facts are yes or no, or a count of pipelines; there is no threshold to argue about.
    const bool measured = rule.subject == RuleSubject::Metric;
    line.threshold->setVisible(measured);
    if (measured) {
        const MetricInfo &info = healthMetricInfo(rule.metric);
        line.enabled->setToolTip(info.explanation.in());
        if (!info.unit.isEmpty())
            line.threshold->setSuffix(u' ' + info.unit);
        grid.addWidget(new QLabel(comparisonText(rule.comparison), this), row, 2);
        grid.addWidget(line.threshold, row, 3);
    }
    const auto changed = [this, line] {
        showEnabled(line);
        if (!m_filling)
            Q_EMIT edited();
    };
    connect(line.enabled, &QCheckBox::toggled, this, changed);
    connect(line.level, &QComboBox::currentIndexChanged, this, changed);
    connect(line.threshold, &QDoubleSpinBox::valueChanged, this, changed);
    m_lines.append(line);
}

void RulesPage::addGrace(QGridLayout &grid)
{
    const int row = grid.rowCount();
    auto *label = new QLabel(tr("After a start, wait before judging what needs time"), this);
    m_grace = new QSpinBox(this);
    m_grace->setObjectName(u"ruleGrace"_s);
    m_grace->setRange(0, kMaxGraceSeconds);
    //: seconds
    m_grace->setSuffix(tr(" s"));
    label->setBuddy(m_grace);
    grid.addWidget(label, row, 0, 1, 3);
    grid.addWidget(m_grace, row, 3);
    connect(m_grace, &QSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
}

void RulesPage::showEnabled(const Line &line)
{
    line.level->setEnabled(line.enabled->isChecked());
    line.threshold->setEnabled(line.enabled->isChecked());
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
        rules.replace(rule);
    }
    rules.setGrace(std::chrono::seconds(m_grace->value()));
    return rules;
}

} // namespace tallylight::ui
