// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthchartpanel.h"

#include "models/healthmodel.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "ui/chartfoot.h"
#include "ui/chartgrid.h"
#include "ui/chartsaver.h"
#include "ui/healthchartbar.h"
#include "ui/healthcharttile.h"
#include "ui/noticebar.h"
#include "ui/pagenotice.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Charts below one another get too low to read beyond this.
constexpr qsizetype kMostChannels = 4;
// Walking through the rows with the arrow keys must not load, and bill, every one of them.
constexpr auto kSettleTime = 150ms;

/// What can be charted for a channel; devices have other dimensions.
QList<MetricInfo> channelMetrics(const MetricCatalogue &catalogue)
{
    QList<MetricInfo> metrics = catalogue.metrics();
    metrics.removeIf([](const MetricInfo &info) { return info.group == MetricGroup::Link; });
    return metrics;
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
        clock, theme, settings, hub.catalogue(), parent)
{
    for (monitor::RegionMonitor *region : hub.regions())
        watchRegion(region);
    connect(&hub, &monitor::MonitorHub::regionAdded, this, &HealthChartPanel::watchRegion);
    connect(&hub, &monitor::MonitorHub::regionRemoved, this, [this](const QString &profileId) {
        const bool concerned
            = std::any_of(m_subjects.begin(), m_subjects.end(), [&](const Subject &subject) {
                  return subject.channel.profile.id == profileId;
              });
        if (concerned)
            m_loader.cancel();
    });
}

HealthChartPanel::HealthChartPanel(ChartLoader::Source source, const Clock &clock,
                                   const Theme &theme, Settings &settings,
                                   const MetricCatalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_loader(std::move(source), clock)
    , m_clock(clock)
    , m_theme(theme)
    , m_catalogue(catalogue)
{
    setObjectName(u"healthChartPanel"_s);
    setAccessibleName(tr("History charts"));
    m_bar = new HealthChartBar(theme, settings, channelMetrics(catalogue), this);
    build();
    connectParts();
    setDialogs(m_dialogs);
    m_range = range();
    updateState();
}

HealthChartPanel::~HealthChartPanel() = default;

void HealthChartPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    m_saved = new NoticeBar(m_theme, this);
    m_saved->setObjectName(u"chartSaved"_s);
    column->addWidget(m_saved);

    m_stack = new QStackedWidget(this);
    m_notice = new PageNotice(m_theme, m_stack);
    m_notice->setObjectName(u"chartPanelNotice"_s);
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setObjectName(u"chartScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_grid = new ChartGrid(m_theme, m_scroll);
    m_grid->setFromZero(m_bar->fromZero());
    m_scroll->setWidget(m_grid);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_scroll);
    column->addWidget(m_stack, 1);
    m_foot = new ChartFoot(m_theme, this);
    column->addWidget(m_foot);
    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(kSettleTime);
}

void HealthChartPanel::connectParts()
{
    connect(&m_loadTimer, &QTimer::timeout, this,
            [this] { load(ChartLoader::Freshness::RecentWillDo); });
    connect(&m_loader, &ChartLoader::progressed, this, &HealthChartPanel::updateProgress);
    connect(&m_loader, &ChartLoader::loaded, this, &HealthChartPanel::takeResult);
    connect(&m_loader, &ChartLoader::finished, this, &HealthChartPanel::loadFinished);
    connect(m_notice, &PageNotice::actionTriggered, this, &HealthChartPanel::noticeAction);
    connect(m_grid, &ChartGrid::viewChanged, this, &HealthChartPanel::updateProgress);
    connect(m_grid, &ChartGrid::readoutChanged, this, &HealthChartPanel::updateFoot);
    connect(m_grid, &ChartGrid::arranged, this, &HealthChartPanel::loadMore);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &HealthChartPanel::loadMore);
    connect(m_grid, &ChartGrid::tileFocused, this,
            [this](HealthChartTile *tile) { m_scroll->ensureWidgetVisible(tile, 0, 0); });
    connect(m_bar, &HealthChartBar::choiceChanged, this, [this] {
        if (std::exchange(m_range, range()) != m_range)
            m_grid->forgetView();
        syncTiles();
        scheduleLoad();
    });
    connect(m_bar, &HealthChartBar::fromZeroChanged, m_grid, &ChartGrid::setFromZero);
    connect(m_bar, &HealthChartBar::resetRequested, this, &HealthChartPanel::resetZoom);
    connect(m_bar, &HealthChartBar::reloadRequested, this, &HealthChartPanel::reload);
    connect(m_bar, &HealthChartBar::cancelRequested, this, &HealthChartPanel::cancelLoading);
    connect(m_bar, &HealthChartBar::fullHeightChanged, this, &HealthChartPanel::fullHeightWanted);
    connect(m_bar, &HealthChartBar::saveRequested, this,
            [this](ChartSaver::What what) { m_saver->save(what, sheet(), this); });
}

void HealthChartPanel::setDialogs(Dialogs &dialogs)
{
    m_saver = std::make_unique<ChartSaver>(dialogs);
    const auto tell = [this](models::StateLevel level, const QString &title, const QString &text) {
        m_saved->showNotice(level, title, text);
        QPushButton *close = m_saved->addButton(tr("Close"), u"chartSavedClose"_s);
        connect(close, &QPushButton::clicked, m_saved, &NoticeBar::clear);
    };
    connect(m_saver.get(), &ChartSaver::saved, this,
            [tell](const QString &file) { tell(models::StateLevel::None, tr("Saved"), file); });
    connect(m_saver.get(), &ChartSaver::failed, this,
            [tell](const QString &file, const QString &reason) {
                //: %1 is a file, %2 the system's words for what went wrong
                tell(models::StateLevel::Warning, tr("Not saved"), tr("%1: %2").arg(file, reason));
            });
}

void HealthChartPanel::watchRegion(monitor::RegionMonitor *region)
{
    connect(region, &monitor::RegionMonitor::healthArrived, this,
            [this, region](const QList<PipelineHealth> &rows) {
                QList<MetricInfo> published;
                for (const QString &name : region->publishedMetrics())
                    published.append(m_catalogue.infoFor(name));
                m_bar->offer(published);
                readingsArrived(region->profile().id, rows);
            });
}

std::chrono::seconds HealthChartPanel::range() const
{
    return m_bar->range();
}

const QList<HealthChartTile *> &HealthChartPanel::tiles() const
{
    return m_grid->tiles();
}

void HealthChartPanel::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    m_grid->setTimeZone(zone);
    updateNote();
}

void HealthChartPanel::followRules(const models::HealthModel &model)
{
    m_grid->setRules(model.rules());
    connect(&model, &models::HealthModel::rulesChanged, m_grid,
            [this, &model] { m_grid->setRules(model.rules()); });
}

void HealthChartPanel::setFullHeight(bool on)
{
    m_bar->setFullHeight(on);
}

void HealthChartPanel::setSelection(const QList<models::HealthRow> &rows)
{
    const QList<ChartChannel> all = chartChannels(rows);
    const QList<ChartChannel> channels = all.first(std::min(all.size(), kMostChannels));
    const auto leftOut = static_cast<int>(all.size() - channels.size());
    if (channels == m_selected && leftOut == m_leftOut)
        return;
    const auto sameChannel = [](const ChartChannel &a, const ChartChannel &b) {
        return a.isSame(b) && a.pipelines == b.pipelines && a.running == b.running;
    };
    const bool same = std::equal(channels.begin(), channels.end(), m_selected.begin(),
                                 m_selected.end(), sameChannel);
    m_selected = channels;
    m_leftOut = leftOut;
    if (!same)
        m_showStopped = false;
    syncTiles();
    if (same) // only names or colours differ
        updateState();
    else
        scheduleLoad();
}

QList<HealthChartPanel::Subject> HealthChartPanel::subjects() const
{
    QList<Subject> wanted;
    for (const ChartChannel &channel : m_selected) {
        if (!channel.running && !m_showStopped)
            continue;
        if (m_bar->mode() == ChartMode::ByMetric) {
            wanted.append({channel, m_bar->metric()});
            continue;
        }
        for (const QString &metric : m_bar->metrics())
            wanted.append({channel, metric});
        break;
    }
    return wanted;
}

void HealthChartPanel::syncTiles()
{
    const QList<Subject> before = std::exchange(m_subjects, subjects());
    const bool byMetric = m_bar->mode() == ChartMode::ByMetric;
    m_grid->setMostColumns(byMetric ? 1 : 8);
    m_grid->setTileCount(m_subjects.size());
    bool same = before.size() == m_subjects.size();
    for (qsizetype i = 0; i < m_subjects.size(); ++i) {
        const auto &[channel, metric] = m_subjects.at(i);
        const MetricInfo info = m_catalogue.infoFor(metric);
        HealthChartTile *tile = tiles().at(i);
        if (i >= before.size() || before.at(i).metric != metric
            || !before.at(i).channel.isSame(channel)) {
            tile->showLoading();
            same = false;
        }
        if (byMetric)
            //: Headline of a chart: %1 is a channel, %2 a region profile
            tile->setSubject(info, tr("%1 · %2").arg(channel.title(), channel.profile.name),
                             tr("Channel %1 in %2").arg(channel.id, channel.profile.region));
        else
            tile->setSubject(info, metricTitleWithUnit(info), metricExplanation(info));
    }
    if (!same)
        m_grid->forgetView();
}

ChartLoader::Target HealthChartPanel::targetOf(const Subject &subject) const
{
    return {subject.channel.profile.id,
            {subject.channel.id, subject.channel.pipelines, {subject.metric}, range()}};
}

bool HealthChartPanel::canBeSeen() const
{
    return isVisible() && !window()->isMinimized();
}

void HealthChartPanel::scheduleLoad()
{
    m_cancelled = false;
    m_keepView = false;
    m_loadTimer.start();
    updateState();
}

void HealthChartPanel::loadMore()
{
    if (m_cancelled || m_loadTimer.isActive() || !canBeSeen()
        || m_subjects.size() != tiles().size())
        return; // asked again when everything is in place
    const QList<HealthChartTile *> seen = tilesInView();
    const bool missing
        = std::any_of(m_subjects.begin(), m_subjects.end(), [&](const Subject &subject) {
              HealthChartTile *tile = tiles().at(&subject - m_subjects.constData());
              return seen.contains(tile) && !tile->isLoaded()
                  && !m_loader.isWaitingFor(targetOf(subject));
          });
    if (missing)
        m_loadTimer.start();
}

QList<HealthChartTile *> HealthChartPanel::tilesInView() const
{
    return m_grid->tilesIn(m_grid->visibleRegion().boundingRect());
}

void HealthChartPanel::load(ChartLoader::Freshness freshness)
{
    m_loadTimer.stop();
    m_loadWanted = !canBeSeen();
    if (m_loadWanted || m_subjects.isEmpty()) {
        m_loader.cancel();
        updateState();
        return;
    }
    const QList<HealthChartTile *> seen = tilesInView();
    QList<ChartLoader::Target> targets;
    for (qsizetype i = 0; i < m_subjects.size(); ++i) {
        HealthChartTile *tile = tiles().at(i);
        const TimeRange &shown = tile->chart().content().range;
        if (seen.contains(tile))
            targets.append(targetOf(m_subjects.at(i)));
        else if (freshness == ChartLoader::Freshness::New
                 || shown.from.secsTo(shown.to) != range().count())
            tile->showLoading(); // out of date when somebody scrolls to it
    }
    m_loader.load(targets, freshness);
    updateState();
}

void HealthChartPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_watchedWindow != window()) {
        if (m_watchedWindow)
            m_watchedWindow->removeEventFilter(this);
        m_watchedWindow = window();
        m_watchedWindow->installEventFilter(this);
    }
    if (std::exchange(m_loadWanted, false))
        m_loadTimer.start();
}

bool HealthChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Back from the task bar.
    if (event->type() == QEvent::WindowStateChange && canBeSeen()
        && std::exchange(m_loadWanted, false))
        m_loadTimer.start();
    return QWidget::eventFilter(watched, event);
}

void HealthChartPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_F) {
        m_bar->toggleFullHeight();
    } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_S) {
        m_bar->openSaveMenu();
    } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_M) {
        m_bar->setMode(m_bar->mode() == ChartMode::ByMetric ? ChartMode::ByChannel
                                                            : ChartMode::ByMetric);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void HealthChartPanel::reload()
{
    m_cancelled = false;
    m_keepView = true;
    load(ChartLoader::Freshness::New);
}

void HealthChartPanel::cancelLoading()
{
    m_loadTimer.stop();
    m_loader.cancel();
    m_cancelled = true;
    for (HealthChartTile *tile : tiles())
        tile->showCancelled();
    updateState();
}

void HealthChartPanel::resetZoom()
{
    m_grid->resetZoom();
}

void HealthChartPanel::readingsArrived(const QString &profileId, const QList<PipelineHealth> &rows)
{
    if (m_loader.isLoading() || m_loadTimer.isActive() || m_cancelled
        || m_clock.elapsed() - m_loadedAt < ChartLoader::lifetime(range()))
        return;
    // A metric without a column of its own moves on when any other does.
    const auto moved = [](const PipelineHealth &row, const MetricInfo &info) {
        if (info.column)
            return row.reading(*info.column).hasValue();
        return std::any_of(row.readings.begin(), row.readings.end(),
                           [](const MetricReading &reading) { return reading.hasValue(); });
    };
    const bool concerned
        = std::any_of(m_subjects.begin(), m_subjects.end(), [&](const Subject &subject) {
              const MetricInfo info = m_catalogue.infoFor(subject.metric);
              return subject.channel.profile.id == profileId
                  && std::any_of(rows.begin(), rows.end(), [&](const PipelineHealth &row) {
                         return row.channelId == subject.channel.id && moved(row, info);
                     });
          });
    if (!concerned)
        return;
    if (canBeSeen())
        reload();
    else
        m_loadWanted = true; // for when somebody looks again
}

void HealthChartPanel::takeResult(const ChartLoader::Target &target,
                                  const monitor::HistoryResult &result)
{
    for (qsizetype i = 0; i < m_subjects.size(); ++i) {
        if (targetOf(m_subjects.at(i)) == target)
            m_grid->showResult(tiles().at(i), result, m_subjects.at(i).channel.running, m_keepView);
    }
    updateState();
}

void HealthChartPanel::loadFinished()
{
    m_loadedAt = m_clock.elapsed();
    m_loadedTime = m_clock.utcNow();
    updateState();
}

void HealthChartPanel::noticeAction(const QString &action)
{
    if (action == u"cancel") {
        cancelLoading();
        return;
    }
    m_showStopped = m_showStopped || action == u"showStopped";
    if (action == u"usual")
        m_bar->showUsualMetrics();
    m_cancelled = false;
    syncTiles();
    updateState(); // the charts' page is laid out before what can be seen is loaded
    scheduleLoad();
}

void HealthChartPanel::updateState()
{
    PageNotice::Content notice;
    if (m_selected.isEmpty()) {
        notice.title = tr("No channel selected");
        notice.text = tr("Select one or more rows of the table to see their history here.");
    } else if (m_bar->mode() == ChartMode::ByChannel && m_bar->metrics().isEmpty()) {
        notice.title = tr("No metric chosen");
        notice.text = tr("Choose in the Metrics menu what is shown here.");
        notice.actions = {{u"usual"_s, tr("Show the usual ones")}};
    } else if (m_subjects.isEmpty()) {
        notice.title = m_selected.size() == 1 ? tr("The channel is not running")
                                              : tr("The selected channels are not running");
        notice.text = tr("A channel that does not run publishes no metrics. CloudWatch still has "
                         "what was measured before.");
        notice.actions = {{u"showStopped"_s, tr("Show its history")}};
    } else if (m_cancelled
               && std::none_of(tiles().begin(), tiles().end(),
                               [](const HealthChartTile *tile) { return tile->isLoaded(); })) {
        notice.title = tr("Loading was cancelled");
        notice.actions = {{u"load"_s, tr("Load again")}};
    }
    m_notice->setContent(notice);
    m_stack->setCurrentIndex(notice.title.isEmpty() ? 1 : 0);
    m_foot->setVisible(notice.title.isEmpty());
    updateProgress();
    updateFoot();
    updateNote();
}

void HealthChartPanel::updateProgress()
{
    const bool loading = m_loader.isLoading();
    const bool anything
        = std::any_of(tiles().begin(), tiles().end(), [](const HealthChartTile *tile) {
              return tile->chart().content().hasData();
          });
    m_bar->setProgress(loading ? std::optional(m_loader.percent()) : std::nullopt);
    m_bar->setPossible(anything && m_grid->isZoomed(), !m_subjects.isEmpty() && !loading, anything);
}

void HealthChartPanel::updateFoot()
{
    m_foot->setReadout(m_grid->readout(), m_grid->isCursorLocked(), m_grid->newestAt(), m_zone);
    m_foot->setLegend(m_grid->legend());
}

/// What the charts on show have cost, or will once they are loaded.
QString HealthChartPanel::costText() const
{
    int billed = 0;
    int free = 0;
    bool pending = false;
    bool atLeast = false;
    const QList<HealthChartTile *> seen = tilesInView();
    for (qsizetype i = 0; i < m_subjects.size(); ++i) {
        HealthChartTile *tile = tiles().at(i);
        if (tile->isLoaded()) {
            (tile->wasFree() ? free : billed) += tile->metricsRequested();
            continue;
        }
        if (!seen.contains(tile))
            continue; // not loaded before it is scrolled to
        pending = true;
        billed += static_cast<int>(m_subjects.at(i).channel.pipelines.size());
        atLeast = atLeast || tile->metric().perOutputGroup();
    }
    if (atLeast)
        return tr("a load asks CloudWatch for at least %n metric(s), one per output group, "
                  "which AWS bills",
                  nullptr, billed);
    if (pending)
        return tr("a load asks CloudWatch for %n metric(s), which AWS bills", nullptr, billed);
    if (billed > 0)
        return tr("CloudWatch was asked for %n metric(s), which AWS bills", nullptr, billed);
    if (free > 0)
        return tr("CloudWatch was asked for %n metric(s) with free requests", nullptr, free);
    return tr("all from the recording, nothing asked of CloudWatch");
}

void HealthChartPanel::updateNote()
{
    QStringList parts;
    if (!m_subjects.isEmpty()) {
        const ChartChannel &first = m_subjects.first().channel;
        const bool byMetric = m_bar->mode() == ChartMode::ByMetric;
        if (!byMetric) {
            parts << tr("%1 · %2").arg(first.title(), first.profile.name);
            if (m_selected.size() > 1)
                //: Beside the charts of one channel while %n are selected
                parts << tr("the first of %n selected channel(s)", nullptr,
                            static_cast<int>(m_selected.size()) + m_leftOut);
        } else {
            if (m_leftOut > 0)
                parts << tr("the first %n selected channel(s)", nullptr,
                            static_cast<int>(m_selected.size()));
            const auto stopped = static_cast<int>(m_selected.size() - m_subjects.size());
            if (stopped > 0)
                parts << tr("%n selected channel(s) not running", nullptr, stopped);
        }
        const std::chrono::seconds period = periodForRange(range());
        //: What a chart's points stand for; %1 is a length of time such as "10 s"
        parts << (byMetric ? statisticText(m_catalogue.infoFor(m_bar->metric()), period)
                           : tr("a point every %1").arg(models::formatAge(period)))
              << costText();
        if (m_loadedTime.isValid() && !m_loader.isLoading())
            parts << tr("loaded %1").arg(models::formatTime(m_loadedTime, m_zone));
    }
    m_bar->setNote(parts.join(u" · "_s));
}

ChartSheet HealthChartPanel::sheet() const
{
    ChartSheet sheet;
    sheet.zone = m_zone;
    sheet.fromZero = m_bar->fromZero();
    sheet.legend = m_grid->legend();
    sheet.columns = m_grid->columnCount();
    const bool byMetric = m_bar->mode() == ChartMode::ByMetric;
    for (qsizetype i = 0; i < m_subjects.size(); ++i) {
        const HealthChartTile *tile = tiles().at(i);
        if (!tile->isLoaded())
            continue;
        sheet.charts.append(
            {tile->title(), m_subjects.at(i).channel.title(), tile->chart().content()});
        if (tile->chart().content().hasData()) {
            sheet.fromMsec = tile->chart().visibleFrom();
            sheet.toMsec = tile->chart().visibleTo();
        }
    }
    if (!m_subjects.isEmpty()) {
        const ChartChannel &first = m_subjects.first().channel;
        sheet.title = byMetric ? metricTitleWithUnit(m_catalogue.infoFor(m_bar->metric()))
                               : tr("%1 · %2").arg(first.title(), first.profile.name);
    }
    return sheet;
}

} // namespace tallylight::ui
