// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/signindesk.h"

#include "demo/demohash.h"

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr int kClientDays = 90;

/// Eight letters in two groups, none of which could be taken for another.
QString userCodeOf(quint64 number)
{
    constexpr QLatin1StringView letters("BCDFGHJKLMNPQRSTVWXZ");
    QString code;
    quint64 hash = hashOf(0xC0DE, number);
    for (int i = 0; i < 8; ++i) {
        if (i == 4)
            code += u'-';
        code += letters.at(static_cast<qsizetype>(hash % 20));
        hash /= 20;
    }
    return code;
}

QString numbered(QLatin1StringView prefix, quint64 number)
{
    return prefix + QString::number(hashOf(0x7011, number), 36) + u'-' + QString::number(number);
}

} // namespace

void SignInDesk::approveAfter(int polls)
{
    const QMutexLocker lock(&m_mutex);
    m_approveAfter = polls;
}

void SignInDesk::setCodeLife(std::chrono::seconds life)
{
    const QMutexLocker lock(&m_mutex);
    m_codeLife = life;
}

void SignInDesk::setTokenLife(std::chrono::seconds life)
{
    const QMutexLocker lock(&m_mutex);
    m_tokenLife = life;
}

void SignInDesk::setRenewable(bool renewable)
{
    const QMutexLocker lock(&m_mutex);
    m_renewable = renewable;
}

bool SignInDesk::decide(const QString &userCode, bool allow)
{
    const QMutexLocker lock(&m_mutex);
    for (Waiting &code : m_codes) {
        if (code.userCode != userCode)
            continue;
        code.decision = allow;
        return true;
    }
    return false;
}

void SignInDesk::endSessions()
{
    const QMutexLocker lock(&m_mutex);
    m_tokens.clear();
}

void SignInDesk::endRenewals()
{
    const QMutexLocker lock(&m_mutex);
    m_refreshTokens.clear();
}

QString SignInDesk::newestUserCode() const
{
    const QMutexLocker lock(&m_mutex);
    return m_newestUserCode;
}

SignInDesk::Client SignInDesk::registerClient(const QDateTime &utcNow)
{
    const QMutexLocker lock(&m_mutex);
    const quint64 number = ++m_made;
    const Client client{numbered("demo-client-"_L1, number),
                        numbered("demo-client-secret-"_L1, number), utcNow.addDays(kClientDays)};
    m_clients.insert(client.id, client);
    return client;
}

bool SignInDesk::knows(const QString &clientId, const QString &secret,
                       const QDateTime &utcNow) const
{
    const auto found = m_clients.constFind(clientId);
    return found != m_clients.constEnd() && found->secret == secret && found->expiresAt > utcNow;
}

std::optional<SignInDesk::Code> SignInDesk::begin(const QString &clientId, const QString &secret,
                                                  const QDateTime &utcNow)
{
    const QMutexLocker lock(&m_mutex);
    if (!knows(clientId, secret, utcNow))
        return std::nullopt;
    const quint64 number = ++m_made;
    const Code code{numbered("demo-device-"_L1, number), userCodeOf(number), m_codeLife};
    m_codes.insert(code.deviceCode,
                   {clientId, code.userCode, utcNow.addSecs(m_codeLife.count()), 0, std::nullopt});
    m_newestUserCode = code.userCode;
    return code;
}

SignInGrant SignInDesk::redeemCode(const QString &clientId, const QString &secret,
                                   const QString &deviceCode, const QDateTime &utcNow)
{
    const QMutexLocker lock(&m_mutex);
    if (!knows(clientId, secret, utcNow))
        return {SignInAnswer::UnknownClient, {}, {}, {}};
    const auto found = m_codes.find(deviceCode);
    if (found == m_codes.end() || found->clientId != clientId)
        return {SignInAnswer::UnknownGrant, {}, {}, {}};
    if (found->expiresAt <= utcNow)
        return {SignInAnswer::Expired, {}, {}, {}};
    ++found->polls;
    if (!found->decision && m_approveAfter >= 0 && found->polls > m_approveAfter)
        found->decision = true;
    if (!found->decision)
        return {SignInAnswer::Pending, {}, {}, {}};
    const bool allowed = *found->decision;
    m_codes.erase(found); // good for one answer
    return allowed ? grant(clientId, utcNow) : SignInGrant{SignInAnswer::Denied, {}, {}, {}};
}

SignInGrant SignInDesk::redeemRefresh(const QString &clientId, const QString &secret,
                                      const QString &refreshToken, const QDateTime &utcNow)
{
    const QMutexLocker lock(&m_mutex);
    if (!knows(clientId, secret, utcNow))
        return {SignInAnswer::UnknownClient, {}, {}, {}};
    const auto found = m_refreshTokens.constFind(refreshToken);
    if (found == m_refreshTokens.constEnd() || *found != clientId)
        return {SignInAnswer::UnknownGrant, {}, {}, {}};
    m_refreshTokens.erase(found);
    return grant(clientId, utcNow);
}

SignInGrant SignInDesk::grant(const QString &clientId, const QDateTime &utcNow)
{
    const quint64 number = ++m_made;
    SignInGrant made{SignInAnswer::Granted, numbered("demo-access-"_L1, number),
                     m_renewable ? numbered("demo-refresh-"_L1, number) : QString(), m_tokenLife};
    m_tokens.insert(made.accessToken, utcNow.addSecs(m_tokenLife.count()));
    if (m_renewable)
        m_refreshTokens.insert(made.refreshToken, clientId);
    return made;
}

bool SignInDesk::accepts(const QString &accessToken, const QDateTime &utcNow) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_tokens.constFind(accessToken);
    return found != m_tokens.constEnd() && *found > utcNow;
}

void SignInDesk::signOut(const QString &accessToken)
{
    const QMutexLocker lock(&m_mutex);
    m_tokens.remove(accessToken);
}

} // namespace tallylight::demo
