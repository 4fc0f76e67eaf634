// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channelmodel.h"

#include "models/sincetext.h"
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
               QT_TRANSLATE_NOOP("Columns", "The channel's id"), ColumnKind::Text, 9},
    ColumnSpec{"name", QT_TRANSLATE_NOOP("Columns", "Name"),
               QT_TRANSLATE_NOOP("Columns", "The channel's name"), ColumnKind::Text, 24},
    ColumnSpec{"state", QT_TRANSLATE_NOOP("Columns", "State"),
               QT_TRANSLATE_NOOP("Columns", "What the channel is doing, as AWS says"),
               ColumnKind::State, 12},
    ColumnSpec{"class", QT_TRANSLATE_NOOP("Columns", "Class"),
               QT_TRANSLATE_NOOP("Columns", "Standard channels run two pipelines"),
               ColumnKind::Text, 13},
    ColumnSpec{"pipelinesRunning", QT_TRANSLATE_NOOP("Columns", "Pipelines"),
               QT_TRANSLATE_NOOP("Columns", "Healthy pipelines / pipelines of the channel's class"),
               ColumnKind::Number, 8},
    ColumnSpec{"pipelinesExpected", QT_TRANSLATE_NOOP("Columns", "Pipelines expected"),
               QT_TRANSLATE_NOOP("Columns", "Pipelines of the channel's class"), ColumnKind::Number,
               8, false},
    ColumnSpec{"activeIn", QT_TRANSLATE_NOOP("Columns", "Active in"),
               QT_TRANSLATE_NOOP("Columns",
                                 "The input the pipelines take in now; empty until asked lately"),
               ColumnKind::Text, 14},
    ColumnSpec{"inputs", QT_TRANSLATE_NOOP("Columns", "Inputs"),
               QT_TRANSLATE_NOOP("Columns", "The inputs attached, failover inputs included"),
               ColumnKind::Link, 24},
    ColumnSpec{
        "inputSpecification", QT_TRANSLATE_NOOP("Columns", "Input specification"),
        QT_TRANSLATE_NOOP("Columns", "Codec, resolution and bitrate the channel is built for"),
        ColumnKind::Text, 20},
    ColumnSpec{"destinations", QT_TRANSLATE_NOOP("Columns", "Destinations"),
               QT_TRANSLATE_NOOP("Columns", "Where the outputs go"), ColumnKind::List, 28},
    ColumnSpec{"egressIps", QT_TRANSLATE_NOOP("Columns", "Egress IPs"),
               QT_TRANSLATE_NOOP("Columns", "Public addresses the outputs come from"),
               ColumnKind::List, 16, false},
    ColumnSpec{"logLevel", QT_TRANSLATE_NOOP("Columns", "Log level"),
               QT_TRANSLATE_NOOP("Columns", "What the channel writes to CloudWatch Logs"),
               ColumnKind::Text, 10, false},
    ColumnSpec{"maintenanceWindow", QT_TRANSLATE_NOOP("Columns", "Maintenance window"),
               QT_TRANSLATE_NOOP("Columns", "Weekly window for maintenance, in UTC"),
               ColumnKind::Text, 18, false},
    ColumnSpec{"maintenanceDeadline", QT_TRANSLATE_NOOP("Columns", "Maintenance deadline"),
               QT_TRANSLATE_NOOP("Columns", "Maintenance is required before this time"),
               ColumnKind::Time, 20},
    ColumnSpec{"engineVersion", QT_TRANSLATE_NOOP("Columns", "Engine version"),
               QT_TRANSLATE_NOOP("Columns", "Version of the encoder engine asked for"),
               ColumnKind::Text, 14, false},
    ColumnSpec{"engineExpiry", QT_TRANSLATE_NOOP("Columns", "Engine expiry"),
               QT_TRANSLATE_NOOP("Columns", "When AWS retires that engine version"),
               ColumnKind::Time, 20, false},
    ColumnSpec{"tags", QT_TRANSLATE_NOOP("Columns", "Tags"),
               QT_TRANSLATE_NOOP("Columns", "Tags as key=value"), ColumnKind::List, 20, false},
    ColumnSpec{"arn", QT_TRANSLATE_NOOP("Columns", "ARN"),
               QT_TRANSLATE_NOOP("Columns", "Amazon Resource Name"), ColumnKind::Text, 40, false},
    ColumnSpec{"since", QT_TRANSLATE_NOOP("Columns", "Since"),
               QT_TRANSLATE_NOOP("Columns",
                                 "Since when the channel is in this state with as many pipelines"),
               ColumnKind::Time, 26},
    ColumnSpec{"age", QT_TRANSLATE_NOOP("Columns", "Age"),
               QT_TRANSLATE_NOOP("Columns", "Time since this row was last seen on AWS"),
               ColumnKind::Age, 8},
};

QStringList inputIds(const Channel &channel)
{
    QStringList ids;
    for (const InputAttachment &attachment : channel.inputAttachments) {
        for (const QString &id : {attachment.inputId, attachment.secondaryInputId}) {
            if (!id.isEmpty() && !ids.contains(id))
                ids << id;
        }
    }
    return ids;
}

QStringList destinationTexts(const Channel &channel)
{
    QStringList texts;
    for (const ChannelDestination &destination : channel.destinations)
        texts << (destination.targets.isEmpty() ? QStringList(destination.id)
                                                : destination.targets);
    return texts;
}

/// "MAX_10_MBPS" as "≤ 10 Mbit/s"; values of another form as they are.
QString bitrateText(const QString &aws)
{
    const QStringList parts = aws.split(u'_');
    const bool known = parts.size() == 3 && parts.first() == "MAX"_L1 && parts.last() == "MBPS"_L1;
    return known ? u"≤ %1 Mbit/s"_s.arg(parts.at(1)) : aws;
}

QString specificationText(const Channel &channel)
{
    QStringList parts{channel.inputCodec, channel.inputResolution,
                      bitrateText(channel.inputBitrate)};
    if (!channel.cdiResolution.isEmpty())
        parts << u"CDI "_s + channel.cdiResolution;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString specificationWords(const Channel &channel)
{
    QStringList parts{channel.inputCodec, channel.inputResolution, channel.inputBitrate};
    if (!channel.cdiResolution.isEmpty())
        parts << u"CDI_"_s + channel.cdiResolution;
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString dayText(const QString &aws)
{
    static constexpr std::array kDays{"MONDAY"_L1, "TUESDAY"_L1,  "WEDNESDAY"_L1, "THURSDAY"_L1,
                                      "FRIDAY"_L1, "SATURDAY"_L1, "SUNDAY"_L1};
    const auto found = std::find(kDays.begin(), kDays.end(), aws);
    return found == kDays.end() ? aws
                                : QLocale().dayName(static_cast<int>(found - kDays.begin()) + 1);
}

QString windowText(const Maintenance &maintenance)
{
    QStringList parts{dayText(maintenance.day), maintenance.startTime};
    parts.removeAll(QString());
    return parts.isEmpty() ? QString() : parts.join(u' ') + u" UTC"_s;
}

QString pipelinesText(const Channel &channel)
{
    const std::optional<int> expected = channel.pipelinesExpected();
    if (!channel.pipelinesRunning && !expected)
        return {};
    const auto number = [](std::optional<int> count) {
        return count ? QString::number(*count) : u"?"_s;
    };
    return number(channel.pipelinesRunning) + u" / "_s + number(expected);
}

QVariant numberValue(std::optional<int> number)
{
    return number ? QVariant(*number) : QVariant();
}

QString wordOf(const Channel &channel, ChannelModel::Column column)
{
    using Column = ChannelModel::Column;
    switch (column) {
    case Column::Id:
        return channel.id;
    case Column::Name:
        return channel.name;
    case Column::State:
        return channel.state;
    case Column::ChannelClass:
        return channel.channelClass;
    case Column::LogLevel:
        return channel.logLevel;
    case Column::EngineVersion:
        return channel.engine.version;
    case Column::Arn:
        return channel.arn;
    default:
        return {};
    }
}

/// "main" while the pipelines agree, "main / backup" while they don't.
QString activeIn(const Channel &channel)
{
    QStringList names;
    for (const PipelineDetail &leg : channel.pipelineDetails) {
        if (!leg.activeInputAttachment.isEmpty())
            names.append(leg.activeInputAttachment);
    }
    if (names.size() > 1 && names.count(names.first()) == names.size())
        names = {names.first()};
    return names.join(u" / "_s);
}

} // namespace

ChannelModel::ChannelModel(const Clock &clock, QObject *parent)
    : WholeRowModel(clock, kColumns, parent)
{
    static_assert(kColumns.size() == static_cast<std::size_t>(Column::Age) + 1);
}

std::span<const ColumnSpec> ChannelModel::columnSpecs()
{
    return kColumns;
}

void ChannelModel::setInputNames(const QString &profileId, const QHash<QString, QString> &namesById)
{
    const QSet<QString> changed = mergeNames(m_inputNames[profileId], namesById);
    if (changed.isEmpty())
        return;
    rereadRows(profileId, [&changed](const ChannelRow &row) {
        const QList<InputAttachment> &attached = row.channel.inputAttachments;
        return std::any_of(attached.begin(), attached.end(),
                           [&changed](const InputAttachment &attachment) {
                               return changed.contains(attachment.inputId)
                                   || changed.contains(attachment.secondaryInputId);
                           });
    });
}

QStringList ChannelModel::inputTexts(const ChannelRow &row) const
{
    const QHash<QString, QString> names = m_inputNames.value(row.profile.id);
    QHash<QString, QString> attachmentNames;
    for (const InputAttachment &attachment : row.channel.inputAttachments)
        attachmentNames.insert(attachment.inputId, attachment.name);
    QStringList texts;
    for (const QString &id : inputIds(row.channel))
        texts << nameWithId(names.value(id, attachmentNames.value(id)), id);
    return texts;
}

QString ChannelModel::text(const ChannelRow &row, const RowVerdict &, int column) const
{
    const Channel &channel = row.channel;
    switch (static_cast<Column>(column)) {
    case Column::State:
        return stateWord(channel.state);
    case Column::ChannelClass:
        return stateWord(channel.channelClass);
    case Column::PipelinesRunning:
        return pipelinesText(channel);
    case Column::PipelinesExpected:
        return channel.pipelinesExpected() ? QString::number(*channel.pipelinesExpected())
                                           : QString();
    case Column::ActiveIn:
        return activeIn(row.channel);
    case Column::Inputs:
        return inputTexts(row).join(u", "_s);
    case Column::InputSpecification:
        return specificationText(channel);
    case Column::Destinations:
        return destinationTexts(channel).join(u", "_s);
    case Column::EgressIps:
        return channel.egressIps.join(u", "_s);
    case Column::MaintenanceWindow:
        return windowText(channel.maintenance);
    case Column::MaintenanceDeadline:
        return time(channel.maintenance.deadline);
    case Column::EngineExpiry:
        return time(channel.engine.expiresAt);
    case Column::Tags:
        return tagTexts(channel.tags).join(u", "_s);
    case Column::Since:
        return row.since.state.isEmpty()
            ? QString()
            : sinceText(row.since.at, row.since.changeSeen, timeZone());
    default:
        return wordOf(channel, static_cast<Column>(column));
    }
}

QVariant ChannelModel::value(const ChannelRow &row, const RowVerdict &, int column) const
{
    const Channel &channel = row.channel;
    switch (static_cast<Column>(column)) {
    case Column::PipelinesRunning:
        return numberValue(channel.pipelinesRunning);
    case Column::PipelinesExpected:
        return numberValue(channel.pipelinesExpected());
    case Column::ActiveIn:
        return textValue(activeIn(row.channel));
    case Column::Inputs:
        return listValue(inputIds(channel));
    case Column::InputSpecification:
        return textValue(specificationWords(channel));
    case Column::Destinations:
        return listValue(destinationTexts(channel));
    case Column::EgressIps:
        return listValue(channel.egressIps);
    case Column::MaintenanceWindow:
        return textValue(
            u"%1 %2"_s.arg(channel.maintenance.day, channel.maintenance.startTime).trimmed());
    case Column::MaintenanceDeadline:
        return timeValue(channel.maintenance.deadline);
    case Column::EngineExpiry:
        return timeValue(channel.engine.expiresAt);
    case Column::Tags:
        return listValue(tagTexts(channel.tags));
    case Column::Since:
        return row.since.state.isEmpty() ? QVariant() : timeValue(row.since.at);
    default:
        return textValue(wordOf(channel, static_cast<Column>(column)));
    }
}

QString ChannelModel::toolTip(const ChannelRow &row, const RowVerdict &verdict, int column) const
{
    const Channel &channel = row.channel;
    switch (static_cast<Column>(column)) {
    case Column::Inputs:
        return inputTexts(row).join(u'\n');
    case Column::Destinations: {
        QStringList lines;
        for (const ChannelDestination &destination : channel.destinations)
            lines << u"%1: %2"_s.arg(destination.id, destination.targets.join(u", "_s));
        return lines.join(u'\n');
    }
    case Column::EgressIps:
        return channel.egressIps.join(u'\n');
    case Column::Tags:
        return tagTexts(channel.tags).join(u'\n');
    case Column::Since:
        return sinceToolTip(row.since);
    case Column::MaintenanceDeadline:
        return formatTimeBoth(channel.maintenance.deadline);
    case Column::EngineExpiry:
        return formatTimeBoth(channel.engine.expiresAt);
    case Column::MaintenanceWindow:
        if (channel.maintenance.scheduled.isValid()) {
            //: %1 is a time with its zone
            return QCoreApplication::translate("Columns", "Scheduled for %1")
                .arg(formatTimeBoth(channel.maintenance.scheduled));
        }
        return text(row, verdict, column);
    case Column::EngineVersion: {
        QStringList lines{channel.engine.version};
        for (const EngineVersion &used : channel.usedEngines) {
            //: %1 is the version of an encoder engine
            lines << QCoreApplication::translate("Columns", "Running: %1").arg(used.version);
        }
        return lines.join(u'\n');
    }
    default:
        return text(row, verdict, column);
    }
}

QStringList ChannelModel::links(const ChannelRow &row, int column) const
{
    return static_cast<Column>(column) == Column::Inputs ? inputIds(row.channel) : QStringList();
}

StateLevel ChannelModel::levelOf(const ChannelRow &row, Trust trust) const
{
    return channelLevel(row.channel, trust);
}

QMap<QString, QString> ChannelModel::tags(const ChannelRow &row) const
{
    return row.channel.tags;
}

std::pair<QString, QString> ChannelModel::idAndName(const ChannelRow &row) const
{
    return {row.channel.id, row.channel.name};
}

} // namespace tallylight::models
