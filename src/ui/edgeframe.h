// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QWidget>

namespace tallylight::ui {

/// The window's content with a coloured edge around it while a production profile is in view.
class EdgeFrame final : public QWidget
{
    Q_OBJECT

public:
    explicit EdgeFrame(QWidget *parent = nullptr);

    /// An invalid colour takes the edge away.
    void setEdge(const QColor &color);
    QColor edge() const { return m_edge; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_edge;
};

} // namespace tallylight::ui
