// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/clock.h"
#include "core/ssotoken.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace tallylight::aws {
class Connection;
class Job;
} // namespace tallylight::aws

namespace tallylight::storage {
class SsoCache;
}

namespace tallylight::monitor {

/// How often a sign-in asks whether it is confirmed, whatever the service proposes.
struct SsoPacing
{
    std::chrono::milliseconds shortest{1000};
    std::chrono::milliseconds slowDownStep{5000}; ///< RFC 8628 §3.5
};

/// One attempt to sign somebody in at an IAM Identity Center (device flow, aws-facts §5.3): makes
/// this program known, gets a code, waits until its person has confirmed it on a web page.
///
/// Trouble on the network while it waits is no end: it goes on until the code's time is over.
class SsoSignIn : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Starting, ///< there is no code yet
        Waiting, ///< for a person
        Done,
        Expired, ///< the code's time is over
        Denied, ///< the person said no
        Failed, ///< error() says why
    };
    Q_ENUM(State)

    /// All references outlive the attempt. \a oidc is a connection to Service::SsoOidc.
    SsoSignIn(const SsoSessionId &session, aws::Connection &oidc, storage::SsoCache &cache,
              const Clock &clock, const SsoPacing &pacing, QObject *parent = nullptr);
    ~SsoSignIn() override;

    void start();
    /// Asks no more; nothing is emitted from now on.
    void stop();
    State state() const { return m_state; }
    bool isUnderWay() const { return m_state == State::Starting || m_state == State::Waiting; }
    /// The code and the page; meaningful from Waiting on.
    const DeviceAuthorization &authorization() const { return m_authorization; }
    /// How much of the code's time is left; never negative.
    std::chrono::seconds timeLeft() const;
    /// How long it waits now between two questions.
    std::chrono::milliseconds interval() const { return m_interval; }
    /// Why it failed, or what keeps it from hearing anything while it waits.
    const ApiError &error() const { return m_error; }

Q_SIGNALS:
    /// state() or error() is another.
    void stateChanged();
    /// Just before the state becomes Done.
    void granted(const tallylight::SsoToken &token);

private:
    void registerClient();
    void authorize(bool isFreshClient);
    void wait(const DeviceAuthorization &authorization);
    void ask();
    void refused(const ApiError &error);
    void setState(State state);
    void fail(const ApiError &error);

    const SsoSessionId m_session;
    aws::Connection &m_oidc;
    storage::SsoCache &m_cache;
    const Clock &m_clock;
    const SsoPacing m_pacing;
    State m_state = State::Starting;
    SsoRegistration m_client;
    DeviceAuthorization m_authorization;
    std::chrono::milliseconds m_deadline{0}; // by Clock::elapsed()
    std::chrono::milliseconds m_interval{0};
    ApiError m_error;
    QPointer<aws::Job> m_job;
    QTimer m_timer;
};

} // namespace tallylight::monitor
