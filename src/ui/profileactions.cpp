// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/profileactions.h"

#include "core/profile.h"
#include "ui/importdialog.h"
#include "ui/messagebar.h"
#include "ui/profiledialog.h"

#include <QWidget>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::ProfileFileTrouble;

namespace {

const QString kFileKey = u"profileFile"_s;
const QString kDeletePrefix = u"delete/"_s;
const QString kLeftoverPrefix = u"leftover/"_s;

} // namespace

ProfileActions::ProfileActions(monitor::ProfileService &profiles, MessageBar &messages,
                               const Clock &clock, const Theme &theme, QWidget *window)
    : QObject(window)
    , m_profiles(profiles)
    , m_messages(messages)
    , m_clock(clock)
    , m_theme(theme)
    , m_window(window)
    , m_identityCenter(profiles, theme, window)
{
}

ProfileActions::~ProfileActions() = default;

const Profile *ProfileActions::find(const QString &profileId) const
{
    const QList<Profile> &all = m_profiles.profiles();
    const auto found = std::find_if(all.begin(), all.end(), [&profileId](const Profile &profile) {
        return profile.id == profileId;
    });
    return found == all.end() ? nullptr : &*found;
}

ProfileDialog *ProfileActions::openDialog()
{
    if (!m_dialog) {
        m_dialog = new ProfileDialog(m_profiles, m_clock, m_theme, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &ProfileDialog::profileSaved, this, &ProfileActions::profileSaved);
        connect(m_dialog, &ProfileDialog::importRequested, this, [this] {
            m_dialog->reject(); // which asks, when something was typed
            if (!m_dialog->isVisible())
                openImport();
        });
    }
    return m_dialog;
}

void ProfileActions::add()
{
    openDialog()->openForNew();
}

void ProfileActions::edit(const QString &profileId)
{
    if (const Profile *profile = find(profileId))
        openDialog()->openFor(*profile);
}

bool ProfileActions::canImport() const
{
    return m_profiles.credentialAccess().files != nullptr;
}

void ProfileActions::openImport()
{
    if (!canImport())
        return;
    if (!m_import) {
        m_import = new ImportDialog(m_profiles, m_clock, m_theme, m_window);
        m_import->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_import, &ImportDialog::imported, this, [this](const QStringList &ids) {
            if (ids.size() == 1)
                Q_EMIT profileSaved(ids.first());
        });
    }
    m_import->show();
    m_import->raise();
    m_import->activateWindow();
}

void ProfileActions::duplicate(const QString &profileId)
{
    if (const Profile *profile = find(profileId))
        openDialog()->openForCopy(duplicateProfile(*profile, m_profiles.profiles()), *profile);
}

void ProfileActions::askDelete(const QString &profileId)
{
    const Profile *profile = find(profileId);
    if (!profile)
        return;
    const QString key = kDeletePrefix + profileId;
    m_messages.post(
        {key,
         StateLevel::Warning,
         tr("Delete %1?").arg(profile->name),
         tr("Its keys are removed from the keychain as well. Nothing changes at AWS."),
         {},
         {{u"delete"_s, tr("Delete %1").arg(profile->name)}, {u"keep"_s, tr("Keep it")}},
         false});
    m_messages.focusAction(key, u"keep"_s); // the answer to what was just asked for
}

void ProfileActions::deleteNow(const QString &profileId)
{
    const Profile *profile = find(profileId);
    if (!profile)
        return;
    const QString name = profile->name;
    const auto trouble = m_profiles.remove(
        profileId, this,
        [this, profileId, name](const monitor::ProfileService::SecretOutcome &outcome) {
            const bool gone = outcome.problem == monitor::SecretProblem::None
                || outcome.problem == monitor::SecretProblem::NotFound;
            if (gone)
                return;
            m_messages.post(
                {kLeftoverPrefix + profileId,
                 StateLevel::Warning,
                 tr("The keys of %1 may still be in the keychain").arg(name),
                 tr("Remove the entry named Tallylight in your keychain's own program."),
                 outcome.detail,
                 {},
                 true});
        });
    if (trouble)
        showFileTrouble(*trouble);
}

void ProfileActions::move(int from, int to)
{
    if (const auto trouble = m_profiles.move(from, to))
        showFileTrouble(*trouble);
}

bool ProfileActions::messageAction(const QString &key, const QString &actionId)
{
    if (key.startsWith(kDeletePrefix)) {
        m_messages.remove(key);
        if (actionId == u"delete")
            deleteNow(key.mid(kDeletePrefix.size()));
        return true;
    }
    if (key == kFileKey) {
        m_messages.remove(key);
        if (const auto trouble = m_profiles.load())
            showFileTrouble(*trouble);
        return true;
    }
    return false;
}

void ProfileActions::showFileTrouble(const ProfileFileTrouble &trouble)
{
    Message message;
    message.key = kFileKey;
    message.level = StateLevel::Warning;
    message.details = trouble.detail;
    const MessageAction readAgain{u"readAgain"_s, tr("Read it again")};
    switch (trouble.kind) {
    case ProfileFileTrouble::Kind::Corrupt:
        message.title = tr("The list of regions can't be read");
        message.text = tr("%1 is damaged. It has been kept as %2; the list starts empty.")
                           .arg(trouble.file, trouble.keptAs);
        break;
    case ProfileFileTrouble::Kind::NewerVersion:
        message.title = tr("The list of regions was written by a newer version");
        message.text = tr("%1 is left untouched, so nothing can be saved. Update Tallylight.")
                           .arg(trouble.file);
        break;
    case ProfileFileTrouble::Kind::Unreadable:
        message.title = tr("The list of regions can't be read");
        message.text = tr("%1: %2").arg(trouble.file, trouble.detail);
        message.actions = {readAgain};
        break;
    case ProfileFileTrouble::Kind::Unwritable:
        message.title = tr("The change was not saved");
        message.text = tr("%1 can't be written: %2").arg(trouble.file, trouble.detail);
        break;
    case ProfileFileTrouble::Kind::ChangedOnDisk:
        message.title = tr("The change was not saved");
        message.text = tr("Another program has changed %1. Read it again, then repeat the change.")
                           .arg(trouble.file);
        message.actions = {readAgain};
        break;
    }
    m_messages.post(message);
}

} // namespace tallylight::ui
