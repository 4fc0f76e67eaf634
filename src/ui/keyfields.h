// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

class QLineEdit;

namespace tallylight::ui {

/// Overwrites what \a edit holds before letting go of it, as far as that is in our hands.
void wipeText(QLineEdit &edit);

/// Says in the empty fields of a key that one is stored and stays as it is; \a shortKeyId is its
/// shortened id, empty when none is stored.
void showStoredKey(const QString &shortKeyId, QLineEdit &keyId, QLineEdit &secret,
                   QLineEdit &token);

/// What was typed or pasted into \a edit, one of the three fields, without the white space and
/// quotes that come along; a block of several keys is spread over the fields.
/// Returns when such a block says its keys end, UTC; otherwise an invalid time.
QDateTime cleanKeyField(QLineEdit &edit, QLineEdit &keyId, QLineEdit &secret, QLineEdit &token);

} // namespace tallylight::ui
