// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/regionsearch.h"
#include "support/loopbackserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::monitor;
using namespace tallylight::test;

namespace {

using Outcome = RegionFinding::Outcome;

/// The region a request is signed for.
QString signedFor(const RawRequest &request)
{
    static const QRegularExpression scope(u"Credential=[^/]+/\\d+/([^/]+)/"_s);
    return scope.match(QString::fromLatin1(request.header("authorization"))).captured(1);
}

/// One server for all regions, which answers each its own way.
struct SearchBench
{
    SearchBench()
    {
        server.setHandler([this](const RawRequest &request) {
            const QString region = signedFor(request);
            asked.append(region);
            return answers.value(region, ScriptedReply::json("{\"channels\":[]}"));
        });
        prototype = makeProfile();
        prototype.endpoints.medialive = server.url();
        Credentials keys;
        keys.accessKeyId = u"AKIATEST"_s;
        keys.secretAccessKey = Secret(u"made-up"_s);
        credentials = std::make_shared<StaticCredentialsProvider>(keys);
    }
    std::unique_ptr<RegionSearch> search(const QStringList &regions)
    {
        return std::make_unique<RegionSearch>(prototype, regions, credentials, clock);
    }

    SystemClock clock;
    LoopbackServer server;
    QHash<QString, ScriptedReply> answers;
    QStringList asked;
    Profile prototype;
    std::shared_ptr<CredentialsProvider> credentials;
};

QHash<QString, Outcome> outcomesOf(const QSignalSpy &found)
{
    QHash<QString, Outcome> outcomes;
    for (const QList<QVariant> &one : found) {
        const auto finding = one.first().value<RegionFinding>();
        outcomes.insert(finding.region, finding.outcome);
    }
    return outcomes;
}

} // namespace

class TestRegionSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRegionIsAskedOnce();
    void onePageIsEnough();
    void nothingToAskIsAnEnd();
    void aCancelledSearchSaysNothing();
    void cancellingFromInside();
    void withoutCredentialsAllFail();
};

void TestRegionSearch::eachRegionIsAskedOnce()
{
    SearchBench bench;
    bench.answers = {
        {u"eu-west-1"_s, ScriptedReply::json("{\"channels\":[{\"id\":\"1\"}]}")},
        {u"us-east-1"_s,
         ScriptedReply::status(403, "{\"message\":\"no\"}",
                               {{"x-amzn-ErrorType", "AccessDeniedException"}})},
        {u"me-central-1"_s,
         ScriptedReply::status(403, "{\"message\":\"invalid token\"}",
                               {{"x-amzn-ErrorType", "UnrecognizedClientException"}})},
        {u"us-west-2"_s, ScriptedReply::json("<html>hotel")},
    };
    const QStringList regions{u"eu-west-1"_s, u"us-east-1"_s, u"me-central-1"_s,  u"us-west-2"_s,
                              u"eu-west-2"_s, u"eu-west-3"_s, u"ap-northeast-1"_s};
    const auto search = bench.search(regions);
    QSignalSpy found(search.get(), &RegionSearch::found);
    QSignalSpy finished(search.get(), &RegionSearch::finished);
    search->start();
    QVERIFY(search->isRunning());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!search->isRunning());
    QCOMPARE(search->answered(), 7);
    QCOMPARE(search->total(), 7);
    const QHash<QString, Outcome> outcomes = outcomesOf(found);
    QCOMPARE(outcomes.size(), 7);
    QCOMPARE(outcomes.value(u"eu-west-1"_s), Outcome::HasChannels);
    QCOMPARE(outcomes.value(u"us-east-1"_s), Outcome::Refused);
    QCOMPARE(outcomes.value(u"me-central-1"_s), Outcome::Refused);
    QCOMPARE(outcomes.value(u"us-west-2"_s), Outcome::Failed);
    QCOMPARE(outcomes.value(u"eu-west-2"_s), Outcome::Empty);
    QCOMPARE(bench.asked.size(), 7);
    QVERIFY(bench.server.requests().first().target().startsWith("/prod/channels?maxResults=1"));
}

void TestRegionSearch::onePageIsEnough()
{
    SearchBench bench;
    bench.answers = {{u"eu-west-1"_s,
                      ScriptedReply::json("{\"channels\":[{\"id\":\"1\"}],"
                                          "\"nextToken\":\"more\"}")}};
    const auto search = bench.search({u"eu-west-1"_s});
    QSignalSpy found(search.get(), &RegionSearch::found);
    search->start();
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(outcomesOf(found).value(u"eu-west-1"_s), Outcome::HasChannels);
    QVERIFY(bench.asked.size() <= 2); // the next page may have been on its way
}

void TestRegionSearch::nothingToAskIsAnEnd()
{
    SearchBench bench;
    const auto search = bench.search({});
    QSignalSpy finished(search.get(), &RegionSearch::finished);
    search->start();
    QTRY_COMPARE(finished.count(), 1);
}

void TestRegionSearch::aCancelledSearchSaysNothing()
{
    SearchBench bench;
    bench.answers = {{u"eu-west-1"_s, ScriptedReply::silence()}};
    const auto search = bench.search({u"eu-west-1"_s, u"eu-west-2"_s});
    QSignalSpy found(search.get(), &RegionSearch::found);
    QSignalSpy finished(search.get(), &RegionSearch::finished);
    search->start();
    QTRY_COMPARE(found.count(), 1); // the other one
    QTRY_COMPARE(bench.asked.size(), 2);
    search->cancel();
    QVERIFY(!search->isRunning());
    QTRY_COMPARE(bench.server.connections(), 0);
    QCOMPARE(found.count(), 1);
    QCOMPARE(finished.count(), 0);
}

void TestRegionSearch::cancellingFromInside()
{
    SearchBench bench;
    const auto search = bench.search({u"eu-west-1"_s, u"eu-west-2"_s, u"eu-west-3"_s});
    QSignalSpy found(search.get(), &RegionSearch::found);
    connect(search.get(), &RegionSearch::found, search.get(), &RegionSearch::cancel);
    search->start();
    QTRY_COMPARE(found.count(), 1);
    QTRY_COMPARE(bench.server.connections(), 0);
    QCOMPARE(found.count(), 1);
}

void TestRegionSearch::withoutCredentialsAllFail()
{
    SearchBench bench;
    bench.credentials = std::make_shared<StaticCredentialsProvider>(Credentials());
    const auto search = bench.search({u"eu-west-1"_s, u"eu-west-2"_s});
    QSignalSpy found(search.get(), &RegionSearch::found);
    QSignalSpy finished(search.get(), &RegionSearch::finished);
    search->start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(outcomesOf(found).value(u"eu-west-1"_s), Outcome::Failed);
    QCOMPARE(bench.asked.size(), 0);
}

QTEST_GUILESS_MAIN(TestRegionSearch)
#include "tst_regionsearch.moc"
