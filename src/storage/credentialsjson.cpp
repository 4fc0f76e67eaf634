// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/credentialsjson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

constexpr int kVersion = 1;

} // namespace

Secret credentialsToJson(const Credentials &credentials)
{
    QJsonObject json{
        {u"version"_s, kVersion},
        {u"accessKeyId"_s, credentials.accessKeyId},
        {u"secretAccessKey"_s, QString::fromUtf8(credentials.secretAccessKey.expose())},
    };
    if (!credentials.sessionToken.isEmpty())
        json.insert(u"sessionToken"_s, QString::fromUtf8(credentials.sessionToken.expose()));
    if (credentials.expiresAt.isValid())
        json.insert(u"expiresAt"_s, credentials.expiresAt.toUTC().toString(Qt::ISODateWithMs));
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Credentials> credentialsFromJson(const Secret &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.expose()).object();
    if (object.value("version"_L1).toInt() != kVersion)
        return std::nullopt;
    Credentials credentials;
    credentials.accessKeyId = object.value("accessKeyId"_L1).toString();
    credentials.secretAccessKey = Secret(object.value("secretAccessKey"_L1).toString());
    credentials.sessionToken = Secret(object.value("sessionToken"_L1).toString());
    credentials.expiresAt
        = QDateTime::fromString(object.value("expiresAt"_L1).toString(), Qt::ISODateWithMs).toUTC();
    if (!credentials.isComplete())
        return std::nullopt;
    return credentials;
}

} // namespace tallylight::storage
