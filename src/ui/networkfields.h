// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"
#include "monitor/profileservice.h"

#include <QObject>
#include <QString>

class QLineEdit;

namespace tallylight::ui {

struct Theme;

namespace Ui {
class ProfileDialog;
}

/// What the profile dialog's advanced part knows of the way to AWS beyond a Profile: the passwords
/// of proxies, which live in the keychain only, and whether the CA file is there.
class NetworkFields final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the fields.
    NetworkFields(Ui::ProfileDialog &ui, monitor::ProfileService &service, const Theme &theme,
                  QObject *parent = nullptr);

    /// The form has been filled with \a profile: looks up whether passwords are stored for it.
    void open(const Profile &profile, bool isNew);
    /// The profile that was opened is a copy of \a original: passwords of the same proxies are
    /// stored once more for it.
    void takeAlong(const Profile &original);
    /// Wipes what was typed and read.
    void forget();

    /// Something was typed that is not saved yet.
    bool isDirty() const;
    /// What keeps the passwords from being saved, in the user's language; empty when nothing does.
    QString obstacle(const Profile &profile) const;
    /// Remarks below the fields where no problem of the profile stands there already.
    void showRemarks(const Profile &profile);
    /// What would be used now: what is typed, else what is stored for the same proxy.
    monitor::ProxyPasswords passwords(const Profile &profile) const;
    /// Stores the passwords of \a profile, which has been saved. \a runOnly: they are not to be
    /// kept in the keychain, and \a keepingChanged, that this was different until now. \a done is
    /// called once, at once where there is nothing to do, and not at all after forget().
    void save(const Profile &profile, bool runOnly, bool keepingChanged,
              const monitor::ProfileService::SecretDone &done);

Q_SIGNALS:
    /// Something was typed.
    void changed();

private:
    monitor::ProxyPasswordChange change(const Profile &profile, bool keepingChanged) const;
    void wire(QLineEdit *address, QLineEdit *password);
    void splitPassword(QLineEdit *address, QLineEdit *password);
    void browse();
    void lookUp(const Profile &profile);
    void showPlaceholders();
    QLineEdit *passwordField(Service service) const;
    QLineEdit *addressField(Service service) const;

    Ui::ProfileDialog &m_ui;
    monitor::ProfileService &m_service;
    const Theme &m_theme;
    Profile m_opened;
    monitor::ProxyPasswords m_stored; ///< for the addresses of m_opened
    bool m_isCopy = false; ///< m_stored is the original's
    quint64 m_generation = 0;
};

} // namespace tallylight::ui
