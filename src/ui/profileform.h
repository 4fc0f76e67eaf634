// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"
#include "models/roles.h"

#include <QList>
#include <QSet>
#include <QString>

class QComboBox;
class QLineEdit;
class QWidget;

namespace tallylight::ui {

class FieldMessage;
struct Theme;

namespace Ui {
class ProfileDialog;
}

/// The fields of the profile dialog as a Profile and back, and the words below them. Knows nothing
/// of keys.
class ProfileForm
{
public:
    /// Both outlive the form.
    ProfileForm(Ui::ProfileDialog &ui, const Theme &theme);

    /// Shows \a profile in the fields.
    void fill(const Profile &profile);
    /// \a base with what the fields say; text is trimmed, an endpoint's closing slash is dropped.
    Profile collect(const Profile &base) const;

    /// Everything that keeps the fields from being saved beside \a others, unreadable addresses
    /// included.
    QList<ProfileProblem> problems(const Profile &base, const QList<Profile> &others) const;
    /// Writes \a problems below their fields. A field nobody has been in yet is not blamed for
    /// being empty, unless \a all says so.
    void showProblems(const QList<ProfileProblem> &problems, bool all);
    /// What the first problem is, for the line beside the Save button.
    QString problemText(ProfileProblem problem) const;
    /// True for problems behind the Advanced button.
    static bool isAdvanced(ProfileProblem problem);
    /// True when something behind the Advanced button differs from the defaults.
    static bool hasAdvancedSettings(const Profile &profile);

    /// The user has been in this field.
    void touch(const QWidget *field) { m_touched.insert(field); }
    void forgetTouches() { m_touched.clear(); }

    CredentialSource source() const;
    /// Placeholders that follow from the region: the endpoints used without an override.
    void updatePlaceholders();
    /// Repaints what was drawn in the theme's colours.
    void updateColors();

private:
    void fillChoices();
    FieldMessage *messageFor(ProfileProblem problem) const;
    const QWidget *fieldFor(ProfileProblem problem) const;
    void remarkOnRegion(const QList<ProfileProblem> &problems);
    void showSource(const Profile &profile);

    Ui::ProfileDialog &m_ui;
    const Theme &m_theme;
    QSet<const QWidget *> m_touched;
};

} // namespace tallylight::ui
