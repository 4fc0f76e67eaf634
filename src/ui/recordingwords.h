// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"
#include "ui/messagebar.h"

#include <optional>

namespace tallylight::ui {

/// What the window says about recording: nothing while all is well or it was switched off, and
/// otherwise what is wrong, what that means, and what to do about it.
std::optional<Message> recordingMessage(const RecordingStatus &status);

/// One line for the settings page: "Recording", "Off", or what is wrong.
QString recordingPhaseText(const RecordingStatus &status);

} // namespace tallylight::ui
