// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/sigv4.h"
#include "demo/demoregion.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QUrlQuery>

#include <memory>

namespace tallylight::demo {

/// What came back.
struct ClientReply
{
    int status = 0; ///< 0 when no answer arrived
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers;
    QByteArray body;

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/// A small signing client for a demo region: each call waits for its answer.
class DemoClient
{
public:
    DemoClient(const DemoRegion &region, const Clock &clock)
        : endpoint(region.endpoint())
        , credentials(region.credentials())
        , regionName(region.region())
        , m_clock(clock)
    {
        m_manager.setProxy(QNetworkProxy::NoProxy);
    }

    // What to sign with; tests bend these.
    QUrl endpoint;
    Credentials credentials;
    QString regionName;
    QString service; ///< overrides the signing name when set
    std::chrono::seconds clockOffset{0};
    bool sign = true;

    /// GETs "/prod/…" with query items that are percent-encoded here.
    ClientReply get(const QString &path, const QList<std::pair<QString, QString>> &query = {})
    {
        QByteArrayList items;
        for (const auto &[key, value] : query)
            items << key.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
        QUrl url = endpoint;
        url.setPath(path);
        if (!items.isEmpty())
            url.setQuery(QString::fromLatin1(items.join('&')), QUrl::StrictMode);
        return send({"GET", url, {}, {}}, QStringLiteral("medialive"));
    }
    ClientReply cloudWatch(const QString &operation, const QJsonObject &parameters)
    {
        aws::HttpRequest request{
            "POST", endpoint, {}, QJsonDocument(parameters).toJson(QJsonDocument::Compact)};
        request.url.setPath(QStringLiteral("/"));
        request.headers
            = {{"Content-Type", "application/x-amz-json-1.0"},
               {"X-Amz-Target", "GraniteServiceVersion20100801." + operation.toLatin1()},
               {"x-amzn-query-mode", "true"}};
        return send(request, QStringLiteral("monitoring"));
    }
    ClientReply form(const QString &serviceName, const QByteArray &body)
    {
        aws::HttpRequest request{"POST", endpoint, {}, body};
        request.url.setPath(QStringLiteral("/"));
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
        return send(request, serviceName);
    }

    ClientReply send(const aws::HttpRequest &plain, const QString &serviceName)
    {
        aws::HttpRequest request = plain;
        if (sign) {
            aws::SigningContext context;
            context.credentials = credentials;
            context.region = regionName;
            context.service = service.isEmpty() ? serviceName : service;
            context.utc = m_clock.utcNow().addSecs(clockOffset.count());
            const auto made = aws::signedRequest(plain, context);
            if (!made)
                return {};
            request = *made;
        }
        return sendAsIs(request);
    }

    /// Sends what has been signed (or spoilt) already.
    ClientReply sendAsIs(const aws::HttpRequest &request)
    {
        QNetworkRequest outgoing(request.url);
        for (const aws::HttpHeader &header : request.headers)
            outgoing.setRawHeader(header.name, header.value);
        const std::unique_ptr<QNetworkReply> reply(
            m_manager.sendCustomRequest(outgoing, request.method, request.body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        ClientReply result;
        result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        result.error = reply->error();
        result.headers = reply->rawHeaderPairs();
        result.body = reply->readAll();
        return result;
    }

private:
    const Clock &m_clock;
    QNetworkAccessManager m_manager;
};

/// Everything that comes back on a fresh connection after sending \a pieces one by one, until one
/// whole answer with a Content-Length has arrived.
inline QByteArray rawExchange(quint16 port, const QByteArrayList &pieces)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(5000))
        return {};
    for (const QByteArray &piece : pieces) {
        socket.write(piece);
        socket.waitForBytesWritten(5000);
        socket.waitForReadyRead(20); // lets the other side take the piece by itself
    }
    QByteArray answer;
    const auto isWhole = [&answer] {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.indexOf("Content-Length: ");
        if (end < 0 || length < 0)
            return false;
        const int size
            = answer.mid(length + 16, answer.indexOf('\r', length) - length - 16).toInt();
        return answer.size() >= end + 4 + size;
    };
    answer += socket.readAll();
    while (!isWhole() && socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return answer;
}

} // namespace tallylight::demo
