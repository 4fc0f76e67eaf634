// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/jumpsearch.h"
#include "ui/theme.h"

#include <QFrame>

#include <functional>

class QLineEdit;
class QListWidget;

namespace tallylight::ui {

/// "Jump to anything": a field and what it finds, opened by Ctrl+K, driven by the keyboard.
class JumpPalette final : public QFrame
{
    Q_OBJECT

public:
    using Search = std::function<QList<JumpTarget>(const QString &query)>;

    /// \a theme outlives the palette.
    JumpPalette(const Theme &theme, Search search, QWidget *parent);

    /// Opens empty, centred below the top of its parent.
    void open();

Q_SIGNALS:
    void chosen(const tallylight::ui::JumpTarget &target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill();
    void choose(int row);

    const Theme &m_theme;
    Search m_search;
    QLineEdit *m_field;
    QListWidget *m_list;
    QList<JumpTarget> m_targets;
};

} // namespace tallylight::ui
