// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings.h"

namespace tallylight {

QVariant MemorySettings::value(const QString &key, const QVariant &fallback) const
{
    return m_values.value(key, fallback);
}

void MemorySettings::setValue(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
}

void MemorySettings::removeGroup(const QString &prefix)
{
    m_values.removeIf([&prefix](const auto &entry) { return entry.key().startsWith(prefix); });
}

QStringList MemorySettings::keys() const
{
    QStringList all = m_values.keys();
    all.sort();
    return all;
}

} // namespace tallylight
