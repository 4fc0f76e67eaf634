// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace tallylight::ui {

class FieldMessage;
struct Theme;

/// The role a profile's keys assume: folded away while there is none. Part of the profile dialog.
class RoleFields final : public QWidget
{
    Q_OBJECT

public:
    explicit RoleFields(QWidget *parent = nullptr);

    /// Shows \a role; unfolded when there is one.
    void fill(const AssumeRole &role);
    /// What the fields say, without blanks around it.
    AssumeRole role() const;
    /// Writes those of \a problems that are about the role below their fields, and unfolds them.
    void showProblems(const QList<ProfileProblem> &problems, const Theme &theme);
    /// Lets the Tab key come here from \a before and go on to \a after.
    void putInTabOrder(QWidget *before, QWidget *after);
    /// What \a problem is, in words; empty for one that is not about a role.
    static QString problemText(ProfileProblem problem);

Q_SIGNALS:
    void changed();

private:
    QLineEdit *addEdit(QGridLayout *grid, const QString &label, const QString &name,
                       const QString &placeholder, FieldMessage *&message);
    void addDuration(QGridLayout *grid);

    QToolButton *m_fold;
    QWidget *m_box;
    QLineEdit *m_arn = nullptr;
    QLineEdit *m_externalId = nullptr;
    QLineEdit *m_mfaSerial = nullptr;
    QLineEdit *m_sessionName = nullptr;
    QSpinBox *m_minutes = nullptr;
    FieldMessage *m_arnMessage = nullptr;
    FieldMessage *m_externalIdMessage = nullptr;
    FieldMessage *m_mfaSerialMessage = nullptr;
    FieldMessage *m_sessionNameMessage = nullptr;
    FieldMessage *m_minutesMessage = nullptr;
    AssumeRole m_filled; ///< keeps seconds that are no whole minutes
};

} // namespace tallylight::ui
