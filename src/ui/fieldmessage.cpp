// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fieldmessage.h"

#include "models/words.h"
#include "ui/stateshape.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShape = 14;

}

FieldMessage::FieldMessage(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    hide();
}

void FieldMessage::showMessage(const Theme &theme, models::StateLevel level, const QString &text)
{
    m_theme = &theme;
    m_level = level;
    setText(text);
    const QString word = models::levelWord(level);
    setAccessibleName(word.isEmpty() ? text : u"%1: %2"_s.arg(word, text));
    setContentsMargins(level == models::StateLevel::None ? 0 : kShape + kGrid / 2, 0, 0, 0);
    applyColors();
    setVisible(!text.isEmpty());
}

void FieldMessage::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!m_theme || m_level == models::StateLevel::None)
        return;
    QPainter painter(this);
    const QRectF shape(0, (fontMetrics().height() - kShape) / 2.0 + 1, kShape, kShape);
    paintStateShape(&painter, shape, m_level, *m_theme);
}

void FieldMessage::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_theme)
        applyColors();
}

void FieldMessage::applyColors()
{
    const QColor color = m_level == models::StateLevel::None ? m_theme->textMuted : m_theme->text;
    QPalette own = palette();
    if (own.color(QPalette::WindowText) == color)
        return;
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

} // namespace tallylight::ui
