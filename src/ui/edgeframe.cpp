// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/edgeframe.h"

#include <QPainter>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEdge = 4;

}

EdgeFrame::EdgeFrame(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"edgeFrame"_s);
}

void EdgeFrame::setEdge(const QColor &color)
{
    if (color == m_edge)
        return;
    m_edge = color;
    const int margin = color.isValid() ? kEdge : 0;
    setContentsMargins(margin, margin, margin, margin);
    update();
}

void EdgeFrame::paintEvent(QPaintEvent *)
{
    if (!m_edge.isValid())
        return;
    QPainter painter(this);
    painter.fillRect(0, 0, width(), kEdge, m_edge);
    painter.fillRect(0, height() - kEdge, width(), kEdge, m_edge);
    painter.fillRect(0, 0, kEdge, height(), m_edge);
    painter.fillRect(width() - kEdge, 0, kEdge, height(), m_edge);
}

} // namespace tallylight::ui
