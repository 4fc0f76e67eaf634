// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/requesturl.h"

using namespace Qt::StringLiterals;

namespace tallylight::aws {

QByteArray percentEncoded(const QString &text)
{
    return text.toUtf8().toPercentEncoding();
}

bool isPathSegment(const QString &id)
{
    return !id.isEmpty() && id != "."_L1 && id != ".."_L1;
}

QUrl requestUrl(const QUrl &endpoint, const QByteArray &encodedPath, const QList<QueryItem> &query)
{
    QByteArray text = endpoint.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                                         | QUrl::RemoveUserInfo)
        + encodedPath;
    char separator = '?';
    for (const QueryItem &item : query) {
        text += separator + item.name.toPercentEncoding() + '=' + percentEncoded(item.value);
        separator = '&';
    }
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

} // namespace tallylight::aws
