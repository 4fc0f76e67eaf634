// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timeline.h"

#include <QGraphicsItem>
#include <QList>
#include <QRectF>

class QPainter;

namespace tallylight::ui {

struct Theme;

/// Paints a sample of what a band of \a kind looks like into \a rect, for legends.
void paintBandSample(QPainter *painter, const QRectF &rect, TimelineBand::Kind kind,
                     HealthLevel level, const Theme &theme);

/// The bands behind a chart's lines. They differ by place and texture as well as by colour: times
/// nobody looked are hatched; a channel state is a wash with a broken bar along the foot; an alert
/// is a wash with a whole bar along the head, leg 0 above leg 1.
class ChartBandItem final : public QGraphicsItem
{
public:
    /// \a theme outlives the item.
    ChartBandItem(const Theme &theme, QGraphicsItem *parent);

    /// \a bands over a plot that shows \a fromMsec to \a toMsec.
    void setState(const QRectF &plot, double fromMsec, double toMsec,
                  const QList<TimelineBand> &bands);
    /// Painted marks at present, for tests: overlapping bands of one look count as one.
    qsizetype spanCount() const { return m_spans.size(); }

    QRectF boundingRect() const override { return m_plot; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    /// A stretch of one look.
    struct Span
    {
        TimelineBand::Kind kind;
        HealthLevel level;
        int lane; // of alerts: 0 or 1, by leg; -1: the wash behind all
        qreal left;
        qreal right;
    };

    void addSpan(const TimelineBand &band, int lane, double fromMsec, double toMsec);

    const Theme &m_theme;
    QRectF m_plot;
    QList<Span> m_spans; // merged, by look
};

} // namespace tallylight::ui
