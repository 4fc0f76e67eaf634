// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include "ui/flatstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(a * share + b * (1.0 - share)));
    };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

Theme darkColors()
{
    Theme theme;
    theme.dark = true;
    theme.text = QColor(0xe3e7ec);
    theme.textMuted = QColor(0xa3adb9);
    theme.base = QColor(0x14181d);
    theme.surface = QColor(0x1b2027);
    theme.raised = QColor(0x262d36);
    theme.border = QColor(0x39424e);
    theme.grid = QColor(0x262d36);
    theme.accent = QColor(0x6fb6ff);
    theme.selection = QColor(0x1f3d5c);
    theme.leg0 = QColor(0x56b4e9);
    theme.leg1 = QColor(0xe8a33d);
    theme.production = QColor(0xff4fa3);
    theme.critical = QColor(0xff6a55);
    theme.warning = QColor(0xf7cb1e);
    theme.unknown = QColor(0xc886ff);
    theme.ok = QColor(0x3ad6a4);
    theme.idle = QColor(0x8b93a7);
    return theme;
}

Theme lightColors()
{
    Theme theme;
    theme.dark = false;
    theme.text = QColor(0x171b21);
    theme.textMuted = QColor(0x4f5967);
    theme.base = QColor(0xffffff);
    theme.surface = QColor(0xf3f5f8);
    theme.raised = QColor(0xe6eaef);
    theme.border = QColor(0xbcc5d0);
    theme.grid = QColor(0xe3e7ec);
    theme.accent = QColor(0x0a5ca8);
    theme.selection = QColor(0xd3e6fa);
    theme.leg0 = QColor(0x0b67a8);
    theme.leg1 = QColor(0xa85200);
    theme.production = QColor(0xc2186b);
    theme.critical = QColor(0x8c1408);
    theme.warning = QColor(0x8a6400);
    theme.unknown = QColor(0x7a3be0);
    theme.ok = QColor(0x007a86);
    theme.idle = QColor(0x454c5a);
    return theme;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.surface);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::AlternateBase, mixed(theme.surface, theme.base, 0.5));
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.textMuted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.text);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, mixed(theme.raised, theme.surface, 0.5));
    palette.setColor(QPalette::Midlight, theme.raised);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.border);
    palette.setColor(QPalette::Shadow, theme.border);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, mixed(theme.textMuted, theme.surface, 0.7));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.raised);
    return palette;
}

double relativeLuminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

bool hasTabularFigures(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.01)
            return false;
    }
    return true;
}

} // namespace

QString themeChoiceName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    }
    return {};
}

ThemeChoice themeChoiceFromName(const QString &name)
{
    if (name == u"dark")
        return ThemeChoice::Dark;
    return name == u"light" ? ThemeChoice::Light : ThemeChoice::System;
}

QColor Theme::stateColor(models::StateLevel level) const
{
    switch (level) {
    case models::StateLevel::Critical:
        return critical;
    case models::StateLevel::Warning:
        return warning;
    case models::StateLevel::Unknown:
        return unknown;
    case models::StateLevel::Ok:
        return ok;
    case models::StateLevel::Idle:
        return idle;
    case models::StateLevel::None:
        return textMuted;
    }
    return unknown;
}

QColor Theme::stateWash(models::StateLevel level) const
{
    return mixed(stateColor(level), surface, dark ? 0.13 : 0.09);
}

QColor Theme::profileColor(const QString &color, const QColor &fallback) const
{
    const QColor own(color);
    return !color.isEmpty() && own.isValid() ? own : fallback;
}

Theme themeFor(ThemeChoice choice, const QPalette &systemDefault)
{
    bool dark = choice == ThemeChoice::Dark;
    if (choice == ThemeChoice::System)
        dark = systemDefault.color(QPalette::Window).lightness()
            < systemDefault.color(QPalette::WindowText).lightness();
    Theme theme = dark ? darkColors() : lightColors();
    theme.palette = paletteOf(theme);
    return theme;
}

void applyTheme(QApplication &app, const Theme &theme)
{
    app.setStyle(new FlatStyle(theme));
    app.setPalette(theme.palette);
    QToolTip::setPalette(theme.palette);
}

QFont tabularFont(const QFont &base)
{
    if (hasTabularFigures(base))
        return base;
    // Qt 6.4 can't switch a font's "tnum" feature on, so a family that has such figures anyway is
    // taken.
    for (const QString &family : {u"Noto Sans"_s, u"DejaVu Sans"_s, u"Segoe UI"_s, u"Arial"_s}) {
        QFont candidate = base;
        candidate.setFamilies({family});
        if (QFontDatabase::hasFamily(family) && hasTabularFigures(candidate))
            return candidate;
    }
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(base.pointSizeF());
    return fixed;
}

QFont smallFont(const QFont &base)
{
    constexpr qreal kSmallest = 8.0;
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(std::max(kSmallest, base.pointSizeF() - 1.0));
    return font;
}

QFont strongFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = relativeLuminance(a);
    const double second = relativeLuminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace tallylight::ui
