// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace tallylight::test {

/// A real HTTP proxy on loopback: Debian's tinyproxy, in a folder that goes away.
class TinyProxy
{
public:
    TinyProxy() = default;
    ~TinyProxy();
    TinyProxy(const TinyProxy &) = delete;
    TinyProxy &operator=(const TinyProxy &) = delete;

    static bool isInstalled();
    /// Starts it; with a user, only for that one. False when it does not listen in time.
    bool start(const QString &user = {}, const QString &password = {});
    void stop();
    /// "http://127.0.0.1:port", with \a user before the host where one is given.
    QUrl url(const QString &user = {}) const;
    /// What it has logged, a line per request.
    QByteArray log() const;
    /// How many requests it has taken, refused ones included.
    qsizetype requests() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace tallylight::test
