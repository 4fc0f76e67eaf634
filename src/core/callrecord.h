// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/region.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace tallylight {

/// One finished call to AWS, retries included: what the General page counts and the call inspector
/// lists. Never holds a header, a body or a query.
struct CallRecord
{
    Service service = Service::MediaLive;
    QString operation; ///< "ListChannels"
    QString host; ///< with the port where it is not the usual one; empty when nothing was sent
    QString path; ///< "/prod/channels", without the query
    QDateTime startedAt; ///< UTC
    std::chrono::milliseconds duration{0}; ///< first attempt to last answer, waiting included
    int attempts = 0; ///< HTTP requests sent; 0 when cancelled before the first
    int httpStatus = 0; ///< of the last attempt
    qint64 bytesReceived = 0;
    int metricsRequested = 0; ///< what CloudWatch bills (aws-facts §2.8); 0 for other calls
    QString requestId;
    /// The server's clock minus this computer's when the last answer came, to a second or two; no
    /// value where the server did not say.
    std::optional<qint64> clockSkewSeconds;
    std::optional<ApiError> error;

    bool operator==(const CallRecord &) const = default;
};

/// Somebody who is told of finished calls and the profile each was made for; empty where there is
/// none, or none yet.
using CallSink = std::function<void(const QString &profileId, const CallRecord &record)>;

/// Calls of one service added up since the profile was opened.
struct CallStats
{
    qint64 calls = 0; ///< HTTP requests sent
    qint64 failures = 0; ///< calls that ended in an error other than Cancelled
    qint64 throttled = 0;
    qint64 metricsRequested = 0;
    QDateTime lastSuccess; ///< UTC; invalid before the first
    std::optional<ApiError> lastError; ///< newest error, kept after later successes
    QString lastOperation;

    void add(const CallRecord &record);
    bool operator==(const CallStats &) const = default;
};

} // namespace tallylight

Q_DECLARE_METATYPE(tallylight::CallRecord)
