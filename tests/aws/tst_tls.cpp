// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/medialiveclient.h"
#include "awsbench.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

/// A server that can't prove who it is never gets to see a request.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void untrustedCertificateEndsTheJob();
    void plainTextServerEndsTheJob();

private:
    QTemporaryDir m_folder;
    QSslConfiguration m_server;
};

void TestTls::initTestCase()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here.");
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("The openssl program is not installed, so there is no certificate to test with.");
    QVERIFY(m_folder.isValid());
    QProcess process;
    process.start(openssl,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                   u"2"_s, u"-subj"_s, u"/CN=not-aws.example"_s, u"-addext"_s,
                   u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, m_folder.filePath(u"key.pem"_s),
                   u"-out"_s, m_folder.filePath(u"cert.pem"_s)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);

    QFile key(m_folder.filePath(u"key.pem"_s));
    QVERIFY(key.open(QIODevice::ReadOnly));
    const QList<QSslCertificate> certificates
        = QSslCertificate::fromPath(m_folder.filePath(u"cert.pem"_s));
    QCOMPARE(certificates.size(), 1);
    m_server = QSslConfiguration::defaultConfiguration();
    m_server.setLocalCertificate(certificates.first());
    m_server.setPrivateKey(QSslKey(&key, QSsl::Rsa));
}

void TestTls::untrustedCertificateEndsTheJob()
{
    QSslServer server;
    server.setSslConfiguration(m_server);
    QByteArray received;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &received] {
        while (QTcpSocket *socket = server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket, &received] { received += socket->readAll(); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    AwsBench bench(Service::MediaLive, [&server](ConnectionConfig *config) {
        config->endpoint = QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort()));
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Tls);
    QCOMPARE(watch.error->code, u"SslHandshakeFailedError"_s);
    QVERIFY2(watch.error->message.contains("self-signed"_L1), qPrintable(watch.error->message));
    QVERIFY2(watch.error->message.contains("not-aws.example"_L1), qPrintable(watch.error->message));
    QCOMPARE(bench.connection->stats().calls, 1);
    QCOMPARE(received, QByteArray());
}

void TestTls::plainTextServerEndsTheJob()
{
    QTcpServer chatty;
    connect(&chatty, &QTcpServer::newConnection, &chatty, [&chatty] {
        QTcpSocket *socket = chatty.nextPendingConnection();
        socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        socket->disconnectFromHost();
    });
    QVERIFY(chatty.listen(QHostAddress::LocalHost));
    AwsBench secure(Service::MediaLive, [&chatty](ConnectionConfig *config) {
        config->endpoint = QUrl(u"https://127.0.0.1:%1"_s.arg(chatty.serverPort()));
    });
    Job *job = MediaLiveClient(*secure.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Tls);
    QVERIFY(!watch.error->message.isEmpty());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
