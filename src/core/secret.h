// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

class QDebug;

namespace tallylight {

/// Bytes that must not be seen: never printed, overwritten when the last owner lets go.
///
/// Copies share the same bytes, so passing a Secret around does not multiply it in memory. expose()
/// gives the bytes to the signer and to the keychain, and to nobody else.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    explicit Secret(const QString &text);
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &other);
    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &expose() const { return m_bytes; }

    bool operator==(const Secret &) const = default;

private:
    void wipe();

    QByteArray m_bytes;
};

/// Prints "Secret(set)" or "Secret(empty)", never the content.
QDebug operator<<(QDebug debug, const Secret &secret);

} // namespace tallylight
