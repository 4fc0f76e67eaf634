// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/endpointprobe.h"
#include "aws/medialiveclient.h"
#include "aws/trust.h"
#include "awsbench.h"
#include "core/errorcodes.h"
#include "support/testcertificates.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

using Leaf = TestAuthority::Leaf;

constexpr char kEmptyList[] = R"({"inputs":[]})";

} // namespace

Q_DECLARE_METATYPE(tallylight::test::TestAuthority::Leaf)

/// A server that can't prove who it is never gets to see a request.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void untrustedServersAreNamed_data();
    void untrustedServersAreNamed();
    void theProbeSaysTheSame_data() { untrustedServersAreNamed_data(); }
    void theProbeSaysTheSame();
    void anAuthorityOfTheProfileIsTrusted_data();
    void anAuthorityOfTheProfileIsTrusted();
    void theSystemsAuthoritiesStay();
    void anUnusableCaFileIsNamedAndNothingIsSent_data();
    void anUnusableCaFileIsNamedAndNothingIsSent();
    void aMendedCaFileIsUsedForTheNextCall();
    void plainTextServerEndsTheJob();
    void ipv6LiteralsWorkWithoutTlsToo();

private:
    std::unique_ptr<TestAuthority> m_authority;
};

void TestTls::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>();
    if (!m_authority->isValid())
        QSKIP(qPrintable(u"No certificates to test with: "_s + m_authority->problem()));
}

void TestTls::untrustedServersAreNamed_data()
{
    QTest::addColumn<Leaf>("leaf");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("issuer");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString authority = u"Test Inspection CA"_s;
    Leaf leaf;
    QTest::newRow("unknown authority")
        << leaf << false << QString(errorcodes::kCertificateIssuerUnknown) << authority;
    leaf.sendsAuthority = true;
    QTest::newRow("unknown authority that comes along")
        << leaf << false << QString(errorcodes::kCertificateIssuerUnknown) << authority;
    leaf = {};
    leaf.selfSigned = true;
    QTest::newRow("self-signed") << leaf << true << QString(errorcodes::kCertificateSelfSigned)
                                 << u"server-of-the-test"_s;
    leaf = {};
    leaf.names = u"DNS:other.example"_s;
    QTest::newRow("another host") << leaf << true << QString(errorcodes::kCertificateForAnotherHost)
                                  << authority;
    leaf = {};
    leaf.from = now.addDays(-30);
    leaf.until = now.addDays(-1);
    QTest::newRow("expired") << leaf << true << QString(errorcodes::kCertificateExpired)
                             << authority;
    leaf.from = now.addDays(1);
    leaf.until = now.addDays(30);
    QTest::newRow("not yet valid")
        << leaf << true << QString(errorcodes::kCertificateNotYetValid) << authority;
}

void TestTls::untrustedServersAreNamed()
{
    QFETCH(const Leaf, leaf);
    QFETCH(const bool, knowsAuthority);
    QFETCH(const QString, code);
    QFETCH(const QString, issuer);
    LoopbackServer server(m_authority->server(leaf));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        if (knowsAuthority)
            config->caFile = m_authority->caFile();
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Tls);
    QCOMPARE(watch.error->code, code);
    QCOMPARE(watch.error->certificateIssuer, issuer);
    QVERIFY2(watch.error->message.contains("server-of-the-test"_L1)
                 || watch.error->message.contains("Test Inspection CA"_L1),
             qPrintable(watch.error->message));
    QCOMPARE(bench.connection->stats().calls, 1); // not tried again
    QCOMPARE(server.requests().size(), 0);
}

void TestTls::theProbeSaysTheSame()
{
    QFETCH(const Leaf, leaf);
    QFETCH(const bool, knowsAuthority);
    QFETCH(const QString, code);
    QFETCH(const QString, issuer);
    LoopbackServer server(m_authority->server(leaf));
    EndpointProbe::Target target;
    target.endpoint = server.url();
    target.proxy.mode = ProxySetting::Mode::None;
    if (knowsAuthority)
        target.caFile = m_authority->caFile();
    const SystemClock clock;
    auto *probe = new EndpointProbe({target}, EndpointProbe::Kind::Connect, clock, this);
    std::optional<ApiError> found;
    bool finished = false;
    connect(probe, &EndpointProbe::finished, this, [&](const std::optional<ApiError> &error) {
        found = error;
        finished = true;
    });
    probe->start();
    QTRY_VERIFY(finished);
    QVERIFY(found);
    QCOMPARE(found->category, ErrorCategory::Tls);
    QCOMPARE(found->code, code);
    QCOMPARE(found->certificateIssuer, issuer);
    QCOMPARE(server.requests().size(), 0);
}

void TestTls::anAuthorityOfTheProfileIsTrusted_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void TestTls::anAuthorityOfTheProfileIsTrusted()
{
    QFETCH(const QHostAddress, address);
    QTcpServer canListen;
    if (!canListen.listen(address))
        QSKIP("This computer has no such loopback address.");
    LoopbackServer server(m_authority->server({}), address);
    server.enqueue(ScriptedReply::json(kEmptyList));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->caFile = m_authority->caFile();
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QVERIFY2(!watch.error, qPrintable(watch.error.value_or(ApiError()).toLogLine()));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().header("Host"), server.url().authority().toLatin1());
}

void TestTls::theSystemsAuthoritiesStay()
{
    const Trust trust = loadTrust(m_authority->caFile());
    QVERIFY2(trust.problem.isEmpty(), qPrintable(trust.problem));
    QCOMPARE(trust.tls->caCertificates().size(),
             QSslConfiguration::systemCaCertificates().size() + 1);
    QVERIFY(!loadTrust({}).tls);
}

void TestTls::anUnusableCaFileIsNamedAndNothingIsSent_data()
{
    QTest::addColumn<QByteArray>("content"); // null: no such file
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("garbage") << QByteArray("not a certificate at all\n");
    QTest::newRow("damaged") << QByteArray(
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    QTest::newRow("a key") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
}

void TestTls::anUnusableCaFileIsNamedAndNothingIsSent()
{
    QFETCH(const QByteArray, content);
    QTemporaryDir folder;
    const QString caFile = folder.filePath(u"company.pem"_s);
    if (!content.isNull()) {
        QFile file(caFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    LoopbackServer server(m_authority->server({}));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->caFile = caFile;
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Tls);
    QCOMPARE(watch.error->code, QString(errorcodes::kCaFileUnusable));
    QVERIFY2(watch.error->message.contains(caFile), qPrintable(watch.error->message));
    QCOMPARE(bench.connection->stats().calls, 0);
    QCOMPARE(server.connections(), 0);
}

void TestTls::aMendedCaFileIsUsedForTheNextCall()
{
    QTemporaryDir folder;
    const QString caFile = folder.filePath(u"company.pem"_s);
    LoopbackServer server(m_authority->server({}));
    server.enqueue(ScriptedReply::json(kEmptyList));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->caFile = caFile;
    });
    Job *first = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch failed(first);
    first->start();
    QTRY_COMPARE(failed.finished(), 1);
    QCOMPARE(failed.category(), ErrorCategory::Tls);
    QTRY_VERIFY(bench.connection->isReady()); // it has looked again meanwhile

    QVERIFY(QFile::copy(m_authority->caFile(), caFile));
    // The call after the one that finds the file still missing has it.
    Job *second = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch stillFailing(second);
    second->start();
    QTRY_COMPARE(stillFailing.finished(), 1);
    Job *third = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch works(third);
    third->start();
    QTRY_COMPARE(works.finished(), 1);
    QVERIFY2(!works.error, qPrintable(works.error.value_or(ApiError()).toLogLine()));
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

void TestTls::ipv6LiteralsWorkWithoutTlsToo()
{
    QTcpServer canListen;
    if (!canListen.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("This computer has no IPv6 loopback.");
    LoopbackServer server{QHostAddress(QHostAddress::LocalHostIPv6)};
    server.enqueue(ScriptedReply::json(kEmptyList));
    QVERIFY2(server.url().toString().startsWith("http://[::1]:"_L1),
             qPrintable(server.url().toString()));
    QCOMPARE(checkEndpoint(server.url()), EndpointProblem::None);
    AwsBench bench(Service::MediaLive,
                   [&](ConnectionConfig *config) { config->endpoint = server.url(); });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QVERIFY2(!watch.error, qPrintable(watch.error.value_or(ApiError()).toLogLine()));
    QVERIFY(server.requests().first().header("Host").startsWith("[::1]:"));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
