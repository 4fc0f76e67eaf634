// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace tallylight {

/// What the window remembers: layout, columns, filters, page, time zone. No secret ever goes in
/// here.
///
/// An interface, so that the window needs no storage library and tests need no file.
class Settings
{
public:
    virtual ~Settings() = default;

    virtual QVariant value(const QString &key, const QVariant &fallback = {}) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;
    /// Forgets every key that starts with \a prefix ("layout/" is what "Reset layout" clears).
    virtual void removeGroup(const QString &prefix) = 0;
    /// Takes in what another process has written meanwhile, where there can be one.
    virtual void refresh() { }
    /// All keys, sorted; for the diagnostics bundle.
    virtual QStringList keys() const = 0;

protected:
    Settings() = default;
    Settings(const Settings &) = default;
    Settings &operator=(const Settings &) = default;
};

/// Settings that live as long as the object: for the demo, screenshots and tests.
class MemorySettings final : public Settings
{
public:
    QVariant value(const QString &key, const QVariant &fallback = {}) const override;
    void setValue(const QString &key, const QVariant &value) override;
    void removeGroup(const QString &prefix) override;
    QStringList keys() const override;

private:
    QHash<QString, QVariant> m_values;
};

} // namespace tallylight
