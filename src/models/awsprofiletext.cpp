// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/awsprofiletext.h"

#include <QCoreApplication>

namespace tallylight::models {

namespace {

struct AwsProfileText
{
    Q_DECLARE_TR_FUNCTIONS(AwsProfileText)
};

QString fileErrorReason(const AwsFileError &error)
{
    switch (error.kind) {
    case AwsFileError::Kind::Unreadable:
        return error.detail;
    case AwsFileError::Kind::TooLarge:
        return AwsProfileText::tr("too large to be what it should be");
    case AwsFileError::Kind::NoSection:
        //: [section] is a heading in a configuration file
        return AwsProfileText::tr("something stands before the first [section]");
    case AwsFileError::Kind::NoValue:
        return AwsProfileText::tr("a line without “=”");
    case AwsFileError::Kind::BadName:
        return AwsProfileText::tr("the name of a [section] has no end");
    case AwsFileError::Kind::NotUtf8:
        return AwsProfileText::tr("not a text file in UTF-8");
    }
    return {};
}

/// The services' names are the same in every language.
QString serviceName(Service service)
{
    switch (service) {
    case Service::MediaLive:
        return QStringLiteral("MediaLive");
    case Service::CloudWatch:
        return QStringLiteral("CloudWatch");
    case Service::Sts:
        return QStringLiteral("STS");
    case Service::SsoOidc:
    case Service::SsoPortal:
        return QStringLiteral("IAM Identity Center");
    }
    return {};
}

QString endpointReason(EndpointProblem problem)
{
    switch (problem) {
    case EndpointProblem::PlainHttp:
        return AwsProfileText::tr("http:// is allowed only for this computer itself");
    case EndpointProblem::Extra:
        return AwsProfileText::tr("it must be host and port only, without a path or a user name");
    case EndpointProblem::None:
    case EndpointProblem::Invalid:
    case EndpointProblem::Scheme:
        break;
    }
    return AwsProfileText::tr("it is not of the form https://host or https://host:port");
}

/// The address itself stays out of it: it may hold a password.
QString endpointProblemText(const PlanProblem &problem)
{
    //: %1 is a profile in the files the AWS command line uses, %2 a key of such a file or an
    //: environment variable, %3 a service such as MediaLive, %4 says why
    return AwsProfileText::tr("AWS profile “%1”: %2 can't be used for %3; %4.")
        .arg(problem.profile, problem.key, serviceName(problem.service),
             endpointReason(problem.endpoint));
}

} // namespace

QString planProblemText(const PlanProblem &problem)
{
    using Kind = PlanProblem::Kind;
    const QString &profile = problem.profile;
    switch (problem.kind) {
    case Kind::ProfileMissing:
        //: %1 is a profile in the files the AWS command line uses; likewise below
        return AwsProfileText::tr("The shared AWS files have no profile “%1”.").arg(profile);
    case Kind::NoCredentials:
        return AwsProfileText::tr("The AWS profile “%1” says nothing about credentials.")
            .arg(profile);
    case Kind::KeysIncomplete:
        //: %2 is a key of a configuration file
        return AwsProfileText::tr("The AWS profile “%1” lacks %2.").arg(profile, problem.key);
    case Kind::Loop:
        return AwsProfileText::tr("The AWS profile “%1” leads back to itself by source_profile.")
            .arg(profile);
    case Kind::TooDeep:
        return AwsProfileText::tr("Too many roles lead to the AWS profile “%1”.").arg(profile);
    case Kind::RoleSourceMissing:
        return AwsProfileText::tr("The AWS profile “%1” has a role_arn but neither source_profile "
                                  "nor credential_source.")
            .arg(profile);
    case Kind::RoleSourceTwice:
        return AwsProfileText::tr("The AWS profile “%1” has both source_profile and "
                                  "credential_source; only one may be there.")
            .arg(profile);
    case Kind::BadCredentialSource:
        return AwsProfileText::tr("The AWS profile “%1” has an unknown credential_source.")
            .arg(profile);
    case Kind::NotOnDesktop:
        //: %2 is Ec2InstanceMetadata or EcsContainer
        return AwsProfileText::tr("The AWS profile “%1” takes its credentials from %2, which only "
                                  "computers at AWS have.")
            .arg(profile, problem.key);
    case Kind::BadDuration:
        return AwsProfileText::tr("In the AWS profile “%1”, duration_seconds is not a number from "
                                  "900 to 43200.")
            .arg(profile);
    case Kind::SsoIncomplete:
        return AwsProfileText::tr("The AWS profile “%1” lacks %2.").arg(profile, problem.key);
    case Kind::SsoSessionMissing:
        //: %2 is the name of a section
        return AwsProfileText::tr("The AWS profile “%1” names the sso-session “%2”, which the "
                                  "files don't have.")
            .arg(profile, problem.key);
    case Kind::WebIdentity:
        return AwsProfileText::tr("The AWS profile “%1” uses web_identity_token_file, which "
                                  "Tallylight can't.")
            .arg(profile);
    case Kind::LoginSession:
        return AwsProfileText::tr("The AWS profile “%1” uses “aws login”, which Tallylight can't; "
                                  "use IAM Identity Center or credential_process.")
            .arg(profile);
    case Kind::EndpointUnusable:
        return endpointProblemText(problem);
    }
    return {};
}

QString awsFileErrorText(const AwsFileError &error)
{
    const QString reason = fileErrorReason(error);
    if (error.line > 0) {
        //: %1 is a file, %2 a line's number, %3 what is wrong
        return AwsProfileText::tr("%1, line %2: %3.")
            .arg(error.file, QString::number(error.line), reason);
    }
    //: %1 is a file, %2 what is wrong
    return AwsProfileText::tr("%1: %2.").arg(error.file, reason);
}

} // namespace tallylight::models
