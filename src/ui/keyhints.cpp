// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/keyhints.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kUsualIdLength = 20;
constexpr qsizetype kUsualSecretLength = 40;

struct KeyHintText
{
    Q_DECLARE_TR_FUNCTIONS(KeyHints)
};

bool looksLikeId(const QString &text)
{
    static const QRegularExpression pattern(u"\\AA(KIA|SIA)[A-Z0-9]{12,}\\z"_s);
    return pattern.match(text).hasMatch();
}

bool looksLikeSecret(const QString &text)
{
    if (text.size() != kUsualSecretLength)
        return false;
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9/+]+\\z"_s);
    const bool mixed = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLower(); });
    return mixed && pattern.match(text).hasMatch();
}

KeyHint idHint(const QString &id, const QString &secret)
{
    if (id.isEmpty())
        return KeyHint::AccessKeyIdMissing;
    if (looksLikeSecret(id))
        return looksLikeId(secret) ? KeyHint::Swapped : KeyHint::IdLooksLikeSecret;
    if (!looksLikeId(id) || id.size() != kUsualIdLength)
        return KeyHint::IdNotUsual;
    return KeyHint::None;
}

KeyHint secretHint(const QString &id, const QString &secret)
{
    if (secret.isEmpty())
        return KeyHint::SecretMissing;
    if (looksLikeId(secret))
        return looksLikeSecret(id) ? KeyHint::None : KeyHint::SecretLooksLikeId;
    return secret.size() == kUsualSecretLength ? KeyHint::None : KeyHint::SecretNotUsual;
}

} // namespace

QString cleanedKey(const QString &text)
{
    static const QRegularExpression label(
        u"\\A\\s*(?:export\\s+|set\\s+|\\$env:)?aws_(?:access_key_id|secret_access_key|session_token)\\s*[=:]"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString key = text;
    key.remove(label);
    key.removeIf([](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Format
            || c.category() == QChar::Other_Control;
    });
    while (key.size() >= 2 && (key.front() == u'"' || key.front() == u'\'')
           && key.front() == key.back())
        key = key.sliced(1, key.size() - 2);
    return key;
}

std::optional<KeyBlock> keyBlock(const QString &text)
{
    static const QRegularExpression line(
        u"^\\s*(?:export\\s+|set\\s+|\\$env:)?aws_(access_key_id|secret_access_key|session_token|credential_expiration)\\s*[=:](.*)$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    // What "aws sts assume-role" and "aws configure export-credentials" print.
    static const QRegularExpression member(
        u"\"(AccessKeyId|SecretAccessKey|SessionToken|Expiration)\"\\s*:\\s*\"([^\"]*)\""_s);
    KeyBlock block;
    for (const QRegularExpression &form : {line, member}) {
        QRegularExpressionMatchIterator matches = form.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const QString name = match.captured(1).toLower().remove(u'_');
            const QString value = cleanedKey(match.captured(2));
            if (name == u"accesskeyid")
                block.accessKeyId = value;
            else if (name == u"secretaccesskey")
                block.secretAccessKey = value;
            else if (name == u"sessiontoken")
                block.sessionToken = value;
            else
                block.expiresAt = QDateTime::fromString(value, Qt::ISODateWithMs).toUTC();
        }
    }
    if (block.accessKeyId.isEmpty() || block.secretAccessKey.isEmpty())
        return std::nullopt;
    return block;
}

KeyHints keyHints(const QString &accessKeyId, const QString &secret, const QString &token)
{
    KeyHints hints;
    if (accessKeyId.isEmpty() && secret.isEmpty() && token.isEmpty())
        return hints;
    hints.accessKeyId = idHint(accessKeyId, secret);
    hints.secret = secretHint(accessKeyId, secret);
    if (token.isEmpty() && accessKeyId.startsWith(u"ASIA"))
        hints.token = KeyHint::TokenMissing;
    else if (!token.isEmpty() && looksLikeId(accessKeyId) && accessKeyId.startsWith(u"AKIA"))
        hints.token = KeyHint::TokenNotNeeded;
    return hints;
}

bool blocksSaving(KeyHint hint)
{
    return hint == KeyHint::AccessKeyIdMissing || hint == KeyHint::SecretMissing
        || hint == KeyHint::TokenMissing || hint == KeyHint::Swapped;
}

QString keyHintText(KeyHint hint)
{
    switch (hint) {
    case KeyHint::None:
        return {};
    case KeyHint::AccessKeyIdMissing:
        return KeyHintText::tr("Enter the access key id that belongs to the secret.");
    case KeyHint::SecretMissing:
        return KeyHintText::tr("Enter the secret access key that belongs to the access key id.");
    case KeyHint::TokenMissing:
        return KeyHintText::tr("Keys that begin with ASIA are temporary: AWS refuses them without "
                               "their session token.");
    case KeyHint::Swapped:
        return KeyHintText::tr("The access key id and the secret access key are swapped.");
    case KeyHint::IdLooksLikeSecret:
        return KeyHintText::tr("This looks like a secret access key. The access key id begins with "
                               "AKIA or ASIA.");
    case KeyHint::SecretLooksLikeId:
        return KeyHintText::tr("This looks like an access key id. The secret access key is the "
                               "longer one, 40 characters.");
    case KeyHint::IdNotUsual:
        return KeyHintText::tr("AWS's access key ids are 20 letters and digits and begin with AKIA "
                               "or ASIA. Check whether it is complete.");
    case KeyHint::SecretNotUsual:
        return KeyHintText::tr("AWS's secret access keys have 40 characters. Check whether it is "
                               "complete.");
    case KeyHint::TokenNotNeeded:
        return KeyHintText::tr("Keys that begin with AKIA have no session token. Leave this empty "
                               "unless the service asks for one.");
    }
    return {};
}

} // namespace tallylight::ui
