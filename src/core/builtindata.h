// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace tallylight {

/// The text of a data file in resources/ that is compiled into the program ("metrics.json"); from
/// memory, no file is opened. Empty for a name that is not in resources/data.qrc.
QByteArray builtInData(const QString &name);

} // namespace tallylight
