// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/windowheader.h"

#include "models/words.h"
#include "ui/levelsummary.h"
#include "ui/stateshape.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr int kHeight = 5 * kGrid;
constexpr int kShape = 22;

} // namespace

WindowHeader::WindowHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_badge(new QLabel(this))
    , m_summary(new LevelSummary(theme, this))
    , m_production(new QLabel(this))
    , m_jump(new QPushButton(tr("Jump to anything   Ctrl+K"), this))
{
    setObjectName(u"windowHeader"_s);
    setFixedHeight(kHeight);
    QFont badgeFont = strongFont(font());
    badgeFont.setPointSizeF(badgeFont.pointSizeF() + 3);
    m_badge->setFont(badgeFont);
    m_badge->setObjectName(u"overallBadge"_s);
    m_summary->setObjectName(u"overallCounts"_s);
    m_production->setObjectName(u"productionLabel"_s);
    m_production->setFont(strongFont(font()));
    m_production->hide();
    m_jump->setObjectName(u"jumpButton"_s);
    m_jump->setAccessibleName(tr("Jump to anything"));
    connect(m_jump, &QPushButton::clicked, this, &WindowHeader::jumpRequested);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid + kShape + kGrid, 0, kGrid, 0);
    row->setSpacing(2 * kGrid);
    row->addWidget(m_badge);
    row->addWidget(m_summary, 1);
    row->addWidget(m_production);
    row->addWidget(m_jump);
    updateBadge();
}

void WindowHeader::setOverview(const QList<RegionOverview> &regions)
{
    m_empty = regions.isEmpty();
    m_level = overallLevel(regions);
    m_summary->setContent({}, overallCounts(regions));
    updateBadge();
}

void WindowHeader::updateBadge()
{
    const QString word = m_empty ? tr("Nothing watched") : models::levelWord(m_level);
    m_badge->setText(word);
    m_badge->setAccessibleName(tr("Overall state: %1").arg(word));
    update();
}

void WindowHeader::setProduction(const QString &profileName, const QColor &color)
{
    m_production->setVisible(!profileName.isEmpty());
    m_production->setText(tr("PRODUCTION · %1").arg(profileName));
    QPalette palette = m_production->palette();
    // The edge has the profile's colour; words stay readable whatever colour that is.
    palette.setColor(QPalette::WindowText,
                     contrastRatio(color, m_theme.surface) >= 4.5 ? color : m_theme.text);
    m_production->setPalette(palette);
}

void WindowHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_empty)
        paintStateShape(&painter, QRectF(kGrid, (height() - kShape) / 2.0, kShape, kShape), m_level,
                        m_theme);
    painter.setPen(m_theme.border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void WindowHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace tallylight::ui
