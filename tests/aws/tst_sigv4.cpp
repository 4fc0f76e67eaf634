// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/sigv4.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;

namespace {

constexpr char kKeyId[] = "AKIDEXAMPLE";
constexpr char kSecret[] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

QByteArray utf8(const QJsonValue &value)
{
    return value.toString().toUtf8();
}

SigningContext exampleContext()
{
    SigningContext context;
    context.credentials.accessKeyId = QString::fromLatin1(kKeyId);
    context.credentials.secretAccessKey = Secret(QByteArray(kSecret));
    context.region = u"us-west-2"_s;
    context.service = u"medialive"_s;
    context.utc = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    return context;
}

SigningRequest exampleRequest()
{
    return {"GET", "/prod/channels", "", {{"host", "medialive.us-west-2.amazonaws.com"}}, ""};
}

/// Takes the raw request text of the suite apart: request line, headers (folded ones too), body.
SigningRequest requestFromText(const QByteArray &text)
{
    SigningRequest request;
    qsizetype end = text.indexOf("\n\n");
    if (end < 0)
        end = text.size();
    else
        request.body = text.mid(end + 2);
    const QByteArrayList lines = text.left(end).split('\n');
    QByteArray target = lines.first().mid(lines.first().indexOf(' ') + 1);
    target.chop(static_cast<qsizetype>(qstrlen(" HTTP/1.1")));
    request.method = lines.first().left(lines.first().indexOf(' '));
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.left(question);
    request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        if (line.startsWith(' ') || line.startsWith('\t')) {
            request.headers.last().value += '\n' + line;
        } else if (!line.isEmpty()) {
            const qsizetype colon = line.indexOf(':');
            request.headers.append({line.left(colon), line.mid(colon + 1)});
        }
    }
    return request;
}

QByteArray valueOf(const QList<HttpHeader> &headers, QByteArrayView name)
{
    return HttpResponse{0, headers, {}}.header(name);
}

} // namespace

class TestSigV4 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesThePublishedSuite_data();
    void matchesThePublishedSuite();
    void matchesBotocore_data();
    void matchesBotocore();
    void matchesTheReferenceVectors_data();
    void matchesTheReferenceVectors();
    void incompleteInputIsAnError_data();
    void incompleteInputIsAnError();
    void replacesAnOlderSignature();
    void unsignedSessionTokenIsStillSent();
    void bodyHashHeaderIsSignedOnRequest();
    void convertsLocalTimeToUtc();
    void spellingOfTheQueryDoesNotMatter();
    void signedRequestCoversWhatTheUrlSays();
    void signedRequestLeavesHopHeadersUnsigned();
    void hostHeaderFollowsTheUrl_data();
    void hostHeaderFollowsTheUrl();
    void headerLookupIgnoresCase();
};

void TestSigV4::matchesThePublishedSuite_data()
{
    QTest::addColumn<QJsonObject>("published");
    QFile file(QStringLiteral(TALLYLIGHT_SOURCE_DIR) + u"/../shared/reference/sigv4-suite.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The published suite is not there (../shared/reference/sigv4-suite.json beside the "
              "sources).");
    const QJsonArray cases
        = QJsonDocument::fromJson(file.readAll()).object().value("cases"_L1).toArray();
    QCOMPARE_GE(cases.size(), 38);
    for (const QJsonValue &value : cases) {
        const QJsonObject published = value.toObject();
        QTest::newRow(qPrintable(published.value("name"_L1).toString())) << published;
    }
}

void TestSigV4::matchesThePublishedSuite()
{
    QFETCH(const QJsonObject, published);
    const QJsonObject settings = published.value("context"_L1).toObject();
    const QJsonObject keys = settings.value("credentials"_L1).toObject();

    SigningContext context;
    context.credentials.accessKeyId = keys.value("access_key_id"_L1).toString();
    context.credentials.secretAccessKey = Secret(keys.value("secret_access_key"_L1).toString());
    context.credentials.sessionToken = Secret(keys.value("token"_L1).toString());
    context.region = settings.value("region"_L1).toString();
    context.service = settings.value("service"_L1).toString();
    context.utc = QDateTime::fromString(settings.value("timestamp"_L1).toString(), Qt::ISODate);
    context.normalizePath = settings.value("normalize"_L1).toBool();
    context.signBodyHeader = settings.value("sign_body"_L1).toBool();
    context.omitSessionToken = settings.value("omit_session_token"_L1).toBool();

    // The suite writes the path unencoded, so the signer's one encoding gives the canonical path.
    const auto signature = sign(requestFromText(utf8(published.value("request"_L1))), context);
    QVERIFY(signature.hasValue());
    QCOMPARE(signature->canonicalRequest, utf8(published.value("canonicalRequest"_L1)));
    QCOMPARE(signature->stringToSign, utf8(published.value("stringToSign"_L1)));
    QCOMPARE(signature->signature, utf8(published.value("signature"_L1)));

    const SigningRequest sent = requestFromText(utf8(published.value("signedRequest"_L1)));
    for (const HttpHeader &header : signature->headers)
        QCOMPARE(header.value, valueOf(sent.headers, header.name));
}

void TestSigV4::matchesBotocore_data()
{
    QTest::addColumn<QJsonObject>("expected");
    QFile file(QFINDTESTDATA("data/sigv4-cases.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases
        = QJsonDocument::fromJson(file.readAll()).object().value("cases"_L1).toArray();
    QCOMPARE_GE(cases.size(), 20);
    for (const QJsonValue &value : cases) {
        const QJsonObject expected = value.toObject();
        QTest::newRow(qPrintable(expected.value("name"_L1).toString())) << expected;
    }
}

void TestSigV4::matchesBotocore()
{
    QFETCH(const QJsonObject, expected);
    SigningContext context = exampleContext();
    context.credentials.sessionToken = Secret(expected.value("token"_L1).toString());
    context.region = expected.value("region"_L1).toString();
    context.service = expected.value("service"_L1).toString();
    context.utc
        = QDateTime::fromString(expected.value("time"_L1).toString(), u"yyyyMMdd'T'HHmmss'Z'"_s);
    context.utc.setTimeSpec(Qt::UTC);

    SigningRequest request;
    request.method = utf8(expected.value("method"_L1));
    request.path = utf8(expected.value("path"_L1));
    request.query = utf8(expected.value("query"_L1));
    request.body = utf8(expected.value("body"_L1));
    request.headers.append({"Host", utf8(expected.value("host"_L1))});
    const QJsonArray headers = expected.value("headers"_L1).toArray();
    for (const QJsonValue &header : headers)
        request.headers.append({utf8(header.toArray().at(0)), utf8(header.toArray().at(1))});

    const auto signature = sign(request, context);
    QVERIFY(signature.hasValue());
    QCOMPARE(signature->canonicalRequest, utf8(expected.value("canonicalRequest"_L1)));
    QCOMPARE(signature->stringToSign, utf8(expected.value("stringToSign"_L1)));
    QCOMPARE(signature->authorization, utf8(expected.value("authorization"_L1)));
}

void TestSigV4::matchesTheReferenceVectors_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("canonicalHash");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("page token")
        << QByteArray("/prod/channels") << QByteArray("maxResults=20&nextToken=a%2Bb%2Fc%3D")
        << QByteArray("e46b8df424b2fef45acd959978edd3da2b041ba6e9e5c456e2f2e18d20d837ef")
        << QByteArray("0cd5bc4fa105e9b2308aeb85d0d9f617cf36d0ff0ffbc1edb50085593e0611f2");
    QTest::newRow("double-encoded ARN")
        << QByteArray(
               "/prod/tags/arn%3Aaws%3Amedialive%3Aus-west-2%3A111122223333%3Achannel%3A1234567")
        << QByteArray()
        << QByteArray("9030e93e6df43a7021092dc43fbc6351e12fbc49768ec3205688773fadf39d57")
        << QByteArray("f380a1dfd2e947ebcc2c7ecec9cf95b1156fad63df605a5804afad9fc1c13e2c");
}

void TestSigV4::matchesTheReferenceVectors()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, canonicalHash);
    QFETCH(const QByteArray, signature);
    SigningContext context = exampleContext();
    context.credentials.sessionToken = Secret(QByteArray("TOKENEXAMPLE"));
    SigningRequest request = exampleRequest();
    request.path = path;
    request.query = query;

    const auto result = sign(request, context);
    QVERIFY(result.hasValue());
    QCOMPARE(QCryptographicHash::hash(result->canonicalRequest, QCryptographicHash::Sha256).toHex(),
             canonicalHash);
    QCOMPARE(result->signature, signature);
}

void TestSigV4::incompleteInputIsAnError_data()
{
    QTest::addColumn<SigningRequest>("request");
    QTest::addColumn<SigningContext>("context");
    SigningContext context = exampleContext();
    context.credentials = {};
    QTest::newRow("no credentials") << exampleRequest() << context;
    context = exampleContext();
    context.credentials.secretAccessKey = {};
    QTest::newRow("no secret") << exampleRequest() << context;
    context = exampleContext();
    context.credentials.accessKeyId.clear();
    QTest::newRow("no key id") << exampleRequest() << context;
    context = exampleContext();
    context.region.clear();
    QTest::newRow("no region") << exampleRequest() << context;
    context = exampleContext();
    context.service.clear();
    QTest::newRow("no service") << exampleRequest() << context;
    context = exampleContext();
    context.utc = {};
    QTest::newRow("no time") << exampleRequest() << context;
    SigningRequest request = exampleRequest();
    request.headers.clear();
    QTest::newRow("no host") << request << exampleContext();
    request = exampleRequest();
    request.method.clear();
    QTest::newRow("no method") << request << exampleContext();
}

void TestSigV4::incompleteInputIsAnError()
{
    QFETCH(const SigningRequest, request);
    QFETCH(const SigningContext, context);
    const auto result = sign(request, context);
    QVERIFY(!result.hasValue());
    QVERIFY(!result.error().isEmpty());
    QVERIFY(!result.error().contains(QLatin1StringView(kSecret)));
}

void TestSigV4::replacesAnOlderSignature()
{
    const auto once = sign(exampleRequest(), exampleContext());
    QVERIFY(once.hasValue());
    SigningRequest again = exampleRequest();
    again.headers += once->headers;
    again.headers.append(HttpHeader{"X-Amz-Security-Token", "stale"});
    const auto twice = sign(again, exampleContext());
    QVERIFY(twice.hasValue());
    QCOMPARE(twice->canonicalRequest, once->canonicalRequest);
    QCOMPARE(twice->authorization, once->authorization);
}

void TestSigV4::unsignedSessionTokenIsStillSent()
{
    SigningContext context = exampleContext();
    context.credentials.sessionToken = Secret(QByteArray("TOKENEXAMPLE"));
    context.omitSessionToken = true;
    const auto result = sign(exampleRequest(), context);
    QVERIFY(result.hasValue());
    QCOMPARE(result->signedHeaders, QByteArray("host;x-amz-date"));
    QCOMPARE(valueOf(result->headers, "x-amz-security-token"), QByteArray("TOKENEXAMPLE"));
}

void TestSigV4::bodyHashHeaderIsSignedOnRequest()
{
    SigningContext context = exampleContext();
    context.signBodyHeader = true;
    SigningRequest request = exampleRequest();
    request.body = "{}";
    const auto result = sign(request, context);
    QVERIFY(result.hasValue());
    QCOMPARE(result->signedHeaders, QByteArray("host;x-amz-content-sha256;x-amz-date"));
    QCOMPARE(valueOf(result->headers, "X-Amz-Content-Sha256"),
             QCryptographicHash::hash("{}", QCryptographicHash::Sha256).toHex());
}

void TestSigV4::convertsLocalTimeToUtc()
{
    SigningContext context = exampleContext();
    context.utc = QDateTime(QDate(2026, 1, 1), QTime(1, 30), Qt::OffsetFromUTC, 5400);
    const auto shifted = sign(exampleRequest(), context);
    const auto plain = sign(exampleRequest(), exampleContext());
    QVERIFY(shifted.hasValue() && plain.hasValue());
    QCOMPARE(valueOf(shifted->headers, "X-Amz-Date"), QByteArray("20260101T000000Z"));
    QCOMPARE(shifted->signature, plain->signature);
}

void TestSigV4::spellingOfTheQueryDoesNotMatter()
{
    SigningRequest encoded = exampleRequest();
    encoded.query = "nextToken=a%3Ab%2Bc%7E";
    SigningRequest loose = exampleRequest();
    loose.query = "nextToken=a:b%2bc~";
    const auto first = sign(encoded, exampleContext());
    const auto second = sign(loose, exampleContext());
    QVERIFY(first.hasValue() && second.hasValue());
    QCOMPARE(second->canonicalRequest, first->canonicalRequest);
}

void TestSigV4::signedRequestCoversWhatTheUrlSays()
{
    HttpRequest request;
    request.method = "GET";
    request.url = QUrl::fromEncoded("https://medialive.us-west-2.amazonaws.com:443/prod/channels"
                                    "?maxResults=20&nextToken=a%2Bb%2Fc%3D",
                                    QUrl::StrictMode);
    SigningContext context = exampleContext();
    context.credentials.sessionToken = Secret(QByteArray("TOKENEXAMPLE"));
    const auto result = signedRequest(request, context);
    QVERIFY(result.hasValue());
    QCOMPARE(valueOf(result->headers, "host"), QByteArray("medialive.us-west-2.amazonaws.com"));
    QVERIFY(valueOf(result->headers, "authorization")
                .endsWith(
                    "Signature=0cd5bc4fa105e9b2308aeb85d0d9f617cf36d0ff0ffbc1edb50085593e0611f2"));
    QCOMPARE(result->url, request.url);

    const auto again = signedRequest(*result, context);
    QVERIFY(again.hasValue());
    QCOMPARE(again->headers, result->headers);
}

void TestSigV4::signedRequestLeavesHopHeadersUnsigned()
{
    HttpRequest request;
    request.method = "GET";
    request.url = QUrl(u"https://medialive.us-west-2.amazonaws.com/prod/channels"_s);
    request.headers = {{"User-Agent", "Tallylight"}, {"Connection", "keep-alive"}, {"X-Mine", "1"}};
    const auto result = signedRequest(request, exampleContext());
    QVERIFY(result.hasValue());
    QVERIFY(valueOf(result->headers, "authorization")
                .contains("SignedHeaders=host;x-amz-date;x-mine,"));
    QCOMPARE(valueOf(result->headers, "user-agent"), QByteArray("Tallylight"));
}

void TestSigV4::hostHeaderFollowsTheUrl_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("plain") << QUrl(u"https://sts.eu-west-1.amazonaws.com"_s)
                           << QByteArray("sts.eu-west-1.amazonaws.com");
    QTest::newRow("own port") << QUrl(u"https://host.example:443/"_s) << QByteArray("host.example");
    QTest::newRow("other port") << QUrl(u"https://host.example:8443"_s)
                                << QByteArray("host.example:8443");
    QTest::newRow("http") << QUrl(u"http://127.0.0.1:80"_s) << QByteArray("127.0.0.1");
    QTest::newRow("http on 443") << QUrl(u"http://127.0.0.1:443"_s) << QByteArray("127.0.0.1:443");
    QTest::newRow("IPv6") << QUrl(u"http://[::1]:5555/"_s) << QByteArray("[::1]:5555");
    QTest::newRow("umlaut") << QUrl(u"https://bücher.example"_s)
                            << QByteArray("xn--bcher-kva.example");
}

void TestSigV4::hostHeaderFollowsTheUrl()
{
    QFETCH(const QUrl, url);
    QFETCH(const QByteArray, host);
    QCOMPARE(hostHeader(url), host);
}

void TestSigV4::headerLookupIgnoresCase()
{
    const HttpResponse response{200, {{"X-Amzn-ErrorType", "A"}, {"x-amzn-errortype", "B"}}, {}};
    QCOMPARE(response.header("x-AMZN-errortype"), QByteArray("A"));
    QCOMPARE(response.header("x-amzn-requestid"), QByteArray());
}

QTEST_GUILESS_MAIN(TestSigV4)
#include "tst_sigv4.moc"
