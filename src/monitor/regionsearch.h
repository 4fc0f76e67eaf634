// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/callrecord.h"
#include "core/clock.h"
#include "core/profile.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace tallylight::aws {
class Connection;
}

namespace tallylight::monitor {

class CredentialSession;

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
/// a few regions at a time, once there are credentials to ask with.
///
/// Without credentials, or with such as AWS doesn't accept, asking on would bring the same answer
/// from everywhere: the search stops and says so once. It is not always plain whether AWS refuses
/// the keys or a region that is not enabled, because such a region knows no key of the account. The
/// rule:
/// - A key that any region has accepted is good. Accepted means that the region listed its channels
///   or denied them by name for want of a permission. Another region that doesn't know the key is
///   one that is not enabled.
/// - Until then refusals are kept back, and regions are asked only as long as fewer than four have
///   refused the key. When four have, or no region is left, it is the key. The regions asked first
///   are such as every account has, so four that are not enabled don't come together.
/// - A secret key that doesn't fit its access key id is refused by name, and only by a region that
///   knows the id: that is the keys at once.
class RegionSearch : public QObject
{
    Q_OBJECT

public:
    /// \a prototype is a profile but for its region; \a clock outlives the search.
    RegionSearch(const Profile &prototype, const QStringList &regions,
                 std::shared_ptr<CredentialSession> credentials, const Clock &clock,
                 QObject *parent = nullptr);
    ~RegionSearch() override;

    /// Gets the credentials, and asks the regions with them.
    void start();
    /// Gives up what is not answered yet; nothing is emitted any more.
    void cancel();
    /// Until finished() or cancel(), also while the search is stopped.
    bool isRunning() const { return m_isRunning; }
    /// How many regions there are, and how many of them found() has told of.
    int total() const { return static_cast<int>(m_regions.size()); }
    int answered() const { return static_cast<int>(m_told.size()); }
    /// Whose regions are searched.
    const Profile &prototype() const { return m_prototype; }
    /// What the regions are asked with; its state tells what a person can do after stopped().
    const CredentialSession &credentials() const { return *m_credentials; }
    /// A code of the MFA device credentials().state() names, after stopped(): for all regions.
    void giveMfaCode(const QString &code);

Q_SIGNALS:
    void found(const tallylight::monitor::RegionFinding &finding);
    /// After the last region; not after cancel().
    void finished();
    /// There are no credentials, or AWS refuses them; \a error says why. Nothing is asked any more
    /// until there are others: by a code, by a sign-in, from a file that has been mended. Comes
    /// again when the reason is another, and after a code that didn't help.
    void stopped(const tallylight::ApiError &error);
    /// There are credentials now, and the search goes on.
    void resumed();
    void callFinished(const tallylight::CallRecord &record);

private:
    void getCredentials();
    void credentialsChanged();
    void proceed();
    void stop(const ApiError &error);
    bool mayAsk() const;
    void askOn();
    void ask(const QString &region);
    void settle(const QString &region, bool hasChannels, const std::optional<ApiError> &error);
    void judge(const RegionFinding &finding);
    void tell(const RegionFinding &finding);
    void dropAsking();

    const Profile m_prototype;
    const QStringList m_regions;
    const std::shared_ptr<CredentialSession> m_credentials;
    const Clock &m_clock;
    QStringList m_waiting;
    QSet<QString> m_told; // regions found() was emitted for
    QList<RegionFinding> m_suspects; // refusals that may be the keys' or the regions'
    bool m_isKeyAccepted = false; // by some region
    bool m_isRunning = false;
    bool m_isStopped = false;
    bool m_saidStopped = false; // and not yet resumed
    ApiError m_obstacle; // while stopped
    QHash<QString, std::shared_ptr<aws::Connection>> m_asking; // by region
};

} // namespace tallylight::monitor

Q_DECLARE_METATYPE(tallylight::monitor::RegionFinding)
