// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecture/layerrules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tallylight::architecture;

namespace {

const QString kRoot = QString::fromUtf8(TALLYLIGHT_SOURCE_DIR);

/// Paths of the files below \a folder that match \a names, relative to the project, sorted.
QStringList filesBelow(const QString &folder, const QStringList &names)
{
    QStringList files;
    QDirIterator it(kRoot + u'/' + folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = QDir(kRoot).relativeFilePath(it.next());
        if (!path.contains("__pycache__"_L1))
            files << path;
    }
    files.sort();
    return files;
}

QString contentOf(const QString &path)
{
    QFile file(kRoot + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class LayeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInstalledQtIsKnown();
    void modulesAreToldFromHeaders_data();
    void modulesAreToldFromHeaders();
    void theCheckerFindsViolations_data();
    void theCheckerFindsViolations();
    void theCheckerAllowsWhatIsAllowed_data();
    void theCheckerAllowsWhatIsAllowed();
    void theCheckerFindsForbiddenLinks_data();
    void theCheckerFindsForbiddenLinks();
    void theCheckerFindsHouseRulesBroken();
    void theTableHasNoCycles();
    void everyLibraryIsInTheTable();

    void includesFollowTheArrows();
    void linksFollowTheArrows();
    void everySourceHasItsLicence();
    void fileNamesAreLowerCase();
    void testsNeverWaitForTime();

private:
    QtHeaders m_headers;
};

void LayeringTest::theInstalledQtIsKnown()
{
    QVERIFY2(m_headers.isKnown(),
             "Qt's headers were not found, so nothing can be told about includes");
}

void LayeringTest::modulesAreToldFromHeaders_data()
{
    QTest::addColumn<QString>("module");
    const auto row = [](const char *header, const QString &module) {
        QTest::newRow(header) << module;
    };
    row("QString", u"QtCore"_s);
    row("qstring.h", u"QtCore"_s);
    row("qnamespace.h", u"QtCore"_s);
    row("QtCore/QString", u"QtCore"_s);
    row("QColor", u"QtGui"_s);
    row("QtGui/qcolor.h", u"QtGui"_s);
    row("QNetworkReply", u"QtNetwork"_s);
    row("QTcpServer", u"QtNetwork"_s);
    row("QSqlQuery", u"QtSql"_s);
    row("QtSql", u"QtSql"_s);
    row("QHttpServer", u"QtHttpServer"_s);
    row("QtCharts/QChart", u"QtCharts"_s);
    row("QtWidgets/QWidget", u"QtWidgets"_s);
    row("qt6keychain/keychain.h", u"Qt6Keychain"_s);
    row("QNoSuchClassAnywhere", u"unknown"_s);
    row("vector", {});
    row("queue", {});
    row("sys/socket.h", {});
}

void LayeringTest::modulesAreToldFromHeaders()
{
    QFETCH(QString, module);
    QCOMPARE(m_headers.moduleOf(QString::fromLatin1(QTest::currentDataTag())), module);
}

void LayeringTest::theCheckerFindsViolations_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &path, const QString &line) {
        QTest::newRow(name) << path << line;
    };
    row("core uses aws", u"src/core/a.cpp"_s, u"#include \"aws/job.h\""_s);
    row("aws uses storage", u"src/aws/a.h"_s, u"#include \"storage/paths.h\""_s);
    row("storage uses aws", u"src/storage/a.h"_s, u"#include \"aws/job.h\""_s);
    row("monitor uses models", u"src/monitor/a.h"_s, u"#include \"models/roles.h\""_s);
    row("models use monitor", u"src/models/a.h"_s, u"#include \"monitor/poller.h\""_s);
    row("models use storage", u"src/models/a.h"_s, u"#include \"storage/paths.h\""_s);
    row("ui uses aws", u"src/ui/a.cpp"_s, u"#include \"aws/job.h\""_s);
    row("ui uses storage", u"src/ui/a.cpp"_s, u"#include \"storage/paths.h\""_s);
    row("ui uses demo", u"src/ui/a.cpp"_s, u"#include \"demo/demoregion.h\""_s);
    row("demo uses monitor", u"src/demo/a.cpp"_s, u"#include \"monitor/poller.h\""_s);
    row("monitor uses ui", u"src/monitor/a.cpp"_s, u"#include \"ui/theme.h\""_s);
    row("anyone uses app", u"src/ui/a.cpp"_s, u"#include \"app/commandline.h\""_s);
    row("a library nobody knows", u"src/ui/a.cpp"_s, u"#include \"plugins/x.h\""_s);
    row("no library named", u"src/core/a.cpp"_s, u"#include \"secret.h\""_s);
    row("core uses the network", u"src/core/a.cpp"_s, u"#include <QNetworkReply>"_s);
    row("core uses GUI", u"src/core/a.cpp"_s, u"#include <QColor>"_s);
    row("core uses GUI by its long name", u"src/core/a.cpp"_s, u"#include <QtGui/QColor>"_s);
    row("core uses SQL", u"src/core/a.cpp"_s, u"#include <QSqlQuery>"_s);
    row("core reads files", u"src/core/a.cpp"_s, u"#include <QFile>"_s);
    row("core reads files otherwise", u"src/core/a.cpp"_s, u"#include <fstream>"_s);
    row("core knows item models", u"src/core/a.h"_s, u"#include <QAbstractTableModel>"_s);
    row("aws reads settings", u"src/aws/a.cpp"_s, u"#include <QSettings>"_s);
    row("aws uses Widgets", u"src/aws/a.cpp"_s, u"#include <QtWidgets/QWidget>"_s);
    row("aws opens a keychain", u"src/aws/a.cpp"_s, u"#include <qt6keychain/keychain.h>"_s);
    row("storage uses the network", u"src/storage/a.cpp"_s, u"#include <QTcpSocket>"_s);
    row("storage shows SQL types", u"src/storage/a.h"_s, u"#include <QSqlQuery>"_s);
    row("storage shows keychain types", u"src/storage/a.h"_s,
        u"#include <qt6keychain/keychain.h>"_s);
    row("storage names keychain types", u"src/storage/a.h"_s,
        u"namespace QKeychain { class Job; }"_s);
    row("monitor knows item models", u"src/monitor/a.h"_s, u"#include <QSortFilterProxyModel>"_s);
    row("monitor uses the network", u"src/monitor/a.cpp"_s, u"#include <QNetworkAccessManager>"_s);
    row("monitor uses SQL", u"src/monitor/a.cpp"_s, u"#include <QSqlDatabase>"_s);
    row("monitor speaks to users", u"src/monitor/a.cpp"_s, u"    return tr(\"late\");"_s);
    row("core speaks to users", u"src/core/a.cpp"_s,
        u"x = QCoreApplication::translate(\"a\", \"b\");"_s);
    row("models use SQL", u"src/models/a.cpp"_s, u"#include <QSqlQuery>"_s);
    row("demo uses Widgets", u"src/demo/a.cpp"_s, u"#include <QtWidgets/QLabel>"_s);
    row("ui uses the network", u"src/ui/a.cpp"_s, u"#include <QNetworkAccessManager>"_s);
    row("a Qt header nobody knows", u"src/ui/a.cpp"_s, u"#include <QNoSuchClassAnywhere>"_s);
    row("blanks", u"src/core/a.cpp"_s, u"  #  include   <QColor>"_s);
    row("a file of no library", u"src/extra/a.cpp"_s, u"int x;"_s);
}

void LayeringTest::theCheckerFindsViolations()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const Violations found = checkSource(path, u"#pragma once\n"_s + line + u"\n"_s, m_headers);
    QVERIFY2(found.size() == 1, qPrintable(found.join(u'\n')));
    QVERIFY2(found.first().startsWith(path + u':'), qPrintable(found.first()));
}

void LayeringTest::theCheckerAllowsWhatIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &path, const QString &line) {
        QTest::newRow(name) << path << line;
    };
    row("own library", u"src/core/a.cpp"_s, u"#include \"core/secret.h\""_s);
    row("aws uses the network", u"src/aws/a.h"_s, u"#include <QNetworkReply>"_s);
    row("storage uses SQL inside", u"src/storage/a.cpp"_s, u"#include <QSqlQuery>"_s);
    row("storage uses the keychain inside", u"src/storage/a.cpp"_s,
        u"#include <qt6keychain/keychain.h>"_s);
    row("monitor uses storage", u"src/monitor/a.h"_s, u"#include \"storage/paths.h\""_s);
    row("models speak to users", u"src/models/a.cpp"_s, u"return tr(\"late\");"_s);
    row("models paint", u"src/models/a.cpp"_s, u"#include <QColor>"_s);
    row("ui uses charts", u"src/ui/a.cpp"_s, u"#include <QtCharts/QChart>"_s);
    row("ui uses forms", u"src/ui/a.cpp"_s, u"#include \"ui_mainwindow.h\""_s);
    row("demo serves", u"src/demo/a.cpp"_s, u"#include <QHttpServer>"_s);
    row("app uses all", u"src/app/a.cpp"_s, u"#include \"demo/demoregion.h\""_s);
    row("generated", u"src/core/a.cpp"_s, u"#include \"a.moc\""_s);
    row("the standard library", u"src/core/a.cpp"_s, u"#include <vector>"_s);
    row("a comment", u"src/core/a.cpp"_s, u"// #include <QColor>, tr(x)"_s);
    row("a long comment", u"src/core/a.cpp"_s, u"/* \n#include <QColor>\n */"_s);
    row("a text", u"src/core/a.cpp"_s, u"auto x = \"tr(\\\"\";"_s);
    row("a raw text", u"src/core/a.cpp"_s, u"auto x = R\"(\n#tr( \" )\";"_s);
    row("an innocent name", u"src/core/a.cpp"_s, u"str(x); attr(y);"_s);
}

void LayeringTest::theCheckerAllowsWhatIsAllowed()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const Violations found = checkSource(path, u"#pragma once\n"_s + line + u"\n"_s, m_headers);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayeringTest::theCheckerFindsForbiddenLinks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("violations");
    const auto row
        = [](const char *name, const QString &path, const QString &line, int violations) {
              QTest::newRow(name) << path << u"target_link_libraries(x PUBLIC "_s + line + u')'
                                  << violations;
          };
    row("core links GUI", u"src/core/CMakeLists.txt"_s, u"Qt6::Core Qt6::Gui"_s, 1);
    row("storage links the network", u"src/storage/CMakeLists.txt"_s, u"Qt6::Network"_s, 1);
    row("monitor links a keychain", u"src/monitor/CMakeLists.txt"_s, u"Qt6Keychain::Qt6Keychain"_s,
        1);
    row("ui links storage and aws", u"src/ui/CMakeLists.txt"_s,
        u"tallylight_storage tallylight_aws"_s, 2);
    row("monitor links demo", u"src/monitor/CMakeLists.txt"_s, u"tallylight_demo"_s, 1);
    row("storage links its own", u"src/storage/CMakeLists.txt"_s,
        u"tallylight_options tallylight_core Qt6::Sql Qt6Keychain::Qt6Keychain"_s, 0);
    row("app links all", u"src/app/CMakeLists.txt"_s,
        u"tallylight_demo tallylight_ui Qt6::Widgets"_s, 0);
    row("a comment", u"src/core/CMakeLists.txt"_s, u"Qt6::Core # not Qt6::Gui"_s, 0);
}

void LayeringTest::theCheckerFindsForbiddenLinks()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(int, violations);
    QCOMPARE(checkLinking(path, line).size(), violations);
}

void LayeringTest::theCheckerFindsHouseRulesBroken()
{
    const QString header = u"// SPDX-FileCopyrightText: 2026 The Tallylight developers\n"
                           "// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
    QCOMPARE(checkLicence(u"src/core/a.h"_s, header), Violations());
    QCOMPARE(checkLicence(u"src/core/a.h"_s, u"#pragma once\n"_s + header).size(), 1);
    QCOMPARE(
        checkLicence(u"src/core/a.h"_s, QString(header).replace(u"GPL-3.0-or-later"_s, u"MIT"_s))
            .size(),
        1);
    QCOMPARE(checkLicence(u"x.sh"_s, u"#!/bin/sh\n"_s + QString(header).replace(u"//"_s, u"#"_s)),
             Violations());
    QCOMPARE(checkLicence(u"x.sh"_s, header).size(), 1);

    QCOMPARE(checkName(u"src/core/secret.h"_s), Violations());
    QCOMPARE(checkName(u"src/core/CMakeLists.txt"_s), Violations());
    QCOMPARE(checkName(u"src/core/Secret.h"_s).size(), 1);

    for (const QString &line :
         {u"QTest::qWait(10);"_s, u"QTest::qSleep (1);"_s, u"QThread::msleep(5);"_s,
          u"std::this_thread::sleep_for(1ms);"_s, u"usleep(3);"_s})
        QVERIFY2(checkTestWaiting(u"tests/a.cpp"_s, line).size() == 1, qPrintable(line));
    for (const QString &line : {u"QTest::qWaitFor(done);"_s, u"// qWait(1)"_s,
                                u"x = \"sleep(1)\";"_s, u"QTRY_VERIFY(asleep());"_s})
        QVERIFY2(checkTestWaiting(u"tests/a.cpp"_s, line).isEmpty(), qPrintable(line));
}

void LayeringTest::theTableHasNoCycles()
{
    // Taking away, again and again, what depends on nothing that is left must take away everything.
    QList<Layer> left = layers();
    for (bool progress = true; progress && !left.isEmpty();) {
        QStringList names;
        for (const Layer &layer : std::as_const(left))
            names << layer.name;
        const qsizetype removed = left.removeIf([&names](const Layer &layer) {
            return std::none_of(layer.libraries.begin(), layer.libraries.end(),
                                [&names](const QString &used) { return names.contains(used); });
        });
        progress = removed > 0;
    }
    QVERIFY(left.isEmpty());
}

void LayeringTest::everyLibraryIsInTheTable()
{
    QStringList inTable;
    for (const Layer &layer : layers())
        inTable << layer.name;
    inTable.sort();
    QStringList folders = QDir(kRoot + u"/src"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    folders.sort();
    QCOMPARE(folders, inTable);
}

void LayeringTest::includesFollowTheArrows()
{
    const QStringList files = filesBelow(u"src"_s, {u"*.h"_s, u"*.cpp"_s, u"*.mm"_s});
    QVERIFY(files.size() > 20);
    Violations found;
    for (const QString &path : files)
        found << checkSource(path, contentOf(path), m_headers);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void LayeringTest::linksFollowTheArrows()
{
    const QStringList files = filesBelow(u"src"_s, {u"CMakeLists.txt"_s});
    QVERIFY(files.size() >= 8);
    Violations found;
    for (const QString &path : files)
        found << checkLinking(path, contentOf(path));
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void LayeringTest::everySourceHasItsLicence()
{
    Violations found;
    for (const QString &folder : {u"src"_s, u"tests"_s, u"installer"_s}) {
        const QStringList files = filesBelow(
            folder,
            {u"*.h"_s, u"*.cpp"_s, u"*.sh"_s, u"*.py"_s, u"*.cmake"_s, u"CMakeLists.txt"_s});
        for (const QString &path : files)
            found << checkLicence(path, contentOf(path));
    }
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void LayeringTest::fileNamesAreLowerCase()
{
    Violations found;
    for (const QString &folder :
         {u"src"_s, u"tests"_s, u"forms"_s, u"resources"_s, u"translations"_s, u"installer"_s}) {
        const QStringList files = filesBelow(folder, {u"*"_s});
        for (const QString &path : files)
            found << checkName(path);
    }
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void LayeringTest::testsNeverWaitForTime()
{
    Violations found;
    const QStringList files = filesBelow(u"tests"_s, {u"*.h"_s, u"*.cpp"_s});
    QVERIFY(files.size() > 10);
    for (const QString &path : files) {
        // What measures time may let it pass; it is no test.
        if (!path.startsWith("tests/bench/"_L1))
            found << checkTestWaiting(path, contentOf(path));
    }
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

QTEST_APPLESS_MAIN(LayeringTest)
#include "tst_layering.moc"
