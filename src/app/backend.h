// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"
#include "core/clock.h"
#include "core/expected.h"
#include "core/settings.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace tallylight::monitor {
struct CredentialAccess;
class SsoSessions;
} // namespace tallylight::monitor

namespace tallylight::storage {
class AwsFiles;
class ProfileStore;
class SecretStore;
class SessionSecretStore;
class SsoCache;
} // namespace tallylight::storage

namespace tallylight::demo {
class DemoRegion;
}

namespace tallylight::app {

/// Everything below the window that one run needs: where files live, where secrets live and, for
/// --demo, the simulated regions. The demo keeps its profiles in a folder that goes away and its
/// keys in memory, so it touches neither the user's profiles nor the keychain.
class Backend
{
public:
    /// The backend, or why it can't be had, in the user's language. \a clock bears being read from
    /// other threads.
    static Expected<std::shared_ptr<Backend>, QString> create(const CommandLine &options,
                                                              std::unique_ptr<Clock> clock
                                                              = std::make_unique<SystemClock>());
    ~Backend();

    const Clock &clock() const { return *m_clock; }
    Settings &settings() { return *m_settings; }
    storage::ProfileStore &profiles() { return *m_profiles; }
    storage::SessionSecretStore &secrets() { return *m_secrets; }
    /// The shared AWS files; null for the demo, which leaves them alone.
    storage::AwsFiles *awsFiles() { return m_awsFiles.get(); }
    /// Who is signed in at an IAM Identity Center.
    monitor::SsoSessions &ssoSessions() { return *m_ssoSessions; }
    /// Everything credentials can come from in this run.
    monitor::CredentialAccess credentials();
    /// Where the operator's changes to the health rules are kept.
    const QString &healthRulesFile() const { return m_healthRulesFile; }
    /// Where an operator's changes to the metrics and prices are looked for.
    const QString &metricsFile() const { return m_metricsFile; }
    const QString &pricesFile() const { return m_pricesFile; }
    /// Where the history is kept; the demo's goes away with it.
    const QString &historyFile() const { return m_historyFile; }
    /// Config, cache and data folder, without repetitions.
    const QStringList &folders() const { return m_folders; }
    bool isDemo() const { return !m_regions.empty(); }

private:
    explicit Backend(std::unique_ptr<Clock> clock);
    void openSignIns(const QString &cacheFolder);
    QString openFolders(const QString &configFolder);
    QString openDemo(const QString &scenario);

    std::unique_ptr<Clock> m_clock;
    QTemporaryDir m_demoFolder;
    QString m_healthRulesFile;
    QString m_metricsFile;
    QString m_pricesFile;
    QString m_historyFile;
    QStringList m_folders;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<storage::ProfileStore> m_profiles;
    std::unique_ptr<storage::SecretStore> m_keychain;
    std::unique_ptr<storage::SessionSecretStore> m_secrets;
    std::unique_ptr<storage::AwsFiles> m_awsFiles;
    std::unique_ptr<storage::SsoCache> m_ssoCache;
    std::unique_ptr<monitor::SsoSessions> m_ssoSessions;
    std::vector<std::unique_ptr<demo::DemoRegion>> m_regions;
};

} // namespace tallylight::app
