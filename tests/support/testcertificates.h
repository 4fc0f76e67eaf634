// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace tallylight::test {

/// A certificate authority of a test, made with the openssl program in a folder that goes away.
class TestAuthority
{
public:
    /// What a server's certificate says.
    struct Leaf
    {
        QString names = QStringLiteral("IP:127.0.0.1,IP:::1,DNS:localhost"); ///< subjectAltName
        QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
        QDateTime until = QDateTime::currentDateTimeUtc().addDays(1);
        bool selfSigned = false; ///< by itself rather than by the authority
        bool sendsAuthority = false; ///< along with its own certificate
    };

    explicit TestAuthority(const QString &name = QStringLiteral("Test Inspection CA"));

    /// False where Qt has no TLS, or openssl is missing or failed; problem() says which.
    bool isValid() const { return m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }
    /// The authority's own certificate, PEM.
    QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// A server's side of TLS with a new certificate; null when openssl failed.
    QSslConfiguration server(const Leaf &leaf);

private:
    bool run(const QStringList &arguments);
    bool write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
    QString m_problem;
    int m_leaves = 0;
};

} // namespace tallylight::test
