// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tallylight::ui {

/// Where a known AWS region is: "Frankfurt" for eu-central-1; empty for one this version doesn't
/// know.
QString regionPlace(const QString &region);

/// "eu-central-1  Frankfurt", as the region list shows it.
QString regionLabel(const QString &region);

/// The region meant by what was typed or picked: a code, a label, or a place when only one region
/// has it. What can't be understood comes back as it was, trimmed and in small letters.
QString regionFromText(const QString &text);

} // namespace tallylight::ui
