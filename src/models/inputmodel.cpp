// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/inputmodel.h"

#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>
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
    ColumnSpec{"id", QT_TRANSLATE_NOOP("Columns", "Id"),
               QT_TRANSLATE_NOOP("Columns", "The input's id"), ColumnKind::Text, 9},
    ColumnSpec{"name", QT_TRANSLATE_NOOP("Columns", "Name"),
               QT_TRANSLATE_NOOP("Columns", "The input's name"), ColumnKind::Text, 24},
    ColumnSpec{"state", QT_TRANSLATE_NOOP("Columns", "State"),
               QT_TRANSLATE_NOOP("Columns", "Whether the input is attached to a channel"),
               ColumnKind::State, 11},
    ColumnSpec{"type", QT_TRANSLATE_NOOP("Columns", "Type"),
               QT_TRANSLATE_NOOP("Columns", "How the source arrives"), ColumnKind::Text, 16},
    ColumnSpec{"class", QT_TRANSLATE_NOOP("Columns", "Class"),
               QT_TRANSLATE_NOOP("Columns", "Standard inputs feed two pipelines"), ColumnKind::Text,
               13},
    ColumnSpec{"sourceType", QT_TRANSLATE_NOOP("Columns", "Source type"),
               QT_TRANSLATE_NOOP("Columns", "Static, or given at each input switch"),
               ColumnKind::Text, 10, false},
    ColumnSpec{"attachedChannels", QT_TRANSLATE_NOOP("Columns", "Channels"),
               QT_TRANSLATE_NOOP("Columns", "The channels this input is attached to"),
               ColumnKind::Link, 24},
    ColumnSpec{"sources", QT_TRANSLATE_NOOP("Columns", "Sources"),
               QT_TRANSLATE_NOOP("Columns", "Where a pull input fetches from"), ColumnKind::List,
               28},
    ColumnSpec{"destinations", QT_TRANSLATE_NOOP("Columns", "Destinations"),
               QT_TRANSLATE_NOOP("Columns", "Where a push input listens"), ColumnKind::List, 28},
    ColumnSpec{"securityGroups", QT_TRANSLATE_NOOP("Columns", "Security groups"),
               QT_TRANSLATE_NOOP("Columns", "Input security groups, which decide who may push"),
               ColumnKind::List, 14, false},
    ColumnSpec{"flows", QT_TRANSLATE_NOOP("Columns", "Flows"),
               QT_TRANSLATE_NOOP("Columns", "ARNs of the MediaConnect flows"), ColumnKind::List, 24,
               false},
    ColumnSpec{"devices", QT_TRANSLATE_NOOP("Columns", "Devices"),
               QT_TRANSLATE_NOOP("Columns", "Ids of the input devices (Elemental Link)"),
               ColumnKind::List, 16, false},
    ColumnSpec{"tags", QT_TRANSLATE_NOOP("Columns", "Tags"),
               QT_TRANSLATE_NOOP("Columns", "Tags as key=value"), ColumnKind::List, 20, false},
    ColumnSpec{"arn", QT_TRANSLATE_NOOP("Columns", "ARN"),
               QT_TRANSLATE_NOOP("Columns", "Amazon Resource Name"), ColumnKind::Text, 40, false},
    ColumnSpec{"age", QT_TRANSLATE_NOOP("Columns", "Age"),
               QT_TRANSLATE_NOOP("Columns", "Time since this row was last seen on AWS"),
               ColumnKind::Age, 8},
};

QString sourceText(const InputSource &source)
{
    return source.username.isEmpty() ? source.url : source.username + u" @ "_s + source.url;
}

QStringList sourceTexts(const Input &input)
{
    QStringList texts;
    for (const InputSource &source : input.sources)
        texts << sourceText(source);
    return texts + input.sdiSources + input.partnerInputIds;
}

QString destinationText(const InputDestination &destination)
{
    if (!destination.url.isEmpty())
        return destination.url;
    if (destination.port.isEmpty())
        return destination.ip;
    const bool ipv6 = destination.ip.contains(u':');
    return (ipv6 ? u'[' + destination.ip + u']' : destination.ip) + u':' + destination.port;
}

QStringList destinationTexts(const Input &input)
{
    QStringList texts;
    for (const InputDestination &destination : input.destinations)
        texts << destinationText(destination);
    return texts;
}

QStringList listOf(const InputRow &row, InputModel::Column column)
{
    using Column = InputModel::Column;
    switch (column) {
    case Column::Channels:
        return row.input.attachedChannels;
    case Column::Sources:
        return sourceTexts(row.input);
    case Column::Destinations:
        return destinationTexts(row.input);
    case Column::SecurityGroups:
        return row.input.securityGroups;
    case Column::Flows:
        return row.input.mediaConnectFlows;
    case Column::Devices:
        return row.input.inputDevices;
    default:
        return {};
    }
}

QString wordOf(const InputRow &row, InputModel::Column column)
{
    using Column = InputModel::Column;
    switch (column) {
    case Column::Id:
        return row.input.id;
    case Column::Name:
        return row.input.name;
    case Column::State:
        return row.input.state;
    case Column::Type:
        return row.input.type;
    case Column::InputClass:
        return row.input.inputClass;
    case Column::SourceType:
        return row.input.sourceType;
    case Column::Arn:
        return row.input.arn;
    default:
        return {};
    }
}

bool isList(int column)
{
    const ColumnKind kind = kColumns[static_cast<std::size_t>(column)].kind;
    return kind == ColumnKind::List || kind == ColumnKind::Link;
}

} // namespace

InputModel::InputModel(const Clock &clock, QObject *parent)
    : WholeRowModel(clock, kColumns, parent)
{
    static_assert(kColumns.size() == static_cast<std::size_t>(Column::Age) + 1);
}

std::span<const ColumnSpec> InputModel::columnSpecs()
{
    return kColumns;
}

void InputModel::setChannelNames(const QString &profileId, const QHash<QString, QString> &namesById)
{
    const QSet<QString> changed = mergeNames(m_channelNames[profileId], namesById);
    if (changed.isEmpty())
        return;
    rereadRows(profileId, [&changed](const InputRow &row) {
        const QStringList &ids = row.input.attachedChannels;
        return std::any_of(ids.begin(), ids.end(),
                           [&changed](const QString &id) { return changed.contains(id); });
    });
}

QStringList InputModel::channelTexts(const InputRow &row) const
{
    const QHash<QString, QString> names = m_channelNames.value(row.profile.id);
    QStringList texts;
    for (const QString &id : row.input.attachedChannels)
        texts << nameWithId(names.value(id), id);
    return texts;
}

QString InputModel::text(const InputRow &row, const RowVerdict &, int column) const
{
    const auto which = static_cast<Column>(column);
    switch (which) {
    case Column::Channels:
        return channelTexts(row).join(u", "_s);
    case Column::Tags:
        return tagTexts(row.input.tags).join(u", "_s);
    case Column::State:
    case Column::Type:
    case Column::InputClass:
    case Column::SourceType:
        return stateWord(wordOf(row, which));
    default:
        return isList(column) ? listOf(row, which).join(u", "_s) : wordOf(row, which);
    }
}

QVariant InputModel::value(const InputRow &row, const RowVerdict &, int column) const
{
    const auto which = static_cast<Column>(column);
    if (which == Column::Tags)
        return listValue(tagTexts(row.input.tags));
    return isList(column) ? listValue(listOf(row, which)) : textValue(wordOf(row, which));
}

QString InputModel::toolTip(const InputRow &row, const RowVerdict &verdict, int column) const
{
    const auto which = static_cast<Column>(column);
    if (which == Column::Channels)
        return channelTexts(row).join(u'\n');
    if (which == Column::Tags)
        return tagTexts(row.input.tags).join(u'\n');
    return isList(column) ? listOf(row, which).join(u'\n') : text(row, verdict, column);
}

QStringList InputModel::links(const InputRow &row, int column) const
{
    return static_cast<Column>(column) == Column::Channels ? row.input.attachedChannels
                                                           : QStringList();
}

StateLevel InputModel::levelOf(const InputRow &row, Trust trust) const
{
    return inputLevel(row.input, trust);
}

QMap<QString, QString> InputModel::tags(const InputRow &row) const
{
    return row.input.tags;
}

std::pair<QString, QString> InputModel::idAndName(const InputRow &row) const
{
    return {row.input.id, row.input.name};
}

} // namespace tallylight::models
