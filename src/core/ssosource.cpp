// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ssosource.h"

using namespace Qt::StringLiterals;

namespace tallylight {

QString ssoCacheKey(const SsoSessionId &session)
{
    return session.name.isEmpty() ? session.startUrl : session.name;
}

QString cleanedStartUrl(const QString &text)
{
    QString url = text.trimmed().section(u'#', 0, 0);
    while (url.endsWith(u'/'))
        url.chop(1);
    return url;
}

bool isStartUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopbackHost(url.host()));
}

QUrl ssoEndpoint(Service service, const SsoSessionId &session)
{
    const QUrl start(session.startUrl, QUrl::StrictMode);
    if (isStartUrl(session.startUrl) && isLoopbackHost(start.host())) {
        QUrl url;
        url.setScheme(start.scheme());
        url.setHost(start.host());
        url.setPort(start.port());
        return url;
    }
    return defaultEndpoint(service, session.region);
}

} // namespace tallylight
