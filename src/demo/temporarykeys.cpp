// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/temporarykeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

bool TemporaryKey::allows(const QString &action) const
{
    if (!allowed)
        return true;
    return std::any_of(allowed->begin(), allowed->end(), [&action](const QString &pattern) {
        return QRegularExpression::fromWildcard(pattern, Qt::CaseInsensitive)
            .match(action)
            .hasMatch();
    });
}

Credentials TemporaryKeys::issue(const QString &arn, const QDateTime &expiresAt,
                                 const std::optional<QStringList> &allowed)
{
    const QMutexLocker lock(&m_mutex);
    const QString number = QString::number(++m_issued).rightJustified(6, u'0');
    TemporaryKey key;
    key.credentials.accessKeyId = "ASIATALLYLIGHT"_L1 + number;
    key.credentials.secretAccessKey = Secret("temporary/demo+key/opens+nothing/"_L1 + number);
    key.credentials.sessionToken = Secret("demo//temporary+token/"_L1 + number + "=="_L1);
    key.credentials.expiresAt = expiresAt;
    key.arn = arn;
    key.allowed = allowed;
    m_keys.insert(key.credentials.accessKeyId, key);
    return key.credentials;
}

std::optional<TemporaryKey> TemporaryKeys::find(const QString &accessKeyId) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_keys.constFind(accessKeyId);
    if (found == m_keys.constEnd())
        return std::nullopt;
    return *found;
}

void TemporaryKeys::expireAll()
{
    const QMutexLocker lock(&m_mutex);
    for (TemporaryKey &key : m_keys)
        key.credentials.expiresAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
}

int TemporaryKeys::issued() const
{
    const QMutexLocker lock(&m_mutex);
    return m_issued;
}

std::optional<QStringList> allowedActions(const QByteArray &policy)
{
    const QJsonDocument document = QJsonDocument::fromJson(policy);
    const QJsonValue statement = document.object().value("Statement"_L1);
    if (!statement.isArray() && !statement.isObject())
        return std::nullopt;
    QStringList actions;
    const QJsonArray statements = statement.isArray() ? statement.toArray() : QJsonArray{statement};
    for (const QJsonValue &one : statements) {
        if (one["Effect"_L1].toString() != "Allow"_L1)
            continue;
        const QJsonValue action = one["Action"_L1];
        const QJsonArray list = action.isArray() ? action.toArray() : QJsonArray{action};
        for (const QJsonValue &name : list)
            actions << name.toString();
    }
    return actions;
}

} // namespace tallylight::demo
