// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/tinyproxy.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace tallylight::test {

namespace {

QString program()
{
    const QString found = QStandardPaths::findExecutable(u"tinyproxy"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"tinyproxy"_s, {u"/usr/sbin"_s})
                           : found;
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

TinyProxy::~TinyProxy()
{
    stop();
}

bool TinyProxy::isInstalled()
{
    return !program().isEmpty();
}

bool TinyProxy::start(const QString &user, const QString &password)
{
    stop();
    m_port = freePort();
    QByteArray config = "Port " + QByteArray::number(m_port)
        + "\nListen 127.0.0.1\nTimeout 60\nAllow 127.0.0.1\nMaxClients 50\nLogLevel Info\n"
          "LogFile \""
        + m_folder.filePath(u"log"_s).toLocal8Bit() + "\"\n";
    if (!user.isEmpty())
        config += "BasicAuth " + user.toUtf8() + ' ' + password.toUtf8() + '\n';
    QFile file(m_folder.filePath(u"conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
        return false;
    file.close();
    m_process.start(program(), {u"-d"_s, u"-c"_s, file.fileName()});
    if (!m_process.waitForStarted())
        return false;
    constexpr int kPatienceMs = 10000;
    QElapsedTimer sinceStart;
    sinceStart.start();
    // It says nothing when it listens; ending early it has found something wrong.
    while (sinceStart.elapsed() < kPatienceMs && !m_process.waitForFinished(20)) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(100))
            return true;
    }
    return false;
}

void TinyProxy::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QUrl TinyProxy::url(const QString &user) const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setUserName(user);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    return url;
}

QByteArray TinyProxy::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qsizetype TinyProxy::requests() const
{
    return log().count("Request (");
}

} // namespace tallylight::test
