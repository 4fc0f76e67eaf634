// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/proxypasswords.h"

#include "core/credentials.h"
#include "monitor/secretoutcome.h"
#include "storage/sessionsecretstore.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

/// Collects the outcomes of several calls and tells the first problem when all are through.
struct Tally
{
    int pending = 0;
    SecretProblem problem = SecretProblem::None;
    QString detail;
    QPointer<QObject> context;
    std::function<void(SecretProblem, const QString &)> done;

    void settle(const storage::SecretResult &result)
    {
        const SecretProblem found = problemOf(result.outcome);
        const bool nothingThere = found == SecretProblem::NotFound;
        if (problem == SecretProblem::None && !nothingThere && found != SecretProblem::None) {
            problem = found;
            detail = result.backendMessage;
        }
        if (--pending == 0 && context)
            done(problem, detail);
    }
};

} // namespace

bool wantsPassword(const ProxySetting &proxy)
{
    return proxy.mode == ProxySetting::Mode::Manual && !proxy.url.userName().isEmpty();
}

QString proxyAddress(const ProxySetting &proxy)
{
    return proxy.url.toString(QUrl::RemovePassword | QUrl::RemovePath | QUrl::RemoveQuery
                              | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

QString proxySecretId(const QString &profileId, Service service)
{
    // A profile's id has no slash, so no other secret can have this name.
    return profileId
        + (service == Service::CloudWatch ? u"/proxy-monitoring"_s : u"/proxy-medialive"_s);
}

void readProxyPassword(storage::SecretStore &secrets, const QString &profileId, Service service,
                       const ProxySetting &proxy, QObject *context,
                       std::function<void(const Secret &)> done)
{
    if (!wantsPassword(proxy)) {
        done({});
        return;
    }
    secrets.read(proxySecretId(profileId, service), context,
                 [address = proxyAddress(proxy),
                  done = std::move(done)](const storage::SecretResult &result) {
                     const bool fits
                         = result.credentials && result.credentials->accessKeyId == address;
                     done(fits ? result.credentials->secretAccessKey : Secret());
                 });
}

void changeProxyPasswords(storage::SessionSecretStore &secrets, const Profile &profile,
                          const ProxyPasswordChange &change, QObject *context,
                          std::function<void(SecretProblem, const QString &detail)> done)
{
    auto tally = std::make_shared<Tally>();
    tally->context = context;
    tally->done = std::move(done);
    const auto settle = [tally](const storage::SecretResult &result) {
        tally->settle(result);
    };
    const auto apply = [&](Service service, const std::optional<Secret> &password) {
        if (!password)
            return;
        const QString id = proxySecretId(profile.id, service);
        const ProxySetting &proxy = profile.proxy(service);
        ++tally->pending;
        if (password->isEmpty() || !wantsPassword(proxy)) {
            secrets.remove(id, context, settle);
            return;
        }
        Credentials entry;
        entry.accessKeyId = proxyAddress(proxy);
        entry.secretAccessKey = *password;
        if (change.forThisRunOnly) {
            secrets.keepForThisRun(id, entry);
            secrets.removeBeneath(id, context, settle);
        } else {
            secrets.write(id, entry, context, settle);
        }
    };
    ++tally->pending; // so that nothing is told from inside this call
    apply(Service::MediaLive, change.medialive);
    apply(Service::CloudWatch, change.monitoring);
    QTimer::singleShot(0, context, [settle] {
        storage::SecretResult nothing;
        nothing.outcome = storage::SecretStore::Outcome::Ok;
        settle(nothing);
    });
}

} // namespace tallylight::monitor
