// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/filesettings.h"

#include "storage/paths.h"

#include <QFileInfo>
#include <QSettings>
#include <QStringList>

namespace tallylight::storage {

namespace {

constexpr qint64 kMaxBytes
    = qint64{4} * 1024 * 1024; // a layout takes kilobytes; this is no settings file

} // namespace

FileSettings::FileSettings(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    ensurePrivateFolder(QFileInfo(path).absolutePath());
    if (QFileInfo(path).size() > kMaxBytes)
        m_keptAs = moveAside(path);
    m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
    m_settings->allKeys(); // sections are parsed when they are first needed
    if (m_settings->status() == QSettings::FormatError) {
        // QSettings would go on with the lines it did understand and write only those back.
        m_settings.reset();
        m_keptAs = moveAside(path);
        m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
        m_settings->clear(); // Qt remembers the lines by the file's name
    }
}

FileSettings::~FileSettings() = default;

QVariant FileSettings::value(const QString &key, const QVariant &fallback) const
{
    return m_settings->value(key, fallback);
}

void FileSettings::setValue(const QString &key, const QVariant &value)
{
    m_settings->setValue(key, value);
}

void FileSettings::removeGroup(const QString &prefix)
{
    const QStringList keys = m_settings->allKeys();
    for (const QString &key : keys) {
        if (key.startsWith(prefix))
            m_settings->remove(key);
    }
}

void FileSettings::refresh()
{
    m_settings->sync();
}

QStringList FileSettings::keys() const
{
    QStringList all = m_settings->allKeys();
    all.sort();
    return all;
}

bool FileSettings::flush()
{
    m_settings->sync();
    return m_settings->status() == QSettings::NoError;
}

} // namespace tallylight::storage
