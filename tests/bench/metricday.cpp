// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Counts what a day of watching asks of CloudWatch: the real services against a demo region with a
// story going on, both on one clock that is moved on by hand. See README.md beside this file.

#include "aws/connection.h"
#include "aws/ratelimiter.h"
#include "core/clock.h"
#include "core/credentials.h"
#include "demo/demoregion.h"
#include "monitor/alertservice.h"
#include "monitor/costbook.h"
#include "monitor/healthassembly.h"
#include "monitor/inventoryservice.h"
#include "monitor/metricservice.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace std::chrono_literals;

namespace {

constexpr int kMinutesOfDay = 1440;
constexpr int kMetricsPolled = 12; // what the day is compared with: all of them, every minute
constexpr int kRowsOnScreen = 30;
constexpr double kBudgetRatio = 1.0 / 20.0; // DESIGN §7
const QString kProfile = u"day"_s;

/// One way to spend a day.
struct Way
{
    QString what;
    bool tableOpen = false; ///< then the ratio is no budget of DESIGN §7, only a figure
    double budgetUsd = 25.0;
};

struct Day
{
    qint64 metrics = 0;
    qint64 legMinutes = 0; ///< running pipelines, added up over the minutes
    qint64 alarmingMinutes = 0; ///< channels in trouble, likewise
    double usd = 0.0;
    QString problem;
};

/// The services of one region on a clock of their own.
class Watch
{
public:
    Watch(int channels, const Way &way)
        : m_way(way)
        , m_region(options(channels), m_clock)
        , m_costs(m_clock)
    {
        if (!m_region.start(&m_problem))
            return;
        m_mediaLive = open(Service::MediaLive);
        m_cloudWatch = open(Service::CloudWatch);
        QObject::connect(m_cloudWatch.get(), &aws::Connection::callFinished, &m_costs,
                         [this](const CallRecord &call) {
                             m_costs.count(kProfile, {call.metricsRequested, 0});
                         });
        m_inventory = std::make_unique<monitor::InventoryService>(*m_mediaLive, 24h, m_clock);
        m_alerts = std::make_unique<monitor::AlertService>(*m_mediaLive, 24h, m_clock);
        m_metrics = std::make_unique<monitor::MetricService>(
            *m_cloudWatch, monitor::MetricOptions{kProfile, 60s, way.budgetUsd, false}, &m_costs,
            m_clock);
        m_metrics->setWatched(way.tableOpen);
        m_metrics->setVisible(QSet<QString>{});
        m_inventory->start();
        m_alerts->start();
        m_metrics->start();
    }

    Day run(int minutes)
    {
        Day day;
        day.problem = m_problem;
        for (int minute = 0; minute < minutes && day.problem.isEmpty(); ++minute) {
            if (!look() || !askMetrics()) {
                day.problem = u"no answer in minute %1"_s.arg(minute);
                break;
            }
            day.legMinutes += m_legs;
            day.alarmingMinutes += m_alarming;
            m_clock.advance(60s);
        }
        day.metrics = m_region.faults().counts().metricsRequested;
        day.usd = m_costs.summary(kProfile).monthUsd;
        return day;
    }

private:
    static demo::DemoOptions options(int channels)
    {
        demo::DemoOptions options;
        options.channels = channels;
        options.inputs = channels;
        options.limit = false;
        return options;
    }

    std::unique_ptr<aws::Connection> open(Service service)
    {
        aws::ConnectionConfig config;
        config.service = service;
        config.region = m_region.region();
        config.endpoint = m_region.endpoint();
        return std::make_unique<aws::Connection>(
            config, std::make_shared<StaticCredentialsProvider>(m_region.credentials()),
            std::make_shared<aws::RateLimiter>(m_clock, 1e6, 1e6), m_clock);
    }

    template<typename Done> bool waitFor(Done done)
    {
        QElapsedTimer patience;
        patience.start();
        while (!done()) {
            if (patience.hasExpired(30000))
                return false;
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        return true;
    }

    /// A sweep over channels and alerts, as goes on all the time for free.
    bool look()
    {
        const QDateTime now = m_clock.utcNow();
        m_inventory->refreshNow();
        if (!waitFor([&] { return m_inventory->channelFreshness().observedAt >= now; }))
            return false;
        QList<Channel> running;
        QStringList ids;
        QList<monitor::SweepChannel> swept;
        QSet<QString> existing;
        for (const Observed<Channel> &entry : m_inventory->channels()) {
            const Channel &channel = entry.value;
            existing.insert(channel.id);
            if (channel.isRunning()) {
                running.append(channel);
                ids.append(channel.id);
                swept.append({channel.id, channel.state, channel.pipelinesRunning});
            }
        }
        std::sort(ids.begin(), ids.end());
        m_alerts->setRunningChannels(swept, existing);
        m_alerts->refreshNow();
        if (!waitFor([&] { return ids.isEmpty() || m_alerts->freshness().observedAt >= now; }))
            return false;
        show(running, ids);
        return true;
    }

    void show(const QList<Channel> &running, const QStringList &ids)
    {
        m_legs = 0;
        QSet<QString> trouble;
        for (const Channel &channel : running) {
            m_legs += channel.pipelinesExpected().value_or(2);
            if (monitor::isInTrouble(channel, m_alerts->alerts(channel.id).value))
                trouble.insert(channel.id);
        }
        m_alarming = trouble.size();
        QSet<QString> rows;
        for (qsizetype i = 0; i < std::min<qsizetype>(ids.size(), kRowsOnScreen / 2); ++i) {
            rows.insert(ids.at(i) + u"/0"_s);
            rows.insert(ids.at(i) + u"/1"_s);
        }
        m_metrics->setRunningChannels(running);
        m_metrics->setAlarming(trouble);
        m_metrics->setVisible(rows);
    }

    bool askMetrics()
    {
        bool done = false;
        const auto connection
            = QObject::connect(m_metrics.get(), &monitor::MetricService::progressed, &m_costs,
                               [&] { done = !m_metrics->isRoundUnderWay(); });
        m_metrics->askDue();
        const bool answered = waitFor([&] { return done; });
        QObject::disconnect(connection);
        return answered && !m_metrics->freshness().error;
    }

    Way m_way;
    QString m_problem;
    ManualClock m_clock{QDateTime(QDate(2026, 11, 10), QTime(0, 0), Qt::UTC)};
    demo::DemoRegion m_region;
    monitor::CostBook m_costs;
    std::unique_ptr<aws::Connection> m_mediaLive;
    std::unique_ptr<aws::Connection> m_cloudWatch;
    std::unique_ptr<monitor::InventoryService> m_inventory;
    std::unique_ptr<monitor::AlertService> m_alerts;
    std::unique_ptr<monitor::MetricService> m_metrics;
    qint64 m_legs = 0;
    qint64 m_alarming = 0;
};

QJsonObject figure(const Way &way, const Day &day, int minutes)
{
    const double polled = static_cast<double>(day.legMinutes) * kMetricsPolled;
    const double ratio = polled > 0.0 ? static_cast<double>(day.metrics) / polled : -1.0;
    return {
        {u"what"_s, way.what},
        {u"metrics"_s, day.metrics},
        {u"pipelines, on average"_s, static_cast<double>(day.legMinutes) / minutes},
        {u"channels in trouble, on average"_s, static_cast<double>(day.alarmingMinutes) / minutes},
        {u"dollars"_s, day.usd},
        {u"ratio"_s, ratio},
        {u"budget"_s, kBudgetRatio},
        {u"within"_s, day.problem.isEmpty() && ratio >= 0.0 && ratio <= kBudgetRatio},
        {u"must be within"_s, !way.tableOpen},
        {u"problem"_s, day.problem}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.setApplicationDescription(u"Counts what a day of watching asks of CloudWatch."_s);
    parser.addOption({u"channels"_s, u"Channels of the region."_s, u"n"_s, u"100"_s});
    parser.addOption(
        {u"minutes"_s, u"How much of the day."_s, u"n"_s, QString::number(kMinutesOfDay)});
    parser.process(application);
    const int channels = std::max(1, parser.value(u"channels"_s).toInt());
    const int minutes = std::max(1, parser.value(u"minutes"_s).toInt());

    QJsonArray figures;
    bool fine = true;
    for (const Way &way : {Way{u"Channels Health is not open"_s, false, 25.0},
                           Way{u"Channels Health open all day, 30 rows on screen"_s, true, 25.0}}) {
        const QJsonObject result = figure(way, Watch(channels, way).run(minutes), minutes);
        fine &= result.value("problem"_L1).toString().isEmpty()
            && (way.tableOpen || result.value("within"_L1).toBool());
        figures.append(result);
    }
    QTextStream(stdout) << QJsonDocument(figures).toJson();
    return fine ? 0 : 1;
}
