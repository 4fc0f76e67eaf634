// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/connectiontest.h"

#include "aws/cloudwatchclient.h"
#include "aws/endpointprobe.h"
#include "aws/medialiveclient.h"
#include "aws/ratelimiter.h"
#include "aws/stsclient.h"
#include "monitor/profileconnection.h"

#include <QTimer>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

using namespace std::chrono_literals;

namespace {

// AWS refuses signatures more than five minutes off; one minute is worth telling (aws-facts §4.4).
constexpr qint64 kTolerableOffsetSeconds = 60;

TestResult passed(TestStep step, const QString &detail = {})
{
    TestResult result;
    result.step = step;
    result.outcome = TestResult::Outcome::Passed;
    result.detail = detail;
    return result;
}

TestResult failed(TestStep step, const ApiError &error)
{
    TestResult result;
    result.step = step;
    result.outcome = TestResult::Outcome::Failed;
    result.error = error;
    return result;
}

TestResult skipped(TestStep step)
{
    TestResult result;
    result.step = step;
    return result;
}

/// Signature trouble makes every further permission question pointless; a denied permission does
/// not.
bool meansUnsigned(ErrorCategory category)
{
    return category == ErrorCategory::Credentials || category == ErrorCategory::Expired
        || category == ErrorCategory::Skew;
}

} // namespace

QList<TestStep> ConnectionTest::steps()
{
    return {TestStep::Names,
            TestStep::Tls,
            TestStep::ClockCheck,
            TestStep::Signature,
            TestStep::Identity,
            TestStep::ListChannels,
            TestStep::ListInputs,
            TestStep::DescribeInput,
            TestStep::DescribeChannel,
            TestStep::ListAlerts,
            TestStep::DescribeThumbnails,
            TestStep::ListMetrics,
            TestStep::GetMetricData,
            TestStep::GetMetricStatistics,
            TestStep::DescribeAlarms};
}

bool ConnectionTest::isOptional(TestStep step)
{
    return step == TestStep::DescribeInput || step == TestStep::DescribeAlarms;
}

ConnectionTest::ConnectionTest(const Profile &profile, const Credentials &credentials,
                               const Clock &clock, const ProxyPasswords &proxies, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_credentials(credentials)
    , m_clock(clock)
    , m_proxies(proxies)
    , m_limiter(std::make_shared<aws::RateLimiter>(clock, 4.0, 20.0))
    , m_remaining(steps())
{
    const auto provider = std::make_shared<StaticCredentialsProvider>(credentials);
    const auto open = [&](Service service) {
        aws::ConnectionConfig config = connectionConfig(profile, service, proxies.of(service));
        config.retry.maxAttempts = 1;
        config.timeout = 10s;
        auto connection = std::make_unique<aws::Connection>(config, provider, m_limiter, clock);
        connect(connection.get(), &aws::Connection::callFinished, this,
                &ConnectionTest::callFinished);
        return connection;
    };
    m_medialive = open(Service::MediaLive);
    m_cloudwatch = open(Service::CloudWatch);
    m_sts = open(Service::Sts);
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start()
{
    QTimer::singleShot(0, this, &ConnectionTest::next);
}

void ConnectionTest::cancel()
{
    if (m_done || m_cancelled)
        return;
    m_cancelled = true;
    if (m_job)
        m_job->cancel();
    if (m_probe)
        m_probe->cancel();
}

void ConnectionTest::next()
{
    if (m_remaining.isEmpty()) {
        if (!std::exchange(m_done, true))
            Q_EMIT finished();
        return;
    }
    const TestStep step = m_remaining.takeFirst();
    Q_EMIT stepStarted(step);
    if (m_cancelled || !canAsk(step))
        finishStep(skipped(step));
    else
        runStep(step);
}

bool ConnectionTest::canAsk(TestStep step) const
{
    switch (step) {
    case TestStep::Names:
        return true;
    case TestStep::Tls:
    case TestStep::ClockCheck:
    case TestStep::Signature:
        return m_reachable;
    default:
        return m_reachable && m_signed;
    }
}

void ConnectionTest::finishStep(TestResult result)
{
    Q_EMIT stepFinished(result);
    QTimer::singleShot(0, this, &ConnectionTest::next);
}

void ConnectionTest::runStep(TestStep step)
{
    switch (step) {
    case TestStep::Names:
    case TestStep::Tls:
        probe(step);
        break;
    case TestStep::ClockCheck:
        checkClock();
        break;
    case TestStep::Signature:
        checkSignature();
        break;
    case TestStep::Identity:
        checkIdentity();
        break;
    case TestStep::ListMetrics:
    case TestStep::GetMetricData:
    case TestStep::GetMetricStatistics:
    case TestStep::DescribeAlarms:
        askCloudWatch(step);
        break;
    default:
        askMediaLive(step);
        break;
    }
}

void ConnectionTest::askMediaLive(TestStep step)
{
    aws::MediaLiveClient medialive(*m_medialive);
    switch (step) {
    case TestStep::ListChannels: {
        auto *job = medialive.listChannels(this);
        run(job, step, [this, job] {
            if (!job->items().isEmpty())
                m_someChannel = job->items().first().id;
            for (const Channel &channel : job->items()) {
                if (channel.isRunning())
                    m_someChannel = m_runningChannel = channel.id;
            }
            return QString::number(job->items().size());
        });
        break;
    }
    case TestStep::ListInputs: {
        auto *job = medialive.listInputs(this);
        run(job, step, [this, job] {
            if (!job->items().isEmpty())
                m_someInput = job->items().first().id;
            return QString::number(job->items().size());
        });
        break;
    }
    case TestStep::DescribeInput:
        if (m_someInput.isEmpty())
            finishStep(skipped(step));
        else
            run(medialive.describeInput(m_someInput, this), step, [] { return QString(); });
        break;
    case TestStep::DescribeThumbnails:
        if (m_runningChannel.isEmpty())
            finishStep(skipped(step));
        else
            run(medialive.describeThumbnails(m_runningChannel, u"0"_s, this), step,
                [] { return QString(); });
        break;
    case TestStep::DescribeChannel:
    case TestStep::ListAlerts:
        if (m_someChannel.isEmpty())
            finishStep(skipped(step));
        else if (step == TestStep::DescribeChannel)
            run(medialive.describeChannel(m_someChannel, this), step, [] { return QString(); });
        else
            run(medialive.listAlerts(m_someChannel, aws::AlertFilter::Set, this), step,
                [] { return QString(); });
        break;
    default:
        finishStep(skipped(step));
        break;
    }
}

void ConnectionTest::askCloudWatch(TestStep step)
{
    aws::CloudWatchClient cloudwatch(*m_cloudwatch);
    switch (step) {
    case TestStep::ListMetrics: {
        aws::MetricFilter filter;
        filter.nameSpace = u"AWS/MediaLive"_s;
        filter.metricName = u"ActiveAlerts"_s;
        filter.recentlyActive = true;
        run(cloudwatch.listMetrics(filter, this), step, [] { return QString(); });
        break;
    }
    case TestStep::GetMetricData:
    case TestStep::GetMetricStatistics: {
        // One metric, a hundred-thousandth of a dollar; an unknown channel is no error (aws-facts
        // §2.6).
        MetricId metric;
        metric.name = u"ActiveAlerts"_s;
        metric.dimensions = {{u"ChannelId"_s, m_someChannel.isEmpty() ? u"0"_s : m_someChannel},
                             {u"Pipeline"_s, u"0"_s}};
        const QDateTime now = m_clock.utcNow();
        const MetricQuery query{metric, u"Maximum"_s, 60s};
        const TimeRange range{now.addSecs(-300), now};
        if (step == TestStep::GetMetricData)
            run(cloudwatch.getMetricData({query}, range, this), step, [] { return QString(); });
        else
            run(cloudwatch.getMetricStatistics(query, range, this), step, [] { return QString(); });
        break;
    }
    case TestStep::DescribeAlarms:
        run(cloudwatch.describeAlarms(this), step, [] { return QString(); });
        break;
    default:
        finishStep(skipped(step));
        break;
    }
}

template<typename T>
void ConnectionTest::run(aws::TypedJob<T> *job, TestStep step, std::function<QString()> detail)
{
    m_job = job;
    connect(job, &aws::Job::finished, this, [this, job, step, detail = std::move(detail)] {
        if (job->result().hasValue()) {
            finishStep(passed(step, detail()));
            return;
        }
        const ApiError &error = job->result().error();
        // A channel without thumbnails answers 400: it makes none, yet asking is allowed (aws-facts
        // §1.4).
        const bool allowed
            = step == TestStep::DescribeThumbnails && error.category == ErrorCategory::BadRequest;
        TestResult result = failed(step, error);
        if (allowed) {
            result = passed(step);
        } else if (error.category == ErrorCategory::Cancelled) {
            result = skipped(step);
        } else if (error.category == ErrorCategory::Forbidden && isOptional(step)) {
            result.outcome = TestResult::Outcome::Skipped;
        }
        finishStep(result);
    });
    job->start();
}

void ConnectionTest::probe(TestStep step)
{
    // Every host that is asked, each through its own proxy; without STS nobody knows whose account
    // it is.
    QList<aws::EndpointProbe::Target> targets;
    for (const Service service : {Service::MediaLive, Service::CloudWatch, Service::Sts})
        targets.append({service, m_profile.endpoint(service), m_profile.proxy(service),
                        m_proxies.of(service), m_profile.caFile});
    auto *probe
        = new aws::EndpointProbe(targets,
                                 step == TestStep::Names ? aws::EndpointProbe::Kind::Names
                                                         : aws::EndpointProbe::Kind::Connect,
                                 m_clock, this);
    m_probe = probe;
    connect(probe, &aws::EndpointProbe::finished, this,
            [this, step](const std::optional<ApiError> &error, const QString &detail,
                         qint64 clockOffsetSeconds, bool offsetKnown) {
                if (m_cancelled) {
                    finishStep(skipped(step));
                    return;
                }
                if (offsetKnown)
                    m_clockOffset = clockOffsetSeconds;
                if (error) {
                    m_reachable = false;
                    finishStep(failed(step, *error));
                } else {
                    finishStep(passed(step, detail));
                }
            });
    probe->start();
}

void ConnectionTest::checkClock()
{
    if (!m_clockOffset) {
        finishStep(skipped(TestStep::ClockCheck));
        return;
    }
    TestResult result = passed(TestStep::ClockCheck);
    result.clockOffsetSeconds = *m_clockOffset;
    if (std::abs(*m_clockOffset) > kTolerableOffsetSeconds) {
        ApiError error;
        error.category = ErrorCategory::Skew;
        error.clockOffsetSeconds = *m_clockOffset;
        error.at = m_clock.utcNow();
        result.outcome = TestResult::Outcome::Failed;
        result.error = error;
    }
    finishStep(result);
}

void ConnectionTest::checkSignature()
{
    // STS answers any valid signature, whatever IAM says, so its answer is about the signature
    // alone (aws-facts §5.2).
    auto *job = aws::StsClient(*m_sts).getCallerIdentity(this);
    m_job = job;
    connect(job, &aws::Job::finished, this, [this, job] {
        if (job->result().hasValue()) {
            m_caller = job->result().value();
            finishStep(passed(TestStep::Signature, shortenedKeyId(m_credentials.accessKeyId)));
            return;
        }
        const ApiError &error = job->result().error();
        if (error.category == ErrorCategory::Cancelled) {
            finishStep(skipped(TestStep::Signature));
            return;
        }
        m_signed = !meansUnsigned(error.category);
        m_identityError = error;
        finishStep(failed(TestStep::Signature, error));
    });
    job->start();
}

void ConnectionTest::checkIdentity()
{
    if (m_caller) {
        TestResult result = passed(TestStep::Identity, m_caller->arn);
        result.caller = m_caller;
        finishStep(result);
    } else if (m_identityError) {
        finishStep(failed(TestStep::Identity, *m_identityError));
    } else {
        finishStep(skipped(TestStep::Identity));
    }
}

} // namespace tallylight::monitor
