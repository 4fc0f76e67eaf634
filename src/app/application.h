// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace tallylight::app {

/// Runs --export and returns the exit code. Needs a QCoreApplication and no display.
int runExport(const CommandLine &options);

/// Opens the window, or saves its screenshots; returns the exit code. Needs a QApplication.
int runWindow(const CommandLine &options);

/// A line on standard error.
void complain(const QString &line);

} // namespace tallylight::app
