// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/credentialorigin.h"

#include <QByteArray>
#include <QString>
#include <QTimer>

#include <chrono>

class QProcess;

namespace tallylight::monitor {

/// The credentials a credential_process prints (aws-facts §5.1). The command line is taken apart
/// the way a shell does (on Windows the way programs there do), and run without one. What it prints
/// is kept nowhere and told to nobody; of what it complains about a short, redacted piece is.
class ProcessSource final : public CredentialOrigin
{
public:
    explicit ProcessSource(QString command, QObject *parent = nullptr);
    /// Ends a process that still runs.
    ~ProcessSource() override;

    void fetch(QObject *context, Callback done) override;
    /// How long it may take; a minute unless told, because it may have to ask somebody.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

private:
    void run();
    void readAvailable();
    void end(const Result &result);

    const QString m_command;
    std::chrono::milliseconds m_patience{60'000};
    QProcess *m_process = nullptr; ///< child, while one runs
    QByteArray m_output;
    QByteArray m_complaints;
    QTimer m_timer;
    CredentialQueue m_waiting;
};

} // namespace tallylight::monitor
