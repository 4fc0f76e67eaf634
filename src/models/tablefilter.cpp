// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tablefilter.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

// Stored by name, so that the enumerations may change their order.
constexpr std::array kOps{"contains"_L1, "notContains"_L1, "equals"_L1, "oneOf"_L1,   "regex"_L1,
                          "greater"_L1,  "less"_L1,        "empty"_L1,  "notEmpty"_L1};
constexpr std::array kLevels{"critical"_L1, "warning"_L1, "unknown"_L1,
                             "ok"_L1,       "idle"_L1,    "none"_L1};

template<std::size_t size>
int indexOf(const std::array<QLatin1StringView, size> &names, const QString &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

QStringList sorted(const QSet<QString> &texts)
{
    QStringList list(texts.begin(), texts.end());
    list.sort();
    return list;
}

QSet<QString> toSet(const QVariant &value)
{
    const QStringList list = value.toStringList();
    return QSet<QString>(list.begin(), list.end());
}

} // namespace

QVariantMap toVariant(const TableFilter &filter)
{
    QVariantMap columns;
    for (auto it = filter.columns.begin(); it != filter.columns.end(); ++it) {
        columns.insert(it.key(),
                       QVariantMap{{u"op"_s, QString(kOps[static_cast<std::size_t>(it->op)])},
                                   {u"values"_s, it->values}});
    }
    QStringList levels;
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
        if (filter.levels.contains(static_cast<StateLevel>(level)))
            levels << kLevels[level];
    }
    return {{u"quick"_s, filter.quick},
            {u"columns"_s, columns},
            {u"profiles"_s, sorted(filter.profiles)},
            {u"levels"_s, levels},
            {u"tags"_s, sorted(filter.tags)}};
}

TableFilter tableFilterFromVariant(const QVariantMap &map)
{
    TableFilter filter;
    filter.quick = map.value(u"quick"_s).toString();
    const QVariantMap columns = map.value(u"columns"_s).toMap();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        const QVariantMap column = it->toMap();
        const int op = indexOf(kOps, column.value(u"op"_s).toString());
        if (op >= 0)
            filter.columns.insert(
                it.key(),
                {static_cast<ColumnFilter::Op>(op), column.value(u"values"_s).toStringList()});
    }
    filter.profiles = toSet(map.value(u"profiles"_s));
    for (const QString &name : map.value(u"levels"_s).toStringList()) {
        if (const int level = indexOf(kLevels, name); level >= 0)
            filter.levels.insert(static_cast<StateLevel>(level));
    }
    filter.tags = toSet(map.value(u"tags"_s));
    return filter;
}

} // namespace tallylight::models
