// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/descriptionservice.h"

#include "aws/connection.h"
#include "aws/medialiveclient.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

namespace tallylight::monitor {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// One alert call is always waiting; more means that lists or an operator need the budget.
constexpr int kShortQueue = 2;
constexpr milliseconds kQueueWait = 1s;
constexpr milliseconds kLongestBackOff = 60s;

/// Alerts that go with a change of the active input, by the wording of aws-facts §1.5: "Input
/// Failed Over", "Stopped Receiving UDP Input", "Video Not Detected", "RTMP …", "HTTP Get Failed".
bool concernsInputs(const ChannelAlert &alert)
{
    static constexpr std::array words{"input"_L1, "not detected"_L1, "rtmp"_L1, "get failed"_L1};
    return std::any_of(words.begin(), words.end(), [&alert](QLatin1StringView word) {
        return alert.alertType.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

DescriptionService::DescriptionService(aws::Connection &connection, const Clock &clock,
                                       QObject *parent, const DescriptionPace &pace)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DescriptionService::askNext);
}

DescriptionService::~DescriptionService() = default;

void DescriptionService::setRunningChannels(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    m_entries.removeIf([&wanted](const auto &entry) { return !wanted.contains(entry.key()); });
    for (const QString &id : ids)
        m_entries[id]; // a new entry was never asked, which makes it urgent enough
    schedule();
}

void DescriptionService::start()
{
    m_running = true;
    schedule();
}

void DescriptionService::stop()
{
    m_running = false;
    m_timer.stop();
    if (m_job)
        m_job->cancel();
}

void DescriptionService::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        m_timer.stop();
    else
        schedule();
}

void DescriptionService::askSoon(const QString &channelId)
{
    const auto found = m_entries.find(channelId);
    if (found == m_entries.end())
        return;
    found->urgent = true;
    schedule();
}

void DescriptionService::markStale(StaleCause cause)
{
    for (Entry &entry : m_entries) {
        entry.known.freshness.heldBy = cause;
        entry.askedAt.reset();
    }
    m_closedUntil = 0ms;
    schedule();
}

void DescriptionService::alertChanged(const ChannelAlert &alert)
{
    if (concernsInputs(alert))
        askSoon(alert.channelId);
}

void DescriptionService::take(const Channel &channel)
{
    const auto found = m_entries.find(channel.id);
    if (found == m_entries.end())
        return;
    found->known.value = ChannelDescription::of(channel);
    found->known.freshness.observe(m_clock.utcNow());
    found->askedAt = m_clock.elapsed();
    found->urgent = false;
    Q_EMIT described(channel.id);
}

Observed<ChannelDescription> DescriptionService::description(const QString &channelId) const
{
    Observed<ChannelDescription> found = m_entries.value(channelId).known;
    found.freshness.expectedEvery = expectedEvery();
    return found;
}

std::chrono::seconds DescriptionService::expectedEvery() const
{
    // Half as slow again as a turn without urgent calls in between.
    const milliseconds turn = m_pace.turn * m_entries.size() * 3 / 2;
    return std::chrono::ceil<std::chrono::seconds>(std::max(m_pace.rest, turn));
}

QString DescriptionService::next(milliseconds *wait) const
{
    const milliseconds now = m_clock.elapsed();
    const auto until = [now](milliseconds moment) {
        return std::max(0ms, moment - now);
    };
    const milliseconds sinceLast = m_lastCall ? *m_lastCall : now - m_pace.turn;
    QString best;
    *wait = milliseconds::max();
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const bool soon = it->urgent || !it->askedAt;
        const milliseconds due = soon
            ? until(sinceLast + m_pace.soon)
            : std::max(until(sinceLast + m_pace.turn), until(*it->askedAt + m_pace.rest));
        // Urgent ones first, then what was never asked, then whoever waits longest.
        const auto rank = [](const QString &id, const Entry &entry) {
            return std::tuple(!entry.urgent, entry.askedAt.value_or(milliseconds::min()), id);
        };
        if (best.isEmpty() || due < *wait
            || (due == *wait && rank(it.key(), *it) < rank(best, m_entries[best]))) {
            best = it.key();
            *wait = due;
        }
    }
    *wait = std::max(*wait, until(m_closedUntil));
    return best;
}

void DescriptionService::schedule()
{
    if (!m_running || m_paused || m_job || m_entries.isEmpty())
        return;
    milliseconds wait{0};
    next(&wait);
    m_timer.start(wait);
}

void DescriptionService::askNext()
{
    if (!m_running || m_paused || m_job || m_entries.isEmpty())
        return;
    milliseconds wait{0};
    const QString id = next(&wait);
    if (wait > 0ms)
        m_timer.start(wait);
    else if (m_connection.limiter()->waiting() > kShortQueue)
        m_timer.start(kQueueWait);
    else
        ask(id);
}

void DescriptionService::ask(const QString &channelId)
{
    auto *job = aws::MediaLiveClient(m_connection).describeChannel(channelId, this);
    job->setPriority(aws::Priority::Detail);
    m_job = job;
    m_lastCall = m_clock.elapsed();
    m_entries[channelId].askedAt = m_lastCall;
    m_entries[channelId].urgent = false;
    connect(job, &aws::Job::finished, this, [this, job, channelId] {
        m_job = nullptr;
        const auto &result = job->result();
        if (result.hasValue()) {
            m_failuresInARow = 0;
            take(result.value());
        } else {
            failed(channelId, result.error());
        }
        schedule();
    });
    job->start();
}

void DescriptionService::failed(const QString &channelId, const ApiError &error)
{
    if (error.category == ErrorCategory::Cancelled)
        return;
    const milliseconds now = m_clock.elapsed();
    if (error.category == ErrorCategory::Throttled) {
        m_closedUntil = now + m_pace.throttled;
    } else if (error.category != ErrorCategory::NotFound) {
        ++m_failuresInARow;
        const milliseconds pause = m_pace.turn * (1 << std::min(m_failuresInARow, 5));
        m_closedUntil = now + std::min(kLongestBackOff, pause);
    }
    const auto found = m_entries.find(channelId);
    if (found == m_entries.end())
        return;
    found->known.freshness.error = error;
    Q_EMIT described(channelId);
}

} // namespace tallylight::monitor
