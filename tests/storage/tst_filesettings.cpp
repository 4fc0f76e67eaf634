// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/filesettings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRect>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tallylight::storage;

class FileSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAbsentKeyGivesTheFallback();
    void valuesSurviveARestart_data();
    void valuesSurviveARestart();
    void writesReachTheFileByThemselves();
    void removingAGroupLeavesTheRest();
    void aCorruptFileIsKeptAsideAndReplaced();
    void aHugeFileIsKeptAside();
    void binaryGarbageNeverCrashes();
    void brokenValuesNeverCrash();
    void whatCantBeWrittenLastsForThisRun();
    void missingFoldersAreCreated();

private:
    QString path() const { return m_dir->filePath(u"settings.ini"_s); }
    void writeFile(const QByteArray &bytes) const;
    QByteArray content() const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void FileSettingsTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void FileSettingsTest::writeFile(const QByteArray &bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray FileSettingsTest::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FileSettingsTest::anAbsentKeyGivesTheFallback()
{
    const FileSettings settings(path());
    QCOMPARE(settings.value(u"page"_s, 3), QVariant(3));
    QVERIFY(!settings.value(u"page"_s).isValid());
}

void FileSettingsTest::valuesSurviveARestart_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("text") << u"zone"_s
                          << QVariant(u"Zürich, \"quoted\"; [x]=1\nsecond line 東京"_s);
    QTest::newRow("number") << u"layout/channels/width"_s << QVariant(217);
    QTest::newRow("yes") << u"layout/visible"_s << QVariant(true);
    QTest::newRow("no") << u"layout/visible"_s << QVariant(false);
    QTest::newRow("fraction") << u"ratio"_s << QVariant(0.25);
    QTest::newRow("bytes") << u"layout/header"_s
                           << QVariant(QByteArray("\x00\xff\x01header\n", 10));
    QTest::newRow("list") << u"columns"_s << QVariant(QStringList{u"a,b"_s, QString(), u"c"_s});
    QTest::newRow("rectangle") << u"window"_s << QVariant(QRect(1, 2, 800, 600));
    QTest::newRow("odd key") << u"filter/name with = and ü %2F"_s << QVariant(u"x"_s);
}

void FileSettingsTest::valuesSurviveARestart()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    {
        FileSettings settings(path());
        settings.setValue(key, value);
        QCOMPARE(settings.value(key), value);
    }
    const FileSettings settings(path());
    QVariant read = settings.value(key);
    QVERIFY(read.convert(value.metaType()));
    QCOMPARE(read, value);
}

void FileSettingsTest::writesReachTheFileByThemselves()
{
    FileSettings settings(path());
    settings.setValue(u"page"_s, u"inputs"_s);
    settings.setValue(u"zone"_s, u"UTC"_s);
    QVERIFY(!content().contains("inputs")); // gathered …
    QTRY_VERIFY(content().contains("page=inputs")); // … and written without being told
    QVERIFY(content().contains("zone=UTC"));
}

void FileSettingsTest::removingAGroupLeavesTheRest()
{
    FileSettings settings(path());
    settings.setValue(u"layout/a"_s, 1);
    settings.setValue(u"layout/b/c"_s, 2);
    settings.setValue(u"layouts"_s, 3);
    settings.removeGroup(u"layout/"_s);
    QVERIFY(!settings.value(u"layout/a"_s).isValid());
    QVERIFY(!settings.value(u"layout/b/c"_s).isValid());
    QCOMPARE(settings.value(u"layouts"_s).toInt(), 3);
    settings.removeGroup(u"nothing/"_s);
    QCOMPARE(settings.value(u"layouts"_s).toInt(), 3);
}

void FileSettingsTest::aCorruptFileIsKeptAsideAndReplaced()
{
    const QByteArray broken = "[layout]\na=1\nthis line is no setting\n[unclosed\nb=2\n";
    writeFile(broken);
    {
        FileSettings settings(path());
        QVERIFY2(settings.keptAs().startsWith(path() + u".corrupt-"_s),
                 qPrintable(settings.keptAs()));
        QFile kept(settings.keptAs());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), broken);
        QVERIFY(!settings.value(u"layout/a"_s).isValid());
        settings.setValue(u"page"_s, 1);
        QVERIFY(settings.flush());
    }
    const FileSettings settings(path());
    QCOMPARE(settings.keptAs(), QString());
    QCOMPARE(settings.value(u"page"_s).toInt(), 1);
}

void FileSettingsTest::aHugeFileIsKeptAside()
{
    writeFile("a=1\n" + QByteArray(5 * 1024 * 1024, 'x'));
    FileSettings settings(path());
    QVERIFY(!settings.keptAs().isEmpty());
    QVERIFY(!settings.value(u"a"_s).isValid());
}

void FileSettingsTest::binaryGarbageNeverCrashes()
{
    QByteArray bytes;
    quint32 state = 12345;
    for (int i = 0; i < 4000; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes.append(static_cast<char>(state >> 24));
    }
    writeFile(bytes);
    FileSettings settings(path());
    QVERIFY(!settings.keptAs().isEmpty());
    settings.setValue(u"page"_s, 2);
    QVERIFY(settings.flush());
    QCOMPARE(settings.value(u"page"_s).toInt(), 2);
}

void FileSettingsTest::brokenValuesNeverCrash()
{
    writeFile("v=@Variant(\\0\\0\\0\\x7f\\xff\\xff\\xff)\nw=@Variant(\nx=@Rect(1 2)\n"
              "y=@ByteArray(\\x)\nz=@Invalid()\ngood=1\n");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unknown user type"_s));
    const FileSettings settings(path());
    for (const QString &key : {u"v"_s, u"w"_s, u"x"_s, u"y"_s, u"z"_s})
        QCOMPARE(settings.value(key).toInt(), 0);
    QCOMPARE(settings.value(u"good"_s).toInt(), 1);
}

void FileSettingsTest::whatCantBeWrittenLastsForThisRun()
{
    if (!QFileInfo(u"/proc/self"_s).isDir())
        QSKIP("needs /proc, where not even root can create a file");
    FileSettings settings(u"/proc/self/settings.ini"_s);
    settings.setValue(u"page"_s, 4);
    QVERIFY(!settings.flush());
    QCOMPARE(settings.value(u"page"_s).toInt(), 4);
}

void FileSettingsTest::missingFoldersAreCreated()
{
    FileSettings settings(m_dir->filePath(u"a/b/settings.ini"_s));
    settings.setValue(u"page"_s, 1);
    QVERIFY(settings.flush());
    QVERIFY(QFile::exists(m_dir->filePath(u"a/b/settings.ini"_s)));
}

QTEST_GUILESS_MAIN(FileSettingsTest)
#include "tst_filesettings.moc"
