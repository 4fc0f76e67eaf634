// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/signinactions.h"

#include "models/errortext.h"
#include "monitor/credentialsession.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "ui/credentialtext.h"
#include "ui/messagebar.h"
#include "ui/mfaprompt.h"

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using monitor::SecretProblem;

namespace {

const QString kSecretPrefix = u"secret/"_s;
const QString kSessionPrefix = u"session/"_s;

bool wantsCode(const monitor::CredentialState &state)
{
    return !state.mfaDevice.isEmpty()
        && (state.problem == SecretProblem::MfaNeeded || state.problem == SecretProblem::MfaRefused
            || state.problem == SecretProblem::Expired);
}

} // namespace

SignInActions::SignInActions(monitor::MonitorHub &hub, MessageBar &messages, const Theme &theme,
                             const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_messages(messages)
    , m_clock(clock)
    , m_prompt(new MfaPrompt(theme))
{
    connect(m_prompt, &MfaPrompt::codeEntered, this,
            [this](const QString &profileId, const QString &code) {
                if (monitor::RegionMonitor *region = m_hub.region(profileId))
                    region->credentials().giveMfaCode(code);
                else
                    m_prompt->dismiss();
            });
    connect(m_prompt, &MfaPrompt::cancelled, this, [this](const QString &profileId) {
        m_declined.insert(profileId);
        updatePrompt(); // another region may wait for a code, too
    });
}

QWidget *SignInActions::prompt() const
{
    return m_prompt;
}

const RegionOverview *SignInActions::find(const QString &profileId) const
{
    const auto found = std::find_if(
        m_regions.begin(), m_regions.end(),
        [&profileId](const RegionOverview &region) { return region.profile.id == profileId; });
    return found == m_regions.end() ? nullptr : &*found;
}

void SignInActions::setRegions(const QList<RegionOverview> &regions, models::TimeZoneChoice zone)
{
    m_regions = regions;
    for (const RegionOverview &region : regions) {
        if (!offersSignIn(region.status, m_clock.utcNow()))
            m_declined.remove(region.profile.id); // the next session is another matter
    }
    updatePrompt();
    // What the prompt asks for needs no message beside it.
    const auto isAsked = [this](const QString &prefix) {
        return [key = prefix + m_prompt->profileId()](const Message &message) {
            return message.key == key;
        };
    };
    QList<Message> problems = secretProblems(regions);
    problems.removeIf(isAsked(kSecretPrefix));
    m_messages.setGroup(kSecretPrefix, problems);
    QList<Message> warnings = sessionWarnings(regions, m_clock.utcNow(), zone);
    warnings.removeIf(isAsked(kSessionPrefix));
    m_messages.setGroup(kSessionPrefix, warnings);
}

void SignInActions::updatePrompt()
{
    if (!m_prompt->profileId().isEmpty())
        followPrompt();
    if (!m_prompt->profileId().isEmpty())
        return;
    for (const RegionOverview &region : std::as_const(m_regions)) {
        // Asked directly: regions may share a session, and one's code has just served them all.
        const monitor::RegionMonitor *live = m_hub.region(region.profile.id);
        if (live && wantsCode(live->credentials().state())
            && !m_declined.contains(region.profile.id)) {
            askForCode(region);
            return;
        }
    }
}

/// Closes the prompt when there is nothing to ask any more, and says what became of a code.
void SignInActions::followPrompt()
{
    const RegionOverview *asked = find(m_prompt->profileId());
    const monitor::RegionMonitor *region = m_hub.region(m_prompt->profileId());
    if (!asked || !region) {
        m_prompt->dismiss();
        return;
    }
    if (!m_prompt->isTrying()) {
        if (!offersSignIn(asked->status, m_clock.utcNow()))
            m_prompt->dismiss();
        return;
    }
    const monitor::CredentialSession &session = region->credentials();
    if (session.isAsking())
        return;
    if (!session.lastError()) {
        m_prompt->dismiss();
        return;
    }
    const SecretProblem problem = monitor::secretProblemOf(*session.lastError());
    //: %1 is what went wrong, %2 what to do about it
    m_prompt->showRefusal(
        problem == SecretProblem::None
            ? tr("%1. %2").arg(models::errorTitle(*session.lastError()),
                               models::errorAdvice(*session.lastError()))
            : tr("%1. %2").arg(secretProblemTitle(problem), secretProblemAdvice(problem)));
}

void SignInActions::askForCode(const RegionOverview &region)
{
    m_prompt->ask(region.profile.id, region.profile.name, region.status.credentials.mfaDevice);
}

void SignInActions::signIn(const QString &profileId)
{
    const RegionOverview *overview = find(profileId);
    monitor::RegionMonitor *region = m_hub.region(profileId);
    if (!overview || !region)
        return;
    m_declined.remove(profileId);
    const SecretProblem problem = overview->status.secretProblem;
    const bool isKeychain = overview->profile.credentialSource == CredentialSource::Keychain;
    const bool maySignIn = overview->status.credentials.isSignedInFor;
    if (!overview->status.credentials.mfaDevice.isEmpty()
        && (wantsCode(overview->status.credentials) || problem == SecretProblem::None)) {
        askForCode(*overview);
        m_prompt->takeFocus();
    } else if (problem == SecretProblem::SignInNeeded
               || (problem == SecretProblem::None && maySignIn)) {
        Q_EMIT identityCenterRequested(profileId);
    } else if (isKeychain
               && (problem == SecretProblem::Expired || problem == SecretProblem::NotFound
                   || problem == SecretProblem::None)) {
        Q_EMIT editRequested(profileId);
    } else {
        tryAgain(profileId);
    }
}

void SignInActions::tryAgain(const QString &profileId)
{
    if (monitor::RegionMonitor *region = m_hub.region(profileId)) {
        region->credentials().tryAgain();
        region->refreshNow();
    }
}

bool SignInActions::messageAction(const QString &key, const QString &actionId)
{
    for (const QString &prefix : {kSecretPrefix, kSessionPrefix}) {
        if (!key.startsWith(prefix))
            continue;
        const QString profileId = key.mid(prefix.size());
        if (actionId == "signIn"_L1)
            signIn(profileId);
        else if (actionId == "tryAgain"_L1)
            tryAgain(profileId);
        else
            Q_EMIT editRequested(profileId);
        return true;
    }
    return false;
}

} // namespace tallylight::ui
