// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "democlient.h"

#include <QSignalSpy>
#include <QTest>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime &start()
{
    static const QDateTime time(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC);
    return time;
}

QString errorType(const ClientReply &reply)
{
    return QString::fromLatin1(reply.header("x-amzn-ErrorType"));
}

/// "<Code>x</Code>" of a query-protocol error.
QString xmlValue(const QByteArray &body, const QByteArray &element)
{
    const qsizetype from = body.indexOf('<' + element + '>') + element.size() + 2;
    const qsizetype to = body.indexOf("</" + element + '>');
    return to < from ? QString() : QString::fromUtf8(body.mid(from, to - from));
}

} // namespace

/// What the region thinks of signatures, keys, times and tokens, over real HTTP.
class TestDemoAuth : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{start()};
    DemoOptions m_options;

    /// A GET whose bytes on the wire are exactly \a target, signed as such.
    QByteArray signedGet(const DemoRegion &region, const QByteArray &target)
    {
        const qsizetype mark = target.indexOf('?');
        aws::SigningRequest request{"GET",
                                    mark < 0 ? target : target.left(mark),
                                    mark < 0 ? QByteArray() : target.mid(mark + 1),
                                    {{"Host", "127.0.0.1:" + QByteArray::number(region.port())}},
                                    {}};
        const auto made = aws::sign(
            request, {region.credentials(), region.region(), u"medialive"_s, m_clock.utcNow()});
        QByteArray text = "GET " + target + " HTTP/1.1\r\n";
        for (const aws::HttpHeader &header : request.headers + made->headers)
            text += header.name + ": " + header.value + "\r\n";
        return text + "\r\n";
    }

private Q_SLOTS:
    void init() { m_options.limit = false; }

    void aGoodSignatureIsAccepted_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("medialive") << u"medialive"_s;
        QTest::newRow("monitoring") << u"monitoring"_s;
        QTest::newRow("monitoring, query") << u"monitoring-query"_s;
        QTest::newRow("sts") << u"sts"_s;
    }
    void aGoodSignatureIsAccepted()
    {
        QFETCH(QString, service);
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        ClientReply reply;
        if (service == "medialive"_L1)
            reply = client.get(u"/prod/channels"_s);
        else if (service == "monitoring"_L1)
            reply = client.cloudWatch(u"ListMetrics"_s, {});
        else if (service == "sts"_L1)
            reply = client.form(service, "Action=GetCallerIdentity&Version=2011-06-15");
        else
            reply = client.form(u"monitoring"_s, "Action=ListMetrics&Version=2010-08-01");
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.header("x-amzn-requestid").isEmpty());
        QCOMPARE(reply.header("date"), "Mon, 21 Sep 2026 12:00:00 GMT");
        QCOMPARE(region.faults().counts().refused, 0);
    }

    void callerIdentityNamesTheAccount()
    {
        m_options.account = u"210987654321"_s;
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const ClientReply reply
            = client.form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15");
        QCOMPARE(xmlValue(reply.body, "Account"), u"210987654321"_s);
        QVERIFY(xmlValue(reply.body, "Arn").startsWith("arn:aws:iam::210987654321:user/"_L1));
        m_options.account = DemoOptions().account;
    }

    void aBadSignatureIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("queryCode");
        QTest::addColumn<QString>("words");
        const QString mismatch = u"InvalidSignatureException"_s;
        const QString queryMismatch = u"SignatureDoesNotMatch"_s;
        QTest::newRow("unsigned") << u"unsigned"_s << u"MissingAuthenticationTokenException"_s
                                  << u"MissingAuthenticationToken"_s
                                  << u"Missing Authentication Token"_s;
        QTest::newRow("unknown key") << u"key"_s << u"UnrecognizedClientException"_s
                                     << u"InvalidClientTokenId"_s << u"security token"_s;
        QTest::newRow("wrong secret")
            << u"secret"_s << mismatch << queryMismatch << u"does not match"_s;
        QTest::newRow("wrong region")
            << u"region"_s << mismatch << queryMismatch << u"valid region"_s;
        QTest::newRow("wrong service")
            << u"service"_s << mismatch << queryMismatch << u"correct service"_s;
        QTest::newRow("too old") << u"old"_s << mismatch << queryMismatch
                                 << u"Signature expired: 20260921T115459Z is now earlier than "
                                    "20260921T115500Z (20260921T120000Z - 5 min.)"_s;
        QTest::newRow("too early") << u"early"_s << mismatch << queryMismatch
                                   << u"Signature not yet current: 20260921T120501Z is still later "
                                      "than 20260921T120500Z (20260921T120000Z + 5 min.)"_s;
        QTest::newRow("needless token") << u"token"_s << u"UnrecognizedClientException"_s
                                        << u"InvalidClientTokenId"_s << u"security token"_s;
    }
    void aBadSignatureIsRefused()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        QFETCH(QString, queryCode);
        QFETCH(QString, words);
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        client.sign = what != "unsigned"_L1;
        if (what == "key"_L1)
            client.credentials.accessKeyId = u"AKIASOMEBODYELSE0000"_s;
        else if (what == "secret"_L1)
            client.credentials.secretAccessKey = Secret(u"wrong"_s);
        else if (what == "region"_L1)
            client.regionName = u"us-west-2"_s;
        else if (what == "service"_L1)
            client.service = u"s3"_s;
        else if (what == "old"_L1)
            client.clockOffset = -301s;
        else if (what == "early"_L1)
            client.clockOffset = 301s;
        else if (what == "token"_L1)
            client.credentials.sessionToken = Secret(u"whatever"_s);

        const ClientReply rest = client.get(u"/prod/channels"_s);
        QCOMPARE(rest.status, 403);
        QCOMPARE(errorType(rest), code);
        QVERIFY2(rest.json().value("message"_L1).toString().contains(words), rest.body.constData());

        const ClientReply json = client.cloudWatch(u"ListMetrics"_s, {});
        QCOMPARE(json.status, 400);
        QCOMPARE(json.json().value("__type"_L1).toString(), "com.amazonaws.cloudwatch#"_L1 + code);
        QCOMPARE(QString::fromLatin1(json.header("x-amzn-query-error")), code + ";Sender"_L1);

        const ClientReply xml
            = client.form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15");
        QCOMPARE(xml.status, 403);
        QCOMPARE(xmlValue(xml.body, "Code"), queryCode);
        QCOMPARE(region.faults().counts().refused, 3);
    }

    void theFiveMinutesAreInclusive()
    {
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        for (const std::chrono::seconds offset : {-300s, 300s}) {
            client.clockOffset = offset;
            QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
        }
    }

    void tamperingBreaksTheSignature_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("query") << u"query"_s << u"InvalidSignatureException"_s;
        QTest::newRow("path") << u"path"_s << u"InvalidSignatureException"_s;
        QTest::newRow("method") << u"method"_s << u"InvalidSignatureException"_s;
        QTest::newRow("signature") << u"signature"_s << u"InvalidSignatureException"_s;
        QTest::newRow("half a header") << u"half"_s << u"IncompleteSignatureException"_s;
        QTest::newRow("no date") << u"date"_s << u"IncompleteSignatureException"_s;
        QTest::newRow("unsigned header") << u"header"_s << u"InvalidSignatureException"_s;
    }
    void tamperingBreaksTheSignature()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        aws::HttpRequest plain{"GET", region.endpoint(), {}, {}};
        plain.url.setPath(u"/prod/channels"_s);
        plain.url.setQuery(u"maxResults=2"_s);
        aws::HttpRequest request = *aws::signedRequest(
            plain, {region.credentials(), region.region(), u"medialive"_s, m_clock.utcNow()});
        QCOMPARE(client.sendAsIs(request).status, 200);
        for (aws::HttpHeader &header : request.headers) {
            if (header.name == "Authorization" && what == "signature"_L1)
                header.value.back() = header.value.back() == '0' ? '1' : '0';
            if (header.name == "Authorization" && what == "half"_L1)
                header.value.truncate(header.value.size() / 2);
            if (header.name == "X-Amz-Date" && what == "date"_L1)
                header.value = "yesterday";
        }
        if (what == "query"_L1)
            request.url.setQuery(u"maxResults=3"_s);
        else if (what == "path"_L1)
            request.url.setPath(u"/prod/inputs"_s);
        else if (what == "method"_L1)
            request.method = "PUT";
        else if (what == "header"_L1)
            request.headers << aws::HttpHeader{"X-Amz-Something", "else"};
        const ClientReply reply = client.sendAsIs(request);
        QCOMPARE(reply.status, 403);
        QCOMPARE(errorType(reply), code);
    }

    void aChangedBodyBreaksTheSignature()
    {
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        aws::HttpRequest plain{"POST",
                               region.endpoint(),
                               {{"Content-Type", "application/x-www-form-urlencoded"}},
                               "Action=GetCallerIdentity&Version=2011-06-15"};
        plain.url.setPath(u"/"_s);
        aws::HttpRequest request = *aws::signedRequest(
            plain, {region.credentials(), region.region(), u"sts"_s, m_clock.utcNow()});
        QCOMPARE(client.sendAsIs(request).status, 200);
        request.body += "&";
        QCOMPARE(xmlValue(client.sendAsIs(request).body, "Code"), u"SignatureDoesNotMatch"_s);
    }

    void oddTargetsAreVerifiedAsSent_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("lower-case escapes")
            << QByteArray("/prod/channels?maxResults=2&x=%2f%c3%a9");
        QTest::newRow("needless escapes") << QByteArray("/prod/channels?m%61xResults=%32&%41=%7e");
        QTest::newRow("escaped path") << QByteArray("/prod/ch%61nnels?maxResults=2");
        QTest::newRow("token-like")
            << QByteArray("/prod/channels?maxResults=2&x=a%2Bb%2Fc%3D%26%25");
        QTest::newRow("bare reserved") << QByteArray("/prod/channels?maxResults=2&x=a/b=c:d@e");
        QTest::newRow("stray percent") << QByteArray("/prod/channels?maxResults=2&x=100%");
        QTest::newRow("bare UTF-8") << QByteArray("/prod/channels?maxResults=2&x=\xc3\xa9");
        QTest::newRow("no value") << QByteArray("/prod/channels?maxResults=2&x&y=");
        QTest::newRow("unsorted") << QByteArray("/prod/channels?z=1&maxResults=2&a=2&a=1");
    }
    void oddTargetsAreVerifiedAsSent()
    {
        QFETCH(QByteArray, target);
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        const QByteArray answer = rawExchange(region.port(), {signedGet(region, target)});
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.left(600).constData());
        QVERIFY(answer.contains("\"nextToken\"")); // so maxResults has been understood
    }

    void aRequestMayArriveInPieces()
    {
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        const QByteArray whole = signedGet(region, "/prod/channels?maxResults=2&x=%7e%2f");
        const QByteArray answer
            = rawExchange(region.port(), {whole.left(9), whole.mid(9, 30), whole.mid(39)});
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.left(600).constData());
    }

    void nonsenseDoesNotHarmTheServer()
    {
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(u"127.0.0.1"_s, region.port());
        QVERIFY(socket.waitForConnected(5000));
        socket.write("\x16\x03\x01 this is not HTTP\r\n\r\n");
        socket.write(QByteArray(300'000, 'x'));
        socket.waitForBytesWritten(1000);
        DemoClient client(region, m_clock);
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
    }

    void aSkewedRegionRefusesAndShowsItsTime()
    {
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        region.faults().setClockSkew(600s);
        const ClientReply refused = client.get(u"/prod/channels"_s);
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.json().value("message"_L1).toString().startsWith("Signature expired"_L1));
        QCOMPARE(refused.header("date"), "Mon, 21 Sep 2026 12:10:00 GMT");
        client.clockOffset = 600s; // what a client does that has read the Date header
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
    }

    void picturesNeedNoWindowSystem()
    {
        // This program has no QGuiApplication, so there are no fonts; the picture comes without
        // text.
        m_options.scenario = u"calm"_s;
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const ClientReply list = client.get(u"/prod/channels"_s, {{u"maxResults"_s, u"1"_s}});
        const QString id = list.json().value("channels"_L1)[0]["id"_L1].toString();
        const ClientReply reply
            = client.get("/prod/channels/"_L1 + id + "/thumbnails"_L1,
                         {{u"pipelineId"_s, u"0"_s}, {u"thumbnailType"_s, u"CURRENT_ACTIVE"_s}});
        QCOMPARE(reply.status, 200);
        const QByteArray jpeg = QByteArray::fromBase64(
            reply.json()
                .value("thumbnailDetails"_L1)[0]["thumbnails"_L1][0]["body"_L1]
                .toString()
                .toLatin1());
        QVERIFY(jpeg.startsWith("\xff\xd8\xff"));
        m_options.scenario = DemoOptions().scenario;
    }

    void expiredCredentialsAreRefusedUntilRotated()
    {
        DemoRegion region(m_options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        region.faults().expireCredentials();
        QCOMPARE(errorType(client.get(u"/prod/channels"_s)), u"ExpiredTokenException"_s);
        QCOMPARE(xmlValue(client.form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15").body,
                          "Code"),
                 u"ExpiredToken"_s);

        const Credentials fresh = region.faults().rotateCredentials();
        QCOMPARE(errorType(client.get(u"/prod/channels"_s)), u"UnrecognizedClientException"_s);
        client.credentials = fresh;
        QVERIFY(!fresh.sessionToken.isEmpty());
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
        client.credentials.sessionToken = {};
        QCOMPARE(errorType(client.get(u"/prod/channels"_s)), u"UnrecognizedClientException"_s);
    }
};

QTEST_GUILESS_MAIN(TestDemoAuth)
#include "tst_demoauth.moc"
