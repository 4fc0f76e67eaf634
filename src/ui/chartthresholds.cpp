// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/healthrules.h"
#include "models/timeformat.h"
#include "ui/chartcontent.h"

#include <QCoreApplication>

namespace tallylight::ui {

namespace {

struct ThresholdWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartThresholds)
};

QString limitWords(const HealthRule &rule)
{
    const QString value = models::formatNumber(rule.threshold, 2);
    const bool critical = rule.level == HealthLevel::Critical;
    switch (rule.comparison) {
    case RuleComparison::Above:
        //: Label of a line in a chart: values above it are judged critical; %1 is a number
        return critical ? ThresholdWords::tr("critical above %1").arg(value)
                        //: Label of a line in a chart: values above it are a warning
                        : ThresholdWords::tr("warning above %1").arg(value);
    case RuleComparison::AtLeast:
        //: Label of a line in a chart: this value and those above it are judged critical
        return critical ? ThresholdWords::tr("critical from %1").arg(value)
                        //: Label of a line in a chart: this value and those above it are a warning
                        : ThresholdWords::tr("warning from %1").arg(value);
    case RuleComparison::Below:
        //: Label of a line in a chart: values below it are judged critical; %1 is a number
        return critical ? ThresholdWords::tr("critical below %1").arg(value)
                        //: Label of a line in a chart: values below it are a warning
                        : ThresholdWords::tr("warning below %1").arg(value);
    case RuleComparison::AtMost:
        break;
    }
    if (rule.threshold > 0.0) {
        //: Label of a line in a chart: this value and those below it are judged critical
        return critical ? ThresholdWords::tr("critical up to %1").arg(value)
                        //: Label of a line in a chart: this value and those below it are a warning
                        : ThresholdWords::tr("warning up to %1").arg(value);
    }
    //: Label of a line in a chart: a value on it is judged critical; %1 is a number
    return critical ? ThresholdWords::tr("critical at %1").arg(value)
                    //: Label of a line in a chart: a value on it is a warning
                    : ThresholdWords::tr("warning at %1").arg(value);
}

} // namespace

QList<ChartThreshold> thresholdsOf(const MetricInfo &info, const HealthRules &rules)
{
    QList<ChartThreshold> thresholds;
    for (const HealthRule &rule : rules.rules()) {
        if (!rule.enabled || rule.subject != RuleSubject::Metric || info.column != rule.metric
            || rule.measure != RuleMeasure::Value) // the chart's axis has no percent
            continue;
        QString words = limitWords(rule);
        if (rule.forAtLeast.count() > 0) {
            //: Label of a line in a chart: %1 is "warning above 5" or the like, %2 for how long it
            //: must be so, such as "2 min"
            words = ThresholdWords::tr("%1 for %2").arg(words, models::formatAge(rule.forAtLeast));
        }
        thresholds.append({rule.threshold, rule.level, words});
    }
    return thresholds;
}

} // namespace tallylight::ui
