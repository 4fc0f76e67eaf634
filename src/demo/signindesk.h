// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QString>

#include <chrono>
#include <optional>

namespace tallylight::demo {

/// What CreateToken answers.
enum class SignInAnswer {
    Granted,
    Pending,
    Expired,
    Denied,
    UnknownGrant, ///< a device code or refresh token that was never given out, or is used up
    UnknownClient,
};

/// Tokens as they are granted.
struct SignInGrant
{
    SignInAnswer answer = SignInAnswer::UnknownGrant;
    QString accessToken;
    QString refreshToken;
    std::chrono::seconds life{0};
};

/// Who is signed in at the demo's IAM Identity Center: clients, codes and tokens, all made up and
/// worth nothing elsewhere. Every function may be called from any thread.
class SignInDesk
{
public:
    struct Client
    {
        QString id;
        QString secret;
        QDateTime expiresAt; ///< UTC
    };
    struct Code
    {
        QString deviceCode;
        QString userCode; ///< "WDJB-MJHT"
        std::chrono::seconds life{0};
    };

    /// A code is confirmed by itself at the CreateToken call number \a polls + 1; never, unless on
    /// the page, for a negative number, which is how it begins.
    void approveAfter(int polls);
    /// How long codes, tokens and clients made from now on are good for.
    void setCodeLife(std::chrono::seconds life);
    void setTokenLife(std::chrono::seconds life);
    /// Whether grants made from now on come with a refresh token.
    void setRenewable(bool renewable);
    /// Confirms or denies a code, as its person does on the page; false for an unknown one.
    bool decide(const QString &userCode, bool allow);
    /// From now on no access token given out so far is accepted.
    void endSessions();
    /// From now on no refresh token given out so far is accepted.
    void endRenewals();
    /// The code that was given out last; empty before the first.
    QString newestUserCode() const;

    Client registerClient(const QDateTime &utcNow);
    /// Nothing for an unknown or expired client.
    std::optional<Code> begin(const QString &clientId, const QString &secret,
                              const QDateTime &utcNow);
    SignInGrant redeemCode(const QString &clientId, const QString &secret,
                           const QString &deviceCode, const QDateTime &utcNow);
    SignInGrant redeemRefresh(const QString &clientId, const QString &secret,
                              const QString &refreshToken, const QDateTime &utcNow);
    bool accepts(const QString &accessToken, const QDateTime &utcNow) const;
    /// Gives up one access token (logout).
    void signOut(const QString &accessToken);

private:
    struct Waiting
    {
        QString clientId;
        QString userCode;
        QDateTime expiresAt;
        int polls = 0;
        std::optional<bool> decision;
    };

    bool knows(const QString &clientId, const QString &secret, const QDateTime &utcNow) const;
    SignInGrant grant(const QString &clientId, const QDateTime &utcNow);

    mutable QMutex m_mutex;
    QHash<QString, Client> m_clients;
    QHash<QString, Waiting> m_codes; ///< by device code
    QHash<QString, QDateTime> m_tokens; ///< with their ends
    QHash<QString, QString> m_refreshTokens; ///< to the client they belong to
    QString m_newestUserCode;
    std::chrono::seconds m_codeLife{600};
    std::chrono::seconds m_tokenLife{8 * 3600};
    int m_approveAfter = -1;
    bool m_renewable = true;
    quint64 m_made = 0;
};

} // namespace tallylight::demo
