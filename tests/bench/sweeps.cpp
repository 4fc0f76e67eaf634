// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sweeps.h"

#include "aws/sigv4.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace tallylight::bench {

namespace {

aws::HttpRequest signedGet(const DemoProcess &demo, const QUrl &url)
{
    aws::HttpRequest request;
    request.method = "GET";
    request.url = url;
    aws::SigningContext context;
    context.credentials = demo.credentials();
    context.region = demo.region();
    context.service = u"medialive"_s;
    context.utc = QDateTime::currentDateTimeUtc();
    const auto signedOne = aws::signedRequest(request, context);
    return signedOne.hasValue() ? signedOne.value() : request;
}

QUrl pageUrl(const DemoProcess &demo, const QString &kind, int pageSize, const QString &token)
{
    QByteArray text = demo.endpoint().toEncoded(QUrl::StripTrailingSlash) + "/prod/"
        + kind.toLatin1() + "?maxResults=" + QByteArray::number(pageSize);
    if (!token.isEmpty())
        text += "&nextToken=" + QUrl::toPercentEncoding(token);
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

} // namespace

QList<QUrl> pagesOf(const DemoProcess &demo, int pageSize, QString *error)
{
    QNetworkAccessManager network;
    QList<QUrl> pages;
    for (const QString &kind : {u"channels"_s, u"inputs"_s}) {
        QString token;
        do {
            const QUrl url = pageUrl(demo, kind, pageSize, token);
            const aws::HttpRequest request = signedGet(demo, url);
            QNetworkRequest outgoing(url);
            for (const aws::HttpHeader &header : request.headers)
                outgoing.setRawHeader(header.name, header.value);
            QNetworkReply *reply = network.get(outgoing);
            QEventLoop loop;
            QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
            loop.exec();
            const QByteArray body = reply->readAll();
            reply->deleteLater();
            const QJsonObject page = QJsonDocument::fromJson(body).object();
            if (!page.contains(kind)) {
                *error = u"unexpected answer: "_s + QString::fromUtf8(body.left(200));
                return {};
            }
            pages.append(url);
            token = page.value(u"nextToken"_s).toString();
        } while (!token.isEmpty());
    }
    return pages;
}

std::optional<double> curlMs(const DemoProcess &demo, const QList<QUrl> &pages, QString *error)
{
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    if (curl.isEmpty()) {
        *error = u"curl is not installed"_s;
        return std::nullopt;
    }
    const QTemporaryDir folder;
    QFile config(folder.filePath(u"sweep.curl"_s));
    if (!config.open(QIODevice::WriteOnly)) {
        *error = config.errorString();
        return std::nullopt;
    }
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            config.write("next\n");
        config.write("silent\nwrite-out = \"%{http_code} %{size_download}\\n\"\n");
        config.write("url = \"" + pages.at(i).toEncoded() + "\"\noutput = \"/dev/null\"\n");
        config.write("globoff\n");
        for (const aws::HttpHeader &header : signedGet(demo, pages.at(i)).headers)
            config.write("header = \"" + header.name + ": " + header.value + "\"\n");
    }
    config.close();
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(curl, {u"--config"_s, config.fileName()});
    if (!process.waitForFinished(120000) || process.exitCode() != 0) {
        *error = u"curl failed: %1 %2"_s.arg(process.exitCode())
                     .arg(QString::fromUtf8(process.readAllStandardError().left(200)));
        return std::nullopt;
    }
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qsizetype good = 0;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n'))
        good += line.startsWith("200 ") && line.mid(4).toLongLong() > 100 ? 1 : 0;
    if (good != pages.size()) {
        *error = u"curl got %1 of %2 pages"_s.arg(good).arg(pages.size());
        return std::nullopt;
    }
    return ms;
}

std::optional<double> awsMs(const DemoProcess &demo, int pageSize, QString *error)
{
    const QString aws = QStandardPaths::findExecutable(u"aws"_s);
    if (aws.isEmpty()) {
        *error = u"aws is not installed"_s;
        return std::nullopt;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"AWS_ACCESS_KEY_ID"_s, demo.credentials().accessKeyId);
    environment.insert(u"AWS_SECRET_ACCESS_KEY"_s,
                       QString::fromUtf8(demo.credentials().secretAccessKey.expose()));
    environment.insert(u"AWS_PAGER"_s, {});
    QElapsedTimer timer;
    timer.start();
    for (const QString &command : {u"list-channels"_s, u"list-inputs"_s}) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(aws,
                      {u"--region"_s, demo.region(), u"--endpoint-url"_s,
                       demo.endpoint().toString(), u"medialive"_s, command, u"--page-size"_s,
                       QString::number(pageSize)});
        if (!process.waitForFinished(300000) || process.exitCode() != 0) {
            *error
                = u"aws failed: "_s + QString::fromUtf8(process.readAllStandardError().left(200));
            return std::nullopt;
        }
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace tallylight::bench
