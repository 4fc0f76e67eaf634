// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/keyfields.h"

#include "ui/keyhints.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <optional>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

void wipeText(QLineEdit &edit)
{
    QString text = edit.text();
    // The line edit shares this buffer, and writing through QString would only wipe a copy.
    // Anything shared more widely, or a literal in the program itself, is not ours to overwrite.
    const auto *header = text.data_ptr().d_ptr();
    if (header && header->ref_.loadRelaxed() == 2)
        std::fill_n(const_cast<QChar *>(text.constData()), text.size(), QChar(u' '));
    edit.setText(QString());
}

void showStoredKey(const QString &shortKeyId, QLineEdit &keyId, QLineEdit &secret, QLineEdit &token)
{
    const bool stored = !shortKeyId.isEmpty();
    //: In an empty field: a value is stored and stays as it is
    const QString unchanged = QCoreApplication::translate("KeyFields", "unchanged");
    //: In an empty field: a value is stored and stays as it is. %1 is a shortened key id such as
    //: AKIA…MPLE
    keyId.setPlaceholderText(
        stored ? QCoreApplication::translate("KeyFields", "%1 (unchanged)").arg(shortKeyId)
               : u"AKIA…"_s);
    secret.setPlaceholderText(stored ? unchanged : QString());
    token.setPlaceholderText(
        stored ? unchanged : QCoreApplication::translate("KeyFields", "only for temporary keys"));
}

QDateTime cleanKeyField(QLineEdit &edit, QLineEdit &keyId, QLineEdit &secret, QLineEdit &token)
{
    const QString raw = edit.text();
    if (const std::optional<KeyBlock> block = keyBlock(raw)) {
        const QSignalBlocker keyIdBlocker(keyId);
        const QSignalBlocker secretBlocker(secret);
        const QSignalBlocker tokenBlocker(token);
        wipeText(edit);
        keyId.setText(block->accessKeyId);
        secret.setText(block->secretAccessKey);
        token.setText(block->sessionToken);
        return block->expiresAt;
    }
    const QString clean = cleanedKey(raw);
    if (clean != raw) {
        const QSignalBlocker blocker(edit);
        edit.setText(clean);
    }
    return {};
}

} // namespace tallylight::ui
