// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/noticebar.h"

#include "ui/stateshape.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShape = 16;

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(makeLabel(u"noticeTitle"_s, this))
    , m_text(makeLabel(u"noticeText"_s, this))
    , m_buttons(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid * 2 + kShape, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    m_buttons->setSpacing(kGrid);
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    clear();
}

void NoticeBar::showNotice(models::StateLevel level, const QString &title, const QString &text)
{
    clear();
    m_level = level;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    // Read out by a screen reader as one thing.
    setAccessibleName(text.isEmpty() ? title : title + u'\n' + text);
    applyColors();
    show();
}

QPushButton *NoticeBar::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    button->show();
    return button;
}

void NoticeBar::clear()
{
    hide();
    m_title->clear();
    m_text->clear();
    while (m_buttons->count() > 1) {
        QLayoutItem *item = m_buttons->takeAt(0);
        // Later, because the notice may be replaced from the button's own clicked().
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QString NoticeBar::title() const
{
    return m_title->text();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.stateWash(m_level));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.stateColor(m_level));
    paintStateShape(&painter, QRectF(kGrid, kGrid, kShape, kShape), m_level, m_theme);
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void NoticeBar::applyColors()
{
    const QFont title = strongFont(font());
    if (m_title->font() != title)
        m_title->setFont(title);
    update();
}

} // namespace tallylight::ui
