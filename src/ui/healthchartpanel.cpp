// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthchartpanel.h"

#include "core/metriccatalogue.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "ui/healthchart.h"
#include "ui/healthchartbar.h"
#include "ui/healthchartrow.h"
#include "ui/pagenotice.h"

#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Charts below one another get too low to read beyond this.
constexpr qsizetype kMostCharts = 4;
// Walking through the rows with the arrow keys must not load, and bill, every one of them.
constexpr auto kSettleTime = 150ms;

QString statisticText(HealthMetric metric, std::chrono::seconds period)
{
    const QString &statistic = healthMetricInfo(metric).chartStatistic;
    const QString every = models::formatAge(period);
    if (statistic == "Sum"_L1)
        //: What each point of a chart is; %1 is a length of time such as "10 s"
        return HealthChartPanel::tr("sum per %1").arg(every);
    if (statistic == "Average"_L1)
        return HealthChartPanel::tr("average per %1").arg(every);
    if (statistic == "Minimum"_L1)
        return HealthChartPanel::tr("lowest per %1").arg(every);
    return HealthChartPanel::tr("highest per %1").arg(every);
}

} // namespace

HealthChartPanel::HealthChartPanel(monitor::MonitorHub &hub, const Clock &clock, const Theme &theme,
                                   Settings &settings, QWidget *parent)
    : HealthChartPanel(
        [&hub](const QString &profileId, const monitor::HistorySpec &spec,
               QObject *owner) -> monitor::HistoryRequest * {
            monitor::RegionMonitor *region = hub.region(profileId);
            return region ? region->loadHistory(spec, owner) : nullptr;
        },
        clock, theme, settings, parent)
{
    for (monitor::RegionMonitor *region : hub.regions())
        watchRegion(region);
    connect(&hub, &monitor::MonitorHub::regionAdded, this, &HealthChartPanel::watchRegion);
    connect(&hub, &monitor::MonitorHub::regionRemoved, this, [this](const QString &profileId) {
        const bool concerned
            = std::any_of(m_shown.begin(), m_shown.end(), [&](const ChartChannel &channel) {
                  return channel.profile.id == profileId;
              });
        if (concerned)
            m_loader.cancel();
    });
}

HealthChartPanel::HealthChartPanel(ChartLoader::Source source, const Clock &clock,
                                   const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_loader(std::move(source), clock)
    , m_clock(clock)
    , m_theme(theme)
{
    setObjectName(u"healthChartPanel"_s);
    setAccessibleName(tr("History chart"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new HealthChartBar(theme, settings, this);
    column->addWidget(m_bar);

    m_stack = new QStackedWidget(this);
    m_notice = new PageNotice(theme, m_stack);
    m_notice->setObjectName(u"chartPanelNotice"_s);
    auto *scroll = new QScrollArea(m_stack);
    scroll->setObjectName(u"chartScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_charts = new QWidget(scroll);
    m_chartLayout = new QVBoxLayout(m_charts);
    m_chartLayout->setContentsMargins(0, 0, 0, 0);
    m_chartLayout->setSpacing(0);
    scroll->setWidget(m_charts);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(scroll);
    column->addWidget(m_stack, 1);

    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(kSettleTime);
    connect(&m_loadTimer, &QTimer::timeout, this,
            [this] { load(ChartLoader::Freshness::RecentWillDo); });
    connect(&m_loader, &ChartLoader::progressed, this, &HealthChartPanel::updateProgress);
    connect(&m_loader, &ChartLoader::loaded, this, &HealthChartPanel::takeResult);
    connect(&m_loader, &ChartLoader::finished, this, &HealthChartPanel::loadFinished);
    connect(m_notice, &PageNotice::actionTriggered, this, [this](const QString &action) {
        if (action == u"cancel") {
            cancelLoading();
            return;
        }
        m_showStopped = m_showStopped || action == u"showStopped";
        m_cancelled = false;
        syncRows();
        load(ChartLoader::Freshness::RecentWillDo);
    });
    connect(m_bar, &HealthChartBar::choiceChanged, this, &HealthChartPanel::scheduleLoad);
    connect(m_bar, &HealthChartBar::fromZeroChanged, this, [this](bool on) {
        for (HealthChartRow *row : std::as_const(m_rows))
            row->chart().setFromZero(on);
    });
    connect(m_bar, &HealthChartBar::resetRequested, this, &HealthChartPanel::resetZoom);
    connect(m_bar, &HealthChartBar::reloadRequested, this, &HealthChartPanel::reload);
    connect(m_bar, &HealthChartBar::cancelRequested, this, &HealthChartPanel::cancelLoading);
    connect(m_bar, &HealthChartBar::saveImageRequested, this, &HealthChartPanel::saveImage);
    connect(m_bar, &HealthChartBar::saveValuesRequested, this, &HealthChartPanel::saveValues);
    updateState();
}

HealthChartPanel::~HealthChartPanel() = default;

void HealthChartPanel::watchRegion(monitor::RegionMonitor *region)
{
    connect(region, &monitor::RegionMonitor::healthArrived, this,
            [this, id = region->profile().id](const QList<PipelineHealth> &rows) {
                readingsArrived(id, rows);
            });
}

HealthMetric HealthChartPanel::metric() const
{
    return m_bar->metric();
}

std::chrono::seconds HealthChartPanel::range() const
{
    return m_bar->range();
}

void HealthChartPanel::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    for (HealthChartRow *row : std::as_const(m_rows))
        row->setTimeZone(zone);
    updateNote();
}

QList<HealthChartPanel::ChartChannel>
HealthChartPanel::channelsOf(const QList<models::HealthRow> &rows)
{
    QList<ChartChannel> channels;
    for (const models::HealthRow &row : rows) {
        const PipelineHealth &health = row.health;
        const bool running = !health.pipeline.isEmpty();
        const auto known = std::find_if(channels.begin(), channels.end(), [&](const auto &channel) {
            return channel.profile.id == row.profile.id && channel.id == health.channelId;
        });
        if (known != channels.end()) {
            known->running = known->running || running;
            continue;
        }
        QStringList pipelines{u"0"_s};
        if (health.pipelinesExpected.value_or(2) > 1)
            pipelines << u"1"_s;
        channels.append({row.profile, health.channelId, health.channelName, pipelines, running});
    }
    return channels;
}

void HealthChartPanel::setSelection(const QList<models::HealthRow> &rows)
{
    const QList<ChartChannel> all = channelsOf(rows);
    const QList<ChartChannel> channels = all.first(std::min(all.size(), kMostCharts));
    const auto leftOut = static_cast<int>(all.size() - channels.size());
    if (channels == m_selected && leftOut == m_leftOut)
        return;
    const auto sameChannel = [](const ChartChannel &a, const ChartChannel &b) {
        return a.profile.id == b.profile.id && a.id == b.id && a.pipelines == b.pipelines
            && a.running == b.running;
    };
    const bool same = std::equal(channels.begin(), channels.end(), m_selected.begin(),
                                 m_selected.end(), sameChannel);
    m_selected = channels;
    m_leftOut = leftOut;
    if (same) { // only names or colours differ
        syncRows();
        updateState();
        return;
    }
    m_showStopped = false;
    m_loader.cancel();
    syncRows();
    for (HealthChartRow *row : std::as_const(m_rows))
        row->showNothing();
    scheduleLoad();
}

void HealthChartPanel::syncRows()
{
    m_shown.clear();
    for (const ChartChannel &channel : std::as_const(m_selected)) {
        if (channel.running || m_showStopped)
            m_shown.append(channel);
    }
    while (m_rows.size() > m_shown.size())
        delete m_rows.takeLast();
    while (m_rows.size() < m_shown.size()) {
        auto *row = new HealthChartRow(m_theme, m_charts);
        row->chart().setFromZero(m_bar->fromZero());
        row->setTimeZone(m_zone);
        connect(&row->chart(), &HealthChart::visibleRangeChanged, this,
                [this, row] { shareView(row); });
        connect(&row->chart(), &HealthChart::cursorMoved, this, [this, row](bool valid, double at) {
            for (HealthChartRow *other : std::as_const(m_rows)) {
                if (other != row)
                    other->chart().setCursor(valid ? std::optional(at) : std::nullopt);
                other->updateReadout();
            }
        });
        m_chartLayout->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const ChartChannel &channel = m_shown.at(i);
        //: Headline of a chart: %1 is a channel, %2 a region profile
        m_rows.at(i)->setTitle(tr("%1 · %2").arg(channel.name.isEmpty() ? channel.id : channel.name,
                                                 channel.profile.name),
                               tr("Channel %1 in %2").arg(channel.id, channel.profile.region));
        m_rows.at(i)->chart().setShare(static_cast<int>(m_rows.size()));
        m_rows.at(i)->chart().setTimeLabels(i == m_rows.size() - 1);
    }
}

void HealthChartPanel::shareView(HealthChartRow *from)
{
    if (m_sharing)
        return;
    m_sharing = true;
    for (HealthChartRow *row : std::as_const(m_rows)) {
        if (row != from && row->chart().content().hasData())
            row->chart().setVisibleRange(from->chart().visibleFrom(), from->chart().visibleTo());
    }
    m_sharing = false;
    updateProgress();
}

QList<ChartLoader::Target> HealthChartPanel::targets() const
{
    QList<ChartLoader::Target> targets;
    for (const ChartChannel &channel : m_shown)
        targets.append({channel.profile.id, {channel.id, channel.pipelines, {metric()}, range()}});
    return targets;
}

void HealthChartPanel::scheduleLoad()
{
    m_loader.cancel();
    m_cancelled = false;
    m_keepView = false;
    m_loadTimer.start();
    updateState();
}

void HealthChartPanel::load(ChartLoader::Freshness freshness)
{
    m_loadTimer.stop();
    m_loadWanted = !isVisible();
    if (m_loadWanted || m_shown.isEmpty()) {
        updateState();
        return;
    }
    m_loader.load(targets(), freshness);
    updateState();
}

void HealthChartPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_loadWanted, false))
        m_loadTimer.start();
}

void HealthChartPanel::reload()
{
    m_cancelled = false;
    m_keepView = std::any_of(m_rows.begin(), m_rows.end(), [](const HealthChartRow *row) {
        return row->chart().content().hasData();
    });
    load(ChartLoader::Freshness::New);
}

void HealthChartPanel::cancelLoading()
{
    m_loadTimer.stop();
    m_loader.cancel();
    m_cancelled = true;
    updateState();
}

void HealthChartPanel::resetZoom()
{
    for (HealthChartRow *row : std::as_const(m_rows))
        row->chart().resetZoom();
}

void HealthChartPanel::readingsArrived(const QString &profileId, const QList<PipelineHealth> &rows)
{
    if (!isVisible() || m_loader.isLoading() || m_loadTimer.isActive() || m_cancelled
        || m_clock.elapsed() - m_loadedAt < ChartLoader::lifetime(range()))
        return;
    for (const ChartChannel &channel : std::as_const(m_shown)) {
        const bool concerned
            = channel.profile.id == profileId
            && std::any_of(rows.begin(), rows.end(), [&](const PipelineHealth &row) {
                   return row.channelId == channel.id && row.reading(metric()).hasValue();
               });
        if (concerned) {
            reload();
            return;
        }
    }
}

void HealthChartPanel::takeResult(int index, const monitor::HistoryResult &result)
{
    if (index < m_rows.size())
        m_rows.at(index)->showResult(result, m_shown.at(index).running, m_keepView);
    updateState();
}

void HealthChartPanel::loadFinished()
{
    m_loadedAt = m_clock.elapsed();
    m_loadedTime = m_clock.utcNow();
    updateState();
}

void HealthChartPanel::updateState()
{
    const bool anything = hasContent();
    PageNotice::Content notice;
    if (m_selected.isEmpty()) {
        notice.title = tr("No channel selected");
        notice.text = tr("Select one or more rows of the table to see their history here.");
    } else if (m_shown.isEmpty()) {
        notice.title = m_selected.size() == 1 ? tr("The channel is not running")
                                              : tr("The selected channels are not running");
        notice.text = tr("A channel that does not run publishes no metrics. CloudWatch still has "
                         "what was measured before.");
        notice.actions = {{u"showStopped"_s, tr("Show its history")}};
    } else if (!anything && m_cancelled) {
        notice.title = tr("Loading was cancelled");
        notice.actions = {{u"load"_s, tr("Load again")}};
    } else if (!anything) {
        notice.title = tr("Loading the history…");
        notice.busy = true;
        notice.actions = {{u"cancel"_s, tr("Cancel")}};
    }
    m_notice->setContent(notice);
    m_stack->setCurrentIndex(notice.title.isEmpty() ? 1 : 0);
    updateProgress();
    updateNote();
}

void HealthChartPanel::updateProgress()
{
    const bool loading = m_loader.isLoading();
    const bool anything = hasContent();
    const bool zoomed = std::any_of(m_rows.begin(), m_rows.end(), [](const HealthChartRow *row) {
        return row->chart().isZoomed();
    });
    m_bar->setProgress(loading && anything ? std::optional(m_loader.percent()) : std::nullopt);
    m_bar->setPossible(anything && zoomed, !m_shown.isEmpty() && !loading, anything);
}

bool HealthChartPanel::hasContent() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const HealthChartRow *row) {
        return !row->chart().content().lines.isEmpty();
    });
}

QString HealthChartPanel::costText() const
{
    int asked = 0;
    for (const HealthChartRow *row : m_rows)
        asked += row->metricsRequested();
    const bool known = asked > 0 && !m_loader.isLoading();
    if (!known) {
        for (const ChartChannel &channel : m_shown)
            asked += static_cast<int>(channel.pipelines.size());
    }
    if (!known && healthMetricInfo(metric()).perOutputGroup())
        return tr("each load asks CloudWatch for at least %n metric(s), one per output group, "
                  "which AWS bills",
                  nullptr, asked);
    return tr("each load asks CloudWatch for %n metric(s), which AWS bills", nullptr, asked);
}

void HealthChartPanel::updateNote()
{
    QStringList parts;
    if (!m_shown.isEmpty()) {
        parts << statisticText(metric(), periodForRange(range())) << costText();
        if (m_loadedTime.isValid() && !m_loader.isLoading())
            parts << tr("loaded %1").arg(models::formatTime(m_loadedTime, m_zone));
        if (m_leftOut > 0)
            parts.prepend(tr("the first %n selected channel(s)", nullptr,
                             static_cast<int>(m_selected.size())));
        if (const auto stopped = static_cast<int>(m_selected.size() - m_shown.size()); stopped > 0)
            parts.prepend(tr("%n selected channel(s) not running", nullptr, stopped));
    }
    const QString text = parts.join(u" · "_s);
    m_bar->setNote(text);
}

void HealthChartPanel::saveImage()
{
    const QPixmap image = m_charts->grab();
    m_dialogs.saveFile(this, tr("Save the chart"),
                       healthMetricInfo(metric()).name + u".png"_s,
                       tr("Images (*.png)"), [this, image](const QString &file) {
                           if (!image.save(file, "PNG"))
                               m_bar->setNote(tr("%1 could not be written").arg(file));
                       });
}

void HealthChartPanel::saveValues()
{
    QByteArray csv;
    for (const HealthChartRow *row : std::as_const(m_rows)) {
        if (m_rows.size() > 1)
            csv += row->title().toUtf8() + "\r\n";
        csv += chartCsv(row->chart().content());
    }
    m_dialogs.saveFile(this, tr("Save the values"),
                       healthMetricInfo(metric()).name + u".csv"_s,
                       tr("Comma-separated values (*.csv)"), [this, csv](const QString &file) {
                           QSaveFile out(file);
                           const bool written = out.open(QIODevice::WriteOnly)
                               && out.write(csv) == csv.size() && out.commit();
                           if (!written)
                               m_bar->setNote(tr("%1 could not be written").arg(file));
                       });
}

} // namespace tallylight::ui
