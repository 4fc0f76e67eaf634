// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demooptions.h"

#include <QString>
#include <QStringList>

namespace tallylight::demo {

/// What the command line of tallylight-demo-region asks for.
struct RegionCommand
{
    DemoOptions options;
    QString message; ///< help, version or what is wrong; empty when the region is to be opened
    bool isError = false;
};

/// Reads the command line (the program's name first). Never exits and never prints.
RegionCommand parseRegionCommand(const QStringList &arguments);

/// What the program prints once the region is open: "name: value" a line.
QString readyText(const DemoOptions &options, const QString &endpoint);

} // namespace tallylight::demo
