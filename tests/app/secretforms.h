// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace tallylight::tests {

/// A way a secret can be written down.
struct SecretForm
{
    QByteArray name;
    QByteArray bytes;
};

/// \a secret as text, percent-encoded, in hexadecimal, in UTF-16, escaped for JSON, backwards, and
/// in base64 whatever stands before it.
inline QList<SecretForm> formsOf(const QByteArray &secret)
{
    QByteArray utf16;
    QByteArray utf16be;
    for (const char byte : secret) {
        utf16 += byte;
        utf16 += '\0';
        utf16be += '\0';
        utf16be += byte;
    }
    QByteArray backwards = secret;
    std::reverse(backwards.begin(), backwards.end());
    QList<SecretForm> forms{
        {"as it is", secret},
        {"percent-encoded", secret.toPercentEncoding()},
        {"in hexadecimal", secret.toHex()},
        {"in upper-case hexadecimal", secret.toHex().toUpper()},
        {"as UTF-16", utf16},
        {"as UTF-16BE", utf16be},
        {"escaped", QByteArray(secret).replace('/', "\\/")},
        {"backwards", backwards},
    };
    // Base64 looks different by how many bytes come before, modulo three; the ends depend on the
    // neighbours and are left off.
    for (int before = 0; before < 3; ++before) {
        const QByteArray shifted = QByteArray(before, 'x') + secret;
        const QByteArray whole = shifted.toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype skip = before == 0 ? 0 : 4;
        const QByteArray middle = whole.mid(skip, whole.size() - skip - 4);
        forms.append({"in base64", middle});
        QByteArray url = middle;
        forms.append({"in base64url", url.replace('+', '-').replace('/', '_')});
    }
    return forms;
}

/// A place where a secret was found: "file: secret as …".
inline QStringList findSecrets(const QString &where, const QByteArray &content,
                               const QList<QByteArray> &secrets)
{
    QStringList found;
    for (const QByteArray &secret : secrets) {
        for (const SecretForm &form : formsOf(secret)) {
            if (content.contains(form.bytes))
                found.append(QStringLiteral("%1: %2… %3")
                                 .arg(where, QString::fromUtf8(secret.left(6)),
                                      QString::fromUtf8(form.name)));
        }
    }
    return found;
}

/// Searches names and contents of all files below \a folder, hidden ones included.
inline QStringList findSecretsBelow(const QString &folder, const QList<QByteArray> &secrets,
                                    int *files = nullptr)
{
    QStringList found;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue; // a socket
        if (files)
            ++*files;
        found += findSecrets(path, path.toUtf8() + '\n' + file.readAll(), secrets);
    }
    return found;
}

} // namespace tallylight::tests
