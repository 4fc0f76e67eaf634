// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/levelsummary.h"

#include "models/words.h"
#include "ui/stateshape.h"

#include <QEvent>
#include <QPainter>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr int kGap = 4;
constexpr int kPartGap = 2 * kGrid;

} // namespace

LevelSummary::LevelSummary(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFont(tabularFont(font()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LevelSummary::setContent(const QString &lead, const models::LevelCounts &counts)
{
    if (lead == m_lead && counts == m_counts)
        return;
    m_lead = lead;
    m_counts = counts;
    m_parts.clear();
    for (const StateLevel level : {StateLevel::Critical, StateLevel::Warning, StateLevel::Unknown,
                                   StateLevel::Ok, StateLevel::Idle}) {
        if (counts[level] > 0)
            //: Number of rows in a state, then the state's word: "3 Critical".
            m_parts.append(
                {level,
                 tr("%1 %2").arg(locale().toString(counts[level]), models::levelWord(level))});
    }
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString LevelSummary::text() const
{
    QStringList words;
    if (!m_lead.isEmpty())
        words.append(m_lead);
    for (const Part &part : m_parts)
        words.append(part.text);
    return words.join(u" · "_s);
}

int LevelSummary::partWidth(const Part &part) const
{
    return fontMetrics().height() + kGap + fontMetrics().horizontalAdvance(part.text);
}

QSize LevelSummary::sizeHint() const
{
    int width = m_lead.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_lead) + kPartGap;
    for (const Part &part : m_parts)
        width += partWidth(part) + kPartGap;
    return {width, fontMetrics().height() + kGrid};
}

QSize LevelSummary::minimumSizeHint() const
{
    return {kGrid, sizeHint().height()};
}

void LevelSummary::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int shape = fontMetrics().height();
    int x = 0;
    const auto drawText = [&](const QString &text, const QColor &ink) {
        painter.setPen(ink);
        const QRect box(x, 0, width() - x, height());
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
        x += fontMetrics().horizontalAdvance(text) + kPartGap;
    };
    if (!m_lead.isEmpty())
        drawText(m_lead, m_theme.textMuted);
    for (const Part &part : std::as_const(m_parts)) {
        paintStateShape(&painter, QRectF(x, (height() - shape) / 2.0, shape, shape), part.level,
                        m_theme);
        x += shape + kGap;
        drawText(part.text, m_theme.text);
    }
}

void LevelSummary::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace tallylight::ui
