// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redact.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tallylight {

QString redact(const QString &text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString replacement;
    };
    static const QList<Rule> rules{
        {QRegularExpression(u"(Signature=)[0-9A-Fa-f]{16,}"_s), u"\\1[redacted]"_s},
        {QRegularExpression(u"(Credential=)[^/\\s,]+"_s), u"\\1[redacted]"_s},
        {QRegularExpression(u"\\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{12,}\\b"_s), u"[redacted]"_s},
        {QRegularExpression(u"(://)[^/\\s@:]+:[^/\\s@]+@"_s), u"\\1[redacted]@"_s},
        {QRegularExpression(
             u"((?:secret|password|passwd|token|session)[A-Za-z_-]*[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"'&,;}]{6,}"_s,
             QRegularExpression::CaseInsensitiveOption),
         u"\\1[redacted]"_s},
        // A base64-looking run of 40 or more is a secret key or a token far more often than anything else.
        {QRegularExpression(u"(?<![A-Za-z0-9+/=_-])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*[a-z])"
                            u"(?=[A-Za-z0-9+/]*[0-9+/])[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/=_-])"_s),
         u"[redacted]"_s},
    };
    QString clean = text;
    for (const Rule &rule : rules)
        clean.replace(rule.pattern, rule.replacement);
    return clean;
}

QString redact(const QString &text, const QStringList &secrets)
{
    QString clean = text;
    for (const QString &secret : secrets) {
        if (secret.size() >= 4)
            clean.replace(secret, u"[redacted]"_s);
    }
    return redact(clean);
}

} // namespace tallylight
