// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowsession.h"

#include "app/backend.h"
#include "app/profilechoice.h"
#include "aws/networkwatch.h"
#include "monitor/costbook.h"
#include "monitor/monitorhub.h"
#include "monitor/operatordata.h"
#include "monitor/outagewatch.h"
#include "monitor/profileservice.h"
#include "monitor/recorder.h"
#include "monitor/rulebook.h"
#include "monitor/ssosession.h"
#include "monitor/wakewatch.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace tallylight::app {

WindowSession::WindowSession(Backend &backend)
    : m_data(std::make_unique<monitor::OperatorData>(
        monitor::readOperatorData(backend.metricsFile(), backend.pricesFile())))
    , m_rules(std::make_unique<monitor::RuleBook>(backend.healthRulesFile()))
    , m_profiles(std::make_unique<monitor::ProfileService>(backend.profiles(), backend.secrets()))
    , m_recorder(std::make_unique<monitor::Recorder>(backend.historyFile(), backend.clock()))
    , m_hub(std::make_unique<monitor::MonitorHub>(backend.credentials(), backend.clock()))
    , m_wake(std::make_unique<monitor::WakeWatch>(backend.clock()))
    , m_network(std::make_unique<aws::NetworkWatch>())
    , m_outage(std::make_unique<monitor::OutageWatch>(*m_hub, backend.clock()))
{
    m_profiles->setCredentialAccess(m_hub->credentialAccess());
    backend.ssoSessions().setCallSink(m_hub->credentialAccess().calls);
    m_profiles->setSsoSessions(&backend.ssoSessions());
    m_recorder->setSettings(recordingSettings(backend.settings()));
    m_hub->setRecorder(m_recorder.get());
    m_hub->setCatalogue(m_data->catalogue);
    m_hub->costs().setBasePrices(m_data->prices);
}

WindowSession::~WindowSession() = default;

Expected<std::unique_ptr<WindowSession>, QStringList>
WindowSession::create(Backend &backend, const CommandLine &options)
{
    std::unique_ptr<WindowSession> session(new WindowSession(backend));
    const auto trouble = session->m_profiles->load();
    const auto chosen = chosenProfiles(session->m_profiles->profiles(), options.profileName);
    if (!chosen) {
        QStringList complaints;
        if (trouble)
            complaints.append(unusableProfiles(trouble->file, trouble->detail));
        complaints.append(chosen.error());
        return Unexpected{complaints};
    }
    if (!options.profileName.isEmpty())
        session->m_onlyProfile = chosen->first().id;
    session->makeWindow(backend, options);
    if (trouble)
        session->m_window->showFileTrouble(*trouble);
    session->wire();
    return session;
}

void WindowSession::makeWindow(Backend &backend, const CommandLine &options)
{
    m_hub->costs().keepIn(&backend.settings());
    ui::MainWindow::Options look;
    if (options.theme == u"dark"_s)
        look.theme = ui::ThemeChoice::Dark;
    else if (options.theme == u"light"_s)
        look.theme = ui::ThemeChoice::Light;
    look.offerDemo = !backend.isDemo();
    look.rules = m_rules.get();
    look.data = m_data.get();
    look.recorder = m_recorder.get();
    look.ownFolders = backend.folders();
    m_window = std::make_unique<ui::MainWindow>(*m_hub, *m_profiles, backend.settings(),
                                                backend.clock(), std::move(look));
    if (options.size.isValid())
        m_window->resize(options.size);
}

void WindowSession::wire()
{
    QObject::connect(m_profiles.get(), &monitor::ProfileService::profilesChanged, m_window.get(),
                     [this] { watchProfiles(); });
    QObject::connect(m_profiles.get(), &monitor::ProfileService::profileRemoved, m_recorder.get(),
                     &monitor::Recorder::forgetProfile);
    QObject::connect(m_profiles.get(), &monitor::ProfileService::secretChanged, m_hub.get(),
                     &monitor::MonitorHub::credentialsChanged);
    QObject::connect(m_profiles.get(), &monitor::ProfileService::proxyPasswordsChanged, m_hub.get(),
                     &monitor::MonitorHub::proxyPasswordsChanged);
    QObject::connect(m_hub.get(), &monitor::MonitorHub::accountIdentified, m_profiles.get(),
                     &monitor::ProfileService::rememberAccount, Qt::QueuedConnection);
    QObject::connect(m_wake.get(), &monitor::WakeWatch::interrupted, m_hub.get(),
                     &monitor::MonitorHub::interrupted);
    QObject::connect(m_network.get(), &aws::NetworkWatch::lost, m_hub.get(),
                     [this] { m_hub->interrupted(StaleCause::NetworkLost); });
    QObject::connect(m_network.get(), &aws::NetworkWatch::returned, m_hub.get(),
                     &monitor::MonitorHub::networkReturned);
    QObject::connect(
        m_outage.get(), &monitor::OutageWatch::lost, m_hub.get(),
        [this] { m_hub->interrupted(StaleCause::NetworkLost); }, Qt::QueuedConnection);
    QObject::connect(m_outage.get(), &monitor::OutageWatch::returned, m_hub.get(),
                     &monitor::MonitorHub::networkReturned, Qt::QueuedConnection);
    QObject::connect(m_window.get(), &ui::MainWindow::demoRequested, m_window.get(), [] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s});
    });
}

void WindowSession::watchProfiles()
{
    QList<Profile> watched = m_profiles->profiles();
    // With --profile, the others are left alone for this run.
    if (!m_onlyProfile.isEmpty())
        watched.removeIf([this](const Profile &profile) { return profile.id != m_onlyProfile; });
    m_hub->setProfiles(watched);
}

void WindowSession::start()
{
    m_window->show();
    watchProfiles();
}

} // namespace tallylight::app
