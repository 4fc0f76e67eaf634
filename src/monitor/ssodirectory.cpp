// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/ssodirectory.h"

#include "aws/connection.h"
#include "aws/ssoportalclient.h"
#include "monitor/ssosession.h"

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

SsoDirectory::SsoDirectory(std::shared_ptr<SsoSession> session, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
{
}

SsoDirectory::~SsoDirectory() = default;

void SsoDirectory::loadAccounts()
{
    m_session->fetchToken(this, [this](const Expected<Secret, ApiError> &token) {
        if (!token) {
            Q_EMIT failed(token.error());
            return;
        }
        auto *job = aws::SsoPortalClient(m_session->portal()).listAccounts(*token, this);
        connect(job, &aws::Job::finished, this, [this, job, token = *token] {
            if (!job->result()) {
                told(job->result().error(), token);
                return;
            }
            QList<SsoAccount> accounts = *job->result();
            std::sort(accounts.begin(), accounts.end(), [](const auto &a, const auto &b) {
                const int order = a.name.compare(b.name, Qt::CaseInsensitive);
                return order == 0 ? a.id < b.id : order < 0;
            });
            Q_EMIT accountsLoaded(accounts);
        });
        job->start();
    });
}

void SsoDirectory::loadRoles(const QString &accountId)
{
    m_accountId = accountId;
    m_session->fetchToken(this, [this, accountId](const Expected<Secret, ApiError> &token) {
        if (accountId != m_accountId)
            return;
        if (!token) {
            Q_EMIT failed(token.error());
            return;
        }
        auto *job
            = aws::SsoPortalClient(m_session->portal()).listAccountRoles(*token, accountId, this);
        connect(job, &aws::Job::finished, this, [this, job, accountId, token = *token] {
            if (accountId != m_accountId)
                return;
            if (!job->result()) {
                told(job->result().error(), token);
                return;
            }
            QStringList roles = *job->result();
            roles.sort(Qt::CaseInsensitive);
            Q_EMIT rolesLoaded(accountId, roles);
        });
        job->start();
    });
}

void SsoDirectory::told(const ApiError &error, const Secret &token)
{
    if (!isTokenRefused(error)) {
        Q_EMIT failed(error);
        return;
    }
    m_session->refuse(token);
    Q_EMIT failed(ssoSignInNeeded());
}

} // namespace tallylight::monitor
