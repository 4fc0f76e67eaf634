// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/profiletester.h"

#include "models/errortext.h"
#include "monitor/credentialorigin.h"
#include "monitor/secretprovider.h"
#include "ui/connectiontestpanel.h"
#include "ui/credentialtext.h"
#include "ui/mfaprompt.h"
#include "ui/overview.h"

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using monitor::SecretProblem;

ProfileTester::ProfileTester(monitor::ProfileService &service, ConnectionTestPanel &panel,
                             QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_panel(panel)
{
    connect(&panel, &ConnectionTestPanel::callFinished, this,
            [&service](const QString &profileId, const CallRecord &record) {
                if (const CallSink &calls = service.credentialAccess().calls)
                    calls(profileId, record);
            });
    connect(&panel.prompt(), &MfaPrompt::codeEntered, this,
            [this](const QString &, const QString &code) { getCredentials(Secret(code)); });
    connect(&panel.prompt(), &MfaPrompt::cancelled, this, [this] {
        stop();
        m_panel.setRemark({});
    });
}

QString ProfileTester::obstacle(const Profile &profile) const
{
    if (profile.credentialSource == CredentialSource::Environment
        && !monitor::environmentCredentials())
        return secretProblemAdvice(SecretProblem::EnvironmentMissing);
    if (profile.credentialSource == CredentialSource::AwsProfile)
        return obstacleText(m_service.awsObstacle(profile));
    return {};
}

void ProfileTester::start(const Profile &profile, const std::optional<Credentials> &typed,
                          const monitor::ProxyPasswords &proxies)
{
    m_panel.prompt().dismiss();
    m_question = {profile, typed, proxies, {}};
    getCredentials({});
}

void ProfileTester::stop()
{
    ++m_generation;
    m_question = {};
    m_panel.prompt().dismiss();
}

void ProfileTester::getCredentials(const Secret &mfaCode)
{
    const Profile &profile = m_question.profile;
    m_panel.setRemark(profile.credentialSource == CredentialSource::Keychain && !m_question.typed
                          ? tr("Reading the keys from the keychain…")
                          : tr("Getting the credentials…"));
    monitor::ProfileService::Question question = m_question;
    question.mfaCode = mfaCode;
    m_service.resolve(
        question, this,
        [this, generation = ++m_generation](const monitor::ProfileService::Resolution &resolution) {
            if (generation == m_generation)
                take(resolution);
        });
}

void ProfileTester::take(const monitor::ProfileService::Resolution &resolution)
{
    MfaPrompt &prompt = m_panel.prompt();
    if (resolution.result) {
        const monitor::ProxyPasswords proxies = m_question.proxies;
        stop();
        m_panel.run(resolution.profile, *resolution.result, proxies);
        return;
    }
    const ApiError &error = resolution.result.error();
    const SecretProblem problem = monitor::secretProblemOf(error);
    if (problem == SecretProblem::MfaNeeded) {
        const QString name = m_question.profile.name;
        m_panel.setRemark(tr("The role asks for an MFA code."));
        prompt.dismiss(); // a second device, perhaps
        prompt.ask(m_question.profile.id, name.isEmpty() ? tr("This region") : name,
                   resolution.mfaDevice);
        prompt.takeFocus();
    } else if (problem == SecretProblem::MfaRefused && prompt.isTrying()) {
        m_panel.setRemark({});
        prompt.showRefusal(
            tr("%1. %2").arg(secretProblemTitle(problem), secretProblemAdvice(problem)));
    } else {
        prompt.dismiss();
        showTrouble(error, resolution.obstacle);
    }
}

void ProfileTester::showTrouble(const ApiError &error, const monitor::CredentialObstacle &obstacle)
{
    const SecretProblem problem = monitor::secretProblemOf(error);
    const QString words = obstacleText(obstacle);
    const QString title
        = problem == SecretProblem::None ? models::errorTitle(error) : secretProblemTitle(problem);
    const QString advice = problem == SecretProblem::None ? models::errorAdvice(error)
                                                          : secretProblemAdvice(problem);
    //: %1 is what is wrong with the credentials, %2 what to do about it
    m_panel.setRemark(words.isEmpty() ? tr("%1. %2").arg(title, advice) : words);
}

} // namespace tallylight::ui
