// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/channeldetailwatch.h"

#include "aws/connection.h"
#include "aws/medialiveclient.h"

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

using namespace std::chrono_literals;

namespace {

// DescribeChannel shares the 5/s of the account, thumbnails have a quota of their own (aws-facts
// §1.5, §8). MediaLive makes a new thumbnail every two seconds; two legs in turn give each one
// every five.
constexpr std::chrono::seconds kDetailInterval = 10s;
constexpr std::chrono::milliseconds kThumbnailInterval = 2500ms;

} // namespace

ChannelDetailWatch::ChannelDetailWatch(aws::Connection &connection, const QString &channelId,
                                       bool running, bool paused, const Clock &clock,
                                       QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_channelId(channelId)
    , m_clock(clock)
    , m_nextPipeline(u"0"_s)
    , m_running(running)
    , m_paused(paused)
{
    m_freshness.expectedEvery = kDetailInterval;
    m_thumbnailFreshness.expectedEvery = 10s;
    m_detailTimer.setInterval(kDetailInterval);
    m_thumbnailTimer.setInterval(kThumbnailInterval);
    connect(&m_detailTimer, &QTimer::timeout, this, &ChannelDetailWatch::describe);
    connect(&m_thumbnailTimer, &QTimer::timeout, this, &ChannelDetailWatch::fetchThumbnails);
    connect(&m_connection, &aws::Connection::closing, this, [this] {
        m_closed = true;
        setPaused(true);
    });
    setPaused(paused);
}

ChannelDetailWatch::~ChannelDetailWatch() = default;

void ChannelDetailWatch::setPaused(bool paused)
{
    m_paused = paused;
    if (paused || m_closed) {
        m_detailTimer.stop();
        m_thumbnailTimer.stop();
        return;
    }
    m_detailTimer.start();
    m_thumbnailTimer.start();
    describe();
    fetchThumbnails();
}

void ChannelDetailWatch::markStale(StaleCause cause)
{
    m_freshness.heldBy = cause;
    m_thumbnailFreshness.heldBy = cause;
    Q_EMIT trustChanged();
}

void ChannelDetailWatch::describe()
{
    if (m_detailJob)
        return;
    auto *job = aws::MediaLiveClient(m_connection).describeChannel(m_channelId, this);
    job->setPriority(aws::Priority::User);
    m_detailJob = job;
    connect(job, &aws::Job::finished, this, [this, job] {
        m_detailJob = nullptr;
        const auto &result = job->result();
        if (result.hasValue()) {
            m_channel = result.value();
            m_running = m_channel.isRunning();
            m_freshness.observe(m_clock.utcNow());
        } else {
            m_freshness.error = result.error();
        }
        Q_EMIT detailChanged();
    });
    job->start();
}

void ChannelDetailWatch::fetchThumbnails()
{
    if (m_thumbnailJob)
        return;
    if (!m_running) {
        // A channel that does not run answers 400; what was seen of it is no longer true.
        if (!m_thumbnails.isEmpty()) {
            m_thumbnails.clear();
            Q_EMIT thumbnailsChanged();
        }
        return;
    }
    const QString pipeline = m_nextPipeline;
    const bool twoLegs = m_channel.pipelinesExpected().value_or(2) > 1;
    m_nextPipeline = twoLegs && pipeline == u"0"_s ? u"1"_s : u"0"_s;
    auto *job = aws::MediaLiveClient(m_connection).describeThumbnails(m_channelId, pipeline, this);
    m_thumbnailJob = job;
    connect(job, &aws::Job::finished, this, [this, job, pipeline] {
        m_thumbnailJob = nullptr;
        const auto &result = job->result();
        if (result.hasValue()) {
            m_thumbnails.remove(pipeline);
            for (const Thumbnail &thumbnail : result.value())
                m_thumbnails.insert(thumbnail.pipelineId, thumbnail);
            m_thumbnailFreshness.observe(m_clock.utcNow());
        } else {
            m_thumbnailFreshness.error = result.error();
        }
        Q_EMIT thumbnailsChanged();
    });
    job->start();
}

} // namespace tallylight::monitor
