// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/cloudwatchclient.h"
#include "aws/medialiveclient.h"
#include "aws/stsclient.h"
#include "awsbench.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

QByteArray mac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray hash(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray field(const QByteArray &authorization, const QByteArray &name)
{
    const qsizetype start = authorization.indexOf(name + '=') + name.size() + 1;
    const qsizetype end = authorization.indexOf(',', start);
    return authorization.mid(start, end < 0 ? -1 : end - start);
}

QByteArray encodedAgain(const QByteArray &path)
{
    QByteArray result;
    for (const char c : path) {
        const bool keep = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || QByteArrayView("-_.~/").contains(c);
        result += keep ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex().toUpper();
    }
    return result;
}

/// What a verifying server computes from the bytes it received, written without the code under
/// test.
QByteArray expectedSignature(const RawRequest &request, const QByteArray &secret)
{
    const QByteArray authorization = request.header("Authorization");
    const QByteArrayList scope = field(authorization, "Credential").split('/');
    QByteArrayList pairs
        = request.query().isEmpty() ? QByteArrayList() : request.query().split('&');
    std::sort(pairs.begin(), pairs.end());
    QByteArray canonical
        = request.method() + '\n' + encodedAgain(request.path()) + '\n' + pairs.join('&') + '\n';
    const QByteArray names = field(authorization, "SignedHeaders");
    const QByteArrayList nameList = names.split(';');
    for (const QByteArray &name : nameList)
        canonical += name + ':' + request.header(name) + '\n';
    canonical += '\n' + names + '\n' + hash(request.body);

    const QByteArray toSign = "AWS4-HMAC-SHA256\n" + request.header("X-Amz-Date") + '\n'
        + scope.mid(1).join('/') + '\n' + hash(canonical);
    QByteArray key = "AWS4" + secret;
    for (qsizetype i = 1; i < scope.size(); ++i)
        key = mac(key, scope.at(i));
    return mac(key, toSign).toHex();
}

} // namespace

/// What QNetworkAccessManager really sends carries a signature that fits it, byte for byte.
class TestWireSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageTokensArriveSignedAndWhole_data();
    void pageTokensArriveSignedAndWhole();
    void pathsArriveSigned_data();
    void pathsArriveSigned();
    void postsArriveSigned_data();
    void postsArriveSigned();
    void credentialsWithoutTokenArriveSigned();
    void hostIsSignedAsSent();
    void nothingUnwantedIsSent();
};

void TestWireSignature::pageTokensArriveSignedAndWhole_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("plain") << u"abc123"_s;
    QTest::newRow("base64") << u"a+b/c=="_s;
    QTest::newRow("reserved") << u"+/=&%?#[]@!$'()*,;: "_s;
    QTest::newRow("percent sequences") << u"%2B%20%zz%"_s;
    QTest::newRow("quotes and braces") << u"\"<>\\^`{|}~"_s;
    QTest::newRow("outside ASCII") << u"Grüße/日本語🙂+"_s;
    QTest::newRow("control characters") << u"a\tb\nc"_s;
    QTest::newRow("dots") << u"../.."_s;
}

void TestWireSignature::pageTokensArriveSignedAndWhole()
{
    QFETCH(const QString, token);
    AwsBench bench;
    const QJsonObject first{{u"channels"_s, QJsonArray()}, {u"nextToken"_s, token}};
    bench.server.enqueue(ScriptedReply::json(QJsonDocument(first).toJson()));
    bench.server.enqueue(ScriptedReply::json("{\"channels\":[]}"));
    MediaLiveClient client(*bench.connection);
    PagedJob<Channel> *job = client.listChannels(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    QCOMPARE(bench.server.requests().size(), 2);

    const RawRequest request = bench.server.requests().last();
    const QByteArrayList parts = request.query().split('&');
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.first(), QByteArray("maxResults=100"));
    QVERIFY(parts.last().startsWith("nextToken="));
    // A server that decodes '+' as a space must get the token back as well.
    QByteArray received = parts.last().mid(10);
    QVERIFY(!received.contains('+'));
    QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(received)), token);
    QCOMPARE(field(request.header("Authorization"), "Signature"),
             expectedSignature(request, exampleCredentials().secretAccessKey.expose()));
}

void TestWireSignature::pathsArriveSigned_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("number") << u"1234567"_s << QByteArray("/prod/channels/1234567");
    QTest::newRow("slash") << u"a/b"_s << QByteArray("/prod/channels/a%2Fb");
    QTest::newRow("ARN") << u"arn:aws:medialive"_s
                         << QByteArray("/prod/channels/arn%3Aaws%3Amedialive");
    QTest::newRow("space and umlaut")
        << u"Kanal Süd"_s << QByteArray("/prod/channels/Kanal%20S%C3%BCd");
    QTest::newRow("question") << u"a?b#c"_s << QByteArray("/prod/channels/a%3Fb%23c");
    QTest::newRow("percent") << u"100%"_s << QByteArray("/prod/channels/100%25");
    QTest::newRow("three dots") << u"..."_s << QByteArray("/prod/channels/...");
}

void TestWireSignature::pathsArriveSigned()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, path);
    AwsBench bench;
    bench.server.enqueue(ScriptedReply::json("{\"id\":\"1\"}"));
    MediaLiveClient client(*bench.connection);
    Job *job = client.describeChannel(id, nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.path(), path);
    QCOMPARE(field(request.header("Authorization"), "Signature"),
             expectedSignature(request, exampleCredentials().secretAccessKey.expose()));
}

void TestWireSignature::postsArriveSigned_data()
{
    QTest::addColumn<Service>("service");
    QTest::newRow("CloudWatch") << Service::CloudWatch;
    QTest::newRow("STS") << Service::Sts;
}

void TestWireSignature::postsArriveSigned()
{
    QFETCH(const Service, service);
    AwsBench bench(service);
    bench.server.enqueue(ScriptedReply::json("{}"));
    Job *job = nullptr;
    if (service == Service::Sts) {
        job = StsClient(*bench.connection).getCallerIdentity(nullptr);
    } else {
        MetricFilter filter;
        filter.metricName = u"Größe+=&"_s;
        job = CloudWatchClient(*bench.connection).listMetrics(filter, nullptr);
    }
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.method(), QByteArray("POST"));
    QCOMPARE(request.target(), QByteArray("/"));
    QVERIFY(!request.body.isEmpty());
    const QByteArray names = field(request.header("Authorization"), "SignedHeaders");
    QVERIFY(names.startsWith("content-type;host;x-amz-date;x-amz-security-token"));
    QCOMPARE(names.contains("x-amz-target;x-amzn-query-mode"), service == Service::CloudWatch);
    QCOMPARE(field(request.header("Authorization"), "Credential"),
             "AKIATESTTESTTESTTEST/20260301/eu-central-1/" + signingName(service).toLatin1()
                 + "/aws4_request");
    QCOMPARE(field(request.header("Authorization"), "Signature"),
             expectedSignature(request, exampleCredentials().secretAccessKey.expose()));
}

void TestWireSignature::credentialsWithoutTokenArriveSigned()
{
    AwsBench bench;
    Credentials credentials = exampleCredentials();
    credentials.sessionToken = {};
    bench.credentials->result = credentials;
    bench.server.enqueue(ScriptedReply::json("{\"inputs\":[]}"));
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr, 7);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.target(), QByteArray("/prod/inputs?maxResults=7"));
    QCOMPARE(request.header("X-Amz-Security-Token"), QByteArray());
    QCOMPARE(field(request.header("Authorization"), "SignedHeaders"),
             QByteArray("host;x-amz-date"));
    QCOMPARE(field(request.header("Authorization"), "Signature"),
             expectedSignature(request, credentials.secretAccessKey.expose()));
}

void TestWireSignature::hostIsSignedAsSent()
{
    AwsBench bench(Service::MediaLive, [](ConnectionConfig *config) {
        config->endpoint.setHost(u"LocalHost"_s);
        config->endpoint.setPath(u"/"_s);
    });
    bench.server.enqueue(ScriptedReply::json("{\"inputs\":[]}"));
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::None);
    const RawRequest request = bench.server.requests().first();
    QCOMPARE(request.header("Host"), "localhost:" + QByteArray::number(bench.server.port()));
    QCOMPARE(request.target(), QByteArray("/prod/inputs?maxResults=100"));
    QCOMPARE(field(request.header("Authorization"), "Signature"),
             expectedSignature(request, exampleCredentials().secretAccessKey.expose()));
}

void TestWireSignature::nothingUnwantedIsSent()
{
    AwsBench bench;
    bench.server.enqueue(
        ScriptedReply::json("{\"inputs\":[],\"nextToken\":\"t\"}",
                            {{"Set-Cookie", "session=1"}, {"Cache-Control", "max-age=600"}}));
    bench.server.enqueue(ScriptedReply::json("{\"inputs\":[]}"));
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(bench.server.requests().size(), 2);
    const RawRequest request = bench.server.requests().last();
    QCOMPARE(request.header("Cookie"), QByteArray());
    QCOMPARE(request.header("Content-Type"), QByteArray());
    QCOMPARE(request.body, QByteArray());
    QVERIFY(request.header("User-Agent").startsWith("Tallylight/"));
    int hosts = 0;
    const auto headers = request.headers();
    for (const auto &[name, value] : headers)
        hosts += name.compare("host", Qt::CaseInsensitive) == 0 ? 1 : 0;
    QCOMPARE(hosts, 1);
}

QTEST_GUILESS_MAIN(TestWireSignature)
#include "tst_wiresignature.moc"
