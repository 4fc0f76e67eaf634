// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/loopbackserver.h"

#include <QHostAddress>
#include <QPointer>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::test {

namespace {

QByteArray headOf(int code, qsizetype length, const ScriptedReply::Headers &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(code) + " Scripted\r\n";
    head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

} // namespace

QByteArray RawRequest::method() const
{
    return head.left(head.indexOf(' '));
}

QByteArray RawRequest::target() const
{
    return head.left(head.indexOf("\r\n")).split(' ').value(1);
}

QByteArray RawRequest::path() const
{
    const QByteArray whole = target();
    const qsizetype question = whole.indexOf('?');
    return question < 0 ? whole : whole.left(question);
}

QByteArray RawRequest::query() const
{
    const QByteArray whole = target();
    const qsizetype question = whole.indexOf('?');
    return question < 0 ? QByteArray() : whole.mid(question + 1);
}

QList<std::pair<QByteArray, QByteArray>> RawRequest::headers() const
{
    QList<std::pair<QByteArray, QByteArray>> result;
    QByteArray rest = head.mid(head.indexOf("\r\n") + 2);
    rest.replace("\r\n", "\n");
    const QByteArrayList lines = rest.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            result.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return result;
}

QByteArray RawRequest::header(QByteArrayView name) const
{
    const auto all = headers();
    for (const auto &[key, value] : all) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ScriptedReply ScriptedReply::status(int code, const QByteArray &body, const Headers &headers)
{
    return {headOf(code, body.size(), headers) + body};
}

ScriptedReply ScriptedReply::json(const QByteArray &body, const Headers &headers)
{
    Headers all{{"Content-Type", "application/json"}};
    all += headers;
    return status(200, body, all);
}

ScriptedReply ScriptedReply::truncated(const QByteArray &body, qsizetype sent)
{
    return {headOf(200, body.size(), {}) + body.left(sent), true};
}

ScriptedReply ScriptedReply::stalled(const QByteArray &body, qsizetype sent)
{
    return {headOf(200, body.size(), {}) + body.left(sent)};
}

ScriptedReply ScriptedReply::dripping(const QByteArray &body, int milliseconds)
{
    return {headOf(200, body.size(), {}) + body, false, false, milliseconds};
}

ScriptedReply ScriptedReply::silence()
{
    return {{}, false, true};
}

ScriptedReply ScriptedReply::disconnect()
{
    return {{}, true};
}

ScriptedReply ScriptedReply::raw(const QByteArray &bytes)
{
    return {bytes, true};
}

LoopbackServer::LoopbackServer(QObject *parent)
    : QObject(parent)
    , m_server(std::make_unique<QTcpServer>())
{
    listen(QHostAddress(QHostAddress::LocalHost));
}

LoopbackServer::LoopbackServer(const QSslConfiguration &tls, const QHostAddress &address)
    : m_secure(true)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    listen(address);
}

LoopbackServer::LoopbackServer(const QHostAddress &address)
    : m_server(std::make_unique<QTcpServer>())
{
    listen(address);
}

void LoopbackServer::listen(const QHostAddress &address)
{
    // QSslServer has no connection to hand out before it is encrypted.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &LoopbackServer::accept);
    if (!m_server->listen(address))
        qFatal("The loopback server can't listen: %s", qPrintable(m_server->errorString()));
}

LoopbackServer::~LoopbackServer()
{
    close();
}

QUrl LoopbackServer::url() const
{
    QUrl url;
    url.setScheme(m_secure ? u"https"_s : u"http"_s);
    url.setHost(m_server->serverAddress().toString());
    url.setPort(m_server->serverPort());
    return url;
}

void LoopbackServer::close()
{
    m_server->close();
    const QList<QTcpSocket *> sockets = m_buffers.keys();
    m_buffers.clear();
    for (QTcpSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void LoopbackServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void LoopbackServer::read(QTcpSocket *socket)
{
    m_buffers[socket] += socket->readAll();
    const QPointer<QTcpSocket> alive(socket);
    while (alive && m_buffers.contains(socket)) {
        QByteArray &buffer = m_buffers[socket];
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        RawRequest request{buffer.left(end), {}};
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);

        m_requests.append(request);
        const ScriptedReply reply = nextReply(request);
        if (reply.drip > 0)
            drip(socket, reply.bytes, reply.drip);
        else if (!reply.silent)
            socket->write(reply.bytes);
        if (reply.hangUp)
            socket->disconnectFromHost();
        Q_EMIT requestReceived();
    }
}

void LoopbackServer::drip(QTcpSocket *socket, const QByteArray &bytes, int milliseconds)
{
    auto *timer = new QTimer(socket);
    auto sent = std::make_shared<qsizetype>(0);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, bytes, sent] {
        socket->write(bytes.mid((*sent)++, 1));
        if (*sent >= bytes.size())
            timer->stop();
    });
    timer->start(milliseconds);
}

ScriptedReply LoopbackServer::nextReply(const RawRequest &request)
{
    if (!m_script.isEmpty())
        m_last = m_script.takeFirst();
    else if (m_handler)
        m_last = m_handler(request);
    return m_last;
}

} // namespace tallylight::test
