// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/credentialtext.h"

#include "models/awsprofiletext.h"

#include <QCoreApplication>

#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::CredentialState;
using monitor::CredentialWarning;
using monitor::SecretProblem;

namespace {

struct CredentialText
{
    Q_DECLARE_TR_FUNCTIONS(CredentialText)
};

bool isAboutKeychain(SecretProblem problem)
{
    return problem == SecretProblem::Denied || problem == SecretProblem::Locked
        || problem == SecretProblem::NoBackend || problem == SecretProblem::Timeout
        || problem == SecretProblem::Failed;
}

/// What a person can do about \a problem, as buttons.
QList<MessageAction> actionsFor(const monitor::RegionStatus &status, CredentialSource source)
{
    const MessageAction tryAgain{u"tryAgain"_s, CredentialText::tr("Try again")};
    const MessageAction edit{u"edit"_s, CredentialText::tr("Edit profile…")};
    const SecretProblem problem = status.secretProblem;
    if (isAboutKeychain(problem))
        return {tryAgain, {u"edit"_s, CredentialText::tr("Enter keys for this run…")}};
    if (!status.credentials.mfaDevice.isEmpty()
        && (problem == SecretProblem::MfaNeeded || problem == SecretProblem::MfaRefused
            || problem == SecretProblem::Expired))
        return {{u"signIn"_s, CredentialText::tr("Enter the code…")}};
    switch (problem) {
    case SecretProblem::NotFound:
    case SecretProblem::UnsupportedSource:
        return {edit};
    case SecretProblem::Expired:
        if (source == CredentialSource::AwsProfile || source == CredentialSource::Environment)
            return {tryAgain, edit};
        [[fallthrough]];
    case SecretProblem::SignInNeeded:
        return {{u"signIn"_s, CredentialText::tr("Sign in again…")}};
    default:
        return {tryAgain, edit};
    }
}

/// What to do about \a problem of keys that come from \a source.
QString adviceFor(SecretProblem problem, CredentialSource source)
{
    if (problem == SecretProblem::Expired && source == CredentialSource::AwsProfile)
        return CredentialText::tr("Renew them where they come from; the shared AWS files are read "
                                  "again as soon as they are saved.");
    if (problem == SecretProblem::Expired && source == CredentialSource::Environment)
        return CredentialText::tr("Start Tallylight again with new ones in the environment.");
    return secretProblemAdvice(problem);
}

/// What a person can do before the session of \a state ends, and the button for it.
std::pair<QString, QString> remedyFor(const CredentialState &state)
{
    if (!state.mfaDevice.isEmpty())
        return {
            CredentialText::tr("Enter the next code of the MFA device in time; watching goes on "
                               "without a break."),
            CredentialText::tr("Enter the code…")};
    if (state.isSignedInFor)
        return {CredentialText::tr("Sign in again in time; watching goes on without a break."),
                CredentialText::tr("Sign in again…")};
    return {CredentialText::tr("Enter new keys in time; watching goes on without a break."),
            CredentialText::tr("Enter new keys…")};
}

/// "12:34:56 UTC" of \a utc.
QString clockTime(const QDateTime &utc, models::TimeZoneChoice zone)
{
    return models::formatTime(utc, zone).section(u' ', 1);
}

} // namespace

QString obstacleText(const monitor::CredentialObstacle &obstacle)
{
    if (const auto *file = std::get_if<AwsFileError>(&obstacle))
        return models::awsFileErrorText(*file);
    if (const auto *plan = std::get_if<PlanProblem>(&obstacle))
        return models::planProblemText(*plan);
    return {};
}

QString credentialsText(const CredentialState &state, const QDateTime &utcNow,
                        models::TimeZoneChoice zone)
{
    if (state.problem != SecretProblem::None)
        return secretProblemTitle(state.problem);
    if (state.endsAt.isValid() && !state.mfaDevice.isEmpty()) {
        //: %1 is a time of day with its zone
        return CredentialText::tr("until %1, then an MFA code is needed")
            .arg(clockTime(state.endsAt, zone));
    }
    if (state.endsAt.isValid() && state.isSignedInFor) {
        //: %1 is a time of day with its zone
        return CredentialText::tr("until %1, then somebody has to sign in again")
            .arg(clockTime(state.endsAt, zone));
    }
    if (state.endsAt.isValid()) {
        //: %1 is a time of day with its zone
        return CredentialText::tr("until %1, then new keys are needed")
            .arg(clockTime(state.endsAt, zone));
    }
    if (!state.expiresAt.isValid())
        return {};
    const QString end = clockTime(state.expiresAt, zone);
    if (state.renewalProblem != SecretProblem::None) {
        //: %1 is a time of day with its zone, %2 why new credentials could not be had
        return CredentialText::tr("until %1; not renewed yet: %2")
            .arg(end, secretProblemTitle(state.renewalProblem));
    }
    if (state.expiresAt < utcNow)
        return CredentialText::tr("being renewed");
    //: %1 is a time of day with its zone
    return CredentialText::tr("until %1, renewed by itself before").arg(end);
}

bool offersSignIn(const monitor::RegionStatus &status, const QDateTime &utcNow)
{
    return status.secretProblem != SecretProblem::None
        || monitor::credentialWarning(status.credentials, utcNow) != CredentialWarning::None
        || status.credentials.renewalProblem == SecretProblem::MfaRefused;
}

QList<Message> secretProblems(const QList<RegionOverview> &regions)
{
    QList<Message> problems;
    for (const RegionOverview &region : regions) {
        const SecretProblem problem = region.status.secretProblem;
        if (problem == SecretProblem::None)
            continue;
        Message message;
        message.key = u"secret/"_s + region.profile.id;
        message.level = StateLevel::Unknown;
        //: %1 is a profile, %2 what keeps its keys from being used.
        message.title
            = CredentialText::tr("%1: %2").arg(region.profile.name, secretProblemTitle(problem));
        const QString obstacle = obstacleText(region.status.credentials.obstacle);
        const QString advice = adviceFor(problem, region.profile.credentialSource);
        message.text = obstacle.isEmpty() ? advice : obstacle + u' ' + advice;
        message.details = region.status.secretDetail;
        message.actions = actionsFor(region.status, region.profile.credentialSource);
        problems.append(message);
    }
    return problems;
}

QList<Message> sessionWarnings(const QList<RegionOverview> &regions, const QDateTime &utcNow,
                               models::TimeZoneChoice zone)
{
    QList<Message> warnings;
    for (const RegionOverview &region : regions) {
        const CredentialState &state = region.status.credentials;
        const CredentialWarning warning = monitor::credentialWarning(state, utcNow);
        if (warning == CredentialWarning::None)
            continue;
        Message message;
        message.key = u"session/"_s + region.profile.id;
        message.level = StateLevel::Warning;
        // The text changes at five minutes, so that whoever dismissed it hears of it again.
        message.title = warning == CredentialWarning::VerySoon
            //: %1 is a profile, %2 a time of day with its zone
            ? CredentialText::tr("%1: the session ends very soon, at %2")
                  .arg(region.profile.name, clockTime(state.endsAt, zone))
            //: %1 is a profile, %2 a time of day with its zone
            : CredentialText::tr("%1: the session ends at %2")
                  .arg(region.profile.name, clockTime(state.endsAt, zone));
        const auto [advice, action] = remedyFor(state);
        message.text = advice;
        message.actions = {{u"signIn"_s, action}};
        warnings.append(message);
    }
    return warnings;
}

} // namespace tallylight::ui
