// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/roles.h"

#include <QWidget>

namespace tallylight::ui {

struct Theme;

/// The shape of a state (paintStateShape()) as a small widget beside a word. It is painted, not
/// kept as a picture, so setting it every second costs nothing while nothing changes.
///
/// Says nothing to screen readers: the word beside it does.
class StateMark : public QWidget
{
    Q_OBJECT

public:
    /// \a size in device-independent pixels, the space it takes unless its level is None. \a theme
    /// has to outlive it.
    explicit StateMark(const Theme &theme, int size = 16, QWidget *parent = nullptr);

    models::StateLevel level() const { return m_level; }
    /// None shows nothing and takes no space.
    void setLevel(models::StateLevel level);
    /// What stands inside the shape of what is unknown; see paintStateShape().
    void setSign(QChar sign);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_size;
    models::StateLevel m_level = models::StateLevel::None;
    QChar m_sign = u'?';
};

} // namespace tallylight::ui
