// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace tallylight::ui {

/// Something to do about a message.
struct MessageAction
{
    QString id;
    QString label;

    bool operator==(const MessageAction &) const = default;
};

/// One line of a MessageBar.
struct Message
{
    QString key; ///< a newer message with the same key takes the place of an older one
    models::StateLevel level = models::StateLevel::Warning; ///< Ok for "done"
    QString title;
    QString text; ///< what to do about it
    QString details; ///< tool tip
    QList<MessageAction> actions;
    bool dismissable = true;

    bool operator==(const Message &) const = default;
};

/// Messages that appear in place, above what they concern, and never take the focus: shape, words
/// and buttons. Shows a few at a time, worst first, and how many more there are.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the bar.
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);
    ~MessageBar() override;

    void setLimit(int shown);
    void post(const Message &message);
    void remove(const QString &key);
    /// Makes \a messages, whose keys all start with \a prefix, the only ones with such keys. One
    /// that was dismissed stays away until it says something else.
    void setGroup(const QString &prefix, const QList<Message> &messages);
    /// Puts the focus on the button of a message that answers something the user just did.
    void focusAction(const QString &key, const QString &actionId);
    QList<Message> messages() const { return m_messages; }

Q_SIGNALS:
    void actionTriggered(const QString &key, const QString &actionId);

protected:
    void changeEvent(QEvent *event) override;

private:
    bool take(const Message &message);
    void rebuild();
    QWidget *makeRow(const Message &message);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<Message> m_messages;
    QHash<QString, Message> m_dismissed; // by key
    int m_limit = 3;
};

} // namespace tallylight::ui
