// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "demo/signindesk.h"
#include "demo/temporarykeys.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight::demo {

/// What a spoilt answer looks like. All arrive as HTTP 200 with the content type of a good one.
enum class Malformation {
    Html, ///< a log-in page, as a captive portal sends it
    Truncated, ///< valid JSON cut off in the middle
    Garbage, ///< random bytes
    Empty, ///< no body at all
    CutOff, ///< the connection breaks half-way through the body
};

/// A failure to be answered instead of the real thing.
struct PlannedFailure
{
    int status = 500;
    QString code;
};

/// How often what was asked for; all numbers since the start.
struct RequestCounts
{
    QMap<QString, qint64> byOperation; ///< requests that reached the operation, good or not
    qint64 total = 0; ///< every request that arrived, unknown ones too
    qint64 refused = 0; ///< for their signature or credentials
    qint64 throttled = 0;
    qint64 failed = 0; ///< any other answer that is not 2xx
    qint64 metricsRequested
        = 0; ///< MetricStat queries, counted in each GetMetricData call, pages too
    qint64 datapoints = 0;
    qint64 bytesSent = 0; ///< bodies only

    bool operator==(const RequestCounts &) const = default;
};

/// What is to go wrong in a demo region, and the count of what was asked of it. Every function may
/// be called from any thread.
class FaultPlan
{
public:
    explicit FaultPlan(Credentials credentials);

    /// Answers the next \a count requests with \a status and \a code; with \a operation, only its
    /// requests.
    void failNext(int count, int status, const QString &code, const QString &operation = {});
    std::optional<PlannedFailure> takeFailure(const QString &operation);

    /// Spoils the next \a count answers; with \a operation, only its answers.
    void malformedNext(Malformation kind, int count = 1, const QString &operation = {});
    std::optional<Malformation> takeMalformation(const QString &operation);

    /// While offline every connection is dropped without an answer.
    void setOffline(bool offline);
    bool isOffline() const;

    /// Added to every answer.
    void setLatency(std::chrono::milliseconds latency);
    std::chrono::milliseconds latency() const;

    /// Denies an operation as IAM would, until allowed again.
    void setForbidden(const QString &operation, bool forbidden = true);
    bool isForbidden(const QString &operation) const;

    /// How far the region's clock is ahead of the real one; shows in the Date header and in what is
    /// refused.
    void setClockSkew(std::chrono::seconds skew);
    std::chrono::seconds clockSkew() const;

    /// The key that is valid now.
    Credentials credentials() const;
    /// From now on the current key has run out.
    void expireCredentials();
    bool areCredentialsExpired() const;
    /// Makes a new key with a session token, which from now on is the only valid one.
    Credentials rotateCredentials();

    /// The keys that were given out for a while, beside the one above.
    TemporaryKeys &temporaryKeys() { return m_temporary; }
    /// Who signs in at the region's IAM Identity Center, and how that goes.
    SignInDesk &signIns() { return m_signIns; }
    /// The code the region's MFA device shows; "123456" unless set. It can be used any number of
    /// times.
    void setMfaCode(const QString &code);
    QString mfaCode() const;

    RequestCounts counts() const;
    void resetCounts();
    /// Lets \a change work on the counts under the lock.
    template<typename Change> void count(Change change)
    {
        const QMutexLocker lock(&m_mutex);
        change(m_counts);
    }

private:
    template<typename What> struct Planned
    {
        What what;
        int left;
        QString operation;
    };
    template<typename What>
    static std::optional<What> take(QList<Planned<What>> &plans, const QString &operation);

    mutable QMutex m_mutex;
    QList<Planned<PlannedFailure>> m_failures;
    QList<Planned<Malformation>> m_malformations;
    QSet<QString> m_forbidden;
    std::chrono::milliseconds m_latency{0};
    std::chrono::seconds m_skew{0};
    bool m_offline = false;
    bool m_expired = false;
    int m_rotations = 0;
    Credentials m_credentials;
    TemporaryKeys m_temporary;
    SignInDesk m_signIns;
    QString m_mfaCode = QStringLiteral("123456");
    RequestCounts m_counts;
};

} // namespace tallylight::demo
