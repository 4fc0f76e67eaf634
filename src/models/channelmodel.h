// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/wholerowmodel.h"

namespace tallylight::models {

/// The Channels table over all profiles.
class ChannelModel final : public WholeRowModel<ChannelRow>
{
    Q_OBJECT

public:
    enum class Column {
        Profile,
        Region,
        Id,
        Name,
        State,
        ChannelClass,
        PipelinesRunning, ///< shown as "1 / 2"; the number running in RawRole
        PipelinesExpected, ///< hidden by default; for filters and exports
        ActiveIn, ///< the input each pipeline takes in; one word while both agree
        Inputs, ///< "name (id)"; links to inputs
        InputSpecification,
        Destinations,
        EgressIps,
        LogLevel,
        MaintenanceWindow,
        MaintenanceDeadline,
        EngineVersion,
        EngineExpiry,
        Tags,
        Arn,
        Since, ///< in this state, with as many pipelines
        Age,
    };
    Q_ENUM(Column)

    explicit ChannelModel(const Clock &clock, QObject *parent = nullptr);

    static std::span<const ColumnSpec> columnSpecs();

    /// Names of inputs by id, added to those already known of \a profileId; connect
    /// InputModel::namesChanged to it.
    void setInputNames(const QString &profileId, const QHash<QString, QString> &namesById);

protected:
    QString text(const ChannelRow &row, const RowVerdict &verdict, int column) const override;
    QVariant value(const ChannelRow &row, const RowVerdict &verdict, int column) const override;
    QString toolTip(const ChannelRow &row, const RowVerdict &verdict, int column) const override;
    QStringList links(const ChannelRow &row, int column) const override;
    int stateColumn() const override { return static_cast<int>(Column::State); }
    StateLevel levelOf(const ChannelRow &row, Trust trust) const override;
    QMap<QString, QString> tags(const ChannelRow &row) const override;
    std::pair<QString, QString> idAndName(const ChannelRow &row) const override;

private:
    QStringList inputTexts(const ChannelRow &row) const;

    QHash<QString, QHash<QString, QString>> m_inputNames; ///< by profile, then input id
};

} // namespace tallylight::models
