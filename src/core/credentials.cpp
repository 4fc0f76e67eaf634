// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/credentials.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight {

QString shortenedKeyId(const QString &accessKeyId)
{
    if (accessKeyId.size() <= 8)
        return accessKeyId.isEmpty() ? QString() : u"…"_s;
    return accessKeyId.left(4) + u'…' + accessKeyId.right(4);
}

StaticCredentialsProvider::StaticCredentialsProvider(Credentials credentials)
    : m_credentials(std::move(credentials))
{
}

void StaticCredentialsProvider::fetch(QObject *, Callback done)
{
    if (m_credentials.isComplete()) {
        done(m_credentials);
        return;
    }
    ApiError error;
    error.category = ErrorCategory::Credentials;
    error.code = u"NoCredentials"_s;
    error.message = u"No access key id or no secret access key is known."_s;
    done(Unexpected{error});
}

} // namespace tallylight
