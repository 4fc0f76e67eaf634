// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace tallylight::ui {

/// Keeps the mouse wheel from changing fields it only passes over while a form is scrolled: a combo
/// box or number field without the focus leaves the wheel to the form.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    /// Guards every such field below \a form, which becomes the owner.
    explicit WheelGuard(QWidget *form);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tallylight::ui
