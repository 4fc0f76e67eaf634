// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/roles.h"

#include <QLabel>

namespace tallylight::ui {

struct Theme;

/// A line below a field of a form: what is wrong with it, what looks odd, or what to know. Takes no
/// room while it has nothing to say.
class FieldMessage : public QLabel
{
    Q_OBJECT

public:
    explicit FieldMessage(QWidget *parent = nullptr);

    /// Shows \a text with the shape of \a level; None is a plain remark. An empty text hides the
    /// line. \a theme outlives the line.
    void showMessage(const Theme &theme, models::StateLevel level, const QString &text);
    models::StateLevel level() const { return m_level; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    const Theme *m_theme = nullptr;
    models::StateLevel m_level = models::StateLevel::None;
};

} // namespace tallylight::ui
