// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/processcredentials.h"

#include "core/jsonread.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr int kVersion = 1;

} // namespace

Expected<Credentials, QString> processCredentials(const QByteArray &output)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(output, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Unexpected{u"printed no JSON: %1 at byte %2"_s.arg(parseError.errorString())
                              .arg(parseError.offset)};
    if (!document.isObject())
        return Unexpected{u"printed no JSON object"_s};
    QStringList problems;
    const JsonReader json(document.object(), {}, &problems);
    const std::optional<int> version = json.integer("Version"_L1);
    Credentials credentials;
    credentials.accessKeyId = json.requiredString("AccessKeyId"_L1);
    credentials.secretAccessKey = Secret(json.requiredString("SecretAccessKey"_L1));
    credentials.sessionToken = Secret(json.string("SessionToken"_L1));
    credentials.expiresAt = json.time("Expiration"_L1);
    if (!version)
        return Unexpected{u"Version is missing"_s};
    if (*version != kVersion)
        return Unexpected{u"Version is %1, expected 1"_s.arg(*version)};
    if (!problems.isEmpty())
        return Unexpected{problems.first()};
    if (!credentials.isComplete())
        return Unexpected{u"AccessKeyId or SecretAccessKey is empty"_s};
    return credentials;
}

} // namespace tallylight
