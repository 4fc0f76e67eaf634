// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/awsbench.h"
#include "monitor/inventoryservice.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::InventoryService;
using test::RawRequest;
using test::ScriptedReply;

namespace {

using Ids = QSet<QString>;

/// The service on a server whose region has the channels given here.
struct Bench : test::AwsBench
{
    Bench()
        : service(*connection, 24h, clock)
    {
        server.setHandler([this](const RawRequest &request) {
            if (!request.path().contains("/channels"))
                return ScriptedReply::json(R"({"inputs":[]})");
            if (refused)
                return ScriptedReply::status(403, R"({"message":"no"})",
                                             {{"x-amzn-ErrorType", "AccessDeniedException"}});
            QByteArrayList channels;
            for (const QString &id : std::as_const(ids))
                channels.append("{\"id\":\"" + id.toLatin1() + "\",\"state\":\"RUNNING\"}");
            return ScriptedReply::json("{\"channels\":[" + channels.join(',') + "]}");
        });
    }

    bool sweep(const QStringList &existing)
    {
        ids = existing;
        const qsizetype asked = server.requests().size();
        if (std::exchange(started, true))
            service.refreshNow();
        else
            service.start();
        return QTest::qWaitFor([this, asked] {
            return server.requests().size() > asked && !service.isRefreshing();
        });
    }

    QStringList ids;
    bool refused = false;
    bool started = false;
    InventoryService service;
};

} // namespace

class InventoryServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCompleteSweepTellsWhatThereIsAndWhatIsGone()
    {
        Bench bench;
        QSignalSpy kept(&bench.service, &InventoryService::channelsKept);
        QVERIFY(bench.sweep({u"1"_s, u"2"_s}));
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.last().at(0).value<Ids>(), Ids({u"1"_s, u"2"_s}));
        QCOMPARE(kept.last().at(1).value<Ids>(), Ids());
        // As many as before, but not the same.
        QVERIFY(bench.sweep({u"2"_s, u"3"_s}));
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.last().at(0).value<Ids>(), Ids({u"2"_s, u"3"_s}));
        QCOMPARE(kept.last().at(1).value<Ids>(), Ids({u"1"_s}));
        QVERIFY(bench.sweep({}));
        QCOMPARE(kept.last().at(1).value<Ids>(), Ids({u"2"_s, u"3"_s}));
        QVERIFY(bench.service.channels().isEmpty());
    }

    void whatAnEarlierRunKnewIsGoneUnlessSeenAgain()
    {
        Bench bench;
        QSignalSpy kept(&bench.service, &InventoryService::channelsKept);
        QList<Observed<Channel>> remembered;
        for (const QString &id : {u"1"_s, u"9"_s}) {
            Observed<Channel> channel;
            channel.value.id = id;
            channel.freshness.observedAt = bench.clock.utcNow().addSecs(-3600);
            remembered.append(channel);
        }
        bench.service.recall(remembered);
        QCOMPARE(bench.service.channels().size(), 2);
        QVERIFY(bench.sweep({u"1"_s}));
        QCOMPARE(kept.last().at(1).value<Ids>(), Ids({u"9"_s}));
        QCOMPARE(bench.service.channels().keys(), QStringList{u"1"_s});
    }

    void aSweepThatFailsTakesNothingAway()
    {
        Bench bench;
        QVERIFY(bench.sweep({u"1"_s, u"2"_s}));
        QSignalSpy kept(&bench.service, &InventoryService::channelsKept);
        bench.refused = true;
        QVERIFY(bench.sweep({u"1"_s}));
        QVERIFY(bench.service.channelFreshness().error);
        QCOMPARE(kept.size(), 0);
        QCOMPARE(bench.service.channels().size(), 2);
    }
};

QTEST_GUILESS_MAIN(InventoryServiceTest)

#include "tst_inventoryservice.moc"
