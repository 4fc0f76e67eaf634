// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/awsbench.h"
#include "aws/medialiveclient.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using test::AwsBench;
using test::JobWatch;
using test::ScriptedReply;

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlowProxyScriptHoldsUpTheCallAndNothingElse()
    {
        QSemaphore mayAnswer;
        QUrl asked;
        quint16 port = 0;
        AwsBench bench(Service::MediaLive, [&](aws::ConnectionConfig *config) {
            port = static_cast<quint16>(config->endpoint.port());
            config->endpoint = QUrl(u"http://medialive.tallylight.test"_s);
            config->proxy.mode = ProxySetting::Mode::System;
            config->systemProxy = [&](const QUrl &endpoint) {
                asked = endpoint;
                mayAnswer.acquire();
                return QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port);
            };
        });
        bench.server.enqueue(ScriptedReply::json(R"({"channels":[]})"));
        auto *job = aws::MediaLiveClient(*bench.connection).listChannels(this);
        const JobWatch watch(job);
        job->start();
        QCoreApplication::processEvents();
        QVERIFY(!bench.connection->isProxyKnown());
        QCOMPARE(bench.server.requests().size(), 0);

        mayAnswer.release();
        QTRY_COMPARE(watch.finished(), 1);
        QVERIFY(!watch.error);
        QCOMPARE(asked, QUrl(u"http://medialive.tallylight.test"_s));
        QVERIFY(bench.server.requests().first().target().startsWith("http://medialive."));

        // The answer is kept: a second call does not ask the system.
        auto *second = aws::MediaLiveClient(*bench.connection).listChannels(this);
        const JobWatch secondWatch(second);
        second->start();
        QTRY_COMPARE(secondWatch.finished(), 1);
        QCOMPARE(mayAnswer.available(), 0);

        // Another network may have another proxy.
        bench.connection->reconnect();
        QVERIFY(!bench.connection->isProxyKnown());
        mayAnswer.release();
        QTRY_VERIFY(bench.connection->isProxyKnown());
    }

    void aCallThatWaitsForTheProxyCanBeCancelled()
    {
        QSemaphore mayAnswer;
        AwsBench bench(Service::MediaLive, [&](aws::ConnectionConfig *config) {
            config->endpoint = QUrl(u"http://medialive.tallylight.test"_s);
            config->proxy.mode = ProxySetting::Mode::System;
            config->systemProxy = [&](const QUrl &) {
                mayAnswer.acquire();
                return QNetworkProxy(QNetworkProxy::NoProxy);
            };
        });
        auto *job = aws::MediaLiveClient(*bench.connection).listChannels(this);
        const JobWatch watch(job);
        job->start();
        QCoreApplication::processEvents();
        job->cancel();
        QTRY_COMPARE(watch.finished(), 1);
        QCOMPARE(watch.category(), ErrorCategory::Cancelled);
        mayAnswer.release(); // the thread must not outlive the semaphore
        QTRY_VERIFY(bench.connection->isProxyKnown());
    }

    void loopbackNeverAsksTheSystem()
    {
        AwsBench bench(Service::MediaLive, [](aws::ConnectionConfig *config) {
            config->proxy.mode = ProxySetting::Mode::System;
            config->systemProxy = [](const QUrl &) -> QNetworkProxy {
                qFatal("asked");
            };
        });
        QVERIFY(bench.connection->isProxyKnown());
    }

    /// After a sleep the other side is gone without a word; waiting for the timeout would cost
    /// every call its whole patience.
    void aCallOnADeadConnectionIsAskedAgainAtOnce()
    {
        AwsBench bench;
        bench.server.enqueue(ScriptedReply::silence());
        bench.server.enqueue(ScriptedReply::json(R"({"channels":[]})"));
        auto *job = aws::MediaLiveClient(*bench.connection).listChannels(this);
        const JobWatch watch(job);
        job->start();
        QTRY_COMPARE(bench.server.requests().size(), 1);
        QCOMPARE(watch.finished(), 0);
        bench.connection->reconnect();
        QTRY_COMPARE(watch.finished(), 1);
        QVERIFY(!watch.error);
        QCOMPARE(bench.server.requests().size(), 2);
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
