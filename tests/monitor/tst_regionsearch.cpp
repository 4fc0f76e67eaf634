// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/awsimport.h"
#include "monitor/credentialsession.h"
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

ScriptedReply refusal(const QByteArray &code, const QByteArray &message = "no")
{
    return ScriptedReply::status(403, "{\"message\":\"" + message + "\"}",
                                 {{"x-amzn-ErrorType", code}});
}

ScriptedReply unknownKey()
{
    return refusal("UnrecognizedClientException",
                   "The security token included in the request is invalid.");
}

/// Gives keys unless there is a problem, which may be one a code helps with.
class TestSource final : public CredentialOrigin
{
public:
    explicit TestSource(Credentials keys)
        : m_keys(std::move(keys))
    {
    }
    void fetch(QObject *context, Callback done) override
    {
        const Result result = next();
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    }
    QString mfaDevice() const override { return isGuarded ? u"arn:of:the:device"_s : QString(); }
    void giveMfaCode(const Secret &code) override { m_code = code; }
    /// As after a sign-in, or when a file was mended.
    void become(SecretProblem another)
    {
        problem = another;
        Q_EMIT changed();
    }

    bool isGuarded = false;
    SecretProblem problem = SecretProblem::None;
    int given = 0;

private:
    Result next()
    {
        const Secret code = std::exchange(m_code, Secret());
        if (problem != SecretProblem::None)
            return Unexpected{credentialError(problem)};
        if (isGuarded && code.isEmpty())
            return Unexpected{credentialError(SecretProblem::MfaNeeded)};
        if (isGuarded && !(code == Secret(u"123456"_s)))
            return Unexpected{credentialError(SecretProblem::MfaRefused)};
        ++given;
        return m_keys;
    }

    const Credentials m_keys;
    Secret m_code;
};

/// One server for all regions, which answers each its own way.
struct SearchBench
{
    SearchBench()
    {
        server.setHandler([this](const RawRequest &request) {
            const QString region = signedFor(request);
            asked.append(region);
            return answers.value(region, usual);
        });
        prototype = makeProfile();
        prototype.endpoints.medialive = server.url();
        Credentials keys;
        keys.accessKeyId = u"AKIATEST"_s;
        keys.secretAccessKey = Secret(u"made-up"_s);
        use(keys);
    }
    void use(const Credentials &keys)
    {
        source = std::make_shared<TestSource>(keys);
        credentials = std::make_shared<CredentialSession>(source, u"hint"_s, clock);
    }
    std::unique_ptr<RegionSearch> search(const QStringList &regions)
    {
        return std::make_unique<RegionSearch>(prototype, regions, credentials, clock);
    }

    SystemClock clock;
    LoopbackServer server;
    ScriptedReply usual = ScriptedReply::json("{\"channels\":[]}");
    QHash<QString, ScriptedReply> answers;
    QStringList asked;
    Profile prototype;
    std::shared_ptr<TestSource> source;
    std::shared_ptr<CredentialSession> credentials;
};

/// What a search says, as it says it.
struct Listener
{
    explicit Listener(RegionSearch &search)
        : found(&search, &RegionSearch::found)
        , finished(&search, &RegionSearch::finished)
        , stopped(&search, &RegionSearch::stopped)
        , resumed(&search, &RegionSearch::resumed)
    {
    }
    ApiError lastObstacle() const { return stopped.constLast().constFirst().value<ApiError>(); }

    QSignalSpy found;
    QSignalSpy finished;
    QSignalSpy stopped;
    QSignalSpy resumed;
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
    void refusedKeysStopTheSearch_data();
    void refusedKeysStopTheSearch();
    void aRegionThatIsNotEnabledIsToldFromTheKeys_data();
    void aRegionThatIsNotEnabledIsToldFromTheKeys();
    void aHostOfOneRegionIsFound();
    void withoutKeysNothingIsAsked();
    void oneCodeServesAllRegions();
    void signingInElsewhereGoesOn();
    void aStoppedSearchCanBeCancelled();
};

void TestRegionSearch::eachRegionIsAskedOnce()
{
    SearchBench bench;
    bench.answers = {
        {u"eu-west-1"_s, ScriptedReply::json("{\"channels\":[{\"id\":\"1\"}]}")},
        {u"us-east-1"_s, refusal("AccessDeniedException")},
        {u"me-central-1"_s, unknownKey()},
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

void TestRegionSearch::refusedKeysStopTheSearch_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("regions");
    QTest::addColumn<ErrorCategory>("category");
    QTest::newRow("unknown key") << QByteArray("UnrecognizedClientException") << 20
                                 << ErrorCategory::Credentials;
    QTest::newRow("unknown key, by its other name")
        << QByteArray("InvalidClientTokenId") << 20 << ErrorCategory::Credentials;
    QTest::newRow("wrong secret") << QByteArray("InvalidSignatureException") << 20
                                  << ErrorCategory::Credentials;
    QTest::newRow("few regions") << QByteArray("UnrecognizedClientException") << 2
                                 << ErrorCategory::Credentials;
    // Asked for anew first, in vain: there is a problem then, and no answer of AWS any more.
    QTest::newRow("run out") << QByteArray("ExpiredTokenException") << 20 << ErrorCategory::None;
}

void TestRegionSearch::refusedKeysStopTheSearch()
{
    QFETCH(QByteArray, code);
    QFETCH(int, regions);
    QFETCH(ErrorCategory, category);
    SearchBench bench;
    bench.usual = refusal(code);
    const auto search = bench.search(regionsToSearch({}).first(regions));
    Listener said(*search);
    search->start();
    QTRY_COMPARE(said.stopped.count(), 1);
    if (category != ErrorCategory::None)
        QCOMPARE(said.lastObstacle().category, category);
    else
        QCOMPARE(secretProblemOf(said.lastObstacle()), SecretProblem::Expired);
    QTRY_COMPARE(bench.server.connections(), 0);
    QVERIFY(bench.asked.size() <= 4);
    QCOMPARE(said.found.count(), 0); // nothing is said about a region
    QCOMPARE(said.finished.count(), 0);
    QCOMPARE(said.stopped.count(), 1);
    QVERIFY(search->isRunning());

    bench.usual = ScriptedReply::json("{\"channels\":[]}");
    bench.source->become(SecretProblem::None); // other keys
    QTRY_COMPARE(said.finished.count(), 1);
    QCOMPARE(said.resumed.count(), 1);
    QCOMPARE(said.found.count(), regions);
}

void TestRegionSearch::aRegionThatIsNotEnabledIsToldFromTheKeys_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("others"); // how the others refuse; empty where they don't
    QTest::newRow("the first") << 0 << 1 << QByteArray();
    QTest::newRow("the first three") << 0 << 3 << QByteArray();
    QTest::newRow("many, later") << 4 << 10 << QByteArray();
    QTest::newRow("the last") << 19 << 1 << QByteArray();
    QTest::newRow("others lack the permission") << 0 << 2 << QByteArray("AccessDeniedException");
}

void TestRegionSearch::aRegionThatIsNotEnabledIsToldFromTheKeys()
{
    QFETCH(int, first);
    QFETCH(int, count);
    QFETCH(QByteArray, others);
    const QStringList regions = regionsToSearch({});
    SearchBench bench;
    if (!others.isEmpty())
        bench.usual = refusal(others);
    for (const QString &region : regions.mid(first, count))
        bench.answers.insert(region, unknownKey());
    const auto search = bench.search(regions);
    Listener said(*search);
    search->start();
    QTRY_COMPARE(said.finished.count(), 1);
    QCOMPARE(said.stopped.count(), 0);
    QCOMPARE(bench.asked.size(), regions.size());
    QCOMPARE(said.found.count(), regions.size());
    const QHash<QString, Outcome> outcomes = outcomesOf(said.found);
    for (qsizetype i = 0; i < regions.size(); ++i) {
        const bool isRefused = !others.isEmpty() || (i >= first && i < first + count);
        QCOMPARE(outcomes.value(regions.at(i)), isRefused ? Outcome::Refused : Outcome::Empty);
    }
}

void TestRegionSearch::aHostOfOneRegionIsFound()
{
    SearchBench bench;
    bench.usual = refusal("InvalidSignatureException",
                          "Credential should be scoped to a valid region, not 'this'.");
    bench.answers = {{u"eu-west-3"_s, ScriptedReply::json("{\"channels\":[{\"id\":\"1\"}]}")}};
    const auto search = bench.search(regionsToSearch({}));
    Listener said(*search);
    search->start();
    QTRY_COMPARE(said.finished.count(), 1);
    QCOMPARE(said.stopped.count(), 0);
    QCOMPARE(outcomesOf(said.found).value(u"eu-west-3"_s), Outcome::HasChannels);
    QCOMPARE(outcomesOf(said.found).value(u"us-east-1"_s), Outcome::Refused);
}

void TestRegionSearch::withoutKeysNothingIsAsked()
{
    SearchBench bench;
    bench.use(Credentials());
    const auto search = bench.search({u"eu-west-1"_s, u"eu-west-2"_s});
    Listener said(*search);
    search->start();
    QTRY_COMPARE(said.stopped.count(), 1);
    QCOMPARE(said.lastObstacle().category, ErrorCategory::Credentials);
    QCOMPARE(said.found.count(), 0);
    QCOMPARE(bench.asked.size(), 0);
}

void TestRegionSearch::oneCodeServesAllRegions()
{
    const QStringList regions = regionsToSearch({});
    SearchBench bench;
    bench.source->isGuarded = true;
    bench.answers = {{u"eu-west-1"_s, ScriptedReply::json("{\"channels\":[{\"id\":\"1\"}]}")}};
    const auto search = bench.search(regions);
    Listener said(*search);
    search->start();
    QTRY_COMPARE(said.stopped.count(), 1);
    QCOMPARE(secretProblemOf(said.lastObstacle()), SecretProblem::MfaNeeded);
    QCOMPARE(search->credentials().state().mfaDevice, u"arn:of:the:device"_s);
    for (int wrong = 2; wrong <= 3; ++wrong) { // each is answered, though all alike
        search->giveMfaCode(u"000000"_s);
        QTRY_COMPARE(said.stopped.count(), wrong);
        QCOMPARE(secretProblemOf(said.lastObstacle()), SecretProblem::MfaRefused);
    }
    QCOMPARE(said.resumed.count(), 0);
    QCOMPARE(bench.asked.size(), 0);
    search->giveMfaCode(u"123456"_s);
    QTRY_COMPARE(said.finished.count(), 1);
    QCOMPARE(said.resumed.count(), 1);
    QCOMPARE(said.stopped.count(), 3);
    QCOMPARE(bench.source->given, 1);
    QCOMPARE(bench.asked.size(), regions.size());
    QCOMPARE(outcomesOf(said.found).value(u"eu-west-1"_s), Outcome::HasChannels);
}

void TestRegionSearch::signingInElsewhereGoesOn()
{
    SearchBench bench;
    bench.source->problem = SecretProblem::SignInNeeded;
    const auto search = bench.search({u"eu-west-1"_s, u"eu-west-2"_s});
    Listener said(*search);
    search->start();
    QTRY_COMPARE(said.stopped.count(), 1);
    bench.source->become(SecretProblem::RoleRefused); // signed in, which is not enough
    QTRY_COMPARE(said.stopped.count(), 2);
    QCOMPARE(secretProblemOf(said.lastObstacle()), SecretProblem::RoleRefused);
    bench.source->become(SecretProblem::None);
    QTRY_COMPARE(said.finished.count(), 1);
    QCOMPARE(said.resumed.count(), 1);
    QCOMPARE(said.found.count(), 2);
}

void TestRegionSearch::aStoppedSearchCanBeCancelled()
{
    SearchBench bench;
    bench.source->problem = SecretProblem::SignInNeeded;
    const auto search = bench.search({u"eu-west-1"_s, u"eu-west-2"_s});
    Listener said(*search);
    search->start();
    QTRY_COMPARE(said.stopped.count(), 1);
    search->cancel();
    QVERIFY(!search->isRunning());
    bench.source->become(SecretProblem::None);
    QTRY_VERIFY(!bench.credentials->hasFailed());
    search->giveMfaCode(u"123456"_s);
    QCOMPARE(said.resumed.count(), 0);
    QCOMPARE(said.stopped.count(), 1);
    QCOMPARE(bench.asked.size(), 0);
}

QTEST_GUILESS_MAIN(TestRegionSearch)
#include "tst_regionsearch.moc"
