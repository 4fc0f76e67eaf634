// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/profileservice.h"

#include <QString>

namespace tallylight::ui {

/// Why a profile could not be saved, and what to do about it.
struct SaveTroubleText
{
    QString title;
    QString advice;
};
SaveTroubleText saveTroubleText(const monitor::ProfileFileTrouble &trouble);

} // namespace tallylight::ui
