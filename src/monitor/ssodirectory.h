// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/ssotoken.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace tallylight::monitor {

class SsoSession;

/// The accounts and roles a signed-in person may use, for choosing from.
class SsoDirectory : public QObject
{
    Q_OBJECT

public:
    explicit SsoDirectory(std::shared_ptr<SsoSession> session, QObject *parent = nullptr);
    ~SsoDirectory() override;

    /// Asks for the accounts; accountsLoaded() or failed() follows.
    void loadAccounts();
    /// Asks for the roles in \a accountId; answers for an account asked for earlier don't come any
    /// more.
    void loadRoles(const QString &accountId);

Q_SIGNALS:
    /// Sorted by name.
    void accountsLoaded(const QList<tallylight::SsoAccount> &accounts);
    void rolesLoaded(const QString &accountId, const QStringList &roles);
    /// isSsoSignInNeeded() when the session has ended.
    void failed(const tallylight::ApiError &error);

private:
    void told(const ApiError &error, const Secret &token);

    std::shared_ptr<SsoSession> m_session;
    QString m_accountId;
};

} // namespace tallylight::monitor
