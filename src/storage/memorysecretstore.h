// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/secretstore.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace tallylight::storage {

/// Secrets that live as long as this object, for "keep for this run only" and for tests, which can
/// also script how a keychain misbehaves.
class MemorySecretStore final : public SecretStore
{
public:
    MemorySecretStore();
    ~MemorySecretStore() override;

    void read(const QString &profileId, QObject *context, Callback done) override;
    void write(const QString &profileId, const Credentials &credentials, QObject *context,
               Callback done) override;
    void remove(const QString &profileId, QObject *context, Callback done) override;

    /// From now on every call ends like this and changes nothing; nullopt goes back to working.
    void failWith(std::optional<Outcome> outcome, const QString &message = {});
    /// From now on no call is answered until this is switched off again; those calls stay
    /// unanswered.
    void setSilent(bool silent) { m_silent = silent; }

    /// What is kept, without waiting.
    bool contains(const QString &profileId) const { return m_entries.contains(profileId); }
    std::optional<Credentials> credentials(const QString &profileId) const;
    void insert(const QString &profileId, const Credentials &credentials);
    /// Removes at once; nothing happens when nothing is kept.
    void discard(const QString &profileId) { m_entries.remove(profileId); }
    QStringList profileIds() const { return m_entries.keys(); }

private:
    void answer(QObject *context, Callback done, const SecretResult &result) const;

    QHash<QString, Credentials> m_entries;
    std::optional<SecretResult> m_failure;
    bool m_silent = false;
    std::unique_ptr<QObject> m_self; ///< lets queued answers find out that the store is gone
};

} // namespace tallylight::storage
