// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/themeswitch.h"

#include "core/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kThemeKey = u"view/theme"_s;

} // namespace

ThemeSwitch::ThemeSwitch(Settings &settings, std::optional<ThemeChoice> choice, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemPalette(QApplication::palette())
{
    apply(choice.value_or(themeChoiceFromName(m_settings.value(kThemeKey).toString())));
}

void ThemeSwitch::setChoice(ThemeChoice choice)
{
    m_settings.setValue(kThemeKey, themeChoiceName(choice));
    apply(choice);
    Q_EMIT changed();
}

void ThemeSwitch::attach(const QList<std::pair<QAction *, ThemeChoice>> &actions)
{
    auto *group = new QActionGroup(this);
    for (const auto &[action, choice] : actions) {
        group->addAction(action);
        action->setChecked(choice == m_choice);
        connect(action, &QAction::triggered, this, [this, choice = choice] { setChoice(choice); });
    }
}

void ThemeSwitch::apply(ThemeChoice choice)
{
    m_choice = choice;
    m_theme = themeFor(choice, m_systemPalette);
    applyTheme(*qApp, m_theme);
}

} // namespace tallylight::ui
