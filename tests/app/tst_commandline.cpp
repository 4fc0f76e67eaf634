// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight::app;
using tallylight::monitor::ExportTable;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingMeansTheWindow()
    {
        const auto parsed = parseCommandLine({u"tallylight"_s});
        QVERIFY(parsed);
        QVERIFY(parsed->wantsWindow());
        QVERIFY(!parsed->demo);
        QVERIFY(!parsed->exportTable);
    }

    void readsEveryOption()
    {
        const auto parsed
            = parseCommandLine({u"tallylight"_s, u"--config"_s, u"/tmp/x"_s, u"--profile"_s,
                                u"Frankfurt prod"_s, u"--export"_s, u"health"_s, u"--format"_s,
                                u"json"_s, u"--out"_s, u"f.json"_s, u"--log-level"_s, u"debug"_s});
        QVERIFY(parsed);
        QCOMPARE(parsed->configFolder, u"/tmp/x"_s);
        QCOMPARE(parsed->profileName, u"Frankfurt prod"_s);
        QCOMPARE(parsed->exportTable, ExportTable::Health);
        QCOMPARE(parsed->exportFormat, ExportFormat::Json);
        QCOMPARE(parsed->exportFile, u"f.json"_s);
        QCOMPARE(parsed->logLevel, u"debug"_s);
        QVERIFY(!parsed->wantsWindow());
    }

    void theDemoMayNameAScenario()
    {
        QCOMPARE(parseCommandLine({u"t"_s, u"--demo"_s})->demoScenario, QString());
        const auto parsed = parseCommandLine({u"t"_s, u"--demo"_s, u"storm"_s});
        QVERIFY(parsed->demo);
        QCOMPARE(parsed->demoScenario, u"storm"_s);
    }

    void aScreenshotHasASizeAndATheme()
    {
        const auto parsed
            = parseCommandLine({u"t"_s, u"--demo"_s, u"--screenshot"_s, u"d"_s, u"--theme"_s,
                                u"light"_s, u"--size"_s, u"2560x1440"_s});
        QVERIFY(parsed);
        QCOMPARE(parsed->screenshotFolder, u"d"_s);
        QCOMPARE(parsed->theme, u"light"_s);
        QCOMPARE(parsed->size, QSize(2560, 1440));
    }

    void badUseIsExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
        QTest::newRow("unknown table") << QStringList{u"--export"_s, u"cows"_s} << u"cows"_s;
        QTest::newRow("no table") << QStringList{u"--export"_s} << u"export"_s;
        QTest::newRow("unknown format")
            << QStringList{u"--export"_s, u"inputs"_s, u"--format"_s, u"xml"_s} << u"xml"_s;
        QTest::newRow("format without export")
            << QStringList{u"--format"_s, u"csv"_s} << u"--export"_s;
        QTest::newRow("unknown level") << QStringList{u"--log-level"_s, u"loud"_s} << u"loud"_s;
        QTest::newRow("unknown theme") << QStringList{u"--theme"_s, u"pink"_s} << u"pink"_s;
        QTest::newRow("bad size") << QStringList{u"--size"_s, u"huge"_s} << u"huge"_s;
        QTest::newRow("tiny size") << QStringList{u"--size"_s, u"10x10"_s} << u"10x10"_s;
        QTest::newRow("stray argument") << QStringList{u"storm"_s} << u"storm"_s;
        QTest::newRow("two scenarios")
            << QStringList{u"--demo"_s, u"storm"_s, u"calm"_s} << u"calm"_s;
        QTest::newRow("two modes")
            << QStringList{u"--export"_s, u"inputs"_s, u"--screenshot"_s, u"d"_s}
            << u"--screenshot"_s;
    }
    void badUseIsExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const auto parsed = parseCommandLine(QStringList{u"tallylight"_s} + arguments);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().contains(named), qPrintable(parsed.error()));
    }

    void helpNamesEveryOption()
    {
        const QString help = helpText();
        for (const QString &option :
             {u"--config"_s, u"--demo"_s, u"--profile"_s, u"--screenshot"_s, u"--export"_s,
              u"--format"_s, u"--out"_s, u"--log-level"_s, u"--theme"_s, u"--size"_s})
            QVERIFY2(help.contains(option), qPrintable(option));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
