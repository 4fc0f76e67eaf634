// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartbanditem.h"

#include "models/words.h"
#include "ui/theme.h"
#include "ui/washpainter.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tallylight::ui {

namespace {

constexpr qreal kBar = 3.0; // height of the bars along head and foot
constexpr qreal kLaneStep = kBar + 1.0;
constexpr qreal kHatchStep = 13.0; // wide enough to stay behind the lines
constexpr qreal kBreak = 6.0; // of a broken bar: four pixels of colour, two without
constexpr int kWashLane = -1;
constexpr int kWashAlpha = 34; // lines and grid stay in front
constexpr int kHatchAlpha = 48;

QColor colorOf(HealthLevel level, const Theme &theme)
{
    return theme.stateColor(models::levelOf(level));
}

QColor faint(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

/// Diagonal lines within \a rect. Lines and not a pattern brush, because SVG has none. They are
/// counted from the plot's edge so that neighbouring spans match.
void paintHatching(QPainter *painter, const QRectF &rect, const QColor &color)
{
    QList<QLineF> lines;
    const qreal height = rect.height();
    for (qreal foot = std::floor(rect.left() / kHatchStep) * kHatchStep;
         foot < rect.right() + height; foot += kHatchStep) {
        // From (foot, bottom) up and to the left… cut at both sides of the rectangle.
        const qreal fromX = std::min(foot, rect.right());
        const qreal toX = std::max(foot - height, rect.left());
        if (fromX <= toX)
            continue;
        lines.append(
            QLineF(fromX, rect.bottom() - (foot - fromX), toX, rect.bottom() - (foot - toX)));
    }
    painter->setPen(QPen(color, 1.0));
    painter->drawLines(lines);
}

void paintBrokenBar(QPainter *painter, const QRectF &bar, const QColor &color)
{
    for (qreal x = std::floor(bar.left() / kBreak) * kBreak; x < bar.right(); x += kBreak) {
        const qreal left = std::max(x, bar.left());
        const qreal right = std::min(x + kBreak - 2.0, bar.right());
        if (right > left)
            painter->fillRect(QRectF(left, bar.top(), right - left, bar.height()), color);
    }
}

/// With kWashLane only what is behind everything, otherwise only the marks along head and foot.
void paintBand(QPainter *painter, const QRectF &rect, TimelineBand::Kind kind, HealthLevel level,
               int lane, const Theme &theme)
{
    const bool wash = lane == kWashLane;
    const QColor color = colorOf(level, theme);
    if (kind == TimelineBand::Kind::NotObserved) {
        if (wash)
            paintHatching(painter, rect, faint(theme.textMuted, kHatchAlpha));
    } else if (wash) {
        painter->fillRect(rect, faint(color, kWashAlpha));
    } else if (kind == TimelineBand::Kind::ChannelState) {
        paintBrokenBar(painter, QRectF(rect.left(), rect.bottom() - kBar, rect.width(), kBar),
                       color);
    } else {
        painter->fillRect(QRectF(rect.left(), rect.top() + lane * kLaneStep, rect.width(), kBar),
                          color);
    }
}

} // namespace

void paintBandSample(QPainter *painter, const QRectF &rect, TimelineBand::Kind kind,
                     HealthLevel level, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintBand(painter, rect, kind, level, kWashLane, theme);
    paintBand(painter, rect, kind, level, 0, theme);
    painter->setPen(theme.grid);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

ChartBandItem::ChartBandItem(const Theme &theme, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_theme(theme)
{
    setAcceptedMouseButtons(Qt::NoButton);
}

void ChartBandItem::setState(const QRectF &plot, double fromMsec, double toMsec,
                             const QList<TimelineBand> &bands)
{
    if (plot != m_plot)
        prepareGeometryChange();
    const bool hadSpans = !m_spans.isEmpty();
    m_plot = plot;
    m_spans.clear();
    for (const TimelineBand &band : bands) {
        addSpan(band, kWashLane, fromMsec, toMsec);
        if (band.kind == TimelineBand::Kind::NotObserved)
            continue;
        const int lanes = band.kind == TimelineBand::Kind::Alert ? 2 : 1;
        for (int lane = 0; lane < lanes; ++lane) {
            if (lanes == 1 || band.concerns(QString::number(lane)))
                addSpan(band, lane, fromMsec, toMsec);
        }
    }
    // Hundreds of alerts one upon another must not add up to a wall, nor cost a wash each.
    const auto look = [](const Span &span) {
        // Worse ones last, and so in front.
        return std::tuple(static_cast<int>(span.kind), -static_cast<int>(span.level), span.lane);
    };
    std::sort(m_spans.begin(), m_spans.end(), [&](const Span &a, const Span &b) {
        return std::tuple(look(a), a.left) < std::tuple(look(b), b.left);
    });
    QList<Span> merged;
    for (const Span &span : std::as_const(m_spans)) {
        if (!merged.isEmpty() && look(merged.last()) == look(span)
            && span.left <= merged.last().right)
            merged.last().right = std::max(merged.last().right, span.right);
        else
            merged.append(span);
    }
    m_spans = merged;
    if (hadSpans || !m_spans.isEmpty())
        update();
}

void ChartBandItem::addSpan(const TimelineBand &band, int lane, double fromMsec, double toMsec)
{
    const double perMsec = m_plot.width() / (toMsec - fromMsec);
    const auto xOf = [&](const QDateTime &time, qreal open) {
        if (!time.isValid())
            return open;
        return m_plot.left() + (static_cast<double>(time.toMSecsSinceEpoch()) - fromMsec) * perMsec;
    };
    const qreal left = xOf(band.range.from, m_plot.left());
    const qreal right = xOf(band.range.to, m_plot.right());
    if (right < m_plot.left() || left > m_plot.right())
        return;
    // What was short is still there: two pixels at least.
    const qreal shownLeft = std::round(std::clamp(left, m_plot.left(), m_plot.right() - 2.0));
    const qreal shownRight = std::round(std::min(std::max(right, left + 2.0), m_plot.right()));
    m_spans.append({band.kind, band.level, lane, shownLeft, std::max(shownRight, shownLeft + 2.0)});
}

void ChartBandItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_spans.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const auto rectOf = [this](const Span &span) {
        return QRectF(span.left, m_plot.top(), span.right - span.left, m_plot.height());
    };
    const auto isWash = [](const Span &span) {
        return span.lane == kWashLane && span.kind != TimelineBand::Kind::NotObserved;
    };
    QList<Wash> washes;
    for (const Span &span : std::as_const(m_spans)) {
        if (isWash(span))
            washes.append({rectOf(span), faint(colorOf(span.level, m_theme), kWashAlpha)});
        else if (span.lane == kWashLane)
            paintBand(painter, rectOf(span), span.kind, span.level, span.lane, m_theme);
    }
    paintWashes(painter, m_plot, washes);
    for (const Span &span : std::as_const(m_spans)) {
        if (span.lane != kWashLane)
            paintBand(painter, rectOf(span), span.kind, span.level, span.lane, m_theme);
    }
    painter->restore();
}

} // namespace tallylight::ui
