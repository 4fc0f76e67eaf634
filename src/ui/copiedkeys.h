// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/profileservice.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QCheckBox;
class QHBoxLayout;
class QLineEdit;

namespace tallylight::ui {

/// The offer, in the dialog of a duplicated profile, to use the keys of the profile it was made of:
/// they are read from the keychain when they are needed and stored once more under the new id, so
/// that either profile can be deleted without harm to the other. The keys themselves are never held
/// here. While the offer is accepted the fields for other keys are empty and disabled.
class CopiedKeys : public QObject
{
    Q_OBJECT

public:
    using Outcome = monitor::ProfileService::SecretOutcome;

    /// The fields of a key, as showStoredKey() takes them.
    struct Fields
    {
        QLineEdit *keyId = nullptr;
        QLineEdit *secret = nullptr;
        QLineEdit *token = nullptr;
    };

    /// Puts the offer into \a row behind its first item, hidden. \a service and the fields outlive
    /// the object, which belongs to \a dialog.
    CopiedKeys(monitor::ProfileService &service, QHBoxLayout &row, const Fields &fields,
               QWidget *dialog);

    /// Offers the keys of \a source, accepted already; where it has none in the keychain there is
    /// nothing to offer. The keychain is asked once whether it has any.
    void offer(const Profile &source);
    void withdraw();
    /// Whether the source of the keys that is chosen at present is the keychain.
    void setApplicable(bool applicable);
    /// True when the keys of the other profile are to be used.
    bool areWanted() const;
    /// \a copy without the account of the original, unless everything that leads to it is the same.
    Profile withItsAccount(Profile copy) const;
    /// Reads them; only while there is an offer.
    void read(QObject *context,
              const std::function<void(const Outcome &, const Credentials &)> &done) const;

Q_SIGNALS:
    /// The offer was accepted or declined, by the operator or because there are no such keys.
    void changed();
    /// The keychain could not say whether it has the keys.
    void troubled(const tallylight::monitor::ProfileService::SecretOutcome &outcome);

private:
    void update();

    monitor::ProfileService &m_service;
    Fields m_fields;
    QCheckBox *m_box;
    QString m_shortKeyId;
    bool m_offered = false;
    std::optional<Profile> m_original; // that the dialog shows a copy of
    bool m_applicable = true;
    int m_generation = 0; // answers about an earlier offer are not about this one
};

} // namespace tallylight::ui
