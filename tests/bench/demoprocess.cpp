// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demoprocess.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace tallylight::bench {

DemoProcess::DemoProcess(const QString &program, int channels, int inputs, const QString &scenario,
                         const QStringList &more)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program,
                    QStringList{u"--port"_s, u"0"_s, u"--channels"_s, QString::number(channels),
                                u"--inputs"_s, QString::number(inputs), u"--scenario"_s, scenario}
                        + more);
    QElapsedTimer waited;
    waited.start();
    while (!m_credentials.isComplete() && waited.elapsed() < 20000) {
        if (!m_process.waitForReadyRead(1000) && m_process.state() == QProcess::NotRunning)
            break;
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            const QString name = line.section(u": "_s, 0, 0);
            const QString value = line.section(u": "_s, 1);
            if (name == u"endpoint"_s)
                m_endpoint = QUrl(value);
            else if (name == u"region"_s)
                m_region = value;
            else if (name == u"access key id"_s)
                m_credentials.accessKeyId = value;
            else if (name == u"secret access key"_s)
                m_credentials.secretAccessKey = Secret(value);
        }
    }
    if (!m_credentials.isComplete())
        m_error = program + u" did not start"_s;
}

DemoProcess::~DemoProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

Profile DemoProcess::profile(double requestsPerSecond) const
{
    Profile profile = makeProfile();
    profile.id = u"bench"_s; // the same in every run, so that one finds the history of another
    profile.name = u"Bench"_s;
    profile.region = m_region;
    profile.endpoints = {m_endpoint, m_endpoint, m_endpoint};
    profile.medialiveRequestsPerSecond = requestsPerSecond;
    return profile;
}

} // namespace tallylight::bench
