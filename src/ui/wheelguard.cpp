// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace tallylight::ui {

WheelGuard::WheelGuard(QWidget *form)
    : QObject(form)
{
    const auto guard = [this](QWidget *field) {
        // With Qt::WheelFocus the wheel would give the field the focus first.
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    };
    for (QComboBox *box : form->findChildren<QComboBox *>())
        guard(box);
    for (QAbstractSpinBox *box : form->findChildren<QAbstractSpinBox *>())
        guard(box);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || !field || field->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace tallylight::ui
