// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace tallylight::demo {

/// Turns a number into one that looks random, always the same one (the finaliser of SplitMix64).
constexpr quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// One number out of several, order included.
template<typename... Rest> constexpr quint64 hashOf(quint64 first, Rest... rest)
{
    quint64 hash = mixed(first);
    ((hash = mixed(hash ^ static_cast<quint64>(rest))), ...);
    return hash;
}

/// \a hash as a fraction in [0, 1).
constexpr double unitFraction(quint64 hash)
{
    return static_cast<double>(hash >> 11) * 0x1.0p-53;
}

} // namespace tallylight::demo
