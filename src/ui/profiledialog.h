// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "monitor/profileservice.h"
#include "ui/keyhints.h"
#include "ui/networkfields.h"
#include "ui/profileform.h"
#include "ui/profiletester.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace tallylight::ui {

class ConnectionTestPanel;
class CopiedKeys;
class NoticeBar;
struct Theme;

/// Adds or edits a region profile and its keys. Not modal: monitoring goes on behind it.
///
/// A secret is never shown and never leaves this dialog but to the keychain, to this run's memory,
/// or to a connection test; the fields are wiped when it closes. Of a stored key only the shortened
/// id is shown.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    /// All references outlive the dialog.
    ProfileDialog(monitor::ProfileService &service, const Clock &clock, const Theme &theme,
                  QWidget *parent = nullptr);
    ~ProfileDialog() override;

    /// Shows the dialog for a profile that does not exist yet.
    void openForNew();
    /// Shows \a profile to be changed.
    void openFor(const Profile &profile);
    /// Shows \a copy, a duplicate of \a original that is in no file yet; its keys are those of the
    /// original unless the operator enters others.
    void openForCopy(const Profile &copy, const Profile &original);
    /// True while something has been changed and not been saved.
    bool isDirty() const;

    void reject() override;

Q_SIGNALS:
    /// The profile is in the file, and its keys are where they were asked to be, or the user left
    /// it at the profile.
    void profileSaved(const QString &profileId);
    /// Rather than typing one region in, those of the shared AWS files are to be taken over.
    void importRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What is known about the stored keys of the profile being edited.
    enum class Stored { Unknown, Yes, No };

    void connectFields();
    bool stayOpen();
    void open(const Profile &profile, bool isNew);
    void lookUpStored();
    void showStoredTrouble(const monitor::ProfileService::SecretOutcome &outcome);
    void fieldsChanged();
    void validate();
    void validateKeys();
    void updateSource();
    void awsProfileChosen();
    QString obstacleToSaving() const;
    QString obstacleToTesting() const;
    bool keysTyped() const;
    bool keysMissing() const;
    Credentials typedCredentials() const;

    void save();
    void saveKeys();
    void storeKeys(const Credentials &credentials, monitor::SecretKeeping keeping);
    void storeStoredKeys(monitor::SecretKeeping keeping);
    void keysStored(const monitor::ProfileService::SecretOutcome &outcome,
                    monitor::SecretKeeping keeping);
    /// The keys are in use for this run, but the keychain did not let go of older ones.
    void showKeysLeftBehind(const monitor::ProfileService::SecretOutcome &outcome);
    void showFileTrouble(const monitor::ProfileFileTrouble &trouble);
    void setBusy(bool busy);
    void finish();
    void forgetKeys();
    void askAboutChanges();

    void startTest();

    bool m_ready = false; // first, because events may come while the rest is made
    monitor::ProfileService &m_service;
    const Theme &m_theme;
    std::unique_ptr<Ui::ProfileDialog> m_ui;
    ProfileForm m_form;
    NetworkFields m_network;
    ConnectionTestPanel *m_test;
    ProfileTester m_tester;
    CopiedKeys *m_copied;
    NoticeBar *m_notice;
    Profile m_profile; // as it was opened, or as last saved
    Profile m_unchanged; // m_profile as the form gives it back untouched
    std::pair<QString, QDateTime> m_pastedEnd; // of the key with this id, as pasted along with it
    Stored m_stored = Stored::Unknown;
    bool m_runOnly = false; // how the stored keys are kept
    bool m_isNew = false;
    bool m_savedProfile = false; // in the file, keys still to come
    bool m_showAll = false; // blame fields nobody has been in
    bool m_filling = false;
    bool m_busy = false;
    int m_generation = 0; // answers of the keychain for an earlier opening are not for this one
};

} // namespace tallylight::ui
