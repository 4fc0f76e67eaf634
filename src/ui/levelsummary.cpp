// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/levelsummary.h"

#include "models/words.h"
#include "ui/stateshape.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
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
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("What the shapes and words mean"));
}

void LevelSummary::setContent(const QString &lead, const models::LevelCounts &counts)
{
    if (lead == m_lead && counts == m_counts)
        return;
    m_lead = lead;
    m_counts = counts;
    rebuild();
}

void LevelSummary::setUnknownReasons(const QStringList &reasons)
{
    if (reasons == m_unknownReasons)
        return;
    m_unknownReasons = reasons;
    rebuild();
}

void LevelSummary::rebuild()
{
    m_parts.clear();
    for (const StateLevel level : {StateLevel::Critical, StateLevel::Warning, StateLevel::Unknown,
                                   StateLevel::Ok, StateLevel::Idle}) {
        if (m_counts[level] <= 0)
            continue;
        //: Number of rows in a state, then the state's word: "3 Critical".
        QString part
            = tr("%1 %2").arg(locale().toString(m_counts[level]), models::levelWord(level));
        if (level == StateLevel::Unknown && !m_unknownReasons.isEmpty())
            part += u" ("_s + m_unknownReasons.join(u", "_s) + u')';
        m_parts.append({level, part});
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
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LevelSummary::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT legendRequested();
}

void LevelSummary::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return
        || event->key() == Qt::Key_Enter)
        Q_EMIT legendRequested();
    else
        QWidget::keyPressEvent(event);
}

void LevelSummary::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace tallylight::ui
