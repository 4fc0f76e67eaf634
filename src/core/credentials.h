// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/expected.h"
#include "core/secret.h"

#include <QDateTime>
#include <QString>

#include <functional>

class QObject;

namespace tallylight {

/// What a request is signed with. The access key id is an identifier, yet it is treated with the
/// same care outside the keychain: it is shown only shortened.
struct Credentials
{
    QString accessKeyId;
    Secret secretAccessKey;
    Secret sessionToken; ///< empty for long-lived keys
    QDateTime expiresAt; ///< UTC; invalid for keys that don't expire

    bool isComplete() const { return !accessKeyId.isEmpty() && !secretAccessKey.isEmpty(); }
    bool operator==(const Credentials &) const = default;
};

/// "AKIA…MPLE": enough to recognise a key, too little to use.
QString shortenedKeyId(const QString &accessKeyId);

/// Where the signer gets credentials from: keychain, environment, shared files, a renewing session.
///
/// Asynchronous, because a keychain may ask its user and a session may have to be renewed.
class CredentialsProvider
{
public:
    using Result = Expected<Credentials, ApiError>;
    using Callback = std::function<void(const Result &)>;

    virtual ~CredentialsProvider() = default;

    /// Calls \a done exactly once, possibly before returning, on the calling thread; never when \a
    /// context has been destroyed by then.
    virtual void fetch(QObject *context, Callback done) = 0;
    /// The service said that \a refused have run out; the next fetch() must not give them again if
    /// it can help it. A refusal may come late: when others are in use by then, they stay in use.
    virtual void invalidate(const Credentials &refused) { Q_UNUSED(refused) }
    /// When it ends what this provider can go on with by itself, UTC: until somebody types a code
    /// or other keys. Invalid while it renews by itself, or when nobody knows.
    virtual QDateTime endsAt() const { return {}; }

protected:
    CredentialsProvider() = default;
    CredentialsProvider(const CredentialsProvider &) = default;
    CredentialsProvider &operator=(const CredentialsProvider &) = default;
};

/// Always the same credentials: for this-run-only keys, the demo region and tests.
class StaticCredentialsProvider final : public CredentialsProvider
{
public:
    explicit StaticCredentialsProvider(Credentials credentials);
    void fetch(QObject *context, Callback done) override;

private:
    Credentials m_credentials;
};

} // namespace tallylight
