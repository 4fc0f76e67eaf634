// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rolefields.h"

#include "models/roles.h"
#include "ui/fieldmessage.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr int kRoleLabelWidth = 144; // as in the rest of the dialog
constexpr int kSecondsAMinute = 60;
constexpr int kMinutesStep = 15;

} // namespace

RoleFields::RoleFields(QWidget *parent)
    : QWidget(parent)
    , m_fold(new QToolButton(this))
    , m_box(new QWidget(this))
{
    m_fold->setObjectName(u"roleButton"_s);
    m_fold->setText(tr("Assume a r&ole"));
    m_fold->setToolTip(tr("The keys are used to become another role. Its session is narrowed to "
                          "reading, whatever the role may do."));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    connect(m_fold, &QToolButton::toggled, this, [this](bool shown) {
        m_box->setVisible(shown);
        m_fold->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    auto *grid = new QGridLayout(m_box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGrid);
    grid->setColumnMinimumWidth(0, kRoleLabelWidth);
    grid->setColumnStretch(1, 1);
    m_arn = addEdit(grid, tr("Role ARN"), u"roleArn"_s, u"arn:aws:iam::123456789012:role/Name"_s,
                    m_arnMessage);
    m_externalId = addEdit(grid, tr("External id"), u"roleExternalId"_s,
                           tr("only if the role asks for one"), m_externalIdMessage);
    m_mfaSerial = addEdit(grid, tr("MFA device"), u"roleMfaSerial"_s,
                          tr("only if the role asks for a code"), m_mfaSerialMessage);
    m_sessionName = addEdit(grid, tr("Session name"), u"roleSessionName"_s, u"tallylight"_s,
                            m_sessionNameMessage);
    m_sessionName->setToolTip(tr("What CloudTrail shows as the name of the caller"));
    addDuration(grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_fold);
    column->addWidget(m_box);
    m_box->hide();
}

QLineEdit *RoleFields::addEdit(QGridLayout *grid, const QString &label, const QString &name,
                               const QString &placeholder, FieldMessage *&message)
{
    auto *edit = new QLineEdit(m_box);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    auto *text = new QLabel(label, m_box);
    text->setBuddy(edit);
    message = new FieldMessage(m_box);
    message->setObjectName(name + u"Message"_s);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0);
    grid->addWidget(edit, row, 1);
    grid->addWidget(message, row + 1, 1);
    connect(edit, &QLineEdit::textChanged, this, &RoleFields::changed);
    return edit;
}

void RoleFields::addDuration(QGridLayout *grid)
{
    m_minutes = new QSpinBox(m_box);
    m_minutes->setObjectName(u"roleMinutes"_s);
    m_minutes->setAccessibleName(tr("How long a session lasts"));
    m_minutes->setRange(0, kMostRoleSeconds / kSecondsAMinute);
    m_minutes->setSingleStep(kMinutesStep);
    //: How long a session lasts when nobody asks
    m_minutes->setSpecialValueText(tr("an hour, as usual"));
    m_minutes->setSuffix(tr(" min", "after a number"));
    m_minutes->setToolTip(tr("The role itself sets the limit; a role that is assumed with another "
                             "role's keys lasts an hour at most."));
    auto *text = new QLabel(tr("Session lasts"), m_box);
    text->setBuddy(m_minutes);
    m_minutesMessage = new FieldMessage(m_box);
    m_minutesMessage->setObjectName(u"roleMinutesMessage"_s);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0);
    grid->addWidget(m_minutes, row, 1, Qt::AlignLeft);
    grid->addWidget(m_minutesMessage, row + 1, 1);
    connect(m_minutes, &QSpinBox::valueChanged, this, &RoleFields::changed);
}

void RoleFields::putInTabOrder(QWidget *before, QWidget *after)
{
    QWidget *last = before;
    for (QWidget *next : std::initializer_list<QWidget *>{m_fold, m_arn, m_externalId, m_mfaSerial,
                                                          m_sessionName, m_minutes, after}) {
        QWidget::setTabOrder(last, next);
        last = next;
    }
}

void RoleFields::fill(const AssumeRole &role)
{
    m_filled = role;
    m_arn->setText(role.roleArn);
    m_externalId->setText(role.externalId);
    m_mfaSerial->setText(role.mfaSerial);
    m_sessionName->setText(role.sessionName);
    m_minutes->setValue(role.durationSeconds / kSecondsAMinute);
    m_fold->setChecked(!(role == AssumeRole()));
}

AssumeRole RoleFields::role() const
{
    AssumeRole role;
    role.roleArn = m_arn->text().trimmed();
    role.externalId = m_externalId->text().trimmed();
    role.mfaSerial = m_mfaSerial->text().trimmed();
    role.sessionName = m_sessionName->text().trimmed();
    role.durationSeconds = m_minutes->value() == m_filled.durationSeconds / kSecondsAMinute
        ? m_filled.durationSeconds
        : m_minutes->value() * kSecondsAMinute;
    return role;
}

void RoleFields::showProblems(const QList<ProfileProblem> &problems, const Theme &theme)
{
    const auto show = [&](FieldMessage *message, ProfileProblem problem) {
        const bool wrong = problems.contains(problem);
        message->showMessage(theme, wrong ? StateLevel::Critical : StateLevel::None,
                             wrong ? problemText(problem) : QString());
        if (wrong)
            m_fold->setChecked(true);
    };
    show(m_arnMessage, ProfileProblem::RoleArn);
    show(m_externalIdMessage, ProfileProblem::RoleExternalId);
    show(m_mfaSerialMessage, ProfileProblem::RoleMfaSerial);
    show(m_sessionNameMessage, ProfileProblem::RoleSessionName);
    show(m_minutesMessage, ProfileProblem::RoleDuration);
}

QString RoleFields::problemText(ProfileProblem problem)
{
    switch (problem) {
    case ProfileProblem::RoleArn:
        return tr("The ARN of a role looks like arn:aws:iam::123456789012:role/Name.");
    case ProfileProblem::RoleExternalId:
        return tr("An external id has 2 to 1224 letters, digits and +=,.@:/-.");
    case ProfileProblem::RoleMfaSerial:
        return tr("An MFA device is a serial number or looks like "
                  "arn:aws:iam::123456789012:mfa/name.");
    case ProfileProblem::RoleSessionName:
        return tr("A session name has 2 to 64 letters, digits and +=,.@-.");
    case ProfileProblem::RoleDuration:
        return tr("A session lasts from 15 minutes to 12 hours.");
    default:
        return {};
    }
}

} // namespace tallylight::ui
