// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoserver.h"

#include <QHttpServerRequest>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Connect:
        return "CONNECT";
    case QHttpServerRequest::Method::Trace:
        return "TRACE";
    default:
        return "UNKNOWN";
    }
}

/// The path and query of "http://host:1/path?query" or "/path?query", untouched.
void splitTarget(QByteArray target, ApiRequest &request)
{
    const qsizetype scheme = target.indexOf("://");
    if (!target.startsWith('/') && scheme > 0) {
        const qsizetype path = target.indexOf('/', scheme + 3);
        target = path < 0 ? QByteArray("/") : target.mid(path);
    }
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
}

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Demo";
    }
}

} // namespace

DemoServer::DemoServer(const DemoOptions &options, const Clock &clock, FaultPlan &faults)
    : m_options(options)
    , m_faults(faults)
    , m_service(options, clock, faults)
{
}

DemoServer::~DemoServer()
{
    dropConnections();
}

quint16 DemoServer::open(QString *error)
{
    m_listener = new TappedTcpServer(this);
    if (!m_listener->listen(QHostAddress::LocalHost, m_options.port)) {
        *error = m_listener->errorString();
        delete m_listener;
        m_listener = nullptr;
        return 0;
    }
    bind(m_listener);
    return m_listener->serverPort();
}

void DemoServer::dropConnections()
{
    if (m_listener)
        m_listener->dropConnections();
}

ApiRequest DemoServer::requestOf(const QHttpServerRequest &request, QTcpSocket *socket)
{
    ApiRequest api;
    api.method = methodName(request.method());
    api.path = request.url().path(QUrl::FullyEncoded).toLatin1();
    api.query = request.url().query(QUrl::FullyEncoded).toLatin1();
    RequestLineTap *tap = RequestLineTap::of(socket);
    const QByteArray target = tap ? tap->takeTarget() : QByteArray();
    if (!target.isEmpty())
        splitTarget(target, api);
    for (const auto &[name, value] : request.headers())
        api.headers.append({name, value});
    api.body = request.body();
    return api;
}

bool DemoServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const ApiRequest api = requestOf(request, socket);
    const ServiceOutcome outcome = m_service.answer(api);
    if (outcome.dropConnection) {
        // Not from inside the server's own reading of this socket.
        QMetaObject::invokeMethod(
            socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
        return true;
    }
    const bool close = api.header("connection").toLower() == "close";
    const std::chrono::milliseconds latency = m_faults.latency();
    if (latency.count() > 0)
        QTimer::singleShot(latency, socket,
                           [socket, outcome, close] { send(socket, outcome, close); });
    else
        send(socket, outcome, close);
    return true;
}

void DemoServer::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    // handleRequest() takes everything.
    Q_UNUSED(request)
    Q_UNUSED(socket)
}

void DemoServer::send(QTcpSocket *socket, const ServiceOutcome &outcome, bool close)
{
    if (socket->state() != QAbstractSocket::ConnectedState)
        return;
    const ApiReply &reply = outcome.reply;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status)
        + "\r\nContent-Type: " + reply.contentType
        + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    for (const aws::HttpHeader &header : reply.headers)
        head += header.name + ": " + header.value + "\r\n";
    head += close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    socket->write(head);
    socket->write(outcome.cutOff ? reply.body.left(reply.body.size() / 2) : reply.body);
    if (outcome.cutOff || close)
        socket->disconnectFromHost();
}

} // namespace tallylight::demo
