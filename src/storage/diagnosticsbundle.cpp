// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/diagnosticsbundle.h"

#include "storage/sqlconnection.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

constexpr qsizetype kTarBlock = 512;

/// A number as tar writes it: octal, zero-padded, ended by a null byte.
QByteArray octal(qint64 value, qsizetype width)
{
    return QByteArray::number(value, 8).rightJustified(width - 1, '0', true) + '\0';
}

QByteArray tarHeader(const QByteArray &name, qint64 size, const QDateTime &utc)
{
    QByteArray header;
    header += name.leftJustified(100, '\0', true);
    header += octal(0600, 8); // mode: the receiver is asked for care as well
    header += octal(0, 8); // nobody's user and group number is anybody's business
    header += octal(0, 8);
    header += octal(size, 12);
    header += octal(std::max<qint64>(0, utc.toSecsSinceEpoch()), 12);
    header += QByteArray(8, ' '); // the sum counts itself as blanks
    header += '0'; // a plain file
    header += QByteArray(100, '\0');
    header += QByteArray("ustar\0"
                         "00",
                         8);
    header = header.leftJustified(kTarBlock, '\0');
    const int sum = std::accumulate(header.cbegin(), header.cend(), 0, [](int total, char byte) {
        return total + static_cast<unsigned char>(byte);
    });
    header.replace(148, 8, octal(sum, 7) + ' ');
    return header;
}

/// Names come from the program, yet a wrong one must not write outside of the folder it is
/// unpacked in.
QByteArray safeName(const QString &name)
{
    static const QRegularExpression other(u"[^A-Za-z0-9._-]"_s);
    QString safe = QString(name).replace(other, u"_"_s).left(80);
    while (safe.startsWith(u'.'))
        safe.remove(0, 1);
    return safe.toLatin1();
}

} // namespace

QByteArray tarArchive(const QString &folder, const QList<BundleFile> &files, const QDateTime &utc)
{
    QByteArray archive;
    const QByteArray inside = safeName(folder).left(19) + '/';
    for (const BundleFile &file : files) {
        archive += tarHeader(inside + safeName(file.name), file.content.size(), utc);
        archive += file.content;
        const qsizetype over = file.content.size() % kTarBlock;
        if (over != 0)
            archive += QByteArray(kTarBlock - over, '\0');
    }
    return archive + QByteArray(2 * kTarBlock, '\0');
}

std::optional<QString> writeBundle(const QString &file, const QList<BundleFile> &files,
                                   const QDateTime &utc)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return target.errorString();
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray archive = tarArchive(u"diagnostics"_s, files, utc);
    if (target.write(archive) != archive.size() || !target.commit())
        return target.errorString();
    return std::nullopt;
}

QList<SizedFile> filesBelow(const QString &folder, int most)
{
    QList<SizedFile> found;
    if (folder.isEmpty())
        return found;
    const QDir root(folder);
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                    QDirIterator::Subdirectories);
    while (it.hasNext() && found.size() < most) {
        it.next();
        found.append({root.relativeFilePath(it.filePath()), it.fileInfo().size()});
    }
    std::sort(found.begin(), found.end(),
              [](const SizedFile &a, const SizedFile &b) { return a.name < b.name; });
    return found;
}

QString sqliteVersion()
{
    SqlConnection memory(u":memory:"_s);
    if (!memory.open(SqlConnection::Access::ReadWrite))
        return {};
    return memory.value(u"SELECT sqlite_version()"_s).value_or(QVariant()).toString();
}

} // namespace tallylight::storage
