// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/processsource.h"

#include "aws/errorparser.h"
#include "core/awsconfig.h"
#include "core/processcredentials.h"

#include <QProcess>

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

constexpr qsizetype kMostProcessOutput = 64 * 1024;
constexpr qsizetype kMostComplaints = 4 * 1024;

CredentialsProvider::Result processFailure(const QString &detail)
{
    return Unexpected{credentialError(SecretProblem::ProcessFailed, detail)};
}

QStringList wordsOf(const QString &command)
{
#ifdef Q_OS_WIN
    // A shell's rules would take the backslashes of C:\Tools\creds.exe away.
    return windowsWords(command);
#else
    return shellWords(command);
#endif
}

} // namespace

ProcessSource::ProcessSource(QString command, QObject *parent)
    : CredentialOrigin(parent)
    , m_command(std::move(command))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        end(processFailure(u"no answer after %1 s"_s.arg(m_patience.count() / 1000)));
    });
}

ProcessSource::~ProcessSource()
{
    if (m_process == nullptr)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(1000);
}

void ProcessSource::fetch(QObject *context, Callback done)
{
    if (m_waiting.add(context, std::move(done)))
        run();
}

void ProcessSource::run()
{
    QStringList words = wordsOf(m_command);
    if (words.isEmpty()) {
        end(processFailure(u"the command line is empty, or a quote in it is never closed"_s));
        return;
    }
    m_process = new QProcess(this);
    m_process->setProgram(words.takeFirst());
    m_process->setArguments(words);
    // It may not read the terminal the window was started from.
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ProcessSource::readAvailable);
    connect(m_process, &QProcess::readyReadStandardError, this, &ProcessSource::readAvailable);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(processFailure(u"can't be started: "_s + aws::excerpt(m_process->errorString())));
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        readAvailable();
        if (m_process == nullptr)
            return;
        if (status == QProcess::CrashExit) {
            end(processFailure(u"crashed"_s));
        } else if (code != 0) {
            const QString said = aws::excerpt(QString::fromUtf8(m_complaints));
            end(processFailure(u"ended with %1: %2"_s.arg(QString::number(code), said)));
        } else if (const auto credentials = processCredentials(m_output)) {
            end(*credentials);
        } else {
            end(processFailure(credentials.error()));
        }
    });
    m_timer.start(m_patience);
    m_process->start();
}

void ProcessSource::readAvailable()
{
    m_output += m_process->readAllStandardOutput();
    // What it goes on to complain about is read, so that it does not wait for us, and dropped.
    m_complaints = (m_complaints + m_process->readAllStandardError()).left(kMostComplaints);
    if (m_output.size() > kMostProcessOutput)
        end(processFailure(u"printed more than 64 kB"_s));
}

void ProcessSource::end(const Result &result)
{
    m_timer.stop();
    if (QProcess *process = std::exchange(m_process, nullptr)) {
        process->disconnect(this);
        if (process->state() != QProcess::NotRunning)
            process->kill();
        process->deleteLater();
    }
    m_output.fill('\0'); // as far as that is in our hands
    m_output.clear();
    m_complaints.clear();
    m_waiting.answer(result);
}

} // namespace tallylight::monitor
