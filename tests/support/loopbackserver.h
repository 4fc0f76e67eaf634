// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>

class QTcpSocket;

namespace tallylight::test {

/// A request exactly as it came over the wire.
struct RawRequest
{
    QByteArray head; ///< request line and headers with their CRLFs, without the empty line
    QByteArray body;

    QByteArray method() const;
    QByteArray target() const; ///< path and query as sent
    QByteArray path() const;
    QByteArray query() const; ///< without '?'
    QList<std::pair<QByteArray, QByteArray>> headers() const; ///< in order, names as sent
    QByteArray header(QByteArrayView name) const; ///< first value, whatever the case
};

/// What the server does with a request.
struct ScriptedReply
{
    QByteArray bytes; ///< the whole answer, status line included
    bool hangUp = false; ///< close the connection after the bytes
    bool silent = false; ///< send nothing, keep the connection open
    int drip = 0; ///< milliseconds between single bytes; 0 sends all at once

    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    /// A complete answer with Content-Length.
    static ScriptedReply status(int code, const QByteArray &body = {}, const Headers &headers = {});
    /// A complete 200 with JSON.
    static ScriptedReply json(const QByteArray &body, const Headers &headers = {});
    /// Promises \a body but hangs up after the first \a sent bytes of it.
    static ScriptedReply truncated(const QByteArray &body, qsizetype sent);
    /// Promises \a body, sends the first \a sent bytes of it, then nothing more.
    static ScriptedReply stalled(const QByteArray &body, qsizetype sent);
    /// A complete 200, one byte every \a milliseconds.
    static ScriptedReply dripping(const QByteArray &body, int milliseconds);
    /// Never answers.
    static ScriptedReply silence();
    /// Hangs up without a word.
    static ScriptedReply disconnect();
    /// Any bytes at all, then hangs up.
    static ScriptedReply raw(const QByteArray &bytes);
};

/// An HTTP/1.1 server on loopback that follows a script and remembers the raw bytes it was sent.
///
/// Replies are taken from the queue in order; when it is empty the handler answers, and without a
/// handler the last reply is repeated. Keep-alive works, so one client connection may carry many
/// requests.
class LoopbackServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<ScriptedReply(const RawRequest &)>;

    explicit LoopbackServer(QObject *parent = nullptr);
    /// Over TLS, at 127.0.0.1 or another address of loopback.
    explicit LoopbackServer(const QSslConfiguration &tls,
                            const QHostAddress &address = QHostAddress::LocalHost);
    /// Plain, at \a address.
    explicit LoopbackServer(const QHostAddress &address);
    ~LoopbackServer() override;

    /// "http://127.0.0.1:port", or as it was made.
    QUrl url() const;
    quint16 port() const { return m_server->serverPort(); }

    void enqueue(const ScriptedReply &reply) { m_script.append(reply); }
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Stops listening and drops every connection.
    void close();

    const QList<RawRequest> &requests() const { return m_requests; }
    /// How many clients are connected now.
    int connections() const { return static_cast<int>(m_buffers.size()); }

Q_SIGNALS:
    void requestReceived();

private:
    void accept();
    void read(QTcpSocket *socket);
    ScriptedReply nextReply(const RawRequest &request);
    static void drip(QTcpSocket *socket, const QByteArray &bytes, int milliseconds);

    void listen(const QHostAddress &address);

    std::unique_ptr<QTcpServer> m_server;
    bool m_secure = false;
    QList<ScriptedReply> m_script;
    ScriptedReply m_last;
    Handler m_handler;
    QList<RawRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_buffers;
};

} // namespace tallylight::test
