// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pagenotice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextWidth = 60 * kGrid;

}

PageNotice::PageNotice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"pageNotice"_s);
    QFont titleFont = strongFont(font());
    titleFont.setPointSizeF(titleFont.pointSizeF() + 3);
    m_title->setFont(titleFont);
    m_title->setObjectName(u"noticeTitle"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(kTextWidth);
    m_progress->setObjectName(u"noticeProgress"_s);
    m_progress->setAccessibleName(tr("Loading"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(30 * kGrid, 6);
    m_buttons->setSpacing(kGrid);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * kGrid);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addLayout(m_buttons);
    column->addStretch(3);
    applyColors();
}

void PageNotice::setContent(const Content &content)
{
    if (content == m_content)
        return;
    const bool sameButtons = content.actions == m_content.actions;
    m_content = content;
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setMinimumHeight(
        m_text->heightForWidth(kTextWidth)); // a centred label doesn't ask for it
    m_progress->setVisible(content.busy);
    setAccessibleName(content.title);
    if (sameButtons)
        return; // a button that has the focus keeps it
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
    setFocusProxy(nullptr);
    m_buttons->addStretch();
    for (const MessageAction &action : content.actions) {
        auto *button = new QPushButton(action.label, this);
        button->setObjectName(u"noticeAction_"_s + action.id);
        button->setAccessibleName(action.label);
        connect(button, &QPushButton::clicked, this,
                [this, id = action.id] { Q_EMIT actionTriggered(id); });
        m_buttons->addWidget(button);
        if (!focusProxy())
            setFocusProxy(button);
    }
    m_buttons->addStretch();
}

void PageNotice::applyColors()
{
    QPalette muted = m_text->palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    m_text->setPalette(muted);
}

void PageNotice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

} // namespace tallylight::ui
