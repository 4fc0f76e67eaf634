// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/datafile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

constexpr qint64 kMaxBytes = qint64{1024} * 1024;

} // namespace

Expected<std::optional<QByteArray>, QString> readDataFile(const QString &name)
{
    if (!QFileInfo::exists(name))
        return std::optional<QByteArray>();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{file.errorString()};
    // A device or a pipe has no end; one byte more than allowed is enough to know.
    QByteArray content = file.read(kMaxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected{file.errorString()};
    if (content.size() > kMaxBytes)
        return Unexpected{u"larger than a megabyte"_s};
    return std::optional(std::move(content));
}

std::optional<QString> writeDataFile(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return file.errorString();
}

} // namespace tallylight::storage
