// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/timeformat.h"
#include "ui/chartsample.h"
#include "ui/healthchart.h"

#include <QList>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;

namespace tallylight::ui {

/// The line below the charts: the time under the shared cursor and what is known about it in words
/// (alerts with their times, channel states), and the legend of what is drawn.
class ChartFoot : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the line.
    explicit ChartFoot(const Theme &theme, QWidget *parent = nullptr);

    /// Without a cursor, \a newest is told instead.
    void setReadout(const std::optional<ChartReadout> &readout, bool locked,
                    const QDateTime &newest, models::TimeZoneChoice zone);
    void setLegend(const QList<ChartMark> &marks);
    /// The whole readout, also where it is cut off on screen.
    QString readoutText() const { return m_text; }
    QStringList legendWords() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();
    void applyColors();

    const Theme &m_theme;
    QLabel *m_readout;
    QHBoxLayout *m_legendLayout;
    QList<QWidget *> m_legendWidgets;
    QList<ChartMark> m_marks;
    QString m_text;
};

} // namespace tallylight::ui
