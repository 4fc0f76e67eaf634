// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/profiletester.h"

#include "models/errortext.h"
#include "monitor/credentialorigin.h"
#include "monitor/secretprovider.h"
#include "ui/connectiontestpanel.h"
#include "ui/credentialtext.h"
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
}

QString ProfileTester::obstacle(const Profile &profile) const
{
    if (profile.credentialSource == CredentialSource::Environment
        && !monitor::environmentCredentials())
        return secretProblemAdvice(SecretProblem::EnvironmentMissing);
    if (profile.credentialSource == CredentialSource::AwsProfile)
        return obstacleText(m_service.awsObstacle(profile.awsProfile));
    return {};
}

void ProfileTester::start(const Profile &profile, const std::optional<Credentials> &typed,
                          const monitor::ProxyPasswords &proxies)
{
    const int generation = ++m_generation;
    m_panel.setRemark(profile.credentialSource == CredentialSource::Keychain && !typed
                          ? tr("Reading the keys from the keychain…")
                          : tr("Getting the credentials…"));
    m_service.resolve(
        profile, typed, this,
        [this, generation, proxies](const Profile &resolved,
                                    const CredentialsProvider::Result &result,
                                    const monitor::CredentialObstacle &obstacle) {
            if (generation != m_generation)
                return;
            if (result) {
                m_panel.run(resolved, *result, proxies);
                return;
            }
            const SecretProblem problem = monitor::secretProblemOf(result.error());
            if (problem == SecretProblem::MfaNeeded) {
                m_panel.setRemark(tr("The role asks for an MFA code. Save the region; the window "
                                     "then asks for the code."));
                return;
            }
            const QString words = obstacleText(obstacle);
            const QString title = problem == SecretProblem::None
                ? models::errorTitle(result.error())
                : secretProblemTitle(problem);
            const QString advice = problem == SecretProblem::None
                ? models::errorAdvice(result.error())
                : secretProblemAdvice(problem);
            //: %1 is what is wrong with the credentials, %2 what to do about it
            m_panel.setRemark(words.isEmpty() ? tr("%1. %2").arg(title, advice) : words);
        });
}

} // namespace tallylight::ui
