// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timeline.h"

#include <QRectF>
#include <QString>
#include <QWidget>

class QPainter;

namespace tallylight::ui {

struct Theme;

/// Something a chart draws, for its legend.
struct ChartMark
{
    enum class Kind {
        Leg, ///< a pipeline's line
        Spread, ///< least to greatest behind a line
        Band,
    };

    Kind kind = Kind::Leg;
    QString pipeline; ///< of a Leg
    TimelineBand::Kind band = TimelineBand::Kind::Alert; ///< of a Band
    HealthLevel level = HealthLevel::Warning; ///< of a Band
    QString words; ///< what stands beside it

    bool operator==(const ChartMark &) const = default;
};

/// Paints \a mark into \a rect as a chart would.
void paintChartMark(QPainter *painter, const QRectF &rect, const ChartMark &mark,
                    const Theme &theme);

/// A mark as a small widget; the words are for the label beside it.
class ChartSample final : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the sample.
    ChartSample(const ChartMark &mark, const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChartMark m_mark;
    const Theme &m_theme;
};

} // namespace tallylight::ui
