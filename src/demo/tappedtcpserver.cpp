// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/tappedtcpserver.h"

#include <QTcpSocket>

namespace tallylight::demo {

namespace {

// Longer request lines are left to what QHttpServer makes of them.
constexpr qint64 kLongestLine = 64 * 1024;

} // namespace

RequestLineTap::RequestLineTap(QTcpSocket *socket)
    : QObject(socket)
    , m_socket(socket)
{
    connect(socket, &QTcpSocket::readyRead, this, &RequestLineTap::peek);
}

RequestLineTap *RequestLineTap::of(QTcpSocket *socket)
{
    return socket->findChild<RequestLineTap *>({}, Qt::FindDirectChildrenOnly);
}

void RequestLineTap::peek()
{
    if (m_complete || m_line.size() > kLongestLine)
        return;
    // The server takes everything that has arrived, so each peek sees only what is new.
    const QByteArray seen = m_socket->peek(kLongestLine);
    qsizetype start = 0;
    if (m_line.isEmpty()) {
        while (start < seen.size() && (seen.at(start) == '\r' || seen.at(start) == '\n'))
            ++start;
    }
    const qsizetype end = seen.indexOf('\n', start);
    m_line += seen.mid(start, end < 0 ? -1 : end - start);
    m_complete = end >= 0;
}

QByteArray RequestLineTap::takeTarget()
{
    const QByteArrayList words = m_complete ? m_line.simplified().split(' ') : QByteArrayList();
    m_line.clear();
    m_complete = false;
    return words.size() == 3 ? words.at(1) : QByteArray();
}

void TappedTcpServer::incomingConnection(qintptr handle)
{
    QTcpSocket *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(handle);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    new RequestLineTap(socket); // owned by the socket
    addPendingConnection(socket);
}

void TappedTcpServer::dropConnections()
{
    const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

} // namespace tallylight::demo
