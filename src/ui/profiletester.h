// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "core/profile.h"
#include "monitor/profileservice.h"

#include <QObject>

#include <optional>

namespace tallylight::ui {

class ConnectionTestPanel;

/// "Test connection" of the profile dialog: gets the credentials the fields lead to, from wherever
/// they come, and has them tested.
class ProfileTester final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the tester.
    ProfileTester(monitor::ProfileService &service, ConnectionTestPanel &panel,
                  QObject *parent = nullptr);

    /// Why \a profile's source can't be tested, in words; empty when it can.
    QString obstacle(const Profile &profile) const;
    /// Tests \a profile, with \a typed keys instead of stored ones and the passwords of its
    /// \a proxies; asks for the code of an MFA device where a role wants one. An earlier test that
    /// is still waiting for its credentials is given up.
    void start(const Profile &profile, const std::optional<Credentials> &typed,
               const monitor::ProxyPasswords &proxies = {});
    /// Answers that are on their way don't count any more, and what was to be tested is forgotten.
    void stop();

private:
    void getCredentials(const Secret &mfaCode);
    void take(const monitor::ProfileService::Resolution &resolution);
    void showTrouble(const ApiError &error, const monitor::CredentialObstacle &obstacle);

    monitor::ProfileService &m_service;
    ConnectionTestPanel &m_panel;
    int m_generation = 0;
    monitor::ProfileService::Question m_question; ///< without a code
};

} // namespace tallylight::ui
