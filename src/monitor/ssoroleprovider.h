// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/credentials.h"
#include "monitor/credentialaccess.h"
#include "monitor/credentialorigin.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace tallylight::monitor {

class SsoSession;
class SsoSessions;

/// A role's credentials from a session at IAM Identity Center, kept until they near their end.
/// Fetches that come while the portal is being asked wait for the one answer.
///
/// Without a valid session fetch() ends with ssoSignInNeeded(); changed() tells when somebody has
/// signed in, here or elsewhere.
class SsoRoleProvider final : public CredentialOrigin
{
    Q_OBJECT

public:
    /// \a clock outlives the provider.
    SsoRoleProvider(std::shared_ptr<SsoSession> session, const QString &accountId,
                    const QString &roleName, const Clock &clock, QObject *parent = nullptr);
    ~SsoRoleProvider() override;

    void fetch(QObject *context, Callback done) override;
    /// Gives them up, unless others are in use by now.
    void invalidate(const Credentials &refused) override;
    /// When a session that can't be renewed without a person ends, and with it what was got by it.
    QDateTime endsAt() const override;
    bool isSignedInFor() const override { return true; }
    void forget() override { m_credentials.reset(); }
    void reconnect() override;

    const std::shared_ptr<SsoSession> &session() const { return m_session; }

private:
    bool isFresh() const;
    void ask();
    void askPortal(const Secret &token);
    void settle(const Result &result);

    const std::shared_ptr<SsoSession> m_session;
    const QString m_accountId;
    const QString m_roleName;
    const Clock &m_clock;
    std::optional<Credentials> m_credentials;
    std::chrono::seconds m_life{0}; // how long they were good for when they came
    QDateTime m_lastEnd; // of the last ones, invalidated or not
    CredentialQueue m_waiting;
    bool m_retried = false; // with another token, in this round
};

/// How a CredentialAccess makes sources for roles of IAM Identity Center; both outlive them.
CredentialAccess::SsoMaker ssoMaker(SsoSessions &sessions, const Clock &clock);

} // namespace tallylight::monitor
