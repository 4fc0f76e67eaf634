// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/httpmessage.h"
#include "aws/page.h"
#include "aws/ratelimiter.h"
#include "aws/transporterror.h"
#include "core/apierror.h"
#include "core/callrecord.h"
#include "core/credentials.h"
#include "core/expected.h"
#include "core/region.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkReply;

namespace tallylight::aws {

class Connection;

/// One asynchronous read of a service: one request or, for pages, several after one another.
///
/// The contract, on every path (answer, error, timeout, cancel, lost connection):
/// - finished() is emitted exactly once, from the event loop, never from inside start() or
/// cancel();
/// - after it the job deletes itself, so results are taken in the slot (a slot may also delete it
/// at once, or
///   its connection);
/// - a job that is destroyed earlier, by its parent or by hand, just stops and emits nothing;
/// - when its connection dies first, it ends with ErrorCategory::Cancelled.
///
/// Long answers are decoded in a thread of the connection, everything else happens in the thread
/// the job lives in. The next page is asked for before progressed() tells of the one that has
/// arrived.
///
/// Each attempt fetches credentials, waits for the rate limiter, and builds and signs the request
/// anew. A failure is retried as the connection's RetryPolicy and RetryBudget allow; besides, once
/// each, when the clock turns out to be off or the session has expired. All calls are reads, or
/// steps of a sign-in, so repeating one is harmless.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        WaitingForCredentials,
        Queued,
        InFlight,
        Decoding,
        BackingOff,
        Finished
    };
    Q_ENUM(State)

    ~Job() override;

    /// Begins; a second call does nothing. Everything else happens from the event loop.
    void start();
    /// Stops as soon as possible; the job ends with ErrorCategory::Cancelled, from the event loop.
    /// Works before start() too.
    void cancel();

    State state() const { return m_state; }
    /// True from just before finished() is emitted.
    bool isFinished() const { return m_state == State::Finished; }

    /// Its place in the rate limiter's queue; only before start(). Lists by default for list calls,
    /// Detail for single resources.
    void setPriority(Priority priority);
    Priority priority() const { return m_priority; }
    /// Sends its requests without asking for credentials and without a signature: for the calls of
    /// a sign-in, which carry what they need themselves. Only before start().
    void setUnsigned();

    Service service() const { return m_record.service; }
    QString operation() const { return m_record.operation; }
    /// How the job ended; nullopt while it runs and after success.
    const std::optional<ApiError> &error() const { return m_record.error; }
    /// How far it is, from 0 to 1; a job that can't tell stays at 0 until it is done.
    virtual double progress() const { return isFinished() ? 1.0 : 0.0; }

Q_SIGNALS:
    void finished(tallylight::aws::Job *job);
    /// An answer has arrived and been decoded; more may follow, and may have been asked for
    /// already.
    void progressed();

protected:
    enum class Step { Continue, Done };

    Job(Connection &connection, QString operation, Priority priority, QObject *parent);

    /// The request of the next attempt, without Host and signature; an error ends the job.
    virtual Expected<HttpRequest, ApiError> nextRequest() const = 0;
    /// True when there is nothing (more) to ask for; looked at before each request.
    virtual bool isComplete() const { return false; }
    /// Takes in a 2xx answer. A ParseError ends the job as Malformed.
    virtual Parsed<Step> receive(const HttpResponse &response) = 0;
    /// Takes in what was decoded; runs in the job's thread, and only while the job is alive.
    using TakeIn = std::function<Parsed<Step>()>;
    /// Decodes a long answer; runs in another thread and touches nothing but its own copies.
    using Decoding = std::function<TakeIn()>;
    /// How to decode \a response aside; null when it can only be received at once.
    virtual Decoding decoding(const HttpResponse &response);
    /// The job has ended with \a error; called once, before finished().
    virtual void fail(const ApiError &error) = 0;

    /// Adds what CloudWatch bills for an answered request to the call record.
    void countMetrics(int metrics) { m_record.metricsRequested += metrics; }

private:
    void beginAttempt();
    void haveCredentials(const CredentialsProvider::Result &result);
    void queue();
    void send();
    Expected<HttpRequest, QString> readyToSend(const HttpRequest &request);
    void watch(QNetworkReply *reply);
    bool readAvailable();
    void timerFired();
    void replyFinished();
    void handleSuccess(const HttpResponse &response);
    void decodeAside(Decoding decoding);
    void takeStep(const Parsed<Step> &step);
    void handleFailure(ApiError error, const HttpResponse &response);
    bool retryAtOnce(ApiError *error, const HttpResponse &response);
    void askAgain();
    void dropReply();
    void conclude(std::optional<ApiError> error, bool isOfAnotherCall = false);
    void deliver();
    bool isCurrent(quint64 attempt, State state) const;
    ApiError transportError(const QNetworkReply &reply);
    ApiError localError(ErrorCategory category, const QString &message) const;
    QStringList echoableSecrets() const;

    QPointer<Connection> m_connection;
    std::shared_ptr<CredentialsProvider> m_provider;
    std::shared_ptr<RateLimiter> m_limiter;
    CallRecord m_record;
    Priority m_priority;
    State m_state = State::Idle;
    bool m_concluded = false; ///< the outcome is known; finished() may still be on its way
    quint64 m_attempt = 0; ///< lets answers to an abandoned step be told from current ones
    std::chrono::milliseconds m_startedAt{0};
    Credentials m_credentials; ///< of the current attempt
    QList<Secret> m_sentSecrets; ///< with the last request, beside the credentials
    bool m_isSigned = true;
    QDateTime m_signedAt; ///< as signed, offset included
    int m_failedAttempts = 0; ///< in a row, for the current request
    bool m_following = false; ///< asking for the next page out of the answer to the last one
    bool m_isWebPage = false; ///< the last 2xx answer was one
    bool m_skewRetried = false;
    bool m_expiredRetried = false;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    CertificateTrouble m_certificate;
    int m_refusalsBefore = 0; ///< of the proxy, when the attempt was sent
    QElapsedTimer m_sinceSent;
    QTimer m_timer; ///< the reply's timeout, or the back-off
};

} // namespace tallylight::aws
