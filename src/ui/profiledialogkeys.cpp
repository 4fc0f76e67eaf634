// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the profile dialog does with keys: those that are typed, stored already, or taken along.

#include "ui/copiedkeys.h"
#include "ui/fieldmessage.h"
#include "ui/keyfields.h"
#include "ui/noticebar.h"
#include "ui/overview.h"
#include "ui/profiledialog.h"
#include "ui/theme.h"
#include "ui_profiledialog.h"

#include <QSignalBlocker>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::SecretKeeping;
using monitor::SecretProblem;
using SecretOutcome = monitor::ProfileService::SecretOutcome;

void ProfileDialog::lookUpStored()
{
    if (m_profile.credentialSource != CredentialSource::Keychain)
        return;
    m_service.describeSecret(
        m_profile.id, this,
        [this, generation = m_generation](const SecretOutcome &outcome, const QString &shortKeyId) {
            if (generation != m_generation)
                return;
            if (outcome.problem == SecretProblem::None) {
                m_stored = Stored::Yes;
                showStoredKey(shortKeyId, *m_ui->accessKeyId, *m_ui->secretAccessKey,
                              *m_ui->sessionToken);
            } else if (outcome.problem == SecretProblem::NotFound) {
                m_stored = Stored::No;
            } else {
                showStoredTrouble(outcome);
                connect(m_notice->addButton(tr("Try again"), u"retryButton"_s),
                        &QPushButton::clicked, this, [this] {
                            m_notice->clear();
                            lookUpStored();
                        });
            }
            validate();
        });
}

void ProfileDialog::showStoredTrouble(const SecretOutcome &outcome)
{
    m_notice->showNotice(StateLevel::Warning, secretProblemTitle(outcome.problem),
                         secretProblemAdvice(outcome.problem));
    m_notice->setToolTip(outcome.detail);
}

bool ProfileDialog::keysTyped() const
{
    return !m_ui->accessKeyId->text().isEmpty() || !m_ui->secretAccessKey->text().isEmpty()
        || !m_ui->sessionToken->text().isEmpty();
}

bool ProfileDialog::keysMissing() const
{
    return !keysTyped() && m_stored == Stored::No && !m_copied->areWanted();
}

Credentials ProfileDialog::typedCredentials() const
{
    Credentials credentials;
    credentials.accessKeyId = m_ui->accessKeyId->text();
    credentials.secretAccessKey = Secret(m_ui->secretAccessKey->text());
    credentials.sessionToken = Secret(m_ui->sessionToken->text());
    if (m_pastedEnd.first == credentials.accessKeyId)
        credentials.expiresAt = m_pastedEnd.second;
    return credentials;
}

void ProfileDialog::validateKeys()
{
    KeyHints hints;
    if (m_form.source() == CredentialSource::Keychain)
        hints = keyHints(m_ui->accessKeyId->text(), m_ui->secretAccessKey->text(),
                         m_ui->sessionToken->text());
    const auto show = [this](FieldMessage *message, KeyHint hint) {
        message->showMessage(m_theme,
                             blocksSaving(hint) ? StateLevel::Critical : StateLevel::Warning,
                             keyHintText(hint));
    };
    show(m_ui->accessKeyIdMessage, hints.accessKeyId);
    // A secret that was pasted into the wrong field is not shown there either.
    const bool hide
        = hints.accessKeyId == KeyHint::Swapped || hints.accessKeyId == KeyHint::IdLooksLikeSecret;
    m_ui->accessKeyId->setEchoMode(hide ? QLineEdit::Password : QLineEdit::Normal);
    show(m_ui->secretMessage, hints.secret);
    show(m_ui->tokenMessage, hints.token);
    const bool runOnly
        = m_form.source() == CredentialSource::Keychain && m_ui->keepForRun->isChecked();
    m_ui->keepMessage->showMessage(m_theme, StateLevel::None,
                                   runOnly ? tr("The keys stay in memory and are gone when "
                                                "Tallylight ends; none are left in the keychain.")
                                           : QString());
}

void ProfileDialog::saveKeys()
{
    const SecretKeeping keeping
        = m_ui->keepForRun->isChecked() ? SecretKeeping::ThisRunOnly : SecretKeeping::Keychain;
    if (m_form.source() != CredentialSource::Keychain)
        finish();
    else if (keysTyped())
        storeKeys(typedCredentials(), keeping);
    else if (m_copied->areWanted() || m_ui->keepForRun->isChecked() != m_runOnly)
        storeStoredKeys(keeping);
    else
        finish();
}

void ProfileDialog::storeKeys(const Credentials &credentials, SecretKeeping keeping)
{
    setBusy(true);
    if (keeping == SecretKeeping::Keychain)
        m_notice->showNotice(StateLevel::Idle, tr("Waiting for the keychain…"),
                             tr("It may be asking for its password in a window of its own."));
    m_service.storeSecret(m_profile.id, credentials, keeping, this,
                          [this, keeping, generation = m_generation](const SecretOutcome &outcome) {
                              if (generation == m_generation)
                                  keysStored(outcome, keeping);
                          });
}

/// Those of the profile itself, to be kept another way, or those of the one it is a copy of.
void ProfileDialog::storeStoredKeys(SecretKeeping keeping)
{
    setBusy(true);
    const auto store = [this, keeping, generation = m_generation](const SecretOutcome &outcome,
                                                                  const Credentials &credentials) {
        if (generation != m_generation)
            return;
        if (outcome.problem == SecretProblem::None)
            storeKeys(credentials, keeping);
        else
            keysStored(outcome, keeping);
    };
    if (m_copied->areWanted())
        m_copied->read(this, store);
    else
        m_service.readSecret(m_profile.id, this, store);
}

void ProfileDialog::keysStored(const SecretOutcome &outcome, SecretKeeping keeping)
{
    setBusy(false);
    if (outcome.problem == SecretProblem::None) {
        m_runOnly = keeping == SecretKeeping::ThisRunOnly;
        finish();
        return;
    }
    if (m_service.isThisRunOnly(m_profile.id) && keeping == SecretKeeping::ThisRunOnly) {
        showKeysLeftBehind(outcome);
        return;
    }
    //: %1 is what to do about the trouble with the keychain
    m_notice->showNotice(
        StateLevel::Warning, secretProblemTitle(outcome.problem),
        tr("The region is saved, its keys are not. %1").arg(secretProblemAdvice(outcome.problem)));
    m_notice->setToolTip(outcome.detail);
    if (keysTyped()) {
        connect(m_notice->addButton(tr("Keep for this run only"), u"keepForRunButton"_s),
                &QPushButton::clicked, this, [this] {
                    const QSignalBlocker blocker(m_ui->keepForRun);
                    m_ui->keepForRun->setChecked(true);
                    storeKeys(typedCredentials(), SecretKeeping::ThisRunOnly);
                });
    }
    QPushButton *retry = m_notice->addButton(tr("Try again"), u"retryButton"_s);
    connect(retry, &QPushButton::clicked, this, &ProfileDialog::save);
    retry->setFocus();
    validate();
}

void ProfileDialog::showKeysLeftBehind(const SecretOutcome &outcome)
{
    m_runOnly = true;
    m_notice->showNotice(StateLevel::Warning, tr("Keys may still be in the keychain"),
                         //: %1 is what to do about the trouble with the keychain
                         tr("Those in memory are used from now on, but what was stored before "
                            "could not be removed. %1")
                             .arg(secretProblemAdvice(outcome.problem)));
    m_notice->setToolTip(outcome.detail);
    connect(m_notice->addButton(tr("Leave them there"), u"leaveKeysButton"_s),
            &QPushButton::clicked, this, &ProfileDialog::finish);
    QPushButton *retry = m_notice->addButton(tr("Try again"), u"retryButton"_s);
    connect(retry, &QPushButton::clicked, this, [this] {
        setBusy(true);
        m_service.removeStoredSecret(m_profile.id, this,
                                     [this, generation = m_generation](const SecretOutcome &again) {
                                         if (generation == m_generation)
                                             keysStored(again, SecretKeeping::ThisRunOnly);
                                     });
    });
    retry->setFocus();
    validate();
}

} // namespace tallylight::ui
