// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret.h"

#include <QDebug>

#include <utility>

namespace tallylight {

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

Secret::Secret(const QString &text)
    : m_bytes(text.toUtf8())
{
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    // Only the last owner may overwrite: a detach would just wipe a fresh copy.
    if (m_bytes.isDetached() && !m_bytes.isEmpty()) {
        volatile char *byte = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i)
            byte[i] = '\0';
    }
    m_bytes.clear();
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << (secret.isEmpty() ? "Secret(empty)" : "Secret(set)");
    return debug;
}

} // namespace tallylight
