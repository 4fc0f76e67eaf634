// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "monitor/profileservice.h"
#include "ui/identitycenteractions.h"
#include "ui/theme.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace tallylight::ui {

class ImportDialog;
class MessageBar;
class ProfileDialog;

/// What can be done with profiles from the window: the dialog, deleting, ordering, and saying in
/// the message bar what went wrong with the profile file.
class ProfileActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the actions; \a window is the parent of dialogs.
    ProfileActions(monitor::ProfileService &profiles, MessageBar &messages, const Clock &clock,
                   const Theme &theme, QWidget *window);
    ~ProfileActions() override;

    void add();
    void edit(const QString &profileId);
    /// Opens the dialog on a copy; nothing is kept unless it is saved.
    void duplicate(const QString &profileId);
    /// Asks in the message bar first.
    void askDelete(const QString &profileId);
    /// Whether there are shared AWS files to take regions over from.
    bool canImport() const;
    /// Opens the dialog that takes regions over from the shared AWS files.
    void openImport();
    /// Lets a person sign in where the profile's credentials come from.
    void signIn(const QString &profileId) { m_identityCenter.signIn(profileId); }
    /// Positions in the service's list.
    void move(int from, int to);

    void showFileTrouble(const monitor::ProfileFileTrouble &trouble);
    /// A button of the message bar; true when it was one of ours.
    bool messageAction(const QString &key, const QString &actionId);

Q_SIGNALS:
    void profileSaved(const QString &profileId);

private:
    const Profile *find(const QString &profileId) const;
    ProfileDialog *openDialog();
    void deleteNow(const QString &profileId);

    monitor::ProfileService &m_profiles;
    MessageBar &m_messages;
    const Clock &m_clock;
    const Theme &m_theme;
    QWidget *m_window;
    QPointer<ProfileDialog> m_dialog;
    QPointer<ImportDialog> m_import;
    IdentityCenterActions m_identityCenter;
};

} // namespace tallylight::ui
