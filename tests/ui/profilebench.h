// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "monitor/profileservice.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/profiledialog.h"
#include "ui/theme.h"

#include <QObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tallylight::tests {

/// A test with profiles in a folder of its own and a keychain in memory.
class ProfileBench : public QObject
{
protected:
    void openStores()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(QStringLiteral("profiles.json"));
        m_store = std::make_unique<storage::ProfileStore>(m_file);
        m_keychain = std::make_unique<storage::MemorySecretStore>();
        m_secrets = std::make_unique<storage::SessionSecretStore>(*m_keychain);
        m_service = std::make_unique<monitor::ProfileService>(*m_store, *m_secrets);
        QVERIFY(!m_service->load());
    }

    SystemClock m_clock;
    ui::Theme m_theme = ui::themeFor(ui::ThemeChoice::Dark, {});
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file; ///< of the profiles
    std::unique_ptr<storage::ProfileStore> m_store;
    std::unique_ptr<storage::MemorySecretStore> m_keychain;
    std::unique_ptr<storage::SessionSecretStore> m_secrets; ///< on top of m_keychain
    std::unique_ptr<monitor::ProfileService> m_service;
};

/// The same with the dialog for one profile.
class ProfileDialogBench : public ProfileBench
{
protected:
    void openDialog()
    {
        openStores();
        m_dialog = std::make_unique<ui::ProfileDialog>(*m_service, m_clock, m_theme);
        m_saved = std::make_unique<QSignalSpy>(m_dialog.get(), &ui::ProfileDialog::profileSaved);
    }

    void closeDialog()
    {
        m_saved.reset();
        m_dialog.reset();
        m_service.reset();
    }

    std::unique_ptr<ui::ProfileDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_saved; ///< of profileSaved
};

} // namespace tallylight::tests
