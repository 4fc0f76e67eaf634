// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight::storage;

class PathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingLiesBelowTheGivenFolder();
    void aRelativeFolderIsMadeAbsolute();
    void newFoldersAreForTheUserAlone();
    void existingFoldersKeepTheirRights();
    void aFileInTheWayIsNoFolder();
    void standardPlacesAreNamedAfterTheProgram();
    void movingAsideNeverOverwrites();
    void movingAsideWhatIsNotThereFails();
};

void PathsTest::everythingLiesBelowTheGivenFolder()
{
    const QTemporaryDir dir;
    const Paths paths = pathsUnder(dir.filePath(u"conf"_s));
    QCOMPARE(paths.config, dir.filePath(u"conf"_s));
    QCOMPARE(paths.profilesFile(), dir.filePath(u"conf/profiles.json"_s));
    for (const QString &path : {paths.cache, paths.data, paths.settingsFile()})
        QVERIFY2(path.startsWith(dir.filePath(u"conf/"_s)), qPrintable(path));
    for (const QString &path : {paths.config, paths.cache, paths.data})
        QVERIFY2(QFileInfo(path).isDir(), qPrintable(path));
}

void PathsTest::aRelativeFolderIsMadeAbsolute()
{
    const QTemporaryDir dir;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(dir.path()));
    const Paths paths = pathsUnder(u"here/../there"_s);
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(QDir::cleanPath(paths.config), QDir(dir.path()).canonicalPath() + u"/there"_s);
}

void PathsTest::newFoldersAreForTheUserAlone()
{
    const QTemporaryDir dir;
    QVERIFY(ensurePrivateFolder(dir.filePath(u"a/b/c"_s)));
    constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &name : {u"a"_s, u"a/b"_s, u"a/b/c"_s})
        QCOMPARE(QFile::permissions(dir.filePath(name)) & kOthers, QFile::Permissions());
    QVERIFY(QFileInfo(dir.filePath(u"a/b/c"_s)).isWritable());
}

void PathsTest::existingFoldersKeepTheirRights()
{
    const QTemporaryDir dir;
    const QString shared = dir.filePath(u"shared"_s);
    QVERIFY(QDir().mkdir(shared));
    QVERIFY(QFile::setPermissions(shared,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                      | QFile::ReadGroup | QFile::ExeGroup));
    pathsUnder(shared);
    QVERIFY(QFile::permissions(shared).testFlag(QFile::ReadGroup));
}

void PathsTest::aFileInTheWayIsNoFolder()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!ensurePrivateFolder(dir.filePath(u"file"_s)));
    QVERIFY(!ensurePrivateFolder(dir.filePath(u"file/below"_s)));
    QVERIFY(!ensurePrivateFolder(QString()));
}

void PathsTest::standardPlacesAreNamedAfterTheProgram()
{
    const QTemporaryDir dir;
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        qputenv(name, QFile::encodeName(dir.filePath(QString::fromLatin1(name))));
    const Paths paths = standardPaths();
    for (const QString &path : {paths.config, paths.cache, paths.data}) {
        QVERIFY2(path.endsWith(u"/tallylight"_s), qPrintable(path));
        QVERIFY2(path.startsWith(dir.path()), qPrintable(path));
        QVERIFY2(QFileInfo(path).isDir(), qPrintable(path));
    }
}

void PathsTest::movingAsideNeverOverwrites()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"profiles.json"_s);
    QStringList kept;
    for (const char *content : {"one", "two", "three"}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        kept << moveAside(path);
        QVERIFY(kept.last().startsWith(path + u".corrupt-"_s));
        QVERIFY(!QFileInfo::exists(path));
    }
    QStringList contents;
    for (const QString &name : kept) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        contents << QString::fromLatin1(file.readAll());
    }
    QCOMPARE(contents, QStringList({u"one"_s, u"two"_s, u"three"_s}));
}

void PathsTest::movingAsideWhatIsNotThereFails()
{
    const QTemporaryDir dir;
    QCOMPARE(moveAside(dir.filePath(u"nothing"_s)), QString());
}

QTEST_GUILESS_MAIN(PathsTest)
#include "tst_paths.moc"
