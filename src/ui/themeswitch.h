// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QList>
#include <QObject>
#include <QPalette>

#include <optional>
#include <utility>

class QAction;

namespace tallylight {
class Settings;
}

namespace tallylight::ui {

/// The look of the whole application: applies the remembered one, and remembers another one when it
/// is chosen. \ref theme() keeps its address, so that widgets may hold a reference to it.
class ThemeSwitch : public QObject
{
    Q_OBJECT

public:
    /// \a choice is used instead of the remembered one and is not remembered itself; \a settings
    /// outlive the switch. Applies the look at once.
    ThemeSwitch(Settings &settings, std::optional<ThemeChoice> choice, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    ThemeChoice choice() const { return m_choice; }
    /// Applies and remembers \a choice.
    void setChoice(ThemeChoice choice);
    /// Lets checkable actions, one for each choice, show and change it.
    void attach(const QList<std::pair<QAction *, ThemeChoice>> &actions);

Q_SIGNALS:
    /// Another look has been chosen and applied.
    void changed();

private:
    void apply(ThemeChoice choice);

    Settings &m_settings;
    QPalette m_systemPalette; // as it was before anything was applied
    ThemeChoice m_choice = ThemeChoice::System;
    Theme m_theme;
};

} // namespace tallylight::ui
