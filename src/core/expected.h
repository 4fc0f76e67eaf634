// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <variant>

namespace tallylight {

/// The failure half of an Expected, so that a value and an error of the same type can be told
/// apart.
template<typename E> struct Unexpected
{
    E error;
};

template<typename E> Unexpected(E) -> Unexpected<E>;

/// Either a value or an error, never both: the small part of C++23's std::expected that is used
/// here (Clang 14 has no <expected>).
///
/// value() and error() may only be called after hasValue() has been asked.
template<typename T, typename E> class [[nodiscard]] Expected
{
public:
    Expected(T value) // NOLINT(google-explicit-constructor): a plain return must work
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Expected(Unexpected<E> unexpected) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(unexpected.error))
    {
    }

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const E &error() const { return std::get<1>(m_content); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    T valueOr(T fallback) const { return hasValue() ? value() : std::move(fallback); }

    bool operator==(const Expected &) const = default;

private:
    std::variant<T, E> m_content;
};

} // namespace tallylight
