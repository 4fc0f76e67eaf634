// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace tallylight {

/// A still of what a pipeline receives (the input, not the output), as an encoded image.
struct Thumbnail
{
    QString pipelineId;
    QString type; ///< CURRENT_ACTIVE
    QString contentType; ///< image/jpeg
    QByteArray image; ///< decoded from base64, still JPEG
    QDateTime takenAt; ///< UTC

    bool operator==(const Thumbnail &) const = default;
};

} // namespace tallylight
