// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace tallylight::demo {

/// Keeps the request lines of a connection as they came over the wire.
///
/// QHttpServer hands out a QUrl, which has already rewritten part of what was sent ("%7e" becomes
/// "~", a stray '%' becomes "%25"). A signature covers the bytes, so the bytes are read over the
/// server's shoulder: a peek at the socket's buffer before the server takes from it.
class RequestLineTap : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of \a socket. Must be made before anybody else listens to its readyRead().
    explicit RequestLineTap(QTcpSocket *socket);

    /// The tap of a socket; null when it has none.
    static RequestLineTap *of(QTcpSocket *socket);

    /// The target of the request that has just been read ("/prod/channels?maxResults=2"), then
    /// waits for the next. Empty when it could not be seen, as with pipelined requests.
    QByteArray takeTarget();

private:
    void peek();

    QTcpSocket *m_socket;
    QByteArray m_line;
    bool m_complete = false;
};

/// A QTcpServer whose sockets all have a RequestLineTap, and which can drop them all.
class TappedTcpServer : public QTcpServer
{
    Q_OBJECT

public:
    using QTcpServer::QTcpServer;

    /// Breaks every open connection.
    void dropConnections();

protected:
    void incomingConnection(qintptr handle) override;
};

} // namespace tallylight::demo
