// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "monitor/credentialstate.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>

namespace tallylight::monitor {

/// Where credentials come from in the first place, or what makes them out of others: the keychain,
/// the environment, the shared AWS files, a role, a signed-in session of IAM Identity Center.
///
/// fetch() gets them anew unless the source keeps what it got earlier; invalidate() then lets go of
/// that. Why there are none is said by an error of credentialError(). A CredentialSession stands in
/// front and decides when to fetch; it asks one at a time.
class CredentialOrigin : public QObject, public CredentialsProvider
{
    Q_OBJECT

public:
    /// What in the shared AWS files is in the way.
    virtual CredentialObstacle obstacle() const { return {}; }
    /// True when a person signs in at IAM Identity Center for them.
    virtual bool isSignedInFor() const { return false; }
    /// Lets go of what was got earlier, all the way down: the keys it rests on are others now.
    virtual void forget() { }
    /// The network, or the password of a proxy, is another one: connections are made anew.
    virtual void reconnect() { }
    /// The MFA device whose code the next fetch() can use; empty when none is of use.
    virtual QString mfaDevice() const { return {}; }
    /// The code mfaDevice() shows; for the next fetch() only.
    virtual void giveMfaCode(const Secret &code) { Q_UNUSED(code) }

Q_SIGNALS:
    /// Another fetch() may bring something else than the last: files changed, somebody signed in.
    void changed();

protected:
    explicit CredentialOrigin(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
};

/// Those who wait for one fetch.
class CredentialQueue
{
public:
    /// True for the first, who has to set off.
    bool add(QObject *context, CredentialsProvider::Callback done);
    bool isEmpty() const { return m_waiting.isEmpty(); }
    /// Answers everybody who is still there. One that asks again out of its answer waits for the
    /// next.
    void answer(const CredentialsProvider::Result &result);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        CredentialsProvider::Callback done;
    };
    QList<Waiting> m_waiting;
};

/// The credentials of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, as they were
/// when the program was started.
class EnvironmentSource final : public CredentialOrigin
{
public:
    explicit EnvironmentSource(QObject *parent = nullptr)
        : CredentialOrigin(parent)
    {
    }
    void fetch(QObject *context, Callback done) override;
};

/// The same keys each time.
class FixedSource final : public CredentialOrigin
{
public:
    explicit FixedSource(Credentials credentials, QObject *parent = nullptr);
    void fetch(QObject *context, Callback done) override;
    QDateTime endsAt() const override { return m_credentials.expiresAt; }

private:
    const Credentials m_credentials;
};

/// No credentials, for a reason.
class RefusingSource final : public CredentialOrigin
{
public:
    RefusingSource(SecretProblem problem, CredentialObstacle obstacle, QObject *parent = nullptr);
    void fetch(QObject *context, Callback done) override;
    CredentialObstacle obstacle() const override { return m_obstacle; }

private:
    const SecretProblem m_problem;
    const CredentialObstacle m_obstacle;
};

} // namespace tallylight::monitor
