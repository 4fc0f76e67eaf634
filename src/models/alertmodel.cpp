// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/alertmodel.h"

#include "models/words.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

constexpr std::array kColumns{
    ColumnSpec{"profile", QT_TRANSLATE_NOOP("Columns", "Profile"),
               QT_TRANSLATE_NOOP("Columns", "The region profile this row was read with"),
               ColumnKind::Text, 14},
    ColumnSpec{"region", QT_TRANSLATE_NOOP("Columns", "Region"),
               QT_TRANSLATE_NOOP("Columns", "AWS region"), ColumnKind::Text, 13},
    ColumnSpec{"channel", QT_TRANSLATE_NOOP("Columns", "Channel"),
               QT_TRANSLATE_NOOP("Columns", "The channel's name"), ColumnKind::Link, 24},
    ColumnSpec{"channelId", QT_TRANSLATE_NOOP("Columns", "Channel id"),
               QT_TRANSLATE_NOOP("Columns", "The channel's id"), ColumnKind::Link, 9},
    ColumnSpec{"id", QT_TRANSLATE_NOOP("Columns", "Id"),
               QT_TRANSLATE_NOOP("Columns",
                                 "The alert's id; AWS uses it again when the channel "
                                 "restarts"),
               ColumnKind::Text, 9, false},
    ColumnSpec{"pipeline", QT_TRANSLATE_NOOP("Columns", "Pipeline"),
               QT_TRANSLATE_NOOP("Columns", "Which leg of the channel"), ColumnKind::Text, 11},
    ColumnSpec{"state", QT_TRANSLATE_NOOP("Columns", "State"),
               QT_TRANSLATE_NOOP("Columns", "Whether the alert is set or cleared"),
               ColumnKind::State, 10},
    ColumnSpec{"type", QT_TRANSLATE_NOOP("Columns", "Type"),
               QT_TRANSLATE_NOOP("Columns", "AWS's name for this kind of alert"), ColumnKind::Text,
               28},
    ColumnSpec{"message", QT_TRANSLATE_NOOP("Columns", "Message"),
               QT_TRANSLATE_NOOP("Columns", "What AWS says about it"), ColumnKind::Text, 40},
    ColumnSpec{"setAt", QT_TRANSLATE_NOOP("Columns", "Set at"),
               QT_TRANSLATE_NOOP("Columns", "When the alert began"), ColumnKind::Time, 20},
    ColumnSpec{"clearedAt", QT_TRANSLATE_NOOP("Columns", "Cleared at"),
               QT_TRANSLATE_NOOP("Columns", "When the alert ended; empty while it is set"),
               ColumnKind::Time, 20},
    ColumnSpec{
        "outcome", QT_TRANSLATE_NOOP("Columns", "Outcome"),
        QT_TRANSLATE_NOOP("Columns", "How the alert ended: recovered, channel stopped, or unseen"),
        ColumnKind::Text, 16},
    ColumnSpec{"age", QT_TRANSLATE_NOOP("Columns", "Age"),
               QT_TRANSLATE_NOOP("Columns", "Time since this row was last seen on AWS"),
               ColumnKind::Age, 8},
};

struct AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

QString wordOf(const AlertRow &row, AlertModel::Column column)
{
    using Column = AlertModel::Column;
    switch (column) {
    case Column::Channel:
        return row.channelName;
    case Column::ChannelId:
        return row.alert.channelId;
    case Column::Id:
        return row.alert.id;
    case Column::Pipeline:
        return row.alert.pipelineId;
    case Column::State:
        return row.alert.state;
    case Column::Type:
        return row.alert.alertType;
    case Column::Message:
        return row.alert.message;
    case Column::Outcome:
        return alertEndingKey(row.ending);
    default:
        return {};
    }
}

QDateTime timeOf(const AlertRow &row, AlertModel::Column column)
{
    switch (column) {
    case AlertModel::Column::SetAt:
        return row.alert.setAt;
    case AlertModel::Column::ClearedAt:
        return row.alert.clearedAt;
    default:
        return {};
    }
}

} // namespace

AlertModel::AlertModel(const Clock &clock, QObject *parent)
    : WholeRowModel(clock, kColumns, parent)
{
    static_assert(kColumns.size() == static_cast<std::size_t>(Column::Age) + 1);
}

std::span<const ColumnSpec> AlertModel::columnSpecs()
{
    return kColumns;
}

QString AlertModel::text(const AlertRow &row, const RowVerdict &, int column) const
{
    const auto which = static_cast<Column>(column);
    switch (which) {
    case Column::Channel:
        return row.channelName.isEmpty() ? row.alert.channelId : row.channelName;
    case Column::Pipeline:
        if (row.alert.pipelineId.isEmpty())
            return {};
        //: %1 is the number of one of a channel's two pipelines, 0 or 1
        return AlertWords::tr("Pipeline %1").arg(row.alert.pipelineId);
    case Column::State:
        return stateWord(row.alert.state);
    case Column::SetAt:
    case Column::ClearedAt:
        return time(timeOf(row, which));
    case Column::Outcome:
        return alertEndingWord(row.ending);
    default:
        return wordOf(row, which);
    }
}

QVariant AlertModel::value(const AlertRow &row, const RowVerdict &, int column) const
{
    const auto which = static_cast<Column>(column);
    if (which == Column::SetAt || which == Column::ClearedAt)
        return timeValue(timeOf(row, which));
    return textValue(wordOf(row, which));
}

QString AlertModel::toolTip(const AlertRow &row, const RowVerdict &verdict, int column) const
{
    const auto which = static_cast<Column>(column);
    if (which == Column::SetAt || which == Column::ClearedAt)
        return formatTimeBoth(timeOf(row, which));
    if (which == Column::Outcome)
        return alertEndingToolTip(row.ending);
    return text(row, verdict, column);
}

QStringList AlertModel::links(const AlertRow &row, int column) const
{
    const auto which = static_cast<Column>(column);
    return which == Column::Channel || which == Column::ChannelId ? QStringList(row.alert.channelId)
                                                                  : QStringList();
}

StateLevel AlertModel::levelOf(const AlertRow &row, Trust trust) const
{
    return alertLevel(row.alert, trust);
}

QMap<QString, QString> AlertModel::tags(const AlertRow &) const
{
    return {};
}

std::pair<QString, QString> AlertModel::idAndName(const AlertRow &) const
{
    return {};
}

} // namespace tallylight::models
