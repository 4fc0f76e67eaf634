// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jsonread.h"

#include <QString>

#include <algorithm>
#include <array>

namespace tallylight {

/// A word of a data file and what it stands for.
template<typename T> struct Word
{
    QLatin1StringView word;
    T value;
};
template<typename T> Word(QLatin1StringView, T) -> Word<T>; // Clang 14 does not deduce aggregates

/// Sets \a target to what the word at \a key means; leaves it when the field is absent, and reports
/// a word that is not in \a words.
template<typename T, std::size_t N>
void readWord(const JsonReader &reader, QLatin1StringView key, const std::array<Word<T>, N> &words,
              T &target)
{
    if (!reader.json().contains(key))
        return;
    const QString text = reader.string(key);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&text](const Word<T> &word) { return word.word == text; });
    if (found != words.end())
        target = found->value;
    else
        reader.reportProblem(key, QStringLiteral("\"%1\" is not a word for it").arg(text.left(40)));
}

} // namespace tallylight
