// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/timeformat.h"
#include "ui/chartcontent.h"

#include <QCoreApplication>

#include <array>

namespace tallylight::ui {

namespace {

struct Limit
{
    HealthMetric metric;
    enum class Bad { Above, From, At } bad;
    double value;
    HealthLevel level;
};

// The limits of judge() in core/health.cpp (aws-facts §3.3).
constexpr std::array kLimits{
    Limit{HealthMetric::ActiveOutputs, Limit::Bad::At, 0.0, HealthLevel::Critical},
    Limit{HealthMetric::InputVideoFrameRate, Limit::Bad::At, 0.0, HealthLevel::Critical},
    Limit{HealthMetric::FillMsec, Limit::Bad::Above, 0.0, HealthLevel::Warning},
    Limit{HealthMetric::FillMsec, Limit::Bad::From, 60000.0, HealthLevel::Critical},
    Limit{HealthMetric::ActiveAlerts, Limit::Bad::Above, 0.0, HealthLevel::Warning},
    Limit{HealthMetric::InputLossSeconds, Limit::Bad::Above, 0.0, HealthLevel::Warning},
    Limit{HealthMetric::DroppedFrames, Limit::Bad::Above, 0.0, HealthLevel::Warning},
    Limit{HealthMetric::SvqTime, Limit::Bad::Above, 0.0, HealthLevel::Warning},
    Limit{HealthMetric::Output4xxErrors, Limit::Bad::Above, 0.0, HealthLevel::Warning},
    Limit{HealthMetric::Output5xxErrors, Limit::Bad::Above, 0.0, HealthLevel::Warning},
    Limit{HealthMetric::PrimaryInputActive, Limit::Bad::At, 0.0, HealthLevel::Warning},
};

struct ThresholdWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartThresholds)
};

QString words(const Limit &limit)
{
    const QString value = models::formatNumber(limit.value, 2);
    const bool critical = limit.level == HealthLevel::Critical;
    switch (limit.bad) {
    case Limit::Bad::Above:
        //: Label of a line in a chart: values above it are judged critical; %1 is a number
        return critical ? ThresholdWords::tr("critical above %1").arg(value)
                        //: Label of a line in a chart: values above it are a warning
                        : ThresholdWords::tr("warning above %1").arg(value);
    case Limit::Bad::From:
        //: Label of a line in a chart: this value and those above it are judged critical
        return critical ? ThresholdWords::tr("critical from %1").arg(value)
                        //: Label of a line in a chart: this value and those above it are a warning
                        : ThresholdWords::tr("warning from %1").arg(value);
    case Limit::Bad::At:
        break;
    }
    //: Label of a line in a chart: a value on it is judged critical; %1 is a number
    return critical ? ThresholdWords::tr("critical at %1").arg(value)
                    //: Label of a line in a chart: a value on it is a warning
                    : ThresholdWords::tr("warning at %1").arg(value);
}

} // namespace

QList<ChartThreshold> thresholdsOf(const MetricInfo &info)
{
    QList<ChartThreshold> thresholds;
    for (const Limit &limit : kLimits) {
        if (info.column == limit.metric)
            thresholds.append({limit.value, limit.level, words(limit)});
    }
    return thresholds;
}

} // namespace tallylight::ui
