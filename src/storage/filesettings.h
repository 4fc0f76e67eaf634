// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings.h"

#include <QString>

#include <memory>

class QSettings;

namespace tallylight::storage {

/// Settings in an INI file.
///
/// Writes are gathered and reach the file, replaced in one step, when the event loop gets to it, on
/// flush() and on destruction. As INI knows text only, numbers and booleans come back as text that
/// converts; ask with QVariant::toInt(), toBool() and so on. A file that can't be read as INI is
/// moved to <file>.corrupt-<UTC time> and settings start empty; a folder that can't be written to
/// means that settings last for this run.
class FileSettings final : public Settings
{
public:
    explicit FileSettings(const QString &file);
    ~FileSettings() override;

    QVariant value(const QString &key, const QVariant &fallback = {}) const override;
    void setValue(const QString &key, const QVariant &value) override;
    void removeGroup(const QString &prefix) override;
    QStringList keys() const override;

    /// Writes now; false when the file can't be written.
    bool flush();
    void refresh() override;
    /// Where an unreadable file was moved to; empty when there was none.
    const QString &keptAs() const { return m_keptAs; }

private:
    QString m_keptAs;
    std::unique_ptr<QSettings> m_settings;
};

} // namespace tallylight::storage
