// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/messagebar.h"

#include "models/words.h"
#include "ui/stateshape.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

/// A row with the quiet wash of its state behind and the state's colour as an edge on the left.
class MessageRow final : public QWidget
{
public:
    MessageRow(const Theme &theme, models::StateLevel level, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_level(level)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.stateWash(m_level));
        painter.fillRect(QRect(0, 0, 3, height()), m_theme.stateColor(m_level));
        const int shape = 16;
        paintStateShape(&painter, QRectF(kGrid + 3, (height() - shape) / 2.0, shape, shape),
                        m_level, m_theme);
    }

private:
    const Theme &m_theme;
    models::StateLevel m_level;
};

} // namespace

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Messages"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::setLimit(int shown)
{
    m_limit = std::max(1, shown);
    rebuild();
}

void MessageBar::post(const Message &message)
{
    m_dismissed.remove(message.key);
    if (take(message))
        rebuild();
}

bool MessageBar::take(const Message &message)
{
    const auto known = std::find_if(m_messages.begin(), m_messages.end(),
                                    [&](const Message &m) { return m.key == message.key; });
    if (known != m_messages.end()) {
        if (*known == message)
            return false;
        *known = message;
    } else {
        m_messages.append(message);
    }
    std::stable_sort(m_messages.begin(), m_messages.end(),
                     [](const Message &a, const Message &b) { return a.level < b.level; });
    return true;
}

void MessageBar::remove(const QString &key)
{
    m_dismissed.remove(key);
    if (m_messages.removeIf([&key](const Message &m) { return m.key == key; }) > 0)
        rebuild();
}

void MessageBar::setGroup(const QString &prefix, const QList<Message> &messages)
{
    const auto isGone = [&](const QString &key) {
        return key.startsWith(prefix)
            && std::none_of(messages.begin(), messages.end(),
                            [&key](const Message &m) { return m.key == key; });
    };
    m_dismissed.removeIf([&](const auto &entry) { return isGone(entry.key()); });
    bool changed = m_messages.removeIf([&](const Message &m) { return isGone(m.key); }) > 0;
    for (const Message &message : messages) {
        const auto before = m_dismissed.constFind(message.key);
        if (before != m_dismissed.constEnd() && before->title == message.title
            && before->text == message.text)
            continue;
        m_dismissed.remove(message.key);
        changed |= take(message);
    }
    if (changed)
        rebuild();
}

void MessageBar::focusAction(const QString &key, const QString &actionId)
{
    const auto *row = findChild<QWidget *>(u"message_"_s + key, Qt::FindDirectChildrenOnly);
    if (auto *button
        = row ? row->findChild<QPushButton *>(u"messageAction_"_s + actionId) : nullptr)
        button->setFocus(Qt::OtherFocusReason);
}

void MessageBar::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->setObjectName(QString()); // no longer to be found
            row->deleteLater(); // a button of this very row may be what led here
        }
        delete item;
    }
    const qsizetype shown = std::min<qsizetype>(m_limit, m_messages.size());
    for (qsizetype i = 0; i < shown; ++i)
        m_layout->addWidget(makeRow(m_messages.at(i)));
    if (const auto more = static_cast<int>(m_messages.size() - shown); more > 0) {
        auto *label = new QLabel(tr("… and %Ln more messages", nullptr, more), this);
        label->setObjectName(u"moreMessages"_s);
        label->setContentsMargins(4 * kGrid, 2, kGrid, 2);
        m_layout->addWidget(label);
    }
    setVisible(!m_messages.isEmpty());
}

QWidget *MessageBar::makeRow(const Message &message)
{
    auto *row = new MessageRow(m_theme, message.level, this);
    row->setObjectName(u"message_"_s + message.key);
    row->setToolTip(message.details);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(4 * kGrid, 4, kGrid, 4);

    auto *title = new QLabel(message.title, row);
    title->setFont(strongFont(font()));
    title->setTextFormat(Qt::PlainText);
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(title);
    auto *text = new QLabel(message.text, row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(text, 1);
    row->setAccessibleName(
        u"%1: %2 %3"_s.arg(models::levelWord(message.level), message.title, message.text));

    for (const MessageAction &action : message.actions) {
        auto *button = new QPushButton(action.label, row);
        button->setObjectName(u"messageAction_"_s + action.id);
        button->setAccessibleName(u"%1: %2"_s.arg(message.title, action.label));
        connect(button, &QPushButton::clicked, this,
                [this, key = message.key, id = action.id] { Q_EMIT actionTriggered(key, id); });
        layout->addWidget(button);
    }
    if (message.dismissable) {
        //: Button that takes a message off the screen.
        auto *dismiss = new QPushButton(tr("Dismiss"), row);
        dismiss->setObjectName(u"dismissMessage"_s);
        dismiss->setAccessibleName(tr("Dismiss: %1").arg(message.title));
        dismiss->setFlat(true);
        connect(dismiss, &QPushButton::clicked, this, [this, message] {
            remove(message.key);
            m_dismissed.insert(message.key, message);
        });
        layout->addWidget(dismiss);
    }
    return row;
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        rebuild();
}

} // namespace tallylight::ui
