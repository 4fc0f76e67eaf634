// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview.h"

#include "models/errortext.h"
#include "models/timeformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace tallylight::ui {

using models::LevelCounts;
using models::StateLevel;
using monitor::Phase;
using monitor::RegionStatus;
using monitor::SecretProblem;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Overview", source);
}

StateLevel worst(const LevelCounts &counts)
{
    for (const StateLevel level : {StateLevel::Critical, StateLevel::Warning, StateLevel::Unknown,
                                   StateLevel::Ok, StateLevel::Idle}) {
        if (counts[level] > 0)
            return level;
    }
    return StateLevel::None;
}

} // namespace

QHash<QString, LevelCounts> countsPerProfile(const models::TableModel &health)
{
    QHash<QString, LevelCounts> counts;
    const QString *lastId = nullptr;
    LevelCounts *last = nullptr;
    for (int row = 0; row < health.rowCount(); ++row) {
        // Rows of a profile mostly stand together, so the look-up is spared for nearly all of them.
        const QString &id = health.profileAt(row).id;
        if (!last || *lastId != id) {
            last = &counts[id];
            lastId = &id;
        }
        ++(*last)[health.verdictAt(row).level];
    }
    return counts;
}

StateLevel regionLevel(const RegionStatus &status, const LevelCounts &counts,
                       const QDateTime &utcNow)
{
    const bool believed = status.phase == Phase::Live
        && status.channels.trust(utcNow) == Trust::Fresh
        && status.inputs.trust(utcNow) == Trust::Fresh;
    StateLevel level = worst(counts);
    if (level == StateLevel::None)
        level = believed ? StateLevel::Idle : StateLevel::Unknown; // a region without channels
    return believed ? level : std::min(level, StateLevel::Unknown);
}

StateLevel overallLevel(const QList<RegionOverview> &regions)
{
    StateLevel level = StateLevel::None;
    for (const RegionOverview &region : regions)
        level = std::min(level, region.level); // declared worst first
    return level;
}

LevelCounts overallCounts(const QList<RegionOverview> &regions)
{
    LevelCounts all;
    for (const RegionOverview &region : regions) {
        bool any = false;
        for (std::size_t i = 0; i < all.perLevel.size(); ++i) {
            all.perLevel[i] += region.counts.perLevel[i];
            any |= region.counts.perLevel[i] > 0;
        }
        if (region.level == StateLevel::Unknown
            && (!any || region.counts[StateLevel::Unknown] == 0))
            ++all[StateLevel::Unknown];
    }
    return all;
}

QString regionLine(const RegionStatus &status, const QDateTime &utcNow, models::TimeZoneChoice zone)
{
    switch (status.phase) {
    case Phase::CredentialsProblem:
        return secretProblemTitle(status.secretProblem);
    case Phase::WaitingForCredentials:
    case Phase::Stopped:
        return phaseText(status.phase);
    case Phase::Paused:
    case Phase::Live:
        break;
    }
    const std::optional<std::chrono::seconds> age = status.channels.age(utcNow);
    const bool stale = status.channels.trust(utcNow) == Trust::Stale;
    if (stale && age) {
        const QString since = models::formatTime(status.channels.observedAt, zone);
        //: %1 is a time with its zone: nothing newer has been seen.
        return text(QT_TRANSLATE_NOOP("Overview", "Stale since %1")).arg(since.section(u' ', 1));
    }
    if (status.phase == Phase::Paused)
        return phaseText(status.phase);
    if (!age) {
        if (status.channels.error)
            return models::errorTitle(*status.channels.error);
        return text(QT_TRANSLATE_NOOP("Overview", "Not read yet"));
    }
    //: %1 is an age ("4 s"): how long ago a region was last read.
    return text(QT_TRANSLATE_NOOP("Overview", "%1 ago")).arg(models::formatAge(*age));
}

QString phaseText(Phase phase)
{
    switch (phase) {
    case Phase::WaitingForCredentials:
        return text(QT_TRANSLATE_NOOP("Overview", "Waiting for credentials"));
    case Phase::CredentialsProblem:
        return text(QT_TRANSLATE_NOOP("Overview", "No usable keys"));
    case Phase::Live:
        //: A region that is being watched.
        return text(QT_TRANSLATE_NOOP("Overview", "Live"));
    case Phase::Paused:
        return text(QT_TRANSLATE_NOOP("Overview", "Paused"));
    case Phase::Stopped:
        return text(QT_TRANSLATE_NOOP("Overview", "Stopped"));
    }
    return {};
}

QString secretProblemTitle(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::None:
        return {};
    case SecretProblem::NotFound:
        return text(QT_TRANSLATE_NOOP("Overview", "No keys stored"));
    case SecretProblem::Denied:
        return text(QT_TRANSLATE_NOOP("Overview", "Keychain access denied"));
    case SecretProblem::Locked:
        return text(QT_TRANSLATE_NOOP("Overview", "Keychain locked"));
    case SecretProblem::NoBackend:
        return text(QT_TRANSLATE_NOOP("Overview", "No keychain running"));
    case SecretProblem::Timeout:
        return text(QT_TRANSLATE_NOOP("Overview", "Keychain doesn't answer"));
    case SecretProblem::Failed:
        return text(QT_TRANSLATE_NOOP("Overview", "Keychain failed"));
    case SecretProblem::EnvironmentMissing:
        return text(QT_TRANSLATE_NOOP("Overview", "No keys in the environment"));
    case SecretProblem::UnsupportedSource:
        return text(QT_TRANSLATE_NOOP("Overview", "Key source not supported"));
    case SecretProblem::AwsFilesUnusable:
        return text(QT_TRANSLATE_NOOP("Overview", "A shared AWS file can't be read"));
    case SecretProblem::AwsProfileUnusable:
        return text(QT_TRANSLATE_NOOP("Overview", "The AWS profile gives no keys"));
    case SecretProblem::ProcessFailed:
        //: credential_process is a program that gives out keys, named in a configuration file
        return text(QT_TRANSLATE_NOOP("Overview", "The credential_process gave no keys"));
    case SecretProblem::MfaNeeded:
        return text(QT_TRANSLATE_NOOP("Overview", "MFA code needed"));
    case SecretProblem::MfaRefused:
        return text(QT_TRANSLATE_NOOP("Overview", "MFA code refused"));
    case SecretProblem::RoleNotAssigned:
        return text(QT_TRANSLATE_NOOP("Overview", "Identity Center does not give this role"));
    case SecretProblem::RoleRefused:
        return text(QT_TRANSLATE_NOOP("Overview", "The role can't be assumed"));
    case SecretProblem::Expired:
        return text(QT_TRANSLATE_NOOP("Overview", "Temporary keys have run out"));
    case SecretProblem::SignInNeeded:
        return text(QT_TRANSLATE_NOOP("Overview", "Sign-in needed"));
    }
    return {};
}

QString secretProblemAdvice(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::None:
        return {};
    case SecretProblem::NotFound:
        return text(QT_TRANSLATE_NOOP("Overview", "Edit the profile and enter its access key."));
    case SecretProblem::Denied:
        return text(QT_TRANSLATE_NOOP(
            "Overview",
            "Allow Tallylight in the keychain and try again, or enter the keys for this "
            "run only."));
    case SecretProblem::Locked:
        return text(QT_TRANSLATE_NOOP(
            "Overview", "Unlock the keychain and try again, or enter the keys for this run only."));
    case SecretProblem::NoBackend:
        return text(QT_TRANSLATE_NOOP(
            "Overview",
            "Start the desktop's keychain (GNOME Keyring or KWallet) and try again, or "
            "enter the keys for this run only."));
    case SecretProblem::Timeout:
        return text(QT_TRANSLATE_NOOP(
            "Overview", "Look for a prompt of the keychain behind other windows, then try again."));
    case SecretProblem::Failed:
        return text(
            QT_TRANSLATE_NOOP("Overview", "Try again, or enter the keys for this run only."));
    case SecretProblem::EnvironmentMissing:
        return text(QT_TRANSLATE_NOOP(
            "Overview",
            "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY and start Tallylight "
            "again."));
    case SecretProblem::UnsupportedSource:
        return text(QT_TRANSLATE_NOOP(
            "Overview", "This version can't read keys from there; edit the profile."));
    case SecretProblem::AwsFilesUnusable:
    case SecretProblem::AwsProfileUnusable:
        return text(QT_TRANSLATE_NOOP("Overview",
                                      "Mend the file; it is read again as soon as it is saved."));
    case SecretProblem::ProcessFailed:
        return text(QT_TRANSLATE_NOOP(
            "Overview",
            "Run the program by hand to see what it says, and sign in where it gets its keys. "
            "It is tried again by itself."));
    case SecretProblem::MfaNeeded:
        return text(QT_TRANSLATE_NOOP(
            "Overview", "Enter the code the MFA device shows; it is asked once a session."));
    case SecretProblem::MfaRefused:
        return text(QT_TRANSLATE_NOOP(
            "Overview",
            "Wait for the device's next code and enter that; each code works only once. Check "
            "this computer's clock and the device in the profile, too."));
    case SecretProblem::RoleNotAssigned:
        return text(QT_TRANSLATE_NOOP(
            "Overview",
            "Check the account and the role in the profile, and that the role is assigned to you "
            "there. It is tried again by itself."));
    case SecretProblem::RoleRefused:
        return text(QT_TRANSLATE_NOOP(
            "Overview",
            "Check the role's ARN and external id, that its trust policy names these keys, and "
            "that they have the permission sts:AssumeRole. It is tried again by itself."));
    case SecretProblem::Expired:
        return text(
            QT_TRANSLATE_NOOP("Overview", "Enter new keys; watching goes on with them at once."));
    case SecretProblem::SignInNeeded:
        return text(QT_TRANSLATE_NOOP(
            "Overview", "Sign in to IAM Identity Center; watching goes on by itself then."));
    }
    return {};
}

} // namespace tallylight::ui
