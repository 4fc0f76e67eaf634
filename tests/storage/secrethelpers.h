// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/secretstore.h"

#include <QDateTime>
#include <QObject>
#include <QTest>

#include <optional>

namespace tallylight::storage::test {

/// Credentials that can be recognised in a file or a message.
inline Credentials sampleCredentials()
{
    using namespace Qt::StringLiterals;
    Credentials credentials;
    credentials.accessKeyId = u"AKIATALLYLIGHTSAMPLE"_s;
    credentials.secretAccessKey = Secret(u"s3cr3t/Of+The/Sample+Profile/0123456789ab"_s);
    return credentials;
}

/// Waits for the one answer of a call; a result that says what happened when none comes.
template<typename Call> SecretResult answerOf(const Call &call, int timeoutMs = 10000)
{
    std::optional<SecretResult> answer;
    QObject context;
    call(&context, [&answer](const SecretResult &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, timeoutMs))
        return {SecretStore::Outcome::Failed, QStringLiteral("the test got no answer"),
                std::nullopt};
    return *answer;
}

inline SecretResult readNow(SecretStore &store, const QString &id)
{
    return answerOf([&](QObject *context, const SecretStore::Callback &done) {
        store.read(id, context, done);
    });
}

inline SecretResult writeNow(SecretStore &store, const QString &id, const Credentials &credentials)
{
    return answerOf([&](QObject *context, const SecretStore::Callback &done) {
        store.write(id, credentials, context, done);
    });
}

inline SecretResult removeNow(SecretStore &store, const QString &id)
{
    return answerOf([&](QObject *context, const SecretStore::Callback &done) {
        store.remove(id, context, done);
    });
}

} // namespace tallylight::storage::test
