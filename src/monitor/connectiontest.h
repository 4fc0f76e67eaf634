// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"
#include "core/callrecord.h"
#include "core/clock.h"
#include "core/credentials.h"
#include "core/metric.h"
#include "core/profile.h"
#include "monitor/proxypasswords.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace tallylight::aws {
class Connection;
class EndpointProbe;
class Job;
class RateLimiter;
template<typename T> class TypedJob;
} // namespace tallylight::aws

namespace tallylight::monitor {

/// The questions of "Test connection", in the order they are asked.
enum class TestStep {
    Names, ///< every host has an address (or the proxy does)
    Tls, ///< every host answers, with a valid certificate
    ClockCheck,
    Signature,
    Identity,
    ListChannels,
    ListInputs,
    DescribeInput,
    DescribeChannel,
    ListAlerts,
    DescribeThumbnails,
    ListMetrics,
    GetMetricData,
    GetMetricStatistics,
    DescribeAlarms,
};

/// The answer to one question.
struct TestResult
{
    enum class Outcome { Passed, Failed, Skipped };

    TestStep step = TestStep::Names;
    Outcome outcome = Outcome::Skipped;
    std::optional<ApiError> error; ///< for Failed, and for Skipped where isOptional() and refused
    QString detail; ///< a fact: host, account, number of channels, seconds of clock offset
    std::optional<CallerIdentity> caller; ///< for Identity
    qint64 clockOffsetSeconds = 0; ///< for ClockCheck
};

/// Tries a profile that may not be saved yet, step by step, and says which permission is missing.
/// Uses its own connections; asks each question once, without retries, so that a fault shows at
/// once.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(const Profile &profile, const Credentials &credentials, const Clock &clock,
                   const ProxyPasswords &proxies = {}, QObject *parent = nullptr);
    ~ConnectionTest() override;

    void start();
    /// finished() still comes, with the remaining steps skipped.
    void cancel();
    static QList<TestStep> steps();
    /// True for what nothing else in the program asks yet, and what the IAM policy therefore does
    /// not allow: the answer is told, but being refused is no failure.
    static bool isOptional(TestStep step);

Q_SIGNALS:
    void stepStarted(tallylight::monitor::TestStep step);
    void stepFinished(const tallylight::monitor::TestResult &result);
    /// Once, after the last step.
    void finished();
    void callFinished(const tallylight::CallRecord &record);

private:
    void next();
    bool canAsk(TestStep step) const;
    void runStep(TestStep step);
    void askMediaLive(TestStep step);
    void askCloudWatch(TestStep step);
    template<typename T>
    void run(aws::TypedJob<T> *job, TestStep step, std::function<QString()> detail);
    void probe(TestStep step);
    void checkClock();
    void checkSignature();
    void checkIdentity();
    void finishStep(TestResult result);

    Profile m_profile;
    Credentials m_credentials;
    const Clock &m_clock;
    ProxyPasswords m_proxies;
    std::shared_ptr<aws::RateLimiter> m_limiter;
    std::unique_ptr<aws::Connection> m_medialive;
    std::unique_ptr<aws::Connection> m_cloudwatch;
    std::unique_ptr<aws::Connection> m_sts;
    QList<TestStep> m_remaining;
    QPointer<aws::Job> m_job;
    QPointer<aws::EndpointProbe> m_probe;
    std::optional<qint64> m_clockOffset; // server minus this computer, once a host has answered
    std::optional<CallerIdentity> m_caller;
    std::optional<ApiError> m_identityError;
    QString m_someChannel; // an id to describe, once ListChannels has given one
    QString m_runningChannel; // only a running one has thumbnails
    QString m_someInput;
    bool m_reachable = true;
    bool m_signed = true;
    bool m_cancelled = false;
    bool m_done = false;
};

} // namespace tallylight::monitor
