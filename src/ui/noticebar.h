// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/roles.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tallylight::ui {

struct Theme;

/// A message in place: the shape and colour of a state, a title, what to do about it, and the
/// buttons that do it. Takes no room while there is nothing to say. Never modal.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    /// \a theme outlives the bar.
    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr);

    /// Shows \a title in bold and \a text below it (either may be empty); removes the buttons of
    /// the last notice.
    void showNotice(models::StateLevel level, const QString &title, const QString &text);
    /// A button for the notice on show; it belongs to the bar and goes with the notice.
    QPushButton *addButton(const QString &text, const QString &objectName);
    /// Hides the bar and forgets what it said.
    void clear();

    QString title() const;
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    const Theme &m_theme;
    models::StateLevel m_level = models::StateLevel::None;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace tallylight::ui
