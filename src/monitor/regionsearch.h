// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/clock.h"
#include "core/credentials.h"
#include "core/profile.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace tallylight::aws {
class Connection;
}

namespace tallylight::monitor {

/// What a region answered when it was asked for its channels.
struct RegionFinding
{
    enum class Outcome {
        HasChannels,
        Empty,
        Refused, ///< not enabled for the account, or the permission is missing
        Failed, ///< error says why
    };
    QString region;
    Outcome outcome = Outcome::Failed;
    ApiError error; ///< for Refused and Failed
};

/// Finds the regions an account has MediaLive channels in: asks each for one page of one channel,
/// a few regions at a time.
class RegionSearch : public QObject
{
    Q_OBJECT

public:
    /// \a prototype is a profile but for its region; \a clock outlives the search.
    RegionSearch(const Profile &prototype, const QStringList &regions,
                 std::shared_ptr<CredentialsProvider> credentials, const Clock &clock,
                 QObject *parent = nullptr);
    ~RegionSearch() override;

    void start();
    /// Gives up what is not answered yet; finished() is not emitted any more.
    void cancel();
    bool isRunning() const { return m_isRunning; }
    int total() const { return m_total; }
    int answered() const { return m_answered; }

Q_SIGNALS:
    void found(const tallylight::monitor::RegionFinding &finding);
    /// After the last region; not after cancel().
    void finished();

private:
    void askNext();
    void ask(const QString &region);
    void settle(const QString &region, bool hasChannels, const std::optional<ApiError> &error);

    const Profile m_prototype;
    const std::shared_ptr<CredentialsProvider> m_credentials;
    const Clock &m_clock;
    QStringList m_waiting;
    const int m_total;
    int m_answered = 0;
    bool m_isRunning = false;
    QHash<QString, std::shared_ptr<aws::Connection>> m_asking; // by region
};

} // namespace tallylight::monitor

Q_DECLARE_METATYPE(tallylight::monitor::RegionFinding)
