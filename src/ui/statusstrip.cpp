// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/statusstrip.h"

#include "ui/elidedlabel.h"
#include "ui/statemark.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

// A look that is over within two updates of the strip is not worth a bar that flickers by.
constexpr int kTicksBeforeProgress = 2;
constexpr int kSlowedShape = 14;

} // namespace

StatusStrip::StatusStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_updated(nullptr)
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_rate(nullptr)
    , m_cost(nullptr)
    , m_slowedShape(new StateMark(theme, kSlowedShape, this))
    , m_slowed(nullptr)
    , m_clock(nullptr)
    , m_zone(new QPushButton(this))
    , m_pause(new QPushButton(this))
{
    setObjectName(u"statusStrip"_s);
    setAccessibleName(tr("Status"));
    setFont(tabularFont(font()));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, 3, kGrid, 3);
    row->setSpacing(kGrid);
    m_updated = makeLabel(u"updatedLabel"_s,
                          tr("How old the oldest data shown are, and when the "
                             "next look at AWS comes"));
    m_progress->setObjectName(u"refreshProgress"_s);
    m_progress->setAccessibleName(tr("Reading from AWS"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(10 * kGrid, 6);
    m_cancel->setObjectName(u"cancelRefreshButton"_s);
    m_cancel->setAccessibleName(tr("Cancel reading"));
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    addSeparator();
    m_rate = makeLabel(u"rateLabel"_s,
                       tr("MediaLive requests over the last ten seconds; the limit "
                          "is shared with everyone using the account"));
    addSeparator();
    m_cost = makeLabel(u"costLabel"_s, {});
    row->addWidget(m_slowedShape);
    m_slowed = makeLabel(u"slowedLabel"_s, {});
    m_labels.removeOne(m_slowed); // said in the colour of what is read, not of what is at hand
    m_slowedShape->setLevel(models::StateLevel::Warning);
    m_slowedShape->hide();
    m_slowed->hide();
    row->addStretch();
    m_clock = makeLabel(u"clockLabel"_s, tr("The time now, in the zone all times are shown in"));
    m_clock->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // others give way first
    m_zone->setObjectName(u"zoneButton"_s);
    m_zone->setFlat(true);
    m_pause->setObjectName(u"pauseButton"_s);
    m_pause->setCheckable(true);
    row->addWidget(m_zone);
    row->addWidget(m_pause);
    m_progress->hide();
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, &StatusStrip::cancelRequested);
    connect(m_zone, &QPushButton::clicked, this, &StatusStrip::zoneToggled);
    connect(m_pause, &QPushButton::toggled, this, &StatusStrip::pauseToggled);
    applyColors();
}

QLabel *StatusStrip::makeLabel(const QString &name, const QString &toolTip)
{
    auto *label = new ElidedLabel(this);
    label->setObjectName(name);
    label->setToolTip(toolTip);
    layout()->addWidget(label);
    m_labels.append(label);
    return label;
}

void StatusStrip::addSeparator()
{
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(2 * kGrid);
    layout()->addWidget(line);
}

void StatusStrip::setStatus(const StatusLine &status)
{
    QString updated;
    if (status.regions == 0)
        updated = tr("Nothing is being watched");
    else if (!status.age)
        updated = tr("Not everything read yet");
    else
        updated = tr("Updated %1 ago").arg(models::formatAge(*status.age));
    if (status.paused && status.regions > 0)
        updated = tr("%1 · paused").arg(updated);
    else if (status.refreshing)
        updated = status.refreshedItems > 0
            ? tr("%1 · reading, %Ln items so far", nullptr, status.refreshedItems).arg(updated)
            : tr("%1 · reading").arg(updated);
    else if (status.next)
        updated = tr("%1 · next in %2").arg(updated, models::formatAge(*status.next));
    m_updated->setText(updated);
    m_refreshTicks = status.refreshing && !status.paused ? m_refreshTicks + 1 : 0;
    m_progress->setVisible(m_refreshTicks > kTicksBeforeProgress);
    m_cancel->setVisible(m_refreshTicks > kTicksBeforeProgress);

    const QString rate = locale().toString(status.requestsPerSecond, 'f', 1);
    m_rate->setText(status.requestLimit > 0.0
                        ? tr("API %1/s of %2").arg(rate, models::formatNumber(status.requestLimit))
                        : tr("API %1/s").arg(rate));
    showCost(status.cost);
    m_clock->setText(models::formatTime(status.utcNow, status.zone));
    const bool utc = status.zone == models::TimeZoneChoice::Utc;
    //: The button that switches the zone times are shown in, naming the one in use.
    m_zone->setText(utc ? tr("Times in UTC") : tr("Local times"));
    m_zone->setAccessibleName(utc ? tr("Times are in UTC; switch to local time")
                                  : tr("Times are local; switch to UTC"));
    const QSignalBlocker blocker(m_pause);
    m_pause->setChecked(status.paused);
    m_pause->setText(status.paused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(status.paused ? tr("Resume watching") : tr("Pause watching"));
}

void StatusStrip::showCost(const CostLine &cost)
{
    m_cost->setText(costMeterText(cost));
    m_cost->setToolTip(costDetails(cost) + u'\n'
                       + tr("States and alerts come from MediaLive and cost nothing."));
    const QString slowed = slowingText(cost.pace);
    m_slowed->setText(slowed);
    m_slowed->setToolTip(slowingAdvice(cost.pace));
    m_slowed->setVisible(!slowed.isEmpty());
    m_slowedShape->setVisible(!slowed.isEmpty());
}

void StatusStrip::applyColors()
{
    for (QLabel *label : std::as_const(m_labels)) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.textMuted);
        label->setPalette(palette);
    }
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

} // namespace tallylight::ui
