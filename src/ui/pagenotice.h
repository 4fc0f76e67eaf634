// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace tallylight::ui {

/// What stands where a table would, when there is nothing to show in it: why, and what to do next.
class PageNotice final : public QWidget
{
    Q_OBJECT

public:
    /// What it says.
    struct Content
    {
        QString title;
        QString text;
        bool busy = false; ///< shows a moving bar: something is on its way
        QList<MessageAction> actions; ///< the first one is the preferred one

        bool operator==(const Content &) const = default;
    };

    /// \a theme outlives the notice.
    explicit PageNotice(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const Content &content);
    const Content &content() const { return m_content; }

Q_SIGNALS:
    void actionTriggered(const QString &actionId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    const Theme &m_theme;
    Content m_content;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
};

} // namespace tallylight::ui
