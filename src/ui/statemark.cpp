// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/statemark.h"

#include "ui/stateshape.h"

#include <QPainter>

namespace tallylight::ui {

StateMark::StateMark(const Theme &theme, int size, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateMark::setLevel(models::StateLevel level)
{
    if (m_level == level)
        return;
    m_level = level;
    updateGeometry();
    update();
}

void StateMark::setSign(QChar sign)
{
    if (m_sign == sign)
        return;
    m_sign = sign;
    update();
}

QSize StateMark::sizeHint() const
{
    return m_level == models::StateLevel::None ? QSize(0, 0) : QSize(m_size, m_size);
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateShape(&painter, QRectF(0, 0, m_size, m_size), m_level, m_theme, m_sign);
}

} // namespace tallylight::ui
