// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/credentials.h"
#include "monitor/credentialorigin.h"
#include "monitor/credentialstate.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace tallylight::monitor {

/// True when AWS did not accept what a call was signed with, so that others are worth a try.
inline bool isSignerRefused(const std::optional<ApiError> &error)
{
    return error && error->category == ErrorCategory::Credentials && error->httpStatus != 0;
}

/// A profile's credentials for its signer, over their whole life: got once from their source
/// however many calls wait, kept in memory, renewed in place some time before they end, gone on
/// with while a renewal fails, and never given again once AWS has refused them.
///
/// What a person has to do (type a code, sign in, mend a file) is told by state(), not asked for
/// again and again: after a failure it waits longer and longer before it asks the source again, or,
/// where only a person can help, until tryAgain(), forget(), a code, or a change at the source.
class CredentialSession final : public QObject, public CredentialsProvider
{
    Q_OBJECT

public:
    /// \a hint tells profiles apart until keys are known (see ownerHint()); \a clock outlives this.
    CredentialSession(std::shared_ptr<CredentialOrigin> source, QString hint, const Clock &clock,
                      QObject *parent = nullptr);
    ~CredentialSession() override;

    void fetch(QObject *context, Callback done) override;
    void invalidate(const Credentials &refused) override;
    QDateTime endsAt() const override { return m_source->endsAt(); }

    CredentialState state() const;
    /// Why nothing can be signed now; None while it is not known yet.
    SecretProblem problem() const;
    /// The last attempt to get some failed, for whatever reason; what is there may still serve.
    bool hasFailed() const { return m_error.has_value(); }
    const std::optional<ApiError> &lastError() const { return m_error; }
    /// An attempt to get some is under way.
    bool isAsking() const { return m_isAsking; }
    /// Calls wait for credentials.
    bool isWaiting() const { return !m_waiting.isEmpty(); }
    /// Something that tells accounts apart until STS has named one; never shown or stored.
    QString ownerHint() const;

    /// A person wants to go on: whatever was refused or put off is asked for again, at once.
    /// Credentials that still serve stay in use until there are others.
    void tryAgain();
    /// Other credentials have been stored: those in use, and what was got with them, are not used
    /// any more.
    void forget();
    /// The network, or the password of a proxy, is another one.
    void reconnect() { m_source->reconnect(); }
    /// A code of state().mfaDevice; begins a new session with it at once.
    void giveMfaCode(const QString &code);
    /// Renews what is due; done by itself now and then, and at each fetch().
    void check();

    /// Where jitter comes from: numbers in [0, 1). Tests replace it.
    void setRandomSource(std::function<double()> random) { m_random = std::move(random); }

Q_SIGNALS:
    /// state() may have changed.
    void stateChanged();
    /// After there were none, there are credentials that AWS has not refused yet.
    void recovered();

private:
    bool isUsable() const;
    bool isDue() const;
    bool isHeldBack() const;
    void renew();
    void take(const Result &result);
    void accept(const Credentials &credentials);
    void fail(const ApiError &error);
    void letGo();

    const std::shared_ptr<CredentialOrigin> m_source;
    const QString m_hint;
    const Clock &m_clock;
    std::function<double()> m_random;
    std::optional<Credentials> m_current;
    QDateTime m_renewAt; ///< UTC; invalid for credentials that don't run out
    bool m_lasts = false; ///< m_current's end says nothing: it was over when they came
    std::optional<Credentials> m_refused; ///< by AWS, as run out
    std::optional<ApiError> m_error; ///< of the last attempt
    CredentialQueue m_waiting;
    QTimer m_timer;
    int m_failures = 0; ///< in a row
    std::chrono::milliseconds m_holdUntil{0}; ///< Clock::elapsed()
    bool m_isAsking = false;
    bool m_isOutdated = false; ///< what is being asked for won't count any more
};

} // namespace tallylight::monitor
