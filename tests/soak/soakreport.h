// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processfigures.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace tallylight::soak {

/// One look at the process and at what the regions have counted.
struct Sample
{
    double hours = 0.0; ///< simulated, since the start
    ProcessFigures process;
    qint64 mediaLiveCalls = 0; ///< of all regions
    qint64 failures = 0; ///< of all services
    qint64 throttled = 0;
    qint64 metricsRequested = 0;
    int regionsUpToDate = 0;
    int regions = 0;
};

/// The requests a region may send over the whole run, and has sent.
struct RequestBudget
{
    QString profile;
    qint64 sent = 0;
    double allowed = 0.0; ///< rate × time + one burst
};

/// The figures of a run and what is wrong with them. Growth is judged between the second and the
/// last quarter of the samples, because caches fill in the first; what is kept for charts, which
/// fills as there is more to show, is left out.
class SoakReport
{
public:
    void add(const Sample &sample) { m_samples.append(sample); }
    const QList<Sample> &samples() const { return m_samples; }
    void setBudgets(const QList<RequestBudget> &budgets) { m_budgets = budgets; }

    /// One line for every promise that was not kept; empty when all were.
    QStringList problems() const;
    /// Everything, for standard output; at most 50 samples, evenly chosen.
    QJsonObject toJson() const;

private:
    template<typename T> double typical(int quarter, T ProcessFigures::*figure) const;
    double growthMb() const;

    QList<Sample> m_samples;
    QList<RequestBudget> m_budgets;
};

} // namespace tallylight::soak
