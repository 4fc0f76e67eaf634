// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/errorcodes.h"
#include "core/iampolicy.h"
#include "models/errortext.h"

#include <QDir>
#include <QFile>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::models;

namespace {

QString sourceOf(const QString &file)
{
    QFile source(QStringLiteral(TALLYLIGHT_SOURCE_DIR "/src/aws/") + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

/// Every operation the clients in src/aws name.
QSet<QString> operationsInTheSource()
{
    static const QRegularExpression name(
        u"\"((?:List|Describe|Get|Assume)[A-Z][A-Za-z]+)\"(?:_s|_L1|\\))"_s);
    QSet<QString> found;
    const QStringList files
        = QDir(QStringLiteral(TALLYLIGHT_SOURCE_DIR "/src/aws")).entryList({u"*.cpp"_s});
    for (const QString &file : files) {
        QRegularExpressionMatchIterator it = name.globalMatch(sourceOf(file));
        while (it.hasNext())
            found.insert(it.next().captured(1));
    }
    return found;
}

} // namespace

/// Every error says in plain words what it is and what can be done, and a missing permission is
/// named.
class ExplainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationHasItsAction_data();
    void everyOperationHasItsAction();
    void noOperationIsForgotten();
    void everyCodeHasWordsOfItsOwn_data();
    void everyCodeHasWordsOfItsOwn();
    void theIssuerIsNamed();
    void wellKnownCodesAreExplained_data();
    void wellKnownCodesAreExplained();
};

void ExplainTest::everyOperationHasItsAction_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("action");
    const QStringList actions = requiredIamActions();
    for (const QString &action : actions) {
        const QString prefix = action.section(u':', 0, 0);
        const QString service = prefix == u"cloudwatch"_s ? u"monitoring"_s : prefix;
        QTest::newRow(qPrintable(action)) << service << action.section(u':', 1) << action;
    }
    for (const QString &operation : {u"GetCallerIdentity"_s, u"AssumeRole"_s})
        QTest::newRow(qPrintable(operation)) << u"sts"_s << operation << u"sts:"_s + operation;
}

void ExplainTest::everyOperationHasItsAction()
{
    QFETCH(const QString, service);
    QFETCH(const QString, operation);
    QFETCH(const QString, action);
    ApiError error;
    error.category = ErrorCategory::Forbidden;
    error.service = service;
    error.operation = operation;
    error.code = u"AccessDeniedException"_s;
    QCOMPARE(iamAction(error), action);
    QVERIFY2(errorAdvice(error).contains(action), qPrintable(errorAdvice(error)));
    QVERIFY(errorDetails(error).contains(action));
}

void ExplainTest::noOperationIsForgotten()
{
    QSet<QString> named{u"GetCallerIdentity"_s, u"AssumeRole"_s};
    // Only the connection test asks for these, and can do without.
    named.unite({u"DescribeInput"_s, u"DescribeAlarms"_s});
    const QStringList actions = requiredIamActions();
    for (const QString &action : actions)
        named.insert(action.section(u':', 1));
    // Identity Center's portal asks for a token, not for permissions.
    const QSet<QString> unsignedOnes{u"GetRoleCredentials"_s, u"ListAccounts"_s,
                                     u"ListAccountRoles"_s};
    const QSet<QString> used = operationsInTheSource();
    QVERIFY2(used.size() >= 8, qPrintable(QStringList(used.values()).join(u' ')));
    for (const QString &operation : used)
        QVERIFY2(named.contains(operation) || unsignedOnes.contains(operation),
                 qPrintable(operation));
}

void ExplainTest::everyCodeHasWordsOfItsOwn_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<QString>("code");
    const auto row = [](ErrorCategory category, const QString &code) {
        QTest::newRow(qPrintable(code)) << category << code;
    };
    for (const QLatin1StringView code :
         {errorcodes::kCertificateExpired, errorcodes::kCertificateNotYetValid,
          errorcodes::kCertificateForAnotherHost, errorcodes::kCertificateSelfSigned,
          errorcodes::kCertificateIssuerUnknown, errorcodes::kCaFileUnusable})
        row(ErrorCategory::Tls, code);
    for (const QLatin1StringView code :
         {errorcodes::kProxyPasswordMissing, errorcodes::kProxyPasswordRefused,
          errorcodes::kProxyTunnelRefused, "ProxyConnectionRefusedError"_L1,
          "ProxyNotFoundError"_L1, "HostNotFoundError"_L1})
        row(ErrorCategory::Network, code);
    row(ErrorCategory::Malformed, errorcodes::kWebPage);
}

void ExplainTest::everyCodeHasWordsOfItsOwn()
{
    QFETCH(const ErrorCategory, category);
    QFETCH(const QString, code);
    ApiError plain;
    plain.category = category;
    ApiError special = plain;
    special.code = code;
    QVERIFY(!errorTitle(special).isEmpty());
    QVERIFY(errorTitle(special) != errorTitle(plain));
    QVERIFY(!errorAdvice(special).isEmpty());
    QVERIFY(errorAdvice(special) != errorAdvice(plain));
}

void ExplainTest::theIssuerIsNamed()
{
    ApiError error;
    error.category = ErrorCategory::Tls;
    error.code = errorcodes::kCertificateIssuerUnknown;
    error.certificateIssuer = u"Acme Inspection CA"_s;
    const QString advice = errorAdvice(error);
    QVERIFY2(advice.contains(u"Acme Inspection CA"_s), qPrintable(advice));
    QVERIFY(advice.contains(u"inspecting proxy"_s));
    QVERIFY(advice.contains(u"CA file"_s));
    error.code = errorcodes::kCertificateSelfSigned;
    QVERIFY(errorAdvice(error).contains(u"Acme Inspection CA"_s));
}

void ExplainTest::wellKnownCodesAreExplained_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    const auto row = [](const QString &code, int status, const QString &word) {
        QTest::newRow(qPrintable(code)) << code << status << word;
    };
    row(u"TooManyRequestsException"_s, 429, u"request limit"_s);
    row(u"Throttling"_s, 400, u"request limit"_s);
    row(u"AccessDeniedException"_s, 403, u"medialive:ListChannels"_s);
    row(u"ForbiddenException"_s, 403, u"medialive:ListChannels"_s);
    row(u"OptInRequired"_s, 403, u"not enabled"_s);
    row(u"ExpiredTokenException"_s, 403, u"run out"_s);
    row(u"UnrecognizedClientException"_s, 403, u"access key id"_s);
    row(u"InvalidClientTokenId"_s, 403, u"access key id"_s);
    row(u"SignatureDoesNotMatch"_s, 403, u"secret access key"_s);
    row(u"InvalidSignatureException"_s, 403, u"secret access key"_s);
    row(u"RequestTimeTooSkewed"_s, 403, u"clock"_s);
    row(u"NotFoundException"_s, 404, u"deleted"_s);
    row(u"UnprocessableEntityException"_s, 422, u"does not accept"_s);
    row(u"InternalServerErrorException"_s, 500, u"problem of its own"_s);
    row(u"BadGatewayException"_s, 502, u"problem of its own"_s);
    row(u"GatewayTimeoutException"_s, 504, u"problem of its own"_s);
}

void ExplainTest::wellKnownCodesAreExplained()
{
    QFETCH(const QString, code);
    QFETCH(const int, status);
    QFETCH(const QString, word);
    ApiError error;
    error.service = u"medialive"_s;
    error.operation = u"ListChannels"_s;
    error.code = code;
    error.httpStatus = status;
    error.category = categoryFor(code, status);
    QVERIFY2(errorAdvice(error).contains(word), qPrintable(errorAdvice(error)));
}

QTEST_GUILESS_MAIN(ExplainTest)
#include "tst_explain.moc"
