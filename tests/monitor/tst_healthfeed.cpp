// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/healthfeed.h"

#include <QHash>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::monitor;

namespace {

PipelineHealth row(const QString &channel, const QString &pipeline)
{
    PipelineHealth health;
    health.channelId = channel;
    health.pipeline = pipeline;
    return health;
}

/// A region whose channels have the pipelines given here.
struct Region
{
    QHash<QString, QStringList> pipelines;

    std::optional<QList<PipelineHealth>> rowsOf(const QString &channel) const
    {
        const auto found = pipelines.constFind(channel);
        if (found == pipelines.constEnd())
            return std::nullopt;
        QList<PipelineHealth> rows;
        for (const QString &pipeline : *found)
            rows.append(row(channel, pipeline));
        return rows;
    }
};

} // namespace

class TestHealthFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstIsToldOnce();
    void aPipelineLessIsTold();
    void aDeletedChannelTakesItsRowsAlong();
    void rowsThatComeBackInTimeWereNeverGone();
};

void TestHealthFeed::aBurstIsToldOnce()
{
    const Region region{{{u"a"_s, {u"0"_s, u"1"_s}}, {u"b"_s, {u"0"_s}}}};
    HealthFeed feed([&region](const QString &id) { return region.rowsOf(id); });
    QSignalSpy arrived(&feed, &HealthFeed::arrived);
    QSignalSpy gone(&feed, &HealthFeed::gone);
    feed.markDirty({u"a"_s});
    feed.markDirty({u"a"_s, u"b"_s, u"unknown"_s});
    QCOMPARE(arrived.size(), 0);
    QVERIFY(arrived.wait());
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.first().first().value<QList<PipelineHealth>>().size(), 3);
    QCOMPARE(gone.size(), 0);
    feed.flush();
    QCOMPARE(arrived.size(), 1); // nothing was waiting
}

void TestHealthFeed::aPipelineLessIsTold()
{
    Region region{{{u"a"_s, {u"0"_s, u"1"_s}}}};
    HealthFeed feed([&region](const QString &id) { return region.rowsOf(id); });
    QSignalSpy gone(&feed, &HealthFeed::gone);
    feed.markDirty({u"a"_s});
    feed.flush();
    region.pipelines[u"a"_s] = {QString()}; // stopped: one row without a pipeline
    feed.markDirty({u"a"_s});
    feed.flush();
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.first().first().value<QSet<QString>>(), QSet<QString>({u"a/0"_s, u"a/1"_s}));
}

void TestHealthFeed::aDeletedChannelTakesItsRowsAlong()
{
    Region region{{{u"a"_s, {u"0"_s, u"1"_s}}, {u"b"_s, {u"0"_s}}}};
    HealthFeed feed([&region](const QString &id) { return region.rowsOf(id); });
    QSignalSpy gone(&feed, &HealthFeed::gone);
    feed.markDirty({u"a"_s, u"b"_s});
    feed.flush();
    region.pipelines.remove(u"a"_s);
    feed.forget({u"a"_s});
    QCOMPARE(gone.size(), 0); // a moment later
    QVERIFY(gone.wait());
    QCOMPARE(gone.first().first().value<QSet<QString>>(), QSet<QString>({u"a/0"_s, u"a/1"_s}));
    feed.forget({u"a"_s});
    feed.flush();
    QCOMPARE(gone.size(), 1); // told once
}

void TestHealthFeed::rowsThatComeBackInTimeWereNeverGone()
{
    const Region region{{{u"a"_s, {u"0"_s}}}};
    HealthFeed feed([&region](const QString &id) { return region.rowsOf(id); });
    QSignalSpy arrived(&feed, &HealthFeed::arrived);
    QSignalSpy gone(&feed, &HealthFeed::gone);
    feed.markDirty({u"a"_s});
    feed.flush();
    feed.forget({u"a"_s});
    feed.markDirty({u"a"_s});
    feed.flush();
    QCOMPARE(arrived.size(), 2);
    QCOMPARE(gone.size(), 0);
}

QTEST_GUILESS_MAIN(TestHealthFeed)

#include "tst_healthfeed.moc"
