// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/identitycenteractions.h"

#include "monitor/profileservice.h"
#include "monitor/ssosession.h"

#include <algorithm>

namespace tallylight::ui {

IdentityCenterActions::IdentityCenterActions(monitor::ProfileService &profiles, const Theme &theme,
                                             QWidget *window)
    : m_profiles(profiles)
    , m_theme(theme)
    , m_window(window)
    , m_open(desktopUrlOpener())
{
}

void IdentityCenterActions::signIn(const QString &profileId)
{
    const QList<Profile> &all = m_profiles.profiles();
    const auto profile = std::find_if(
        all.begin(), all.end(), [&profileId](const Profile &one) { return one.id == profileId; });
    if (profile == all.end() || !m_profiles.ssoSessions())
        return;
    const auto session = m_profiles.ssoSessions()->sessionFor(*profile);
    if (!session)
        return;
    m_dialogs.removeAll(nullptr);
    for (const QPointer<SignInDialog> &open : std::as_const(m_dialogs)) {
        if (open->session() != session || !open->isVisible())
            continue;
        open->begin();
        return;
    }
    auto *dialog = new SignInDialog(session, m_theme, m_open, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialogs.append(dialog);
    dialog->begin();
}

} // namespace tallylight::ui
