// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchclient.h"
#include "aws/medialiveclient.h"
#include "aws/stsclient.h"
#include "awsbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

/// Starts \a job, waits for its end and gives the one request it sent.
RawRequest requestOf(AwsBench *bench, Job *job)
{
    JobWatch watch(job);
    job->start();
    if (!QTest::qWaitFor([&watch] { return watch.finished() == 1; })
        || bench->server.requests().size() != 1)
        qFatal("the job did not end after one request");
    return bench->server.requests().first();
}

} // namespace

const QDateTime kStatisticsEnd(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

/// What each call looks like on the wire, and what its result is.
class TestClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listAlertsSaysWhich_data();
    void listAlertsSaysWhich();
    void describeThumbnailsAsksForTheNewest();
    void describeInputReadsTheInput();
    void callerIdentityIsRead();
    void assumeRoleSendsWhatTheRoleAsksFor();
    void assumeRoleSendsNoMoreThanItHas();
    void cloudWatchCallsNameTheirTarget_data();
    void cloudWatchCallsNameTheirTarget();
    void priorities();
};

void TestClients::listAlertsSaysWhich_data()
{
    QTest::addColumn<AlertFilter>("filter");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("set") << AlertFilter::Set << QByteArray("SET");
    QTest::newRow("cleared") << AlertFilter::Cleared << QByteArray("CLEARED");
    QTest::newRow("all") << AlertFilter::All << QByteArray("ALL");
}

void TestClients::listAlertsSaysWhich()
{
    QFETCH(const AlertFilter, filter);
    QFETCH(const QByteArray, name);
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json("{\"alerts\":[{\"id\":\"a\"}]}"));
    PagedJob<ChannelAlert> *job
        = MediaLiveClient(*bench.connection).listAlerts(u"42"_s, filter, nullptr);
    QString channelId;
    connect(job, &Job::finished, job,
            [&channelId, job] { channelId = job->items().value(0).channelId; });
    QCOMPARE(requestOf(&bench, job).target(),
             "/prod/channels/42/alerts?maxResults=100&stateFilter=" + name);
    QCOMPARE(channelId, u"42"_s);
}

void TestClients::describeThumbnailsAsksForTheNewest()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json(
        R"({"thumbnailDetails":[{"pipelineId":"1","thumbnails":[{"body":"YWJj"}]}]})"));
    TypedJob<QList<Thumbnail>> *job
        = MediaLiveClient(*bench.connection).describeThumbnails(u"42"_s, u"1"_s, nullptr);
    QByteArray image;
    connect(job, &Job::finished, job, [&image, job] { image = job->result()->value(0).image; });
    QCOMPARE(requestOf(&bench, job).target(),
             QByteArray("/prod/channels/42/thumbnails?pipelineId=1&thumbnailType=CURRENT_ACTIVE"));
    QCOMPARE(image, QByteArray("abc"));
}

void TestClients::describeInputReadsTheInput()
{
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json("{\"id\":\"7\",\"name\":\"studio\"}"));
    TypedJob<Input> *job = MediaLiveClient(*bench.connection).describeInput(u"7"_s, nullptr);
    QString name;
    connect(job, &Job::finished, job, [&name, job] { name = job->result()->name; });
    QCOMPARE(requestOf(&bench, job).target(), QByteArray("/prod/inputs/7"));
    QCOMPARE(name, u"studio"_s);
}

void TestClients::assumeRoleSendsWhatTheRoleAsksFor()
{
    AwsBench bench(Service::Sts);
    bench.server.enqueue(ScriptedReply::status(200, "<R/>"));
    AssumeRoleRequest request;
    request.role = {u"arn:aws:iam::123456789012:role/Ops"_s, u"a+b/c=d e"_s,
                    u"arn:aws:iam::123456789012:mfa/me"_s, u"night.shift@tv"_s, 900};
    request.mfaCode = Secret(QByteArray("012345"));
    request.sessionPolicy = "{\"Version\":\"2012-10-17\"}";
    Job *job = StsClient(*bench.connection).assumeRole(request, nullptr);
    const QByteArray body = requestOf(&bench, job).body;
    QCOMPARE(body,
             QByteArray("Action=AssumeRole&Version=2011-06-15"
                        "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2FOps"
                        "&RoleSessionName=night.shift%40tv&ExternalId=a%2Bb%2Fc%3Dd%20e"
                        "&DurationSeconds=900&Policy=%7B%22Version%22%3A%222012-10-17%22%7D"
                        "&SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fme"
                        "&TokenCode=012345"));
}

void TestClients::assumeRoleSendsNoMoreThanItHas()
{
    AwsBench bench(Service::Sts);
    bench.server.enqueue(ScriptedReply::status(200, "<R/>"));
    AssumeRoleRequest request;
    request.role.roleArn = u"arn:aws:iam::123456789012:role/Ops"_s;
    request.role.mfaSerial = u"a device, but no code"_s;
    Job *job = StsClient(*bench.connection).assumeRole(request, nullptr);
    QCOMPARE(requestOf(&bench, job).body,
             QByteArray("Action=AssumeRole&Version=2011-06-15"
                        "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2FOps"
                        "&RoleSessionName=tallylight"));
}

void TestClients::callerIdentityIsRead()
{
    AwsBench bench(Service::Sts);
    bench.server.enqueue(ScriptedReply::status(200,
                                               "<R><GetCallerIdentityResult><Account>123456789012</"
                                               "Account></GetCallerIdentityResult></R>"));
    TypedJob<CallerIdentity> *job = StsClient(*bench.connection).getCallerIdentity(nullptr);
    QString account;
    connect(job, &Job::finished, job, [&account, job] { account = job->result()->account; });
    const RawRequest request = requestOf(&bench, job);
    QCOMPARE(request.body, QByteArray("Action=GetCallerIdentity&Version=2011-06-15"));
    QCOMPARE(request.header("Content-Type"),
             QByteArray("application/x-www-form-urlencoded; charset=utf-8"));
    QCOMPARE(account, u"123456789012"_s);
}

void TestClients::cloudWatchCallsNameTheirTarget_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::newRow("metrics") << QByteArray("ListMetrics");
    QTest::newRow("statistics") << QByteArray("GetMetricStatistics");
    QTest::newRow("alarms") << QByteArray("DescribeAlarms");
}

void TestClients::cloudWatchCallsNameTheirTarget()
{
    QFETCH(const QByteArray, operation);
    AwsBench bench(Service::CloudWatch);
    bench.server.enqueue(ScriptedReply::json("{}"));
    CloudWatchClient client(*bench.connection);
    Job *job = nullptr;
    if (operation == "ListMetrics")
        job = client.listMetrics({}, nullptr);
    else if (operation == "GetMetricStatistics")
        job = client.getMetricStatistics({{}, u"Sum"_s},
                                         {kStatisticsEnd.addSecs(-600), kStatisticsEnd}, nullptr);
    else
        job = client.describeAlarms(nullptr);
    const RawRequest request = requestOf(&bench, job);
    QCOMPARE(request.method(), QByteArray("POST"));
    QCOMPARE(request.header("X-Amz-Target"), "GraniteServiceVersion20100801." + operation);
    QCOMPARE(request.header("Content-Type"), QByteArray("application/x-amz-json-1.0"));
    QCOMPARE(request.header("x-amzn-query-mode"), QByteArray("true"));
}

void TestClients::priorities()
{
    AwsBench bench;
    QObject owner;
    MediaLiveClient client(*bench.connection);
    QCOMPARE(client.listChannels(&owner)->priority(), Priority::List);
    QCOMPARE(client.describeChannel(u"1"_s, &owner)->priority(), Priority::Detail);
    QCOMPARE(StsClient(*bench.connection).getCallerIdentity(&owner)->priority(), Priority::User);
}

QTEST_GUILESS_MAIN(TestClients)
#include "tst_clients.moc"
