// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartfoot.h"

#include "models/bandtext.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

ChartFoot::ChartFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_readout(new QLabel(this))
{
    setObjectName(u"chartFoot"_s);
    m_readout->setObjectName(u"chartReadout"_s);
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(kGrid, 2, kGrid, 2);
    line->setSpacing(kGrid);
    line->addWidget(m_readout, 1);
    m_legendLayout = new QHBoxLayout;
    m_legendLayout->setSpacing(kGrid / 2);
    line->addLayout(m_legendLayout);
    applyColors();
}

void ChartFoot::setReadout(const std::optional<ChartReadout> &readout, bool locked,
                           const QDateTime &newest, models::TimeZoneChoice zone)
{
    QStringList parts;
    if (readout) {
        //: Before the time at which a chart's cursor is locked
        parts << (locked ? tr("Locked at %1 (Esc lets go)").arg(readout->time) : readout->time);
        for (const TimelineBand &band : readout->bands)
            parts << models::bandText(band, zone);
    } else if (newest.isValid()) {
        //: Before the time of the charts' newest point
        parts << tr("Newest: %1").arg(models::formatTime(newest, zone));
    }
    m_text = parts.join(u"  ·  "_s);
    m_readout->setToolTip(parts.join(u'\n'));
    m_readout->setAccessibleName(m_text);
    elide();
}

void ChartFoot::setLegend(const QList<ChartMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    qDeleteAll(std::exchange(m_legendWidgets, {}));
    for (const ChartMark &mark : marks) {
        auto *sample = new ChartSample(mark, m_theme, this);
        auto *words = new QLabel(mark.words, this);
        words->setTextFormat(Qt::PlainText);
        m_legendLayout->addWidget(sample);
        m_legendLayout->addWidget(words);
        m_legendWidgets << sample << words;
    }
    applyColors();
    elide();
}

QStringList ChartFoot::legendWords() const
{
    QStringList words;
    for (const ChartMark &mark : m_marks)
        words << mark.words;
    return words;
}

void ChartFoot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void ChartFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void ChartFoot::elide()
{
    m_readout->setText(m_readout->fontMetrics().elidedText(
        m_text, Qt::ElideRight, std::max(10 * kGrid, m_readout->width())));
}

void ChartFoot::applyColors()
{
    const QFont figures = tabularFont(font());
    if (m_readout->font() != figures)
        m_readout->setFont(figures);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    for (QWidget *widget : std::as_const(m_legendWidgets)) {
        widget->setPalette(muted);
        widget->update();
    }
}

} // namespace tallylight::ui
