// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/memorysecretstore.h"

#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace tallylight::storage {

MemorySecretStore::MemorySecretStore()
    : m_self(std::make_unique<QObject>())
{
}

MemorySecretStore::~MemorySecretStore() = default;

void MemorySecretStore::answer(QObject *context, Callback done, const SecretResult &result) const
{
    if (m_silent)
        return;
    QMetaObject::invokeMethod(
        context,
        [self = QPointer<QObject>(m_self.get()), done = std::move(done), result] {
            if (self)
                done(result);
        },
        Qt::QueuedConnection);
}

void MemorySecretStore::read(const QString &profileId, QObject *context, Callback done)
{
    const auto found = m_entries.constFind(profileId);
    if (m_failure)
        answer(context, std::move(done), *m_failure);
    else if (found == m_entries.cend())
        answer(context, std::move(done), {Outcome::NotFound, {}, std::nullopt});
    else
        answer(context, std::move(done), {Outcome::Ok, {}, *found});
}

void MemorySecretStore::write(const QString &profileId, const Credentials &credentials,
                              QObject *context, Callback done)
{
    if (!m_failure && !m_silent)
        m_entries.insert(profileId, credentials);
    answer(context, std::move(done),
           m_failure.value_or(SecretResult{Outcome::Ok, {}, std::nullopt}));
}

void MemorySecretStore::remove(const QString &profileId, QObject *context, Callback done)
{
    if (!m_failure && !m_silent)
        m_entries.remove(profileId);
    answer(context, std::move(done),
           m_failure.value_or(SecretResult{Outcome::Ok, {}, std::nullopt}));
}

void MemorySecretStore::failWith(std::optional<Outcome> outcome, const QString &message)
{
    m_failure.reset();
    if (outcome)
        m_failure = SecretResult{*outcome, message, std::nullopt};
}

std::optional<Credentials> MemorySecretStore::credentials(const QString &profileId) const
{
    const auto found = m_entries.constFind(profileId);
    return found == m_entries.cend() ? std::nullopt : std::optional(*found);
}

void MemorySecretStore::insert(const QString &profileId, const Credentials &credentials)
{
    m_entries.insert(profileId, credentials);
}

} // namespace tallylight::storage
