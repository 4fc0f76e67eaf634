// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "core/profile.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace tallylight::bench {

/// tallylight-demo-region as a process of its own, so that the server's work is not counted as
/// ours.
class DemoProcess
{
public:
    /// Starts \a program, by default without request limits; empty error() when it is ready.
    DemoProcess(const QString &program, int channels, int inputs, const QString &scenario,
                const QStringList &more = {QStringLiteral("--no-limit")});
    ~DemoProcess();

    const QString &error() const { return m_error; }
    QUrl endpoint() const { return m_endpoint; }
    QString region() const { return m_region; }
    const Credentials &credentials() const { return m_credentials; }
    /// A profile that watches it at \a requestsPerSecond, by default as fast as it can be asked.
    Profile profile(double requestsPerSecond = 1000.0) const;

private:
    QProcess m_process;
    QString m_error;
    QUrl m_endpoint;
    QString m_region;
    Credentials m_credentials;
};

} // namespace tallylight::bench
