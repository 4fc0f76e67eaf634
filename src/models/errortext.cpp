// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/errortext.h"

#include "core/metricbudget.h"
#include "core/region.h"
#include "core/ssotoken.h"
#include "models/networktext.h"
#include "models/timeformat.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

bool isIdentityCenter(const ApiError &error)
{
    return error.service == signingName(Service::SsoOidc)
        || error.service == signingName(Service::SsoPortal);
}

/// What can be done about a refusal of IAM Identity Center; empty when nothing special.
QString identityCenterAdvice(const ApiError &error)
{
    switch (error.category) {
    case ErrorCategory::BadRequest:
    case ErrorCategory::NotFound:
        return ErrorText::tr("IAM Identity Center does not know this start URL here. Check the "
                             "start URL and the region it is in; both are shown in the AWS access "
                             "portal.");
    case ErrorCategory::Forbidden:
        return ErrorText::tr("The role is not, or not any more, assigned to whoever has signed in. "
                             "Choose another account or role, or ask for the assignment.");
    case ErrorCategory::Credentials:
    case ErrorCategory::Expired:
        return ErrorText::tr("The sign-in has ended. Sign in again.");
    default:
        return {};
    }
}

QString serviceName(const ApiError &error)
{
    if (error.service == "medialive"_L1)
        return u"MediaLive"_s;
    if (error.service == "monitoring"_L1)
        return u"CloudWatch"_s;
    if (error.service == "sts"_L1)
        return u"STS"_s;
    if (isIdentityCenter(error))
        return u"IAM Identity Center"_s;
    return u"AWS"_s;
}

QString noConnectionAdvice(const ApiError &error)
{
    //: %1 is the name of an AWS service
    return ErrorText::tr(
               "Check the network, the proxy and the VPN, and whether the host and port of "
               "%1 in the region profile are right. It is tried again by itself.")
        .arg(serviceName(error));
}

QString skewAdvice(const ApiError &error)
{
    const qint64 offset = error.clockOffsetSeconds;
    if (offset == 0)
        return ErrorText::tr("AWS refuses requests from clocks that are minutes off. Set this "
                             "computer's clock, best from the network.");
    const QString age = formatAge(std::chrono::seconds(std::llabs(offset)));
    if (offset > 0) {
        //: %1 is a duration such as 7 min
        return ErrorText::tr(
                   "This computer's clock is %1 behind AWS. Set it, best from the network.")
            .arg(age);
    }
    //: %1 is a duration such as 7 min
    return ErrorText::tr("This computer's clock is %1 ahead of AWS. Set it, best from the network.")
        .arg(age);
}

QString forbiddenAdvice(const ApiError &error)
{
    if (error.code == "OptInRequired"_L1 || error.code == "RegionDisabledException"_L1)
        return ErrorText::tr(
            "This region is not enabled for the account. Enable it in the account's "
            "settings on AWS, or choose another region.");
    const QString action = iamAction(error);
    if (action.isEmpty())
        return ErrorText::tr("The credentials are valid but may not do this. Ask for the read-only "
                             "MediaLive and CloudWatch permissions.");
    //: %1 is an IAM action such as medialive:ListChannels
    return ErrorText::tr(
               "The credentials are valid but lack the permission %1. Add it to the user's "
               "or role's IAM policy.")
        .arg(action);
}

QString serverAdvice(const ApiError &error)
{
    if (error.httpStatus >= 300 && error.httpStatus < 400)
        return ErrorText::tr(
            "The server points elsewhere, as sign-in pages of hotel and office "
            "networks do. Check the network and the endpoint in the region profile.");
    //: %1 is the name of an AWS service
    return ErrorText::tr("%1 has a problem of its own. It is tried again by itself; the AWS Health "
                         "Dashboard tells about larger failures.")
        .arg(serviceName(error));
}

QString quotedDetails(const ApiError &error)
{
    QStringList facts;
    if (!error.operation.isEmpty())
        facts << error.operation;
    if (error.httpStatus != 0)
        facts << u"HTTP %1"_s.arg(error.httpStatus);
    if (!error.code.isEmpty())
        facts << error.code;
    if (!error.requestId.isEmpty()) {
        //: %1 is the id AWS gave a request
        facts << ErrorText::tr("request %1").arg(error.requestId);
    }
    return facts.join(u", "_s);
}

} // namespace

QString errorTitle(const ApiError &error)
{
    if (error.code == kOverBudget)
        return ErrorText::tr("The CloudWatch budget is spent");
    if (isSsoSignInNeeded(error))
        return ErrorText::tr("Sign-in needed");
    if (const QString title = networkTitle(error); !title.isEmpty())
        return title;
    switch (error.category) {
    case ErrorCategory::None:
        return {};
    case ErrorCategory::Network:
        return ErrorText::tr("No connection");
    case ErrorCategory::Tls:
        return ErrorText::tr("The connection is not secure");
    case ErrorCategory::Timeout:
        return ErrorText::tr("No answer in time");
    case ErrorCategory::Throttled:
        return ErrorText::tr("Too many requests");
    case ErrorCategory::Credentials:
        // Without an answer nobody has refused anything: there was nothing to sign with.
        return error.httpStatus == 0 ? ErrorText::tr("No usable credentials")
                                     : ErrorText::tr("Credentials refused");
    case ErrorCategory::Expired:
        return ErrorText::tr("Credentials have expired");
    case ErrorCategory::Skew:
        return ErrorText::tr("This computer's clock is wrong");
    case ErrorCategory::Forbidden:
        return ErrorText::tr("Access denied");
    case ErrorCategory::NotFound:
        return ErrorText::tr("Not there any more");
    case ErrorCategory::BadRequest:
        return ErrorText::tr("Request refused");
    case ErrorCategory::Server:
        return ErrorText::tr("Trouble at the server");
    case ErrorCategory::Malformed:
        return ErrorText::tr("Answer not understood");
    case ErrorCategory::Cancelled:
        return ErrorText::tr("Cancelled");
    case ErrorCategory::Storage:
        return ErrorText::tr("Trouble with this computer's keychain or files");
    }
    return {};
}

QString errorAdvice(const ApiError &error)
{
    if (error.code == kOverBudget) {
        return ErrorText::tr("This would cost more than is left of the month's CloudWatch budget, "
                             "so it was not asked for. A larger budget can be set in the region's "
                             "profile; next month begins at midnight UTC.");
    }
    if (isSsoSignInNeeded(error)) {
        return ErrorText::tr(
            "Nobody is signed in at IAM Identity Center, or the sign-in has ended. "
            "Sign in here, or with “aws sso login”; it goes on by itself then.");
    }
    if (isIdentityCenter(error)) {
        const QString advice = identityCenterAdvice(error);
        if (!advice.isEmpty())
            return advice;
    }
    if (const QString advice = networkAdvice(error); !advice.isEmpty())
        return advice;
    switch (error.category) {
    case ErrorCategory::None:
    case ErrorCategory::Cancelled:
        return {};
    case ErrorCategory::Network:
        return noConnectionAdvice(error);
    case ErrorCategory::Tls:
        return ErrorText::tr("No secure connection came about: the server, or a proxy in between, "
                             "does not speak TLS as it should. Check the endpoint and the proxy in "
                             "the region profile. Nothing is sent until that is cured.");
    case ErrorCategory::Timeout:
        return ErrorText::tr("The network or the service is slow. It is tried again by itself.");
    case ErrorCategory::Throttled:
        return ErrorText::tr(
            "The account's request limit for this region is used up, by this program "
            "or by others. It slows down and tries again by itself; a longer "
            "interval in the region profile helps.");
    case ErrorCategory::Credentials:
        if (error.httpStatus == 0)
            return ErrorText::tr("Nothing could be signed. The message above the pages says why "
                                 "and what to do.");
        return ErrorText::tr(
            "Check the access key id, the secret access key and, for temporary keys, "
            "the session token; and that the key belongs to this region's part of "
            "AWS.");
    case ErrorCategory::Expired:
        return ErrorText::tr(
            "Temporary credentials have run out. Sign in again or enter new ones in "
            "the region profile.");
    case ErrorCategory::Skew:
        return skewAdvice(error);
    case ErrorCategory::Forbidden:
        return forbiddenAdvice(error);
    case ErrorCategory::NotFound:
        return ErrorText::tr("It may have been deleted meanwhile, or the endpoint in the region "
                             "profile is not that of the service.");
    case ErrorCategory::BadRequest:
        return ErrorText::tr("The service does not accept this request. If the region profile "
                             "overrides endpoints, check them; otherwise please report it with the "
                             "details.");
    case ErrorCategory::Server:
        return serverAdvice(error);
    case ErrorCategory::Malformed:
        return ErrorText::tr(
            "What came back is not what the service sends. A proxy or a sign-in page "
            "may stand in between, or the endpoint is not that of the service. What "
            "was known before is kept.");
    case ErrorCategory::Storage:
        return ErrorText::tr(
            "Unlock the keychain and allow access, and check that the configuration "
            "folder can be written and the disk is not full.");
    }
    return {};
}

QString errorDetails(const ApiError &error)
{
    QStringList lines{errorTitle(error), errorAdvice(error), error.message, quotedDetails(error)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString iamAction(const ApiError &error)
{
    if (error.operation.isEmpty())
        return {};
    if (error.service == "medialive"_L1 || error.service == "sts"_L1)
        return error.service + u':' + error.operation;
    if (error.service == "monitoring"_L1)
        return u"cloudwatch:"_s + error.operation;
    return {};
}

} // namespace tallylight::models
