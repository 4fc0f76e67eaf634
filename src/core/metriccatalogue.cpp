// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metriccatalogue.h"

#include "core/builtindata.h"
#include "core/metricjson.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

/// "RtpPacketsLost" as "Rtp packets lost", so that a name that is not known reads like the others.
QString spacedName(const QString &name)
{
    QString words;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        const bool starts = i > 0 && c.isUpper()
            && (!name.at(i - 1).isUpper() || (i + 1 < name.size() && name.at(i + 1).isLower()));
        if (!starts) {
            words += c;
            continue;
        }
        words += u' ';
        const bool abbreviation = i + 1 < name.size() && name.at(i + 1).isUpper();
        words += abbreviation ? c : c.toLower();
    }
    return words;
}

bool endsWithOneOf(const QString &name, std::initializer_list<QLatin1StringView> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&name](QLatin1StringView ending) { return name.endsWith(ending); });
}

/// How a metric that is not known is best asked for, judging by how MediaLive names the others.
void guess(MetricInfo &info)
{
    if (info.name.contains("mqcs"_L1, Qt::CaseInsensitive)) {
        info.group = MetricGroup::Quality;
        info.kind = MetricKind::Score;
        info.statistic = u"Minimum"_s;
        info.combine = MetricCombine::Minimum;
    } else if (endsWithOneOf(
                   info.name,
                   {"Seconds"_L1, "Errors"_L1, "Packets"_L1, "Count"_L1, "Lost"_L1, "Frames"_L1})) {
        info.kind = MetricKind::Count;
        info.statistic = u"Sum"_s;
    } else if (endsWithOneOf(info.name, {"Present"_L1, "Locked"_L1, "Aligned"_L1, "Active"_L1})) {
        info.kind = MetricKind::Flag;
        info.statistic = u"Minimum"_s;
        info.combine = MetricCombine::Minimum;
    } else {
        info.statistic = u"Average"_s;
        info.combine = MetricCombine::Maximum;
    }
    info.chartStatistic = info.statistic;
}

} // namespace

bool MetricInfo::perOutputGroup() const
{
    return !dimensionSets.isEmpty() && dimensionSets.first().contains(u"OutputGroupName"_s);
}

Expected<MetricCatalogue, QStringList> MetricCatalogue::parse(const QByteArray &json)
{
    MetricJson content = readMetricJson(json, [](const QString &) { return nullptr; });
    MetricCatalogue catalogue;
    for (const MetricInfo &info : std::as_const(content.metrics)) {
        if (catalogue.find(info.name))
            content.problems << info.name + u": is there twice"_s;
        else
            catalogue.take(info);
    }
    for (const HealthMetric metric : kHealthMetrics) {
        const auto count
            = std::count_if(catalogue.m_metrics.cbegin(), catalogue.m_metrics.cend(),
                            [metric](const MetricInfo &info) { return info.column == metric; });
        if (count != 1) {
            content.problems
                << u"column %1: %2 metrics"_s.arg(static_cast<int>(metric) + 1).arg(count);
        }
    }
    if (!content.problems.isEmpty())
        return Unexpected{content.problems};
    catalogue.m_unknown = content.unknown;
    catalogue.putColumnsFirst();
    return catalogue;
}

const MetricCatalogue &MetricCatalogue::builtIn()
{
    static const MetricCatalogue catalogue = [] {
        const auto parsed = parse(builtInData(u"metrics.json"_s));
        if (!parsed)
            qFatal("metrics.json: %s", qUtf8Printable(parsed.error().join(u"; "_s)));
        return parsed.value();
    }();
    return catalogue;
}

MetricCatalogue::Changed MetricCatalogue::changedBy(const QByteArray &json) const
{
    const MetricJson content
        = readMetricJson(json, [this](const QString &name) { return find(name); });
    Changed changed{*this, content.problems};
    for (MetricInfo info : content.metrics) {
        // Which metrics are columns is the program's business.
        const MetricInfo *known = find(info.name);
        info.column = known ? known->column : std::nullopt;
        changed.catalogue.take(info);
    }
    return changed;
}

const MetricInfo *MetricCatalogue::find(const QString &name) const
{
    const auto found = m_byName.constFind(name.toLower());
    return found == m_byName.constEnd() ? nullptr : &m_metrics.at(*found);
}

const MetricInfo &MetricCatalogue::info(HealthMetric metric) const
{
    return m_metrics.at(m_columns[static_cast<std::size_t>(metric)]);
}

MetricInfo MetricCatalogue::infoFor(const QString &name) const
{
    if (const MetricInfo *known = find(name))
        return *known;
    MetricInfo info = m_unknown;
    info.name = name;
    info.title = LocalText(spacedName(name));
    info.dimensionSets = {{u"ChannelId"_s, u"Pipeline"_s}};
    info.known = false;
    guess(info);
    return info;
}

void MetricCatalogue::take(const MetricInfo &info)
{
    const QString key = info.name.toLower();
    const auto found = m_byName.constFind(key);
    if (found != m_byName.constEnd()) {
        m_metrics[*found] = info;
        return;
    }
    m_byName.insert(key, m_metrics.size());
    m_metrics.append(info);
}

void MetricCatalogue::putColumnsFirst()
{
    std::stable_sort(
        m_metrics.begin(), m_metrics.end(), [](const MetricInfo &a, const MetricInfo &b) {
            const auto rank = [](const MetricInfo &info) {
                return info.column ? static_cast<std::size_t>(*info.column) : kHealthMetricCount;
            };
            return rank(a) < rank(b);
        });
    m_byName.clear();
    for (qsizetype i = 0; i < m_metrics.size(); ++i) {
        m_byName.insert(m_metrics.at(i).name.toLower(), i);
        if (const auto column = m_metrics.at(i).column)
            m_columns[static_cast<std::size_t>(*column)] = i;
    }
}

} // namespace tallylight
