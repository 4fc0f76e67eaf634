// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/wholerowmodel.h"

namespace tallylight::models {

/// The alerts of all channels over all profiles, set and recently cleared.
class AlertModel final : public WholeRowModel<AlertRow>
{
    Q_OBJECT

public:
    enum class Column {
        Profile,
        Region,
        Channel, ///< name; links to the channel
        ChannelId, ///< links to the channel
        Id, ///< the alert's own id
        Pipeline,
        State,
        Type,
        Message,
        SetAt,
        ClearedAt,
        Outcome, ///< how it ended
        Age,
    };
    Q_ENUM(Column)

    explicit AlertModel(const Clock &clock, QObject *parent = nullptr);

    static std::span<const ColumnSpec> columnSpecs();

protected:
    QString text(const AlertRow &row, const RowVerdict &verdict, int column) const override;
    QVariant value(const AlertRow &row, const RowVerdict &verdict, int column) const override;
    QString toolTip(const AlertRow &row, const RowVerdict &verdict, int column) const override;
    QStringList links(const AlertRow &row, int column) const override;
    int stateColumn() const override { return static_cast<int>(Column::State); }
    StateLevel levelOf(const AlertRow &row, Trust trust) const override;
    QMap<QString, QString> tags(const AlertRow &row) const override;
    std::pair<QString, QString> idAndName(const AlertRow &row) const override;
};

} // namespace tallylight::models
