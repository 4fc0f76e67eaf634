// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthrules.h"
#include "core/metriccatalogue.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QSpinBox;

namespace tallylight::ui {

/// The health rules as a form: on or off, level, threshold, for how long they must be met and are
/// held, and the grace after a start. Changes nothing by itself; whoever shows it takes rules()
/// when the operator agrees.
class RulesPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a catalogue says what the metrics are.
    explicit RulesPage(const HealthRules &rules,
                       const MetricCatalogue &catalogue = MetricCatalogue::builtIn(),
                       QWidget *parent = nullptr);

    /// The rules as the form has them now.
    HealthRules rules() const;
    void setRules(const HealthRules &rules);

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QString id;
        QCheckBox *enabled;
        QComboBox *level;
        QDoubleSpinBox *threshold;
        QSpinBox *forAtLeast;
        QSpinBox *heldFor;
    };

    void addHeadings(QGridLayout &grid);
    void addGrace(QGridLayout &grid);
    void addLine(QGridLayout &grid, const HealthRule &rule, const MetricCatalogue &catalogue);
    void addThreshold(QGridLayout &grid, const Line &line, const HealthRule &rule,
                      const MetricInfo &info);
    void addPeriods(QGridLayout &grid, const Line &line, const QString &title);
    void showEnabled(const Line &line);

    HealthRules m_rules;
    QList<Line> m_lines;
    QSpinBox *m_grace = nullptr;
    bool m_filling = false;
};

} // namespace tallylight::ui
