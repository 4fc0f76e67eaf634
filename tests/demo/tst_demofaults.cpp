// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "democlient.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString errorType(const ClientReply &reply)
{
    return QString::fromLatin1(reply.header("x-amzn-ErrorType"));
}

} // namespace

/// What can be made to go wrong in a demo region, and what it counts.
class TestDemoFaults : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{QDateTime(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC)};

    static DemoOptions unlimited()
    {
        DemoOptions options;
        options.limit = false;
        return options;
    }

private Q_SLOTS:
    void plannedFailuresComeAndGo()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        region.faults().failNext(2, 503, u"ServiceUnavailableException"_s);
        region.faults().failNext(1, 500, u"InternalServerErrorException"_s, u"ListInputs"_s);
        QCOMPARE(errorType(client.get(u"/prod/channels"_s)), u"ServiceUnavailableException"_s);
        QCOMPARE(client.get(u"/prod/channels"_s).status, 503);
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
        QCOMPARE(client.get(u"/prod/inputs"_s).status, 500);
        QCOMPARE(client.get(u"/prod/inputs"_s).status, 200);
    }

    void aForbiddenOperationNamesTheMissingPermission()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        region.faults().setForbidden(u"ListInputs"_s);
        region.faults().setForbidden(u"GetMetricData"_s);
        const ClientReply reply = client.get(u"/prod/inputs"_s);
        QCOMPARE(reply.status, 403);
        QCOMPARE(errorType(reply), u"AccessDeniedException"_s);
        QVERIFY(reply.json().value("Message"_L1).toString().contains("medialive:ListInputs"_L1));
        QVERIFY(
            client.cloudWatch(u"GetMetricData"_s, {}).body.contains("cloudwatch:GetMetricData"));
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
        region.faults().setForbidden(u"ListInputs"_s, false);
        QCOMPARE(client.get(u"/prod/inputs"_s).status, 200);
    }

    void answersCanBeSpoilt_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("html") << int(Malformation::Html);
        QTest::newRow("truncated") << int(Malformation::Truncated);
        QTest::newRow("garbage") << int(Malformation::Garbage);
        QTest::newRow("empty") << int(Malformation::Empty);
    }
    void answersCanBeSpoilt()
    {
        QFETCH(int, kind);
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        region.faults().malformedNext(Malformation(kind), 1, u"ListInputs"_s);
        QVERIFY(!client.get(u"/prod/channels"_s).json().isEmpty());
        const ClientReply spoilt = client.get(u"/prod/inputs"_s);
        QCOMPARE(spoilt.status, 200);
        QVERIFY(QJsonDocument::fromJson(spoilt.body).isNull());
        QVERIFY(!client.get(u"/prod/inputs"_s).json().isEmpty());
    }

    void aBodyCanBeCutOff()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        region.faults().malformedNext(Malformation::CutOff);
        QCOMPARE(client.get(u"/prod/channels"_s).error, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(client.get(u"/prod/channels"_s).error, QNetworkReply::NoError);
    }

    void offlineDropsConnections()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
        region.setOffline(true);
        const ClientReply reply = client.get(u"/prod/channels"_s);
        QCOMPARE(reply.status, 0);
        QVERIFY(reply.error != QNetworkReply::NoError);
        region.setOffline(false);
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
    }

    void latencyIsAdded()
    {
        DemoOptions options = unlimited();
        options.latency = 120ms;
        DemoRegion region(options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
        QVERIFY(timer.elapsed() >= 115); // timers may be coarse
    }

    void requestsAreCounted()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const qint64 size = client.get(u"/prod/channels"_s).body.size()
            + client.get(u"/prod/inputs"_s).body.size() + client.get(u"/prod/inputs"_s).body.size()
            + client.get(u"/prod/nothing"_s).body.size();
        const RequestCounts counts = region.faults().counts();
        QCOMPARE(counts.byOperation,
                 (QMap<QString, qint64>{{u"ListChannels"_s, 1}, {u"ListInputs"_s, 2}}));
        QCOMPARE(counts.total, 4);
        QCOMPARE(counts.failed, 1);
        QCOMPARE(counts.bytesSent, size);
        region.faults().resetCounts();
        QCOMPARE(region.faults().counts(), RequestCounts());
    }
};

QTEST_GUILESS_MAIN(TestDemoFaults)
#include "tst_demofaults.moc"
