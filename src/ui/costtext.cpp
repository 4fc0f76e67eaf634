// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/costtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using monitor::MetricPace;

namespace {

struct CostText
{
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

QString paceText(Slowing slowing)
{
    switch (slowing) {
    case Slowing::None:
        return {};
    case Slowing::Double:
        return CostText::tr("half as often");
    case Slowing::Quadruple:
        return CostText::tr("a quarter as often");
    case Slowing::Eightfold:
        return CostText::tr("an eighth as often");
    case Slowing::Slowest:
        return CostText::tr("every 15 minutes");
    case Slowing::AlarmingOnly:
        return CostText::tr("only for channels in trouble");
    case Slowing::Nothing:
        return CostText::tr("not at all");
    }
    return {};
}

} // namespace

void CostLine::add(const CostLine &other)
{
    // Only where no region asks CloudWatch it is off; the others' pace is that of those that do.
    const bool first = !pricesAsOf.isValid();
    pace.off = other.pace.off && (first || pace.off);
    cost += other.cost;
    budgetUsd += other.budgetUsd;
    if (!other.pace.off)
        pace.slowing = std::max(pace.slowing, other.pace.slowing);
    pace.series += other.pace.series;
    pace.slowed += other.pace.slowed;
    pace.leftOut += other.pace.leftOut;
    pace.free |= other.pace.free;
    if (!pricesAsOf.isValid())
        pricesAsOf = other.pricesAsOf;
}

QString dollars(double usd)
{
    const QLocale locale;
    if (usd > 0.0 && usd < 0.01)
        //: Less than one cent of a US dollar
        return CostText::tr("< $%1").arg(locale.toString(0.01, 'f', 2));
    //: An amount of US dollars
    return CostText::tr("$%1").arg(locale.toString(usd, 'f', 2));
}

QString costMeterText(const CostLine &line)
{
    //: %1 to %4 are amounts of US dollars: spent this hour, spent this month, the month's budget,
    //: expected by the month's end
    return CostText::tr("CloudWatch %1 this hour · %2 of %3 this month · ≈ %4 by month end")
        .arg(dollars(line.cost.hourUsd), dollars(line.cost.monthUsd), dollars(line.budgetUsd),
             dollars(line.cost.projectedUsd));
}

QString costBriefText(const CostLine &line)
{
    if (line.pace.off)
        //: What CloudWatch costs: it is not asked, because the budget is nothing
        return CostText::tr("off: no budget");
    //: What CloudWatch costs: %1 and %2 are amounts of US dollars, spent this month and its budget
    const QString spent
        = CostText::tr("%1 of %2").arg(dollars(line.cost.monthUsd), dollars(line.budgetUsd));
    if (!line.pace.isHeldBack())
        return spent;
    const bool stopped = line.pace.leftOut > 0 && line.pace.leftOut >= line.pace.series;
    //: %1 is "$1 of $25"; then what the budget does to what is asked
    return stopped ? CostText::tr("%1, stopped").arg(spent) : CostText::tr("%1, slowed").arg(spent);
}

QString slowingText(const MetricPace &pace)
{
    if (!pace.isHeldBack())
        return {};
    if (pace.off)
        return CostText::tr("Metrics off: no budget");
    if (pace.leftOut > 0 && pace.leftOut >= pace.series)
        return CostText::tr("Metrics stopped by the budget");
    if (pace.leftOut > 0)
        return CostText::tr("%Ln metrics left out by the budget", nullptr, pace.leftOut);
    return CostText::tr("Metrics slowed by the budget");
}

QString slowingAdvice(const MetricPace &pace)
{
    if (!pace.isHeldBack())
        return {};
    if (pace.off) {
        return CostText::tr("The region's CloudWatch budget is nothing, so CloudWatch is not asked "
                            "at all. States and alerts are free and go on as before. A budget can "
                            "be set in the region's profile.");
    }
    QStringList lines;
    if (pace.slowing != Slowing::None) {
        //: %1 is "half as often" or the like
        lines << CostText::tr("At the present pace the month's budget would not last, so metrics "
                              "of rows on screen are asked for %1.")
                     .arg(paceText(pace.slowing));
    }
    if (pace.slowed > 0)
        lines << CostText::tr("%Ln metrics are asked for less often.", nullptr, pace.slowed);
    if (pace.leftOut > 0)
        lines << CostText::tr("%Ln metrics are not asked for.", nullptr, pace.leftOut);
    lines << CostText::tr("Pinned channels are slowed later, channels in trouble last. States and "
                          "alerts are free and go on as before. A larger budget can be set in the "
                          "region's profile.");
    return lines.join(u'\n');
}

QString costDetails(const CostLine &line)
{
    const QLocale locale;
    QStringList lines{
        //: %1 is a number of metrics, %2 of requests
        CostText::tr("This hour: %1 metrics, %2 requests")
            .arg(locale.toString(line.cost.hour.metrics), locale.toString(line.cost.hour.requests)),
        CostText::tr("This month (UTC): %1 metrics, %2 requests")
            .arg(locale.toString(line.cost.month.metrics),
                 locale.toString(line.cost.month.requests)),
        CostText::tr("By month end: as much per day as in the last 24 hours"),
        CostText::tr("Estimated with AWS's prices of %1; charts included, other programs not.")
            .arg(locale.toString(line.pricesAsOf, QLocale::ShortFormat)),
    };
    if (line.pace.free)
        lines << CostText::tr("Small enough for the free requests of the account at the moment.");
    return lines.join(u'\n');
}

} // namespace tallylight::ui
