// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chartticks.h"

#include <QColor>
#include <QFont>
#include <QGraphicsItem>

#include <optional>

namespace tallylight::ui {

struct Theme;

/// Grid, axis labels, limits and zone of a chart, behind its lines. Drawn by hand, because Qt's
/// time axis knows no zone but the computer's, and its value axis no round ticks that stay put
/// while panning.
class ChartGridItem final : public QGraphicsItem
{
public:
    /// A labelled line across the plot.
    struct Limit
    {
        double value = 0.0;
        QColor color;
        QString label;
    };
    struct State
    {
        QRectF area; ///< of the whole view
        QRectF plot;
        double fromMsec = 0.0;
        double toMsec = 1.0;
        ValueScale scale;
        QList<TimeTick> times;
        QList<Limit> limits;
        QString zone; ///< at the right end of the time axis
        bool timeLabels = true;
    };

    /// \a theme outlives the item.
    ChartGridItem(const Theme &theme, QGraphicsItem *parent);

    void setState(const State &state);
    void setFont(const QFont &font);

    QRectF boundingRect() const override { return m_state.area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintValues(QPainter *painter) const;
    void paintTimes(QPainter *painter) const;
    void paintLimits(QPainter *painter) const;

    const Theme &m_theme;
    State m_state;
    QFont m_font;
};

/// The hairline under the pointer and a dot on every line it meets; a locked one is thicker and has
/// a block at its head.
class ChartCursorItem final : public QGraphicsItem
{
public:
    struct Mark
    {
        QPointF at;
        QColor color;
        bool hollow = false; ///< leg 1, so that the dots differ by more than colour
    };

    ChartCursorItem(const Theme &theme, QGraphicsItem *parent);

    /// \a x is where the hairline stands, in the view's coordinates; nullopt hides all.
    void setState(const QRectF &plot, std::optional<qreal> x, const QList<Mark> &marks,
                  bool locked);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Theme &m_theme;
    QRectF m_plot;
    std::optional<qreal> m_x;
    QList<Mark> m_marks;
    bool m_locked = false;
};

} // namespace tallylight::ui
