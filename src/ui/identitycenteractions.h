// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/signindialog.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace tallylight::monitor {
class ProfileService;
}

namespace tallylight::ui {

struct Theme;

/// Opens the sign-in of the IAM Identity Center a profile gets its keys from; one dialog for each
/// session, however many profiles share it.
class IdentityCenterActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the actions; \a window owns the dialogs.
    IdentityCenterActions(monitor::ProfileService &profiles, const Theme &theme, QWidget *window);

    void setUrlOpener(UrlOpener open) { m_open = std::move(open); }
    /// Does nothing for a profile that gets its keys elsewhere.
    void signIn(const QString &profileId);

private:
    monitor::ProfileService &m_profiles;
    const Theme &m_theme;
    QWidget *m_window;
    UrlOpener m_open;
    QList<QPointer<SignInDialog>> m_dialogs;
};

} // namespace tallylight::ui
