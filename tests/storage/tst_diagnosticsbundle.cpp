// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/diagnosticsbundle.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight::storage;

namespace {

const QDateTime kWhen(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

} // namespace

class DiagnosticsBundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyTarCanUnpackIt()
    {
        if (QStandardPaths::findExecutable(u"tar"_s).isEmpty())
            QSKIP("There is no tar on this computer.");
        QTemporaryDir folder;
        const QByteArray exact(512, 'x');
        const QList<BundleFile> files{{u"program.json"_s, "{\"a\":1}\n"},
                                      {u"empty.json"_s, {}},
                                      {u"exact.bin"_s, exact},
                                      {u"long.bin"_s, QByteArray(100000, 'y')}};
        const QString archive = folder.filePath(u"bundle.tar"_s);
        QVERIFY(!writeBundle(archive, files, kWhen));
        QProcess tar;
        tar.setWorkingDirectory(folder.path());
        tar.start(u"tar"_s, {u"-xf"_s, archive});
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.readAllStandardError(), QByteArray());
        QCOMPARE(tar.exitCode(), 0);
        for (const BundleFile &file : files) {
            QFile unpacked(folder.filePath(u"diagnostics/"_s + file.name));
            QVERIFY2(unpacked.open(QIODevice::ReadOnly), qPrintable(file.name));
            QCOMPARE(unpacked.readAll(), file.content);
            QCOMPARE(QFileInfo(unpacked).lastModified().toUTC(), kWhen);
        }
    }

    void onlyTheUserCanReadIt()
    {
        QTemporaryDir folder;
        const QString archive = folder.filePath(u"bundle.tar"_s);
        QVERIFY(!writeBundle(archive, {{u"a.json"_s, "{}"}}, kWhen));
        QCOMPARE(QFileInfo(archive).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void namesNeverLeadOutOfTheFolder()
    {
        const QByteArray archive = tarArchive(u"../up"_s, {{u"../../etc/passwd"_s, "x"}}, kWhen);
        QVERIFY(!archive.left(100).contains("../"));
        QVERIFY(!archive.left(100).startsWith('/'));
        QCOMPARE(archive.size() % 512, 0);
    }

    void whatCannotBeWrittenIsSaid()
    {
        const auto problem = writeBundle(u"/nowhere/at/all.tar"_s, {{u"a.json"_s, "{}"}}, kWhen);
        QVERIFY(problem && !problem->isEmpty());
    }

    void filesAreListedWithSizes()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"data/deep"_s));
        for (const QString &name : {u"profiles.json"_s, u"data/deep/history.sqlite"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
        }
        QFile::link(u"/etc"_s, folder.filePath(u"link"_s));
        const QList<SizedFile> found = filesBelow(folder.path());
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().name, u"data/deep/history.sqlite"_s);
        QCOMPARE(found.first().bytes, 5);
        QCOMPARE(filesBelow(folder.path(), 1).size(), 1);
        QVERIFY(filesBelow(u"/nowhere/at/all"_s).isEmpty());
        QVERIFY(filesBelow({}).isEmpty());
    }

    void sqliteTellsItsVersion()
    {
        static const QRegularExpression version(u"\\A3\\.\\d+\\.\\d+"_s);
        QVERIFY2(version.match(sqliteVersion()).hasMatch(), qPrintable(sqliteVersion()));
    }
};

QTEST_GUILESS_MAIN(DiagnosticsBundleTest)
#include "tst_diagnosticsbundle.moc"
