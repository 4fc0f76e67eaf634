// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rows.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tallylight::ui {

/// A channel whose history can be charted.
struct ChartChannel
{
    models::ProfileTag profile;
    QString id;
    QString name;
    QStringList pipelines; ///< "0", and "1" unless it has only one
    bool running = false;

    bool operator==(const ChartChannel &) const = default;
    QString title() const { return name.isEmpty() ? id : name; }
    /// The same channel, whatever it is called and however it is.
    bool isSame(const ChartChannel &other) const
    {
        return profile.id == other.profile.id && id == other.id;
    }
};

/// The channels of \a rows of Channels Health, each once, in their order.
QList<ChartChannel> chartChannels(const QList<models::HealthRow> &rows);

} // namespace tallylight::ui
