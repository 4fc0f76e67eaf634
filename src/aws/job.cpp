// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/job.h"

#include "aws/connection.h"
#include "aws/errorparser.h"
#include "aws/sigv4.h"
#include "core/clock.h"
#include "core/errorcodes.h"

#include <QNetworkReply>
#include <QSslError>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr qint64 kSkewSeconds = 240; // AWS allows five minutes; its C++ SDK corrects from four on
constexpr qint64 kReadStep = 64 * 1024;
constexpr int kTotalPatience = 8; // times the timeout, for a server that sends a byte now and then
// Shorter answers are decoded in less time than another thread takes to wake up.
constexpr qsizetype kLongAnswer = 4096;

SigningContext contextFor(const Connection &connection, const Credentials &credentials,
                          const QDateTime &utc)
{
    SigningContext context;
    context.credentials = credentials;
    context.region = connection.config().region;
    context.service = signingName(connection.config().service);
    context.utc = utc;
    return context;
}

} // namespace

Job::Job(Connection &connection, QString operation, Priority priority, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_provider(connection.credentials())
    , m_limiter(connection.limiter())
    , m_priority(priority)
{
    m_record.service = connection.config().service;
    m_record.operation = std::move(operation);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Job::timerFired);
    connect(&connection, &Connection::closing, this, [this] {
        if (m_state != State::Idle)
            conclude(localError(ErrorCategory::Cancelled, u"the connection was closed"_s));
        m_connection = nullptr;
    });
    connect(&connection, &Connection::reconnecting, this, &Job::askAgain);
}

Job::~Job()
{
    dropReply();
    m_limiter->release(this);
    if (m_state == State::Idle || m_concluded || !m_connection)
        return;
    m_record.error = localError(ErrorCategory::Cancelled, u"destroyed under way"_s);
    m_record.duration = m_connection->clock().elapsed() - m_startedAt;
    m_connection->report(m_record);
}

void Job::setPriority(Priority priority)
{
    if (m_state == State::Idle)
        m_priority = priority;
}

void Job::setUnsigned()
{
    if (m_state == State::Idle)
        m_isSigned = false;
}

void Job::start()
{
    if (m_state != State::Idle || m_concluded)
        return;
    m_state = State::WaitingForCredentials;
    if (!m_connection) {
        conclude(localError(ErrorCategory::Cancelled, u"the connection was closed"_s));
        return;
    }
    m_record.startedAt = m_connection->clock().utcNow();
    m_startedAt = m_connection->clock().elapsed();
    QMetaObject::invokeMethod(this, &Job::beginAttempt, Qt::QueuedConnection);
}

void Job::cancel()
{
    if (m_state == State::Idle && m_connection) {
        m_record.startedAt = m_connection->clock().utcNow();
        m_startedAt = m_connection->clock().elapsed();
    }
    conclude(localError(ErrorCategory::Cancelled, u"cancelled"_s));
}

bool Job::isCurrent(quint64 attempt, State state) const
{
    return !m_concluded && attempt == m_attempt && m_state == state;
}

void Job::beginAttempt()
{
    if (m_concluded)
        return;
    if (isComplete()) {
        conclude(std::nullopt);
        return;
    }
    m_state = State::WaitingForCredentials;
    const quint64 attempt = ++m_attempt;
    if (!m_connection->isReady()) {
        connect(
            m_connection, &Connection::ready, this,
            [this, attempt] {
                if (isCurrent(attempt, State::WaitingForCredentials))
                    beginAttempt();
            },
            Qt::SingleShotConnection);
        return;
    }
    if (const QString problem = m_connection->takeTrustProblem(); !problem.isEmpty()) {
        ApiError error = localError(ErrorCategory::Tls, problem);
        error.code = errorcodes::kCaFileUnusable;
        conclude(error);
        return;
    }
    if (!m_isSigned) {
        queue();
        return;
    }
    m_provider->fetch(this, [this, attempt](const CredentialsProvider::Result &result) {
        if (isCurrent(attempt, State::WaitingForCredentials))
            haveCredentials(result);
    });
}

void Job::haveCredentials(const CredentialsProvider::Result &result)
{
    if (!result) {
        // What went wrong on the way to credentials goes by its own name.
        conclude(result.error(), !result.error().operation.isEmpty());
        return;
    }
    m_credentials = *result;
    queue();
}

void Job::queue()
{
    m_state = State::Queued;
    if (m_following && m_limiter->tryAcquire()) {
        send();
        return;
    }
    const quint64 attempt = m_attempt;
    m_limiter->acquire(m_priority, this, [this, attempt] {
        if (isCurrent(attempt, State::Queued))
            send();
    });
}

void Job::send()
{
    const Expected<HttpRequest, ApiError> request = nextRequest();
    if (!request) {
        conclude(request.error());
        return;
    }
    const Expected<HttpRequest, QString> wire = readyToSend(*request);
    if (!wire) {
        conclude(localError(ErrorCategory::Credentials, u"can't sign: "_s + wire.error()));
        return;
    }
    m_body.clear();
    m_certificate = {};
    m_refusalsBefore = m_connection->proxyRefusals();
    m_state = State::InFlight;
    ++m_record.attempts;
    m_record.host = wire->url.authority();
    m_record.path = wire->url.path();
    m_sinceSent.start();
    m_timer.start(m_connection->config().timeout);
    watch(m_connection->send(*wire));
}

Expected<HttpRequest, QString> Job::readyToSend(const HttpRequest &request)
{
    m_sentSecrets = request.bodySecrets;
    if (!request.bearerToken.isEmpty())
        m_sentSecrets.append(request.bearerToken);
    if (!m_isSigned)
        return request;
    m_signedAt = m_connection->signingTime();
    return signedRequest(request, contextFor(*m_connection, m_credentials, m_signedAt));
}

void Job::watch(QNetworkReply *reply)
{
    m_reply = reply;
    connect(reply, &QNetworkReply::readyRead, this, &Job::readAvailable);
    connect(reply, &QNetworkReply::finished, this, &Job::replyFinished);
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificate = certificateTrouble(errors); });
}

bool Job::readAvailable()
{
    const qint64 cap = m_connection->config().maxReplyBytes;
    // In small steps, because a compressed answer inflates while it is read: a megabyte on the wire
    // can be a gigabyte here.
    while (m_body.size() <= cap) {
        const QByteArray chunk = m_reply->read(std::min(kReadStep, cap + 1 - m_body.size()));
        if (chunk.isEmpty())
            break;
        m_body += chunk;
        m_record.bytesReceived += chunk.size();
    }
    if (m_body.size() > cap) {
        conclude(
            localError(ErrorCategory::Malformed, u"the answer is larger than %1 bytes"_s.arg(cap)));
        return false; // and the job may be gone
    }
    const milliseconds patience = m_connection->config().timeout;
    const milliseconds left = patience * kTotalPatience - milliseconds(m_sinceSent.elapsed());
    m_timer.start(std::clamp(left, milliseconds(0), patience));
    return true;
}

void Job::timerFired()
{
    if (m_state == State::BackingOff) {
        beginAttempt();
    } else if (m_state == State::InFlight) {
        dropReply();
        handleFailure(localError(ErrorCategory::Timeout,
                                 u"no complete answer after %1 ms"_s.arg(m_sinceSent.elapsed())),
                      {});
    }
}

void Job::replyFinished()
{
    if (!readAvailable())
        return;
    m_timer.stop();
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    reply->deleteLater();

    HttpResponse response;
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QList<QNetworkReply::RawHeaderPair> headers = reply->rawHeaderPairs();
    for (const QNetworkReply::RawHeaderPair &header : headers)
        response.headers.append(HttpHeader{header.first, header.second});
    response.body = std::exchange(m_body, {});
    if (const QDateTime server = serverDate(response); server.isValid())
        m_record.clockSkewSeconds = m_connection->clock().utcNow().secsTo(server);

    const bool isSuccess = response.status >= 200 && response.status < 300;
    constexpr int kProxyWantsPassword = 407;
    if (isSuccess && reply->error() == QNetworkReply::NoError)
        handleSuccess(response);
    else if (isSuccess || response.status == 0 || response.status == kProxyWantsPassword)
        handleFailure(transportError(*reply), response);
    else
        handleFailure(errorFromResponse(response, echoableSecrets()), response);
}

ApiError Job::transportError(const QNetworkReply &reply)
{
    ApiError error = errorFromTransport(reply, m_certificate);
    const QString proxy = m_connection->proxyName();
    if (reply.error() == QNetworkReply::ProxyAuthenticationRequiredError
        || m_connection->proxyRefusals() != m_refusalsBefore) {
        error.category = ErrorCategory::Network;
        error.code = m_connection->hasProxyPassword() ? errorcodes::kProxyPasswordRefused
                                                      : errorcodes::kProxyPasswordMissing;
        m_connection->proxyRefused();
    } else if (error.code == "UnknownProxyError"_L1 && m_connection->hasProxyPassword()) {
        error.code = errorcodes::kProxyTunnelRefused;
        m_connection->proxyRefused();
    }
    if (!proxy.isEmpty())
        error.message = excerpt(error.message + u" (proxy %1)"_s.arg(proxy), echoableSecrets());
    return error;
}

void Job::handleSuccess(const HttpResponse &response)
{
    m_record.httpStatus = response.status;
    m_record.requestId = requestId(response, echoableSecrets());
    m_isWebPage = isWebPage(response);
    m_connection->retryBudget().succeeded();
    m_failedAttempts = 0;
    m_skewRetried = false;
    m_expiredRetried = false;

    Decoding aside = response.body.size() >= kLongAnswer ? decoding(response) : Decoding();
    if (aside)
        decodeAside(std::move(aside));
    else
        takeStep(receive(response));
}

void Job::decodeAside(Decoding decoding)
{
    m_state = State::Decoding;
    const QPointer<Job> guard(this);
    const quint64 attempt = m_attempt;
    m_connection->runAside([guard, attempt, decoding = std::move(decoding)] {
        return [guard, attempt, takeIn = decoding()] {
            if (guard && guard->isCurrent(attempt, State::Decoding))
                guard->takeStep(takeIn());
        };
    });
}

Job::Decoding Job::decoding(const HttpResponse &)
{
    return {};
}

void Job::takeStep(const Parsed<Step> &step)
{
    if (!step) {
        ApiError error = localError(ErrorCategory::Malformed,
                                    excerpt(step.error().message, echoableSecrets()));
        error.httpStatus = m_record.httpStatus;
        error.requestId = m_record.requestId;
        if (m_isWebPage)
            error.code = errorcodes::kWebPage;
        conclude(error);
        return;
    }
    const QPointer<Job> alive(this);
    // The next page travels while this one is shown.
    if (*step == Step::Continue) {
        m_following = true;
        beginAttempt();
        if (!alive)
            return;
        m_following = false;
    }
    Q_EMIT progressed();
    if (alive && !m_concluded && *step == Step::Done)
        conclude(std::nullopt);
}

void Job::handleFailure(ApiError error, const HttpResponse &response)
{
    m_record.httpStatus = response.status;
    m_record.requestId = error.requestId;
    if (retryAtOnce(&error, response))
        return;

    ++m_failedAttempts;
    const RetryPolicy &policy = m_connection->config().retry;
    const QDateTime serverNow = serverDate(response);
    const std::optional<milliseconds> asked
        = retryAfter(response, serverNow.isValid() ? serverNow : m_connection->clock().utcNow());
    // A redirect stays one; repeating a refused password could lock an account.
    const bool stays = (response.status >= 300 && response.status < 400)
        || error.code == errorcodes::kProxyPasswordRefused
        || error.code == errorcodes::kProxyPasswordMissing
        || error.code == errorcodes::kProxyTunnelRefused;
    const std::optional<milliseconds> delay = stays
        ? std::nullopt
        : policy.delayAfter(m_failedAttempts, error.category, m_connection->random(), asked);
    if (error.category == ErrorCategory::Throttled) {
        // Everyone who shares the limit is too fast, not only this job.
        m_limiter->throttled(std::max(delay.value_or(policy.baseDelay),
                                      std::min(asked.value_or(milliseconds(0)), policy.maxDelay)));
    }
    if (!delay || !m_connection->retryBudget().tryTake(error.category)) {
        conclude(error);
        return;
    }
    m_state = State::BackingOff;
    m_timer.start(*delay);
}

bool Job::retryAtOnce(ApiError *error, const HttpResponse &response)
{
    if (!m_isSigned)
        return false; // no credentials to renew, and no time in the request
    if (error->category == ErrorCategory::Expired && !m_expiredRetried) {
        m_expiredRetried = true;
        m_provider->invalidate(m_credentials);
        beginAttempt();
        return true;
    }
    const QDateTime server = serverDate(response);
    if (!mayBeClockSkew(*error) || !server.isValid())
        return false;

    const seconds offset(m_connection->clock().utcNow().secsTo(server));
    if (std::abs(offset.count()) >= kSkewSeconds)
        error->clockOffsetSeconds = offset.count();
    // Once corrected, a refused signature has another reason, usually the secret.
    if (std::abs(m_signedAt.secsTo(server)) < kSkewSeconds)
        return false;
    error->category = ErrorCategory::Skew;
    m_connection->setClockOffset(offset);
    if (m_skewRetried)
        return false;
    m_skewRetried = true;
    beginAttempt();
    return true;
}

/// The answer under way, or the one a back-off waits for, belongs to a network that is gone. Not a
/// failed attempt: nobody refused anything.
void Job::askAgain()
{
    if (m_concluded || (m_state != State::InFlight && m_state != State::BackingOff))
        return;
    dropReply();
    beginAttempt();
}

void Job::dropReply()
{
    m_timer.stop();
    QNetworkReply *reply = m_reply;
    if (reply == nullptr)
        return;
    m_reply = nullptr;
    // Disconnected first: abort() emits finished() before it returns.
    reply->disconnect(this);
    // Qt complains about aborting what an error status has doomed already; deleting ends it, too.
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 400)
        reply->abort();
    reply->deleteLater();
}

void Job::conclude(std::optional<ApiError> error, bool isOfAnotherCall)
{
    if (m_concluded)
        return;
    m_concluded = true;
    dropReply();
    m_limiter->release(this);
    m_credentials = {};
    m_sentSecrets.clear();
    m_body.clear();

    const QPointer<Job> alive(this);
    if (error) {
        const ApiError base = localError(error->category, error->message);
        if (!isOfAnotherCall) {
            error->service = base.service;
            error->operation = base.operation;
        }
        error->at = base.at;
        m_record.error = error;
        fail(*error);
    }
    if (m_connection) {
        m_record.duration = m_connection->clock().elapsed() - m_startedAt;
        m_connection->report(m_record);
        if (!alive)
            return;
    }
    // From the event loop, so that a slot may delete the connection while no reply of it is on the
    // stack.
    QMetaObject::invokeMethod(this, &Job::deliver, Qt::QueuedConnection);
}

void Job::deliver()
{
    m_state = State::Finished;
    deleteLater(); // before the signal, because a slot may delete the job right away
    Q_EMIT finished(this);
}

ApiError Job::localError(ErrorCategory category, const QString &message) const
{
    ApiError error;
    error.category = category;
    error.service = signingName(m_record.service);
    error.operation = m_record.operation;
    error.message = message;
    if (m_connection)
        error.at = m_connection->clock().utcNow();
    return error;
}

/// What a server could quote back; it never learns the secret key.
QStringList Job::echoableSecrets() const
{
    QStringList secrets{m_credentials.accessKeyId,
                        QString::fromUtf8(m_credentials.sessionToken.expose())};
    for (const Secret &secret : m_sentSecrets)
        secrets.append(QString::fromUtf8(secret.expose()));
    return secrets;
}

} // namespace tallylight::aws
