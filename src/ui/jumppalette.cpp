// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jumppalette.h"

#include "ui/stateshape.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 72 * kGrid;
constexpr int kHeight = 48 * kGrid;
constexpr int kSubtitleRole = Qt::UserRole;
constexpr int kLevelRole = Qt::UserRole + 1;

/// Shape and title on the left, what it is on the right.
class TargetDelegate final : public QStyledItemDelegate
{
public:
    TargetDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, m_theme.selection);
        QRect line = option.rect.adjusted(kGrid, 0, -kGrid, 0);
        constexpr int kShape = 14;
        paintStateShape(painter,
                        QRectF(line.left(), line.center().y() - kShape / 2.0 + 0.5, kShape, kShape),
                        static_cast<models::StateLevel>(index.data(kLevelRole).toInt()), m_theme);
        line.setLeft(line.left() + kShape + kGrid);
        const QFontMetrics metrics(option.font);
        const QString subtitle = index.data(kSubtitleRole).toString();
        painter->setFont(option.font);
        painter->setPen(m_theme.textMuted);
        const int subtitleWidth = std::min(metrics.horizontalAdvance(subtitle), line.width() / 2);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(subtitle, Qt::ElideRight, subtitleWidth + 1));
        line.setRight(line.right() - subtitleWidth - kGrid);
        painter->setPen(m_theme.text);
        painter->drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            metrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {kWidth / 2, QFontMetrics(option.font).height() + kGrid};
    }

private:
    const Theme &m_theme;
};

} // namespace

JumpPalette::JumpPalette(const Theme &theme, Search search, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_search(std::move(search))
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"jumpPalette"_s);
    setAccessibleName(tr("Jump to anything"));
    setFrameShape(QFrame::StyledPanel);
    m_field->setObjectName(u"jumpField"_s);
    m_field->setAccessibleName(tr("What to jump to"));
    m_field->setPlaceholderText(tr("Channel, input, region or page: name or id"));
    m_field->installEventFilter(this);
    m_list->setObjectName(u"jumpList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new TargetDelegate(m_theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the focus and steers the list
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->addWidget(m_field);
    column->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &JumpPalette::refill);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_list->row(item)); });
}

void JumpPalette::open()
{
    m_field->clear();
    refill();
    const QWidget *window = parentWidget()->window();
    const QSize size(std::min(kWidth, window->width() - 4 * kGrid),
                     std::min(kHeight, window->height() - 12 * kGrid));
    resize(size);
    move(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, 6 * kGrid)));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void JumpPalette::refill()
{
    m_targets = m_search(m_field->text());
    m_list->clear();
    for (const JumpTarget &target : std::as_const(m_targets)) {
        auto *item = new QListWidgetItem(target.title, m_list);
        item->setData(kSubtitleRole, target.subtitle);
        item->setData(kLevelRole, static_cast<int>(target.level));
        item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(target.title, target.subtitle));
    }
    if (m_targets.isEmpty()) {
        auto *item = new QListWidgetItem(tr("Nothing found"), m_list);
        item->setFlags(Qt::NoItemFlags);
        item->setData(kLevelRole, static_cast<int>(models::StateLevel::None));
    } else {
        m_list->setCurrentRow(0);
    }
}

void JumpPalette::choose(int row)
{
    if (row < 0 || row >= m_targets.size())
        return;
    const JumpTarget target = m_targets.at(row);
    close();
    Q_EMIT chosen(target);
}

bool JumpPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int count = static_cast<int>(m_targets.size());
    const int page = std::max(1, m_list->height() / std::max(1, m_list->sizeHintForRow(0)));
    const auto go = [&](int by) {
        if (count > 0)
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, count - 1));
        return true;
    };
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        return go(1);
    case Qt::Key_Up:
        return go(-1);
    case Qt::Key_PageDown:
        return go(page);
    case Qt::Key_PageUp:
        return go(-page);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace tallylight::ui
