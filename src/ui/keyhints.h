// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace tallylight::ui {

/// What was typed or pasted as \a text of one key, without what comes along by accident: white
/// space and line breaks anywhere (keys have none), invisible characters, quotation marks around
/// it, and a leading "aws_access_key_id =" or "export AWS_SECRET_ACCESS_KEY=".
QString cleanedKey(const QString &text);

/// The three keys out of a block of lines as AWS's pages, its shared files and "export …" lines
/// have them.
struct KeyBlock
{
    QString accessKeyId;
    QString secretAccessKey;
    QString sessionToken; ///< may be empty
    QDateTime expiresAt; ///< UTC; invalid when the text doesn't say
};

/// nullopt unless \a text names both an access key id and a secret access key.
std::optional<KeyBlock> keyBlock(const QString &text);

/// What looks wrong with keys. Only the ...Missing ones keep them from being saved: a service that
/// is compatible with MediaLive may use keys of any form.
enum class KeyHint {
    None,
    AccessKeyIdMissing, ///< a secret without its access key id
    SecretMissing, ///< an access key id without its secret
    TokenMissing, ///< ASIA…: temporary keys are refused without their session token
    Swapped, ///< each is in the other's field
    IdLooksLikeSecret,
    SecretLooksLikeId,
    IdNotUsual, ///< not what AWS gives out: 20 letters and digits beginning with AKIA or ASIA
    SecretNotUsual, ///< not 40 characters
    TokenNotNeeded, ///< AKIA…: long-lived keys have no session token
};

/// The most important thing to say about each field; nothing for three empty fields.
struct KeyHints
{
    KeyHint accessKeyId = KeyHint::None;
    KeyHint secret = KeyHint::None;
    KeyHint token = KeyHint::None;

    bool operator==(const KeyHints &) const = default;
};
KeyHints keyHints(const QString &accessKeyId, const QString &secret, const QString &token);

/// True for a hint that makes keys unusable.
bool blocksSaving(KeyHint hint);

/// \a hint in words, with what to do; empty for None. Never quotes what was typed.
QString keyHintText(KeyHint hint);

} // namespace tallylight::ui
