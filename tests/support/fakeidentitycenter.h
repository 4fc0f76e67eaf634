// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/ssotoken.h"
#include "monitor/ssosession.h"
#include "storage/ssocache.h"
#include "support/loopbackserver.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace tallylight::test {

/// An IAM Identity Center that answers as it is told, path by path, a cache folder of its own, and
/// a clock that stands still unless moved.
class FakeIdentityCenter
{
public:
    FakeIdentityCenter()
    {
        server.setHandler([this](const RawRequest &request) {
            const QByteArray path = request.path();
            ++asked[path];
            QList<ScriptedReply> &script = replies[path];
            if (script.isEmpty())
                return ScriptedReply::status(404, "{\"message\":\"no script for this path\"}");
            return script.size() == 1 ? script.first() : script.takeFirst();
        });
        answer("/client/register", client());
        answer("/device_authorization",
               ScriptedReply::json("{\"deviceCode\":\"device-code\",\"userCode\":\"WDJB-MJHT\","
                                   "\"verificationUri\":\"https://device.example/\","
                                   "\"verificationUriComplete\":\"https://device.example/"
                                   "?user_code=WDJB-MJHT\",\"expiresIn\":600,\"interval\":0}"));
        session = {QStringLiteral("corp"), server.url().toString() + QStringLiteral("/start"),
                   QStringLiteral("eu-central-1")};
    }

    /// The next answer for \a path; the last one given is repeated for ever.
    void answer(const QByteArray &path, const ScriptedReply &reply) { replies[path].append(reply); }
    void answerOnly(const QByteArray &path, const ScriptedReply &reply) { replies[path] = {reply}; }

    static ScriptedReply client(const QByteArray &id = "client-1")
    {
        return ScriptedReply::json("{\"clientId\":\"" + id
                                   + "\",\"clientSecret\":\"client-secret\","
                                     "\"clientSecretExpiresAt\":1900000000}");
    }
    static ScriptedReply grant(const QByteArray &access, int seconds = 3600,
                               const QByteArray &refresh = "refresh-2")
    {
        return ScriptedReply::json("{\"accessToken\":\"" + access + "\",\"tokenType\":\"Bearer\","
                                   + "\"expiresIn\":" + QByteArray::number(seconds)
                                   + ",\"refreshToken\":\"" + refresh + "\"}");
    }
    static ScriptedReply refusal(const QByteArray &type, int status = 400)
    {
        return ScriptedReply::status(status, "{\"message\":\"refused\"}",
                                     {{"x-amzn-ErrorType", type}});
    }
    /// Keys that are good for \a life from now on.
    ScriptedReply roleKeys(const QByteArray &id, std::chrono::seconds life) const
    {
        const qint64 end = clock.utcNow().addSecs(life.count()).toMSecsSinceEpoch();
        return ScriptedReply::json("{\"roleCredentials\":{\"accessKeyId\":\"" + id
                                   + "\",\"secretAccessKey\":\"k\",\"sessionToken\":\"t\","
                                     "\"expiration\":"
                                   + QByteArray::number(end) + "}}");
    }
    /// Puts a token into the cache, as somebody who has signed in would.
    void signedIn(std::chrono::seconds left, const QString &access = QStringLiteral("access-1"),
                  const QString &refresh = QStringLiteral("refresh-1"))
    {
        SsoToken token;
        token.accessToken = Secret(access);
        token.refreshToken = Secret(refresh);
        token.expiresAt = clock.utcNow().addSecs(left.count());
        if (!refresh.isEmpty())
            token.registration
                = {QStringLiteral("client-1"), Secret(QStringLiteral("client-secret")),
                   clock.utcNow().addDays(80)};
        if (cache.writeToken(session, token))
            qFatal("the cache can't be written");
    }
    std::shared_ptr<monitor::SsoSession> open()
    {
        auto made
            = std::make_shared<monitor::SsoSession>(session, monitor::SsoRoute(), cache, clock);
        made->setPacing({std::chrono::milliseconds(1), std::chrono::milliseconds(1)});
        return made;
    }

    QTemporaryDir folder;
    ManualClock clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    storage::SsoCache cache{folder.filePath(QStringLiteral(".aws/sso/cache"))};
    LoopbackServer server;
    QHash<QByteArray, QList<ScriptedReply>> replies;
    QHash<QByteArray, int> asked;
    SsoSessionId session;
};

} // namespace tallylight::test
