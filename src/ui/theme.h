// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/roles.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;

namespace tallylight::ui {

/// What the operator has asked for; System follows the desktop's own palette.
enum class ThemeChoice { System, Dark, Light };

/// "system", "dark", "light": for settings. Anything else reads as System.
QString themeChoiceName(ThemeChoice choice);
ThemeChoice themeChoiceFromName(const QString &name);

/// The grid everything is aligned on, in device-independent pixels.
constexpr int kGrid = 8;

/// One of the two palettes and the colours that a QPalette has no role for.
///
/// The window owns the one in use and widgets keep a reference to it: when the operator changes the
/// theme it is assigned in place and every widget gets a QEvent::PaletteChange, on which it
/// repaints or re-derives what it has cached.
///
/// Colour is used for state and for nothing else, apart from the one accent and the two legs of a
/// chart. The state colours keep their distance under protanopia, deuteranopia and tritanopia
/// (checked by a test), and a state is never told by colour alone: stateshape.h draws the shape,
/// models/roles.h has the word.
struct Theme
{
    bool dark = true;
    QPalette palette;
    QColor text;
    QColor textMuted; ///< secondary text; still at least 4.5:1 on every background
    QColor base; ///< behind tables and charts
    QColor surface; ///< panels, side bar, status bar
    QColor raised; ///< buttons, cards, popups
    QColor border;
    QColor grid; ///< lines inside tables and charts
    QColor accent; ///< links, focus, the selected page
    QColor
        selection; ///< background of selected rows; text stays readable in the normal text colour
    QColor leg0; ///< pipeline 0 in charts
    QColor leg1; ///< pipeline 1 in charts
    QColor production; ///< edge of a production profile that has no colour of its own
    QColor critical;
    QColor warning;
    QColor unknown;
    QColor ok;
    QColor idle;

    QColor stateColor(models::StateLevel level) const;
    /// A quiet wash of the state's colour over the surface, for banners.
    QColor stateWash(models::StateLevel level) const;
    /// A profile's own colour ("#rrggbb"), or \a fallback when it has none or it can't be read.
    QColor profileColor(const QString &color, const QColor &fallback) const;
};

/// \a systemDefault tells dark from light for ThemeChoice::System (Qt 6.4 has no colour scheme
/// hint).
Theme themeFor(ThemeChoice choice, const QPalette &systemDefault);

/// Fusion style, the theme's palette, and the small style sheet for what a palette can't express.
void applyTheme(QApplication &app, const Theme &theme);

/// \a base with figures of equal width, so that numbers stand in columns and don't dance.
QFont tabularFont(const QFont &base);
/// \a base made smaller for secondary lines, never below what can be read from a chair.
QFont smallFont(const QFont &base);
/// \a base in semi-bold, for titles and for what matters.
QFont strongFont(const QFont &base);

/// WCAG 2 contrast ratio of two opaque colours, 1 … 21.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace tallylight::ui
