// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/awsfiles.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace tallylight;
using namespace tallylight::storage;
using namespace Qt::StringLiterals;

/// The shared AWS files as they lie on a disk, and as other programs change them.
class TestAwsFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    QString path(const QString &name) const { return m_home->filePath(u".aws/"_s + name); }
    AwsFileLocations where() const { return {path(u"config"_s), path(u"credentials"_s)}; }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// As editors and "aws configure" do: another file takes its place.
    void replace(const QString &name, const QByteArray &text) const
    {
        QSaveFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QVERIFY(file.commit());
    }
    static QByteArray keys(const QByteArray &id)
    {
        return "[me]\naws_access_key_id = " + id + "\naws_secret_access_key = made up\n";
    }
    static QString keyOf(AwsFiles &files)
    {
        return files.config().profiles.value(u"me"_s).value(u"aws_access_key_id"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_home->path()).mkdir(u".aws"_s));
    }

    void environmentSaysWhereTheyAre()
    {
        qunsetenv("AWS_CONFIG_FILE");
        qunsetenv("AWS_SHARED_CREDENTIALS_FILE");
        QCOMPARE(standardAwsFiles().config, QDir::homePath() + u"/.aws/config"_s);
        QCOMPARE(standardAwsFiles().credentials, QDir::homePath() + u"/.aws/credentials"_s);
        qputenv("AWS_CONFIG_FILE", "/etc/aws/config");
        qputenv("AWS_SHARED_CREDENTIALS_FILE", "~/keys");
        QCOMPARE(standardAwsFiles().config, u"/etc/aws/config"_s);
        QCOMPARE(standardAwsFiles().credentials, QDir::homePath() + u"/keys"_s);
        qunsetenv("AWS_CONFIG_FILE");
        qunsetenv("AWS_SHARED_CREDENTIALS_FILE");
    }

    void bothFilesAreOne()
    {
        write(u"config"_s, "[profile me]\nregion = eu-central-1\n");
        write(u"credentials"_s, keys("AKIA1"));
        AwsFiles files(where());
        QCOMPARE(keyOf(files), u"AKIA1"_s);
        QCOMPARE(files.config().profiles.value(u"me"_s).value(u"region"_s), u"eu-central-1"_s);
        QVERIFY(files.errors().isEmpty());
    }

    void missingFilesSayNothing()
    {
        AwsFiles files({m_home->filePath(u"no/such/folder/config"_s), path(u"credentials"_s)});
        QVERIFY(files.config().profiles.isEmpty());
        QVERIFY(files.errors().isEmpty());
    }

    void badFilesAreNamedAndTheOtherStillCounts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<AwsFileError::Kind>("kind");
        QTest::addColumn<int>("line");
        QTest::newRow("no section")
            << QByteArray("region = x\n") << AwsFileError::Kind::NoSection << 1;
        QTest::newRow("no value") << QByteArray("[default]\n\nregion\n")
                                  << AwsFileError::Kind::NoValue << 3;
        QTest::newRow("huge") << QByteArray(4 * 1024 * 1024 + 1, '#')
                              << AwsFileError::Kind::TooLarge << 0;
        QTest::newRow("bytes") << QByteArray("[default]\nregion = \xff\xfe\n")
                               << AwsFileError::Kind::NotUtf8 << 0;
    }
    void badFilesAreNamedAndTheOtherStillCounts()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const AwsFileError::Kind, kind);
        QFETCH(const int, line);
        write(u"config"_s, text);
        write(u"credentials"_s, keys("AKIA1"));
        AwsFiles files(where());
        QCOMPARE(keyOf(files), u"AKIA1"_s);
        QCOMPARE(files.errors().size(), 1);
        QCOMPARE(files.errors().first().kind, kind);
        QCOMPARE(files.errors().first().line, line);
        QCOMPARE(files.errors().first().file, path(u"config"_s));
    }

    void whatIsNoFileIsNotRead()
    {
        QVERIFY(QDir(m_home->path()).mkpath(path(u"config"_s)));
        AwsFiles files(where());
        QVERIFY(files.config().profiles.isEmpty());
        QCOMPARE(files.errors().first().kind, AwsFileError::Kind::Unreadable);
    }

    void unreadableFileIsNamed()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        write(u"config"_s, "[default]\n");
        QFile::setPermissions(path(u"config"_s), {});
        AwsFiles files(where());
        QCOMPARE(files.errors().size(), 1);
        QCOMPARE(files.errors().first().kind, AwsFileError::Kind::Unreadable);
        QVERIFY(!files.errors().first().detail.isEmpty());
    }

    void changesAreNoticed_data()
    {
        QTest::addColumn<bool>("replaces");
        QTest::newRow("written in place") << false;
        QTest::newRow("replaced") << true;
    }
    void changesAreNoticed()
    {
        QFETCH(const bool, replaces);
        write(u"credentials"_s, keys("AKIA0"));
        AwsFiles files(where());
        QCOMPARE(keyOf(files), u"AKIA0"_s);
        QSignalSpy changed(&files, &AwsFiles::changed);
        for (int i = 1; i <= 3; ++i) { // a watch must survive what it has seen
            const QByteArray id = "AKIA" + QByteArray::number(i);
            if (replaces)
                replace(u"credentials"_s, keys(id));
            else
                write(u"credentials"_s, keys(id));
            QTRY_COMPARE(keyOf(files), QString::fromLatin1(id));
            QCOMPARE(changed.count(), i);
        }
    }

    void sameContentIsNoChange()
    {
        write(u"credentials"_s, keys("AKIA0"));
        AwsFiles files(where());
        QCOMPARE(keyOf(files), u"AKIA0"_s);
        QSignalSpy changed(&files, &AwsFiles::changed);
        replace(u"credentials"_s, "# a remark\n" + keys("AKIA0"));
        replace(u"config"_s, "[profile other]\nregion = eu-west-1\n");
        QTRY_COMPARE(changed.count(), 1); // for the second
        QVERIFY(files.config().profiles.contains(u"other"_s));
    }

    void filesThatComeLaterAreNoticed()
    {
        QVERIFY(QDir(m_home->filePath(u".aws"_s)).removeRecursively());
        AwsFiles files(where());
        QVERIFY(files.config().profiles.isEmpty());
        QVERIFY(QDir(m_home->path()).mkdir(u".aws"_s));
        write(u"credentials"_s, keys("AKIA1"));
        QTRY_COMPARE(keyOf(files), u"AKIA1"_s);

        QVERIFY(QDir(m_home->filePath(u".aws"_s)).removeRecursively());
        QTRY_VERIFY(files.config().profiles.isEmpty());
        QVERIFY(QDir(m_home->path()).mkdir(u".aws"_s));
        write(u"credentials"_s, keys("AKIA2"));
        QTRY_COMPARE(keyOf(files), u"AKIA2"_s);
    }

    void linkedFileIsFollowed()
    {
        QVERIFY(QDir(m_home->path()).mkdir(u"vault"_s));
        QFile real(m_home->filePath(u"vault/keys"_s));
        QVERIFY(real.open(QIODevice::WriteOnly));
        real.write(keys("AKIA1"));
        real.close();
        QVERIFY(QFile::link(real.fileName(), path(u"credentials"_s)));
        AwsFiles files(where());
        QCOMPARE(keyOf(files), u"AKIA1"_s);
        QSaveFile next(real.fileName());
        QVERIFY(next.open(QIODevice::WriteOnly));
        next.write(keys("AKIA2"));
        QVERIFY(next.commit());
        QTRY_COMPARE(keyOf(files), u"AKIA2"_s);
    }

    void errorsComeAndGoWithTheFile()
    {
        write(u"credentials"_s, keys("AKIA1"));
        AwsFiles files(where());
        QVERIFY(files.errors().isEmpty());
        QSignalSpy changed(&files, &AwsFiles::changed);
        replace(u"credentials"_s, "half a li");
        QTRY_COMPARE(files.errors().size(), 1);
        replace(u"credentials"_s, keys("AKIA1"));
        QTRY_VERIFY(files.errors().isEmpty());
        QCOMPARE(changed.count(), 2);
    }
};

Q_DECLARE_METATYPE(tallylight::AwsFileError::Kind)

QTEST_GUILESS_MAIN(TestAwsFiles)
#include "tst_awsfiles.moc"
