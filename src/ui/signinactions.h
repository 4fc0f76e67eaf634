// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "ui/overview.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

namespace tallylight::monitor {
class MonitorHub;
}

class QWidget;

namespace tallylight::ui {

class MessageBar;
class MfaPrompt;
struct Theme;

/// What the window does about credentials: says what is wrong with them and which end soon, asks
/// for MFA codes, and leads to where a person can sign in again.
class SignInActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the actions. The prompt is to be put where it should be seen.
    SignInActions(monitor::MonitorHub &hub, MessageBar &messages, const Theme &theme,
                  const Clock &clock, QObject *parent = nullptr);

    QWidget *prompt() const;
    void setRegions(const QList<RegionOverview> &regions, models::TimeZoneChoice zone);
    /// The operator wants \a profileId to go on, and is led to whatever that takes.
    void signIn(const QString &profileId);
    /// A button of the message bar; true when it was one of ours.
    bool messageAction(const QString &key, const QString &actionId);

Q_SIGNALS:
    /// New keys are to be typed for this profile.
    void editRequested(const QString &profileId);
    /// A person has to sign in to this profile's IAM Identity Center.
    void identityCenterRequested(const QString &profileId);

private:
    const RegionOverview *find(const QString &profileId) const;
    void askForCode(const RegionOverview &region);
    void tryAgain(const QString &profileId);
    void updatePrompt();
    void followPrompt();

    monitor::MonitorHub &m_hub;
    MessageBar &m_messages;
    const Clock &m_clock;
    MfaPrompt *m_prompt;
    QList<RegionOverview> m_regions;
    QSet<QString> m_declined; ///< profiles whose prompt was cancelled; asked on request only
};

} // namespace tallylight::ui
