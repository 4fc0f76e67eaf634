// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channeldetailpanel.h"

#include "models/words.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "ui/channeldetailtext.h"
#include "ui/factgrid.h"
#include "ui/legcard.h"
#include "ui/pagenotice.h"
#include "ui/statemark.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Walking through the channels with the arrow keys must not describe every one of them.
constexpr auto kSettleTime = 150ms;
constexpr auto kAgeTick = 1s;
constexpr int kShape = 16;
constexpr auto kCollapsedKey = "layout/detail/collapsed"_L1;

} // namespace

ChannelDetailPanel::ChannelDetailPanel(monitor::MonitorHub &hub, const Clock &clock,
                                       const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_hub(hub)
    , m_clock(clock)
    , m_theme(theme)
    , m_settings(settings)
{
    setObjectName(u"channelDetailPanel"_s);
    setAccessibleName(tr("Channel detail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    buildHeader();
    buildBody();
    column->addWidget(m_headline);
    column->addWidget(m_stack, 1);
    column->addStretch();

    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleTime);
    connect(&m_settle, &QTimer::timeout, this, &ChannelDetailPanel::followWhileVisible);
    m_tick.setInterval(kAgeTick);
    connect(&m_tick, &QTimer::timeout, this, &ChannelDetailPanel::refresh);
    connect(&m_hub, &monitor::MonitorHub::regionRemoved, this, [this](const QString &profileId) {
        if (profileId == m_profileId)
            setChannel({}, {});
    });
    setCollapsed(m_settings.value(kCollapsedKey, false).toBool());
    applyLook();
    setChannel({}, {});
}

ChannelDetailPanel::~ChannelDetailPanel() = default;

void ChannelDetailPanel::buildHeader()
{
    m_headline = new QWidget(this);
    auto *line = new QHBoxLayout(m_headline);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGrid);
    m_toggle = new QToolButton(m_headline);
    m_toggle->setObjectName(u"detailToggle"_s);
    m_toggle->setText(tr("Detail"));
    m_toggle->setAccessibleName(tr("Show the detail of the channel"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_name = new QLabel(m_headline);
    m_name->setObjectName(u"detailName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shape = new StateMark(m_theme, kShape, m_headline);
    m_state = new QLabel(m_headline);
    m_state->setObjectName(u"detailState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setMinimumWidth(1); // the name matters more
    m_age = new QLabel(m_headline);
    m_age->setObjectName(u"detailAge"_s);
    m_age->setTextFormat(Qt::PlainText);
    line->addWidget(m_toggle);
    line->addWidget(m_name, 0);
    line->addSpacing(kGrid);
    line->addWidget(m_shape);
    line->addWidget(m_state, 1);
    line->addWidget(m_age);
    connect(m_toggle, &QToolButton::toggled, this, [this](bool shown) { setCollapsed(!shown); });
}

void ChannelDetailPanel::buildBody()
{
    m_stack = new QStackedWidget(this);
    m_notice = new PageNotice(m_theme, m_stack);
    m_notice->setObjectName(u"detailNotice"_s);
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setObjectName(u"detailScroll"_s);
    m_scroll->setAccessibleName(tr("Detail of the channel"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::TabFocus); // so that the keyboard can scroll it
    auto *body = new QWidget(m_scroll);
    auto *columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, kGrid, 0);
    columns->setSpacing(3 * kGrid);
    m_leg0 = new LegCard(u"0"_s, m_theme, body);
    m_leg1 = new LegCard(u"1"_s, m_theme, body);
    m_facts = new FactGrid(m_theme, body);
    m_facts->setObjectName(u"channelFacts"_s);
    columns->addWidget(m_leg0, 0, Qt::AlignTop);
    columns->addWidget(m_leg1, 0, Qt::AlignTop);
    columns->addWidget(m_facts, 1, Qt::AlignTop);
    m_scroll->setWidget(body);
    m_scroll->viewport()->installEventFilter(this);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_scroll);
}

void ChannelDetailPanel::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    refresh();
}

bool ChannelDetailPanel::isCollapsed() const
{
    return !m_toggle->isChecked();
}

void ChannelDetailPanel::setCollapsed(bool collapsed)
{
    m_toggle->setChecked(!collapsed);
    m_toggle->setArrowType(collapsed ? Qt::RightArrow : Qt::DownArrow);
    m_stack->setVisible(!collapsed);
    m_settings.setValue(kCollapsedKey, collapsed);
    followWhileVisible();
}

bool ChannelDetailPanel::isLoading() const
{
    if (!m_region || !isVisible() || isCollapsed() || m_detail.paused)
        return false;
    if (m_settle.isActive() || !m_detail.listed)
        return true;
    const bool described = m_detail.described || m_detail.description.error;
    const bool pictured = !m_detail.channel.isRunning() || m_detail.thumbnailsAsked
        || m_detail.thumbnailFreshness.error;
    return !(described && pictured);
}

void ChannelDetailPanel::setChannel(const QString &profileId, const QString &channelId)
{
    if (profileId == m_profileId && channelId == m_channelId && m_region)
        return;
    detach();
    m_profileId = profileId;
    m_channelId = channelId;
    m_detail = {};
    monitor::RegionMonitor *region = channelId.isEmpty() ? nullptr : m_hub.region(profileId);
    if (!region) {
        showNotice(tr("No channel selected"), tr("Select a channel to see both of its legs here."));
        return;
    }
    attach(region);
    m_settle.start();
    refresh();
}

void ChannelDetailPanel::attach(monitor::RegionMonitor *region)
{
    m_region = region;
    m_detail.profileName = region->profile().name;
    m_detail.region = region->profile().region;
    m_detail.paused = region->isPaused();
    takeInputs(region->inputs());
    takeInventory(region->channels());
    takeFreshness();
    connect(region, &monitor::RegionMonitor::channelsArrived, this,
            [this](const QList<Channel> &channels) {
                takeInventory(channels);
                refresh();
            });
    connect(region, &monitor::RegionMonitor::channelsKept, this, [this](const QSet<QString> &ids) {
        if (!ids.contains(m_channelId))
            channelGone();
    });
    connect(region, &monitor::RegionMonitor::inputsArrived, this, &ChannelDetailPanel::takeInputs);
    connect(region, &monitor::RegionMonitor::pausedChanged, this, [this](bool paused) {
        m_detail.paused = paused;
        refresh();
    });
    connect(region, &monitor::RegionMonitor::statusChanged, this, [this] {
        takeFreshness();
        refresh();
    });
}

void ChannelDetailPanel::detach()
{
    m_settle.stop();
    if (m_region)
        m_region->disconnect(this);
    m_region = nullptr;
    delete m_watch;
    m_thumbnailAnswers = 0;
}

void ChannelDetailPanel::followWhileVisible()
{
    const bool wanted = isVisible() && !isCollapsed() && m_region && m_detail.listed;
    if (isVisible() && !isCollapsed())
        m_tick.start();
    else
        m_tick.stop();
    if (!wanted) {
        delete m_watch;
        return;
    }
    if (m_watch || m_settle.isActive())
        return;
    m_watch = m_region->watchChannel(m_channelId, this);
    m_thumbnailAnswers = 0;
    connect(m_watch, &monitor::ChannelDetailWatch::detailChanged, this,
            &ChannelDetailPanel::takeDescription);
    connect(m_watch, &monitor::ChannelDetailWatch::thumbnailsChanged, this,
            &ChannelDetailPanel::takeThumbnails);
    connect(m_watch, &monitor::ChannelDetailWatch::trustChanged, this, [this] {
        m_detail.description = m_watch->freshness();
        m_detail.thumbnailFreshness = m_watch->thumbnailFreshness();
        refresh();
    });
}

void ChannelDetailPanel::takeInventory(const QList<Channel> &channels)
{
    const auto found
        = std::find_if(channels.begin(), channels.end(),
                       [this](const Channel &channel) { return channel.id == m_channelId; });
    if (found == channels.end())
        return;
    // Only DescribeChannel knows these two; what it has told stays until it tells again.
    const QList<PipelineDetail> legs = m_detail.channel.pipelineDetails;
    const QStringList groups = m_detail.channel.outputGroups;
    m_detail.channel = *found;
    if (m_detail.described) {
        m_detail.channel.pipelineDetails = legs;
        m_detail.channel.outputGroups = groups;
    }
    if (!std::exchange(m_detail.listed, true) && !m_settle.isActive())
        m_settle.start();
}

void ChannelDetailPanel::takeInputs(const QList<Input> &inputs)
{
    for (const Input &input : inputs)
        m_detail.inputNames.insert(input.id, input.name);
}

void ChannelDetailPanel::takeFreshness()
{
    if (!m_region)
        return;
    m_detail.listing = m_region->channelFreshness(m_channelId);
    m_detail.alerts = m_region->alertRecords(m_channelId);
    m_detail.alertFreshness = m_region->alertFreshness(m_channelId);
}

void ChannelDetailPanel::takeDescription()
{
    if (!m_watch)
        return;
    m_detail.description = m_watch->freshness();
    if (!m_watch->freshness().error) {
        m_detail.described = true;
        m_detail.channel = m_watch->channel();
    }
    refresh();
}

void ChannelDetailPanel::takeThumbnails()
{
    if (!m_watch)
        return;
    m_detail.thumbnails = m_watch->thumbnails();
    m_detail.thumbnailFreshness = m_watch->thumbnailFreshness();
    m_detail.thumbnailsAsked
        = ++m_thumbnailAnswers >= m_detail.channel.pipelinesExpected().value_or(2);
    refresh();
}

void ChannelDetailPanel::channelGone()
{
    const QString name = m_detail.channel.name;
    detach();
    m_detail = {};
    //: %1 is the name of a channel
    showNotice(tr("%1 is gone").arg(name), tr("The channel has been deleted on AWS."));
}

void ChannelDetailPanel::showDetail(const ChannelDetail &detail)
{
    detach();
    m_detail = detail;
    refresh();
}

void ChannelDetailPanel::showNotice(const QString &title, const QString &text)
{
    PageNotice::Content content;
    content.title = title;
    content.text = text;
    m_notice->setContent(content);
    m_stack->setCurrentIndex(0);
    for (QLabel *label : {m_name, m_state, m_age})
        label->clear();
    m_shape->setLevel(models::StateLevel::None);
}

void ChannelDetailPanel::refresh()
{
    if (!m_detail.listed) {
        if (m_region)
            showNotice(tr("Waiting for the channel"),
                       tr("The list of channels has not arrived yet."));
        return;
    }
    const QDateTime now = m_clock.utcNow();
    const DetailHeadline headline = detailHeadline(m_detail, now);
    m_name->setText(headline.name);
    m_name->setToolTip(m_detail.channel.arn);
    m_shape->setLevel(headline.level);
    QStringList words{headline.state, models::stateWord(m_detail.channel.channelClass),
                      headline.redundancy, m_detail.profileName};
    words.removeAll(QString());
    words.removeDuplicates();
    m_state->setText(words.join(u" · "_s));
    m_state->setAccessibleName(models::levelWord(headline.level) + u": "_s + m_state->text());
    m_age->setText(headline.age);
    m_age->setToolTip(headline.ageToolTip);
    m_stack->setCurrentIndex(1);
    if (isCollapsed())
        return;
    m_leg0->setLeg(legText(m_detail, u"0"_s, now, m_zone));
    m_leg1->setLeg(legText(m_detail, u"1"_s, now, m_zone));
    m_facts->setGroups(channelFacts(m_detail, now, m_zone));
    fitPictures();
}

/// A low panel gives up picture before words.
void ChannelDetailPanel::fitPictures()
{
    const int words = std::max(m_leg0->wordsHeight(), m_leg1->wordsHeight());
    for (LegCard *leg : {m_leg0, m_leg1})
        leg->setPictureHeight(m_scroll->viewport()->height() - words);
}

bool ChannelDetailPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_scroll->viewport())
        fitPictures();
    return QWidget::eventFilter(watched, event);
}

void ChannelDetailPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followWhileVisible();
    refresh();
}

void ChannelDetailPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    followWhileVisible();
}

void ChannelDetailPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_age)
        applyLook();
}

void ChannelDetailPanel::applyLook()
{
    m_name->setFont(strongFont(font()));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    m_age->setPalette(muted);
    refresh();
}

} // namespace tallylight::ui
