// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"
#include "monitor/tablefetch.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace tallylight::app {

enum class ExportFormat { Csv, Json };

/// What was asked for on the command line (DESIGN §4).
struct CommandLine
{
    QString configFolder; ///< empty for the platform's standard locations
    bool demo = false;
    QString demoScenario; ///< empty for the default one
    QString profileName; ///< empty for all profiles
    QString screenshotFolder; ///< not empty: save every page as a PNG there and exit
    std::optional<monitor::ExportTable> exportTable;
    ExportFormat exportFormat = ExportFormat::Csv;
    QString exportFile; ///< empty for standard output
    QString theme; ///< "dark", "light", or empty for what the settings say
    QSize size; ///< of the window; invalid for the remembered one
    QString logLevel = QStringLiteral("warning");
    bool showHelp = false;
    bool showVersion = false;

    bool wantsWindow() const { return !exportTable && !showHelp && !showVersion; }
    bool operator==(const CommandLine &) const = default;
};

/// The options, or what is wrong with them in the user's language.
Expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

/// What --help prints.
QString helpText();

/// Rules for QLoggingCategory: nothing below \a level ("debug", "info", "warning", "error").
QString logRules(const QString &level);

} // namespace tallylight::app
