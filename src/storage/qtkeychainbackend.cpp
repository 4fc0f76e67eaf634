// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/qtkeychainbackend.h"

#include "storage/keychainservice.h"

#include <QObject>
#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

KeychainBackend::Error errorFrom(const QKeychain::Job &job)
{
    using Error = KeychainBackend::Error;
    switch (job.error()) {
    case QKeychain::NoError:
        return Error::None;
    case QKeychain::EntryNotFound:
        return Error::NotFound;
    case QKeychain::AccessDeniedByUser:
        return Error::Denied;
    case QKeychain::AccessDenied:
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
        // libsecret's only reason for this code is a locked collection; KWallet says "denied".
        if (!job.errorString().contains("denied"_L1, Qt::CaseInsensitive))
            return Error::Locked;
#endif
        return Error::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Error::NoBackend;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    // libsecret has one code for all other trouble and passes on GLib's words, in the desktop's
    // language; what they mean is found out by looking.
    return keychainServiceMayAnswer() ? Error::Other : Error::NoBackend;
}

} // namespace

QtKeychainBackend::QtKeychainBackend(const QString &service)
    : m_service(service)
    , m_receiver(std::make_unique<QObject>())
{
}

QtKeychainBackend::~QtKeychainBackend() = default;

void QtKeychainBackend::read(const QString &key, Callback done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, m_receiver.get(),
                     [job, done = std::move(done)] {
                         done({errorFrom(*job), job->errorString(), Secret(job->binaryData())});
                     });
    job->start();
}

void QtKeychainBackend::write(const QString &key, const Secret &data, Callback done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setInsecureFallback(false);
    job->setKey(key);
    // As text, so that the keychain's own program shows it like any other password.
    job->setTextData(QString::fromUtf8(data.expose()));
    QObject::connect(job, &QKeychain::Job::finished, m_receiver.get(),
                     [job, done = std::move(done)] {
                         done({errorFrom(*job), job->errorString(), {}});
                     });
    job->start();
}

void QtKeychainBackend::remove(const QString &key, Callback done)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, m_receiver.get(),
                     [job, done = std::move(done)] {
                         done({errorFrom(*job), job->errorString(), {}});
                     });
    job->start();
}

bool QtKeychainBackend::hidesLockedEntries() const
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return true;
#else
    return false;
#endif
}

} // namespace tallylight::storage
