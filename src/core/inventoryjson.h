// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/channel.h"
#include "core/input.h"

#include <QByteArray>

#include <optional>

namespace tallylight {

// Channels and inputs as they are kept on this computer: JSON with our own names, empty members
// left out. Reading is tolerant: members that are missing, unknown or of another type are skipped,
// so that what one version wrote every other can use. nullopt only for text that is no JSON object
// with an id.

QByteArray channelToJson(const Channel &channel);
std::optional<Channel> channelFromJson(const QByteArray &json);
QByteArray inputToJson(const Input &input);
std::optional<Input> inputFromJson(const QByteArray &json);

/// A number that differs when what is kept of two channels or inputs differs; the same within one
/// run of the program only.
size_t contentHash(const Channel &channel);
size_t contentHash(const Input &input);

} // namespace tallylight
