// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace tallylight::storage {

/// One file of a bundle.
struct BundleFile
{
    QString name; ///< letters, digits, dot, dash and underscore; at most 80 of them
    QByteArray content;
};

/// The files as one POSIX tar archive, all in the folder \a folder, dated \a utc.
///
/// Tar, because one file can be attached to a message while every system opens it, it takes a page
/// of code instead of a library, and it is not compressed: what is in it can be searched for a
/// secret with grep before it is sent.
QByteArray tarArchive(const QString &folder, const QList<BundleFile> &files, const QDateTime &utc);

/// Writes the archive to \a file in one step, readable by the user only; nullopt, or the system's
/// words for why not.
std::optional<QString> writeBundle(const QString &file, const QList<BundleFile> &files,
                                   const QDateTime &utc);

/// A file or folder of the program with its size.
struct SizedFile
{
    QString name; ///< relative to the folder asked about
    qint64 bytes = 0;
};

/// The files below \a folder, at most \a most, sorted by name; symbolic links are not followed.
QList<SizedFile> filesBelow(const QString &folder, int most = 200);

/// The version of the SQLite library in use; empty when the driver is missing.
QString sqliteVersion();

} // namespace tallylight::storage
