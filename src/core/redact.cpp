// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redact.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

/// What stands before \a position in the same word, where quotes, brackets and commas end a word,
/// too.
QStringView wordBefore(const QString &text, qsizetype position)
{
    constexpr qsizetype kFarEnough = 2000;
    static const QString ends = u"\"'<>()[]{},;"_s;
    qsizetype start = position;
    while (start > 0 && position - start < kFarEnough && !text.at(start - 1).isSpace()
           && !ends.contains(text.at(start - 1)))
        --start;
    return QStringView(text).mid(start, position - start);
}

bool isInArn(const QString &text, qsizetype position)
{
    return wordBefore(text, position).startsWith(u"arn:");
}

/// Folder names and role paths can look like base64; a query, which may carry credentials, is no
/// path.
bool isInPath(const QString &text, qsizetype position)
{
    const QStringView word = wordBefore(text, position);
    return word.startsWith(u"arn:") || (word.contains(u"://") && !word.contains(u'?'));
}

struct Rule
{
    QRegularExpression pattern;
    /// Where a match is no secret after all; may be null.
    bool (*isHarmless)(const QString &text, qsizetype position);
};

/// Capture 1, where there is one, is what stays. Repetitions are bounded where they could run into
/// each other, so that no text makes the search give up before it has found a secret.
const QList<Rule> &rules()
{
    constexpr auto kNoCase = QRegularExpression::CaseInsensitiveOption;
    static const QList<Rule> all{
        {QRegularExpression(u"(Signature=)[0-9A-Fa-f]{16,}"_s), nullptr},
        {QRegularExpression(u"(Credential=)[^/\\s,]+"_s), nullptr},
        {QRegularExpression(u"\\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{12,}\\b"_s), nullptr},
        {QRegularExpression(u"(://)[^/\\s@:]*:[^/\\s]*(?=@)"_s), nullptr},
        {QRegularExpression(
             u"((?:secret|password|passwd|token|session)[A-Za-z_-]{0,40}[\"']?\\s{0,8}="
             u"\\s{0,8}[\"']?)[^\\s\"'&,;}]{6,}"_s,
             kNoCase),
         nullptr},
        {QRegularExpression(
             u"((?:secret|password|passwd|token|session)[A-Za-z_-]{0,40}[\"']?\\s{0,8}:"
             u"\\s{0,8}[\"']?)[^\\s\"'&,;}]{6,}"_s,
             kNoCase),
         isInArn},
        // A base64-looking run of 40 or more is a secret key or a token far more often than
        // anything else.
        {QRegularExpression(
             u"(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*[a-z])"
             u"(?=[A-Za-z0-9+/]*[0-9+/])[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/=_-])"_s),
         isInPath},
    };
    return all;
}

QString applied(const Rule &rule, const QString &text)
{
    QString clean;
    qsizetype copied = 0;
    QRegularExpressionMatchIterator it = rule.pattern.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        if (rule.isHarmless && rule.isHarmless(text, match.capturedStart()))
            continue;
        clean += QStringView(text).mid(copied, match.capturedStart() - copied);
        clean += match.captured(1) + u"[redacted]"_s;
        copied = match.capturedEnd();
    }
    clean += QStringView(text).mid(copied);
    return clean;
}

} // namespace

QString redact(const QString &text)
{
    QString clean = text;
    for (const Rule &rule : rules())
        clean = applied(rule, clean);
    return clean;
}

QString redact(const QString &text, const QStringList &secrets)
{
    // The longest first: one may be the beginning of another.
    QStringList known = secrets;
    std::sort(known.begin(), known.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QString clean = text;
    for (const QString &secret : known) {
        if (secret.size() < 4)
            continue;
        clean.replace(secret, u"[redacted]"_s);
        clean.replace(QString::fromLatin1(QUrl::toPercentEncoding(secret)), u"[redacted]"_s);
    }
    return redact(clean);
}

} // namespace tallylight
