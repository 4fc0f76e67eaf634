// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/errorparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::aws;

class TestErrorParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryErrorShape_data();
    void readsEveryErrorShape();
    void neverQuotesSecrets_data();
    void neverQuotesSecrets();
    void longTextsAreCut();
    void hugeBodiesAreReadQuickly();
    void requestIdHasSeveralNames();
    void readsHowLongToWait_data();
    void readsHowLongToWait();
    void readsTheServersClock_data();
    void readsTheServersClock();
    void markupBecomesReadableText_data();
    void markupBecomesReadableText();
};

void TestErrorParser::readsEveryErrorShape_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<HttpHeader>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");

    const auto typed = [](const QByteArray &type) {
        return QList<HttpHeader>{{"x-amzn-ErrorType", type}};
    };
    const auto queryError = [](const QByteArray &text) {
        return QList<HttpHeader>{{"x-amzn-query-error", text},
                                 {"X-Amzn-Errortype", "GraniteServiceVersion20100801#Other"}};
    };
    QTest::newRow("type header") << 404 << typed("NotFoundException")
                                 << QByteArray("{\"message\":\"no channel\"}")
                                 << ErrorCategory::NotFound << u"NotFoundException"_s
                                 << u"no channel"_s;
    QTest::newRow("type header with suffix")
        << 429 << typed("TooManyRequestsException:http://internal.amazon.com/coral/com.x/")
        << QByteArray("{\"message\":\"slow\"}") << ErrorCategory::Throttled
        << u"TooManyRequestsException"_s << u"slow"_s;
    QTest::newRow("type header with prefix")
        << 400 << typed("GraniteServiceVersion20100801#ValidationError")
        << QByteArray("{\"Message\":\"capital\"}") << ErrorCategory::BadRequest
        << u"ValidationError"_s << u"capital"_s;
    QTest::newRow("query error wins") << 400 << queryError("Throttling;Sender")
                                      << QByteArray("{\"__type\":\"x#Y\",\"message\":\"m\"}")
                                      << ErrorCategory::Throttled << u"Throttling"_s << u"m"_s;
    QTest::newRow("type in the body")
        << 400 << QList<HttpHeader>()
        << QByteArray("{\"__type\":\"com.amazonaws.cloudwatch#InvalidNextToken\","
                      "\"message\":\"bad token\"}")
        << ErrorCategory::BadRequest << u"InvalidNextToken"_s << u"bad token"_s;
    QTest::newRow("code in the body")
        << 403 << QList<HttpHeader>() << QByteArray("{\"code\":\"AccessDeniedException\"}")
        << ErrorCategory::Forbidden << u"AccessDeniedException"_s
        << u"HTTP 403 without an explanation"_s;
    QTest::newRow("throttling as HTTP 400")
        << 400 << QList<HttpHeader>() << QByteArray("{\"__type\":\"ThrottlingException\"}")
        << ErrorCategory::Throttled << u"ThrottlingException"_s
        << u"HTTP 400 without an explanation"_s;
    QTest::newRow("expired token as HTTP 400")
        << 400 << typed("ExpiredTokenException") << QByteArray("{}") << ErrorCategory::Expired
        << u"ExpiredTokenException"_s << u"HTTP 400 without an explanation"_s;
    QTest::newRow("signature for the wrong secret")
        << 403 << typed("InvalidSignatureException")
        << QByteArray("{\"message\":\"The request signature we calculated does not match\"}")
        << ErrorCategory::Credentials << u"InvalidSignatureException"_s
        << u"The request signature we calculated does not match"_s;
    QTest::newRow("signature for the wrong time")
        << 403 << typed("InvalidSignatureException")
        << QByteArray("{\"message\":\"Signature expired: 20260301T110000Z is now earlier than "
                      "20260301T115500Z\"}")
        << ErrorCategory::Skew << u"InvalidSignatureException"_s
        << u"Signature expired: 20260301T110000Z is now earlier than 20260301T115500Z"_s;
    QTest::newRow("validation errors")
        << 422 << typed("UnprocessableEntityException")
        << QByteArray("{\"message\":\"invalid\",\"validationErrors\":[{\"elementPath\":\"/"
                      "a\",\"errorMessage\":\"b\"}]}")
        << ErrorCategory::BadRequest << u"UnprocessableEntityException"_s << u"invalid [/a: b]"_s;
    QTest::newRow("XML of a query service")
        << 403 << QList<HttpHeader>()
        << QByteArray(
               "<ErrorResponse "
               "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
               "<Code>InvalidClientTokenId</Code><Message>The token is invalid</Message></Error>"
               "<RequestId>abc</RequestId></ErrorResponse>")
        << ErrorCategory::Credentials << u"InvalidClientTokenId"_s << u"The token is invalid"_s;
    QTest::newRow("broken XML") << 400 << QList<HttpHeader>()
                                << QByteArray("<ErrorResponse><Error><Code>Throttling</Code><Mess")
                                << ErrorCategory::Throttled << u"Throttling"_s
                                << u"HTTP 400 without an explanation"_s;
    QTest::newRow("HTML page")
        << 503 << QList<HttpHeader>()
        << QByteArray("<html><head><title>503 Service\n Unavailable</title></head></html>")
        << ErrorCategory::Server << QString() << u"503 Service Unavailable"_s;
    QTest::newRow("HTML without a title")
        << 502 << QList<HttpHeader>()
        << QByteArray("<!DOCTYPE html><style>b{}</style><h1>Bad gateway</h1> sorry")
        << ErrorCategory::Server << QString() << u"Bad gateway sorry"_s;
    QTest::newRow("plain text") << 500 << QList<HttpHeader>() << QByteArray("  upstream\n gone ")
                                << ErrorCategory::Server << QString() << u"upstream gone"_s;
    QTest::newRow("empty") << 504 << QList<HttpHeader>() << QByteArray() << ErrorCategory::Server
                           << QString() << u"HTTP 504 without an explanation"_s;
    QTest::newRow("JSON array") << 400 << QList<HttpHeader>() << QByteArray("[1,2]")
                                << ErrorCategory::BadRequest << QString() << u"[1,2]"_s;
    QTest::newRow("wrong types")
        << 400 << QList<HttpHeader>()
        << QByteArray("{\"__type\":7,\"message\":{\"a\":1},\"validationErrors\":\"x\"}")
        << ErrorCategory::BadRequest << QString() << u"HTTP 400 without an explanation"_s;
    QTest::newRow("not UTF-8") << 400 << QList<HttpHeader>() << QByteArray("\xff\xfe\x80oops")
                               << ErrorCategory::BadRequest << QString()
                               << QString::fromUtf8("\xff\xfe\x80oops");
    QTest::newRow("redirect") << 302 << QList<HttpHeader>{{"Location", "https://elsewhere/"}}
                              << QByteArray("<html><title>Found</title>") << ErrorCategory::Server
                              << QString() << u"redirect not followed (HTTP 302)"_s;
    QTest::newRow("bare 429") << 429 << QList<HttpHeader>() << QByteArray()
                              << ErrorCategory::Throttled << QString()
                              << u"HTTP 429 without an explanation"_s;
}

void TestErrorParser::readsEveryErrorShape()
{
    QFETCH(const int, status);
    QFETCH(const QList<HttpHeader>, headers);
    QFETCH(const QByteArray, body);
    const ApiError error = errorFromResponse({status, headers, body});
    QTEST(error.category, "category");
    QTEST(error.code, "code");
    QTEST(error.message, "message");
    QCOMPARE(error.httpStatus, status);
}

void TestErrorParser::neverQuotesSecrets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("request id in XML") << QByteArray(
        "<E><Message>no</Message><RequestId>tok-en-1234 AKIATESTTESTTESTTEST</RequestId></E>");
    QTest::newRow("where reading stops") << "no" + QByteArray(8184, ' ') + "tok-en-1234 end";
    QTest::newRow("where reading of markup stops")
        << "<html><p>" + QByteArray("<i>").repeated(2726) + "tok-en-1234 end";
    QTest::newRow("JSON") << QByteArray(
        "{\"message\":\"key AKIATESTTESTTESTTEST token tok-en-1234 refused\"}");
    QTest::newRow("XML") << QByteArray(
        "<E><Message>AKIATESTTESTTESTTEST tok-en-1234</Message></E>");
    QTest::newRow("HTML") << QByteArray(
        "<html><body>AKIATESTTESTTESTTEST tok-en-1234</body></html>");
    QTest::newRow("text") << QByteArray("AKIATESTTESTTESTTEST tok-en-1234");
    QTest::newRow("code") << QByteArray("{\"code\":\"AKIATESTTESTTESTTEST tok-en-1234\"}");
    QTest::newRow("at the cut") << "{\"message\":\"" + QByteArray(290, 'x') + " tok-en-1234\"}";
}

void TestErrorParser::neverQuotesSecrets()
{
    QFETCH(const QByteArray, body);
    const QList<HttpHeader> quoting{{"x-amzn-requestid", "tok-en-1234"}};
    for (const QList<HttpHeader> &headers : {QList<HttpHeader>(), quoting}) {
        const ApiError error = errorFromResponse({403, headers, body}, {u"tok-en-1234"_s});
        const QString all = error.code + error.message + error.requestId + error.toLogLine();
        QVERIFY2(!all.contains("AKIATEST"_L1), qPrintable(all));
        QVERIFY2(!all.contains("tok-"_L1), qPrintable(all));
    }
}

void TestErrorParser::longTextsAreCut()
{
    const ApiError error
        = errorFromResponse({400, {}, "{\"message\":\"" + QByteArray(5000, 'a') + "\"}"});
    QCOMPARE(error.message.size(), 300);
    QVERIFY(error.message.endsWith(u'…'));
    const ApiError longCode
        = errorFromResponse({400, {{"x-amzn-ErrorType", QByteArray(5000, 'E')}}, "{}"});
    QCOMPARE_LE(longCode.code.size(), 128);
}

void TestErrorParser::hugeBodiesAreReadQuickly()
{
    // A text of this size must not reach the regular expressions whole; a run-away one would hit
    // the test's timeout.
    const QByteArray huge = "<html>" + QByteArray(8 * 1024 * 1024, '<');
    QCOMPARE_LE(errorFromResponse({500, {}, huge}).message.size(), 300);
    QCOMPARE_LE(errorFromResponse({500, {}, QByteArray(8 * 1024 * 1024, 'A')}).message.size(), 300);
}

void TestErrorParser::requestIdHasSeveralNames()
{
    QCOMPARE(requestId({200, {{"x-amzn-RequestId", "one"}}, {}}), u"one"_s);
    QCOMPARE(requestId({200, {{"X-Amz-Apigw-Id", "two"}}, {}}), u"two"_s);
    QCOMPARE(requestId({200, {}, {}}), QString());
    const ApiError error = errorFromResponse(
        {400, {}, "<R><Error><Code>A</Code></Error><RequestID>three</RequestID></R>"});
    QCOMPARE(error.requestId, u"three"_s);
}

void TestErrorParser::readsHowLongToWait_data()
{
    QTest::addColumn<QList<HttpHeader>>("headers");
    QTest::addColumn<qint64>("milliseconds"); // -1: not said
    QTest::newRow("nothing") << QList<HttpHeader>() << qint64(-1);
    QTest::newRow("milliseconds") << QList<HttpHeader>{{"x-amz-retry-after", "1500"}}
                                  << qint64(1500);
    QTest::newRow("seconds") << QList<HttpHeader>{{"Retry-After", "3"}} << qint64(3000);
    QTest::newRow("milliseconds win")
        << QList<HttpHeader>{{"Retry-After", "3"}, {"x-amz-retry-after", "20"}} << qint64(20);
    QTest::newRow("date") << QList<HttpHeader>{{"Retry-After", "Sun, 01 Mar 2026 12:00:07 GMT"}}
                          << qint64(7000);
    QTest::newRow("date gone by") << QList<HttpHeader>{{"Retry-After",
                                                        "Sun, 01 Mar 2026 11:00:00 GMT"}}
                                  << qint64(0);
    QTest::newRow("nonsense") << QList<HttpHeader>{{"Retry-After", "soon"}} << qint64(-1);
    QTest::newRow("negative") << QList<HttpHeader>{{"x-amz-retry-after", "-5"}} << qint64(-1);
    QTest::newRow("not finite") << QList<HttpHeader>{{"Retry-After", "nan"}} << qint64(-1);
    QTest::newRow("for ever") << QList<HttpHeader>{{"Retry-After", "1e300"}} << qint64(86400000);
}

void TestErrorParser::readsHowLongToWait()
{
    QFETCH(const QList<HttpHeader>, headers);
    QFETCH(const qint64, milliseconds);
    const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const auto wait = retryAfter({429, headers, {}}, now);
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), milliseconds);
}

void TestErrorParser::readsTheServersClock_data()
{
    QTest::addColumn<QList<HttpHeader>>("headers");
    QTest::addColumn<QDateTime>("date");
    const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    QTest::newRow("Date") << QList<HttpHeader>{{"Date", "Sun, 01 Mar 2026 12:00:00 GMT"}} << noon;
    QTest::newRow("x-amz-date wins") << QList<HttpHeader>{{"Date", "Sun, 01 Mar 2026 09:00:00 GMT"},
                                                          {"x-amz-date", "20260301T120000Z"}}
                                     << noon;
    QTest::newRow("none") << QList<HttpHeader>() << QDateTime();
    QTest::newRow("nonsense") << QList<HttpHeader>{{"Date", "yesterday GMT"}} << QDateTime();
    QTest::newRow("no zone") << QList<HttpHeader>{{"Date", "Sun, 01 Mar 2026 12:00:00"}}
                             << QDateTime();
}

void TestErrorParser::readsTheServersClock()
{
    QFETCH(const QList<HttpHeader>, headers);
    QFETCH(const QDateTime, date);
    const QDateTime read = serverDate({200, headers, {}});
    QCOMPARE(read.isValid(), date.isValid());
    if (date.isValid())
        QCOMPARE(read, date);
}

void TestErrorParser::markupBecomesReadableText_data()
{
    QTest::addColumn<QByteArray>("markup");
    QTest::addColumn<QString>("text");
    QTest::newRow("title") << QByteArray("<html><title> Hotel  login </title><body>x")
                           << u"Hotel login"_s;
    QTest::newRow("empty title") << QByteArray("<title></title><p>body</p>") << u"body"_s;
    QTest::newRow("script") << QByteArray("<p>a</p><script>var b = '<c>';</script><p>d</p>")
                            << u"a d"_s;
    QTest::newRow("cut tag") << QByteArray("text <a href=") << u"text"_s;
    QTest::newRow("nothing") << QByteArray("<br>") << QString();
}

void TestErrorParser::markupBecomesReadableText()
{
    QFETCH(const QByteArray, markup);
    QTEST(textOfMarkup(markup), "text");
}

QTEST_GUILESS_MAIN(TestErrorParser)
#include "tst_errorparser.moc"
