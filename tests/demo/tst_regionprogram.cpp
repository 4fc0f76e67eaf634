// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/regionoptions.h"
#include "democlient.h"

#include <QProcess>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The command line of tallylight-demo-region, and the program itself.
class TestRegionProgram : public QObject
{
    Q_OBJECT

private:
    struct Run
    {
        int code;
        QString out;
        QString err;
    };
    static Run run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TALLYLIGHT_DEMO_REGION), arguments);
        if (!process.waitForFinished(20'000))
            return {-1, {}, {}};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private Q_SLOTS:
    void optionsAreRead()
    {
        const RegionCommand command = parseRegionCommand(
            {u"x"_s, u"--port"_s, u"8080"_s, u"--channels"_s, u"7"_s, u"--inputs=9"_s,
             u"--scenario"_s, u"Default"_s, u"--seed"_s, u"4294967295"_s, u"--no-limit"_s,
             u"--region"_s, u"us-west-2"_s, u"--latency"_s, u"250"_s, u"--time-factor"_s, u"20"_s});
        QVERIFY2(command.message.isEmpty(), qPrintable(command.message));
        QCOMPARE(command.options.port, quint16(8080));
        QCOMPARE(command.options.channels, 7);
        QCOMPARE(command.options.inputs, 9);
        QCOMPARE(command.options.scenario, u"living"_s);
        QCOMPARE(command.options.seed, 4294967295U);
        QCOMPARE(command.options.limit, false);
        QCOMPARE(command.options.region, u"us-west-2"_s);
        QCOMPARE(command.options.latency, 250ms);
        QCOMPARE(command.options.timeFactor, 20.0);
    }

    void defaultsAreThoseOfTheLibrary()
    {
        const RegionCommand command = parseRegionCommand({u"x"_s});
        QVERIFY(command.message.isEmpty());
        QCOMPARE(command.options.channels, DemoOptions().channels);
        QCOMPARE(command.options.port, quint16(0));
        QCOMPARE(command.options.limit, true);
    }

    void badOptionsAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << QStringList{u"--colour"_s} << u"colour"_s;
        QTest::newRow("positional") << QStringList{u"8080"_s} << u"8080"_s;
        QTest::newRow("no value") << QStringList{u"--port"_s} << u"port"_s;
        QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s} << u"65535"_s;
        QTest::newRow("port negative") << QStringList{u"--port=-1"_s} << u"--port -1"_s;
        QTest::newRow("no number")
            << QStringList{u"--channels"_s, u"many"_s} << u"--channels many"_s;
        QTest::newRow("too many") << QStringList{u"--inputs"_s, u"100001"_s} << u"100000"_s;
        QTest::newRow("scenario") << QStringList{u"--scenario"_s, u"party"_s} << u"churn"_s;
        QTest::newRow("region") << QStringList{u"--region"_s, u"moon-1"_s} << u"moon-1"_s;
        QTest::newRow("fraction") << QStringList{u"--latency"_s, u"0.5"_s} << u"--latency 0.5"_s;
    }
    void badOptionsAreNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const RegionCommand command = parseRegionCommand(QStringList{u"x"_s} + arguments);
        QVERIFY(command.isError);
        QVERIFY2(command.message.contains(words), qPrintable(command.message));
    }

    void badOptionsEndTheProgramWithOne()
    {
        const Run bad = run({u"--scenario"_s, u"party"_s});
        QCOMPARE(bad.code, 1);
        QVERIFY(bad.out.isEmpty());
        QVERIFY(bad.err.contains("party"_L1));
    }

    void helpAndVersionEndWithZero()
    {
        const Run help = run({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const QString &option : {u"--port"_s, u"--channels"_s, u"--inputs"_s, u"--scenario"_s,
                                      u"--seed"_s, u"--no-limit"_s, u"--region"_s, u"--latency"_s})
            QVERIFY2(help.out.contains(option), qPrintable(help.out));
        const Run version = run({u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.contains(QStringLiteral(TALLYLIGHT_VERSION)));
    }

    void aTakenPortIsSaidPlainly()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString port = QString::number(other.serverPort());
        const Run taken = run({u"--port"_s, port});
        QCOMPARE(taken.code, 1);
        QVERIFY(taken.out.isEmpty());
        QVERIFY2(taken.err.contains(port), qPrintable(taken.err));
    }

    void itServesUntilToldToStop_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void itServesUntilToldToStop()
    {
        QFETCH(int, signal);
        QProcess process;
        // Without a display or any hint of a platform: it must not need one.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.remove(u"DISPLAY"_s);
        process.setProcessEnvironment(environment);
        process.start(
            QStringLiteral(TALLYLIGHT_DEMO_REGION),
            {u"--port"_s, u"0"_s, u"--channels"_s, u"3"_s, u"--region"_s, u"us-west-2"_s});
        QByteArray text;
        while (text.count('\n') < 4 && process.waitForReadyRead(20'000))
            text += process.readAllStandardOutput();
        QMap<QByteArray, QByteArray> values;
        for (const QByteArray &line : text.trimmed().split('\n'))
            values.insert(line.left(line.indexOf(": ")), line.mid(line.indexOf(": ") + 2));
        QCOMPARE(values.keys(),
                 (QList<QByteArray>{"access key id", "endpoint", "region", "secret access key"}));
        QCOMPARE(values.value("region"), "us-west-2");

        const SystemClock clock;
        DemoRegion unstarted({}, clock);
        DemoClient client(unstarted, clock);
        client.endpoint = QUrl(QString::fromLatin1(values.value("endpoint")));
        client.regionName = u"us-west-2"_s;
        client.credentials = {QString::fromLatin1(values.value("access key id")),
                              Secret(values.value("secret access key")),
                              {},
                              {}};
        const ClientReply reply = client.get(u"/prod/channels"_s);
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.json().contains("nextToken"_L1));

        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRegionProgram)
#include "tst_regionprogram.moc"
