// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/apierror.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

class ApiErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesAreReducedToTheirName_data();
    void codesAreReducedToTheirName();
    void codeDecidesBeforeStatus_data();
    void codeDecidesBeforeStatus();
    void onlyPassingTroubleIsRetried_data();
    void onlyPassingTroubleIsRetried();
    void logLineHasAllThatIsKnown();
    void logLineLeavesOutWhatIsNot();
};

void ApiErrorTest::codesAreReducedToTheirName_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("code");
    QTest::newRow("bare") << u"ForbiddenException"_s << u"ForbiddenException"_s;
    QTest::newRow("address after it") << u"TooManyRequestsException:http://internal.amazon.com/x"_s
                                      << u"TooManyRequestsException"_s;
    QTest::newRow("name space before it")
        << u"com.amazonaws.x#ValidationError"_s << u"ValidationError"_s;
    QTest::newRow("both") << u"com.amazonaws.x#Throttling:http://y#z"_s << u"Throttling"_s;
    QTest::newRow("spaces") << u"  NotFoundException \t"_s << u"NotFoundException"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("nothing but separators") << u"#:"_s << QString();
}

void ApiErrorTest::codesAreReducedToTheirName()
{
    QFETCH(QString, raw);
    QFETCH(QString, code);
    QCOMPARE(sanitizedErrorCode(raw), code);
}

void ApiErrorTest::codeDecidesBeforeStatus_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCategory>("category");
    using C = ErrorCategory;
    QTest::newRow("CloudWatch throttling is a 400") << u"Throttling"_s << 400 << C::Throttled;
    QTest::newRow("MediaLive throttling is a 429")
        << u"TooManyRequestsException"_s << 429 << C::Throttled;
    QTest::newRow("429 without a code") << QString() << 429 << C::Throttled;
    QTest::newRow("signature wrong, 403")
        << u"InvalidSignatureException"_s << 403 << C::Credentials;
    QTest::newRow("signature wrong, 400")
        << u"InvalidSignatureException"_s << 400 << C::Credentials;
    QTest::newRow("key unknown") << u"UnrecognizedClientException"_s << 403 << C::Credentials;
    QTest::newRow("key unknown to STS") << u"InvalidClientTokenId"_s << 403 << C::Credentials;
    QTest::newRow("session over") << u"ExpiredTokenException"_s << 403 << C::Expired;
    QTest::newRow("session over, 400") << u"ExpiredToken"_s << 400 << C::Expired;
    QTest::newRow("clock off") << u"RequestTimeTooSkewed"_s << 403 << C::Skew;
    QTest::newRow("no permission") << u"AccessDeniedException"_s << 400 << C::Forbidden;
    QTest::newRow("403 with an unknown code") << u"BrandNewException"_s << 403 << C::Forbidden;
    QTest::newRow("401") << QString() << 401 << C::Credentials;
    QTest::newRow("gone") << u"NotFoundException"_s << 404 << C::NotFound;
    QTest::newRow("gone, JSON service") << u"ResourceNotFoundException"_s << 404 << C::NotFound;
    QTest::newRow("404 without a code") << QString() << 404 << C::Malformed;
    QTest::newRow("404 for a call it does not know")
        << u"UnknownOperationException"_s << 404 << C::BadRequest;
    QTest::newRow("408") << QString() << 408 << C::Timeout;
    QTest::newRow("proxy wants a password") << QString() << 407 << C::Network;
    QTest::newRow("bad request") << u"ValidationError"_s << 400 << C::BadRequest;
    QTest::newRow("409") << u"ConflictException"_s << 409 << C::BadRequest;
    QTest::newRow("500") << u"InternalServerErrorException"_s << 500 << C::Server;
    QTest::newRow("502 without a code") << QString() << 502 << C::Server;
    QTest::newRow("a redirect may not be followed") << QString() << 302 << C::Server;
    QTest::newRow("no trouble") << QString() << 200 << C::None;
    QTest::newRow("case matters") << u"throttling"_s << 400 << C::BadRequest;
}

void ApiErrorTest::codeDecidesBeforeStatus()
{
    QFETCH(QString, code);
    QFETCH(int, status);
    QFETCH(ErrorCategory, category);
    QCOMPARE(categoryFor(code, status), category);
}

void ApiErrorTest::onlyPassingTroubleIsRetried_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<bool>("retryable");
    using C = ErrorCategory;
    for (const C category : {C::Network, C::Timeout, C::Throttled, C::Server})
        QTest::addRow("retry %d", static_cast<int>(category)) << category << true;
    for (const C category : {C::None, C::Tls, C::Credentials, C::Expired, C::Skew, C::Forbidden,
                             C::NotFound, C::BadRequest, C::Malformed, C::Cancelled, C::Storage})
        QTest::addRow("stop %d", static_cast<int>(category)) << category << false;
}

void ApiErrorTest::onlyPassingTroubleIsRetried()
{
    QFETCH(ErrorCategory, category);
    QFETCH(bool, retryable);
    QCOMPARE(isRetryable(category), retryable);
}

void ApiErrorTest::logLineHasAllThatIsKnown()
{
    ApiError error;
    error.category = ErrorCategory::Forbidden;
    error.operation = u"ListChannels"_s;
    error.code = u"ForbiddenException"_s;
    error.httpStatus = 403;
    error.requestId = u"r-1"_s;
    error.message = u"not allowed"_s;
    QCOMPARE(error.toLogLine(),
             u"ListChannels: Forbidden (403, ForbiddenException, request r-1): not allowed"_s);
}

void ApiErrorTest::logLineLeavesOutWhatIsNot()
{
    ApiError error;
    error.category = ErrorCategory::Network;
    QCOMPARE(error.toLogLine(), u"Network"_s);
    error.message = u"host not found"_s;
    QCOMPARE(error.toLogLine(), u"Network: host not found"_s);
}

QTEST_APPLESS_MAIN(ApiErrorTest)
#include "tst_apierror.moc"
