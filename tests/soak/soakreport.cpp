// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soakreport.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::soak {

namespace {

// What may come and go between two quarters without being growth: pages, charts and their points.
constexpr double kToleratedShare = 0.05;
constexpr double kToleratedMb = 3.0;
constexpr int kToleratedFiles = 8;
constexpr int kToleratedThreads = 3;
constexpr int kFewestSamples = 8;
constexpr qsizetype kPrintedSamples = 50;

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0.0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

/// The median over one quarter of the samples: single ones catch sockets that come and go.
template<typename T> double SoakReport::typical(int quarter, T ProcessFigures::*figure) const
{
    const qsizetype from = m_samples.size() * quarter / 4;
    const qsizetype to = m_samples.size() * (quarter + 1) / 4;
    QList<double> values;
    for (qsizetype i = from; i < to; ++i)
        values.append(static_cast<double>(m_samples.at(i).process.*figure));
    return median(values);
}

double SoakReport::growthMb() const
{
    const auto rest = [this](int quarter) {
        return typical(quarter, &ProcessFigures::heapMb)
            - typical(quarter, &ProcessFigures::keptMb);
    };
    return rest(3) - rest(1);
}

QStringList SoakReport::problems() const
{
    if (m_samples.size() < kFewestSamples)
        return {u"only %1 samples were taken"_s.arg(m_samples.size())};
    QStringList problems;
    const double before = typical(1, &ProcessFigures::heapMb);
    if (growthMb() > kToleratedMb + kToleratedShare * before)
        problems.append(u"the heap grew by %1 MB from %2 MB"_s.arg(growthMb(), 0, 'f', 1)
                            .arg(before, 0, 'f', 1));
    const double files = typical(3, &ProcessFigures::files);
    const double filesBefore = typical(1, &ProcessFigures::files);
    if (files > filesBefore + kToleratedFiles)
        problems.append(u"%1 files are open, %2 were before"_s.arg(files).arg(filesBefore));
    const double threads = typical(3, &ProcessFigures::threads);
    const double threadsBefore = typical(1, &ProcessFigures::threads);
    if (threads > threadsBefore + kToleratedThreads)
        problems.append(u"%1 threads run, %2 did before"_s.arg(threads).arg(threadsBefore));
    const Sample &last = m_samples.constLast();
    for (const RequestBudget &budget : m_budgets) {
        if (static_cast<double>(budget.sent) > budget.allowed)
            problems.append(u"%1 sent %2 requests, %3 were allowed"_s.arg(budget.profile)
                                .arg(budget.sent)
                                .arg(budget.allowed, 0, 'f', 0));
    }
    if (last.regionsUpToDate < last.regions || last.regions == 0)
        problems.append(u"%1 of %2 regions are up to date at the end"_s.arg(last.regionsUpToDate)
                            .arg(last.regions));
    return problems;
}

QJsonObject SoakReport::toJson() const
{
    QJsonArray samples;
    const qsizetype step = std::max<qsizetype>(1, m_samples.size() / kPrintedSamples);
    for (qsizetype i = 0; i < m_samples.size(); i += step) {
        const Sample &sample = m_samples.at(i);
        samples.append(QJsonObject{{u"hours"_s, sample.hours},
                                   {u"residentMb"_s, sample.process.residentMb},
                                   {u"heapMb"_s, sample.process.heapMb},
                                   {u"keptMb"_s, sample.process.keptMb},
                                   {u"files"_s, sample.process.files},
                                   {u"threads"_s, sample.process.threads},
                                   {u"mediaLiveCalls"_s, sample.mediaLiveCalls},
                                   {u"failures"_s, sample.failures},
                                   {u"throttled"_s, sample.throttled},
                                   {u"metricsRequested"_s, sample.metricsRequested},
                                   {u"regionsUpToDate"_s, sample.regionsUpToDate}});
    }
    QJsonArray budgets;
    for (const RequestBudget &budget : m_budgets) {
        budgets.append(QJsonObject{{u"profile"_s, budget.profile},
                                   {u"sent"_s, budget.sent},
                                   {u"allowed"_s, budget.allowed}});
    }
    return {{u"heapGrowthMb"_s, growthMb()},
            {u"requests"_s, budgets},
            {u"problems"_s, QJsonArray::fromStringList(problems())},
            {u"samples"_s, samples}};
}

} // namespace tallylight::soak
