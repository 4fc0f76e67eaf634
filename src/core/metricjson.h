// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metricinfo.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tallylight {

/// What a metrics.json says, as far as it can be used.
struct MetricJson
{
    QList<MetricInfo> metrics;
    MetricInfo unknown; ///< texts for metrics that are in no catalogue
    QStringList problems; ///< a line each, with the path; the metric concerned is left out
};

/// Reads a file of metrics (version 1). \a known gives what a metric is based on, so that only the
/// fields that differ need to be there; null asks for all of them.
MetricJson readMetricJson(const QByteArray &json,
                          const std::function<const MetricInfo *(const QString &name)> &known);

} // namespace tallylight
