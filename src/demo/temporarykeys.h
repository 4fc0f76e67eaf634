// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tallylight::demo {

/// Keys that were given out for a while, and what may be done with them.
struct TemporaryKey
{
    Credentials credentials; ///< with their end
    QString arn; ///< who one is with them: "arn:aws:sts::…:assumed-role/NAME/SESSION"
    std::optional<QStringList> allowed; ///< actions of the session policy, with *; unset: anything

    /// Whether the session policy lets "service:Operation" pass.
    bool allows(const QString &action) const;
};

/// The temporary keys of a demo region: each is made once, accepted until its time is over, and
/// remembered after that, so that it is refused as expired and not as unknown. Every function may
/// be called from any thread.
class TemporaryKeys
{
public:
    /// New keys that say \a arn and end at \a expiresAt (UTC); \a allowed narrows what they may do.
    Credentials issue(const QString &arn, const QDateTime &expiresAt,
                      const std::optional<QStringList> &allowed = std::nullopt);
    std::optional<TemporaryKey> find(const QString &accessKeyId) const;
    /// From now on everything issued so far has run out.
    void expireAll();
    int issued() const;

private:
    mutable QMutex m_mutex;
    QHash<QString, TemporaryKey> m_keys;
    int m_issued = 0;
};

/// The actions an IAM policy allows; nullopt for what is no policy. Only statements that allow are
/// understood, for any resource.
std::optional<QStringList> allowedActions(const QByteArray &policy);

} // namespace tallylight::demo
