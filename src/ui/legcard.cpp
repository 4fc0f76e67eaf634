// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/legcard.h"

#include "models/words.h"
#include "ui/factgrid.h"
#include "ui/statemark.h"
#include "ui/theme.h"
#include "ui/thumbnailview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShape = 14;

}

LegCard::LegCard(const QString &pipeline, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_shape(new StateMark(theme, kShape, this))
    , m_state(new QLabel(this))
    , m_picture(new ThumbnailView(theme, this))
    , m_caption(new QLabel(this))
    , m_facts(new FactGrid(theme, this))
{
    setObjectName(u"legCard"_s + pipeline);
    //: One of a channel's two redundant pipelines; %1 is 0 or 1
    m_title->setText(tr("Leg %1").arg(pipeline));
    m_caption->setObjectName(u"thumbnailCaption"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_caption->setFixedWidth(m_picture->width());
    auto *headline = new QHBoxLayout;
    headline->setSpacing(kGrid / 2);
    headline->addWidget(m_title);
    headline->addSpacing(kGrid / 2);
    headline->addWidget(m_shape);
    headline->addWidget(m_state, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(headline);
    column->addWidget(m_picture, 0, Qt::AlignLeft);
    column->addWidget(m_caption);
    column->addWidget(m_facts);
    column->addStretch();
    setFixedWidth(m_picture->width());
    applyLook();
}

bool LegCard::hasPicture() const
{
    return m_picture->hasPicture();
}

int LegCard::wordsHeight() const
{
    return layout()->totalHeightForWidth(width()) - m_picture->height();
}

void LegCard::setPictureHeight(int height)
{
    m_picture->fitHeight(height);
}

void LegCard::setLeg(const LegText &leg)
{
    if (leg == m_leg)
        return;
    m_leg = leg;
    m_picture->setImage(leg.picture, leg.pictureStale, leg.pictureText);
    m_caption->setText(hasPicture() ? leg.pictureText : QString());
    m_caption->setToolTip(leg.pictureToolTip);
    m_caption->setVisible(hasPicture());
    m_facts->setFacts(leg.facts);
    m_state->setText(leg.state);
    m_state->setAccessibleName(
        u"%1 %2 %3"_s.arg(m_title->text(), models::levelWord(leg.level), leg.state));
    setAccessibleName(m_state->accessibleName());
    applyLook();
}

void LegCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void LegCard::applyLook()
{
    m_title->setFont(strongFont(font()));
    m_shape->setLevel(m_leg.level);
    QPalette words = palette();
    words.setColor(QPalette::WindowText, m_leg.pictureStale ? m_theme.unknown : m_theme.textMuted);
    m_caption->setPalette(words);
}

} // namespace tallylight::ui
