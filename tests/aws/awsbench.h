// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/connection.h"
#include "aws/job.h"
#include "aws/ratelimiter.h"
#include "core/clock.h"
#include "core/credentials.h"
#include "support/loopbackserver.h"

#include <QLocale>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace tallylight::test {

/// Credentials made up for tests, with a session token.
inline Credentials exampleCredentials()
{
    Credentials credentials;
    credentials.accessKeyId = QStringLiteral("AKIATESTTESTTESTTEST");
    credentials.secretAccessKey = Secret(QByteArray("not/a/real+secret"));
    credentials.sessionToken = Secret(QByteArray("session-token-of-the-test"));
    return credentials;
}

/// Hands out what it is told to, when it is told to, and counts.
class ScriptedCredentials : public CredentialsProvider
{
public:
    void fetch(QObject *context, Callback done) override
    {
        ++fetches;
        if (answers)
            done(result);
        else
            waiting.append({context, std::move(done)});
    }
    void invalidate(const Credentials &refused) override
    {
        ++invalidations;
        lastRefused = refused;
        if (onInvalidate)
            onInvalidate();
    }
    /// Answers everyone who waits.
    void answer()
    {
        const auto all = std::exchange(waiting, {});
        for (const auto &[context, done] : all) {
            if (context)
                done(result);
        }
    }

    Result result = exampleCredentials();
    bool answers = true;
    int fetches = 0;
    int invalidations = 0;
    Credentials lastRefused;
    std::function<void()> onInvalidate;
    QList<std::pair<QPointer<QObject>, Callback>> waiting;
};

/// A connection to a scripted server, with quick retries and a clock that stands still unless
/// moved.
struct AwsBench
{
    explicit AwsBench(Service service = Service::MediaLive,
                      const std::function<void(aws::ConnectionConfig *)> &adjust = {})
    {
        aws::ConnectionConfig config;
        config.service = service;
        config.region = QStringLiteral("eu-central-1");
        config.endpoint = server.url();
        config.proxy.mode = ProxySetting::Mode::None;
        config.timeout = std::chrono::milliseconds(10000);
        config.retry = {3, std::chrono::milliseconds(1), std::chrono::milliseconds(4)};
        if (adjust)
            adjust(&config);
        connection = std::make_unique<aws::Connection>(config, credentials, limiter, clock);
        connection->setRandomSource([] { return 1.0; });
    }

    LoopbackServer server;
    ManualClock clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    std::shared_ptr<ScriptedCredentials> credentials = std::make_shared<ScriptedCredentials>();
    std::shared_ptr<aws::RateLimiter> limiter
        = std::make_shared<aws::RateLimiter>(clock, 1000.0, 1000.0);
    std::unique_ptr<aws::Connection> connection;
};

/// What a job did, remembered beyond its life.
class JobWatch
{
public:
    explicit JobWatch(aws::Job *watched)
        : job(watched)
        , m_finished(watched, &aws::Job::finished)
        , m_progressed(watched, &aws::Job::progressed)
    {
        m_connection
            = QObject::connect(watched, &aws::Job::finished, watched, [this](aws::Job *done) {
                  wasFinished = done->isFinished();
                  error = done->error();
                  if (onFinished)
                      onFinished();
              });
    }
    ~JobWatch() { QObject::disconnect(m_connection); }
    JobWatch(const JobWatch &) = delete;
    JobWatch &operator=(const JobWatch &) = delete;

    int finished() const { return static_cast<int>(m_finished.count()); }
    int progressed() const { return static_cast<int>(m_progressed.count()); }
    ErrorCategory category() const { return error ? error->category : ErrorCategory::None; }

    QPointer<aws::Job> job;
    bool wasFinished = false;
    std::optional<ApiError> error;
    std::function<void()> onFinished; ///< called inside finished(), while results can be taken

private:
    QSignalSpy m_finished;
    QSignalSpy m_progressed;
    QMetaObject::Connection m_connection;
};

/// An RFC 1123 date as servers write it.
inline QByteArray httpDate(const QDateTime &utc)
{
    return QLocale::c()
               .toString(utc.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
               .toLatin1()
        + " GMT";
}

} // namespace tallylight::test
