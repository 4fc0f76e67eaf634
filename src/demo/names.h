// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tallylight::demo {

/// The name of channel number \a index of a broadcaster in \a region: invented, unique within the
/// region, some of them long and some not Latin, as in real control rooms.
QString channelName(int index, const QString &region, quint32 seed);

/// The name of an input that feeds the channel called \a channel, as its main or its second source.
QString feedName(const QString &channel, bool secondary);

/// The name of spare input number \a index, which feeds no channel.
QString spareName(int index, quint32 seed);

/// \a name reduced to lower-case ASCII words with dashes, for URLs; never empty.
QString slug(const QString &name, int index);

} // namespace tallylight::demo
