// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backend.h"

#include "demo/demofleet.h"
#include "demo/demoregion.h"
#include "monitor/credentialaccess.h"
#include "monitor/ssoroleprovider.h"
#include "monitor/ssosession.h"
#include "storage/awsfiles.h"
#include "storage/filesettings.h"
#include "storage/keychainsecretstore.h"
#include "storage/memorysecretstore.h"
#include "storage/paths.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "storage/ssocache.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::app {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Backend", source);
}

/// With --config the other two are below the first.
QStringList foldersOf(const storage::Paths &paths)
{
    QStringList folders{paths.config};
    for (const QString &folder : {paths.cache, paths.data}) {
        if (!folder.startsWith(paths.config + u'/'))
            folders.append(folder);
    }
    return folders;
}

} // namespace

Backend::Backend(std::unique_ptr<Clock> clock)
    : m_clock(std::move(clock))
{
}

Backend::~Backend() = default;

Expected<std::shared_ptr<Backend>, QString> Backend::create(const CommandLine &options,
                                                            std::unique_ptr<Clock> clock)
{
    const std::shared_ptr<Backend> backend(new Backend(std::move(clock)));
    const QString problem = options.demo ? backend->openDemo(options.demoScenario)
                                         : backend->openFolders(options.configFolder);
    if (!problem.isEmpty())
        return Unexpected{problem};
    return backend;
}

QString Backend::openFolders(const QString &configFolder)
{
    const storage::Paths paths
        = configFolder.isEmpty() ? storage::standardPaths() : storage::pathsUnder(configFolder);
    m_healthRulesFile = paths.healthRulesFile();
    m_metricsFile = paths.metricsFile();
    m_pricesFile = paths.pricesFile();
    m_folders = foldersOf(paths);
    m_settings = std::make_unique<storage::FileSettings>(paths.settingsFile());
    m_historyFile = paths.historyFile();
    m_profiles = std::make_unique<storage::ProfileStore>(paths.profilesFile());
    m_keychain = std::make_unique<storage::KeychainSecretStore>();
    m_secrets = std::make_unique<storage::SessionSecretStore>(*m_keychain);
    m_awsFiles = std::make_unique<storage::AwsFiles>();
    openSignIns(storage::SsoCache::standardFolder());
    return {};
}

void Backend::openSignIns(const QString &cacheFolder)
{
    m_ssoCache = std::make_unique<storage::SsoCache>(cacheFolder);
    m_ssoSessions = std::make_unique<monitor::SsoSessions>(*m_ssoCache, *m_clock);
    m_ssoSessions->setAwsFiles(m_awsFiles.get());
    m_ssoSessions->setSecrets(m_secrets.get());
}

monitor::CredentialAccess Backend::credentials()
{
    monitor::CredentialAccess access(*m_secrets);
    access.files = m_awsFiles.get();
    access.sso = monitor::ssoMaker(*m_ssoSessions, *m_clock);
    return access;
}

QString Backend::openDemo(const QString &scenario)
{
    if (!scenario.isEmpty() && demo::canonicalScenario(scenario).isEmpty()) {
        return text(QT_TRANSLATE_NOOP("Backend", "There is no demo scenario \"%1\"; there are %2."))
            .arg(scenario, demo::scenarioNames().join(u", "_s));
    }
    if (!m_demoFolder.isValid()) {
        return text(QT_TRANSLATE_NOOP("Backend", "No temporary folder for the demo: %1"))
            .arg(m_demoFolder.errorString());
    }
    const storage::Paths paths = storage::pathsUnder(m_demoFolder.path());
    m_healthRulesFile = paths.healthRulesFile();
    m_metricsFile = paths.metricsFile();
    m_pricesFile = paths.pricesFile();
    m_settings = std::make_unique<MemorySettings>();
    m_profiles = std::make_unique<storage::ProfileStore>(paths.profilesFile());
    m_historyFile = paths.historyFile();
    m_folders = foldersOf(paths);
    auto keys = std::make_unique<storage::MemorySecretStore>();
    QList<Profile> profiles;
    for (const demo::DemoOptions &options :
         demo::demoFleet(scenario.isEmpty() ? u"living"_s : scenario)) {
        auto region = std::make_unique<demo::DemoRegion>(options, *m_clock);
        QString problem;
        if (!region->start(&problem)) {
            return text(QT_TRANSLATE_NOOP("Backend", "The demo region can't be opened: %1"))
                .arg(problem);
        }
        const Profile profile = demo::demoProfile(options, region->endpoint());
        keys->insert(profile.id, region->credentials());
        profiles.append(profile);
        m_regions.push_back(std::move(region));
    }
    if (const auto error = m_profiles->load(); !error.hasValue())
        return error.error().detail;
    if (const auto error = m_profiles->save(profiles))
        return error->detail;
    m_keychain = std::move(keys);
    m_secrets = std::make_unique<storage::SessionSecretStore>(*m_keychain);
    openSignIns(paths.cache + u"/sso"_s);
    return {};
}

} // namespace tallylight::app
