// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/wholerowmodel.h"

namespace tallylight::models {

/// The Inputs table over all profiles.
class InputModel final : public WholeRowModel<InputRow>
{
    Q_OBJECT

public:
    enum class Column {
        Profile,
        Region,
        Id,
        Name,
        State,
        Type,
        InputClass,
        SourceType,
        Channels, ///< "name (id)" when the name is known; links to channels
        Sources,
        Destinations,
        SecurityGroups,
        Flows,
        Devices,
        Tags,
        Arn,
        Age,
    };
    Q_ENUM(Column)

    explicit InputModel(const Clock &clock, QObject *parent = nullptr);

    static std::span<const ColumnSpec> columnSpecs();

    /// Names of channels by id, added to those already known of \a profileId; connect
    /// ChannelModel::namesChanged to it.
    void setChannelNames(const QString &profileId, const QHash<QString, QString> &namesById);

protected:
    QString text(const InputRow &row, const RowVerdict &verdict, int column) const override;
    QVariant value(const InputRow &row, const RowVerdict &verdict, int column) const override;
    QString toolTip(const InputRow &row, const RowVerdict &verdict, int column) const override;
    QStringList links(const InputRow &row, int column) const override;
    int stateColumn() const override { return static_cast<int>(Column::State); }
    StateLevel levelOf(const InputRow &row, Trust trust) const override;
    QMap<QString, QString> tags(const InputRow &row) const override;
    std::pair<QString, QString> idAndName(const InputRow &row) const override;

private:
    QStringList channelTexts(const InputRow &row) const;

    QHash<QString, QHash<QString, QString>> m_channelNames; ///< by profile, then channel id
};

} // namespace tallylight::models
