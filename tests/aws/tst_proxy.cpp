// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/endpointprobe.h"
#include "aws/medialiveclient.h"
#include "awsbench.h"
#include "core/errorcodes.h"
#include "support/testcertificates.h"
#include "support/tinyproxy.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::test;

namespace {

constexpr char kEmptyInputs[] = R"({"inputs":[]})";
const QString kUser = u"operator"_s;
const QString kPassword = u"p4ss-of-the-proxy"_s;

ProxyPasswordQuestion answering(const Secret &password)
{
    return [password](QObject *, const std::function<void(const Secret &)> &done) {
        done(password);
    };
}

} // namespace

/// Everything here goes through a real proxy, which has the last word on who may pass.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void requestsPass_data();
    void requestsPass();
    void refusalsAreToldApartAndNotRepeated_data();
    void refusalsAreToldApartAndNotRepeated();
    void aSecondQuestionMeansRefused();
    void aConnectionWithoutProxyGoesAround();
    void aProxyThatIsGoneIsNamed();
    void aProxyThatCannotReachTheHostIsSaidToLetNothingThrough();
    void thePasswordMayComeLate();
    void aNewPasswordIsUsedAtOnce();
    void aServerThatAsksForThePasswordDoesNotGetIt();
    void theProbeGoesTheSameWay();

private:
    std::unique_ptr<TestAuthority> m_authority;
};

void TestProxy::initTestCase()
{
    if (!TinyProxy::isInstalled())
        QSKIP("tinyproxy is not installed.");
    m_authority = std::make_unique<TestAuthority>();
    if (!m_authority->isValid())
        QSKIP(qPrintable(u"No certificates to test with: "_s + m_authority->problem()));
}

void TestProxy::requestsPass_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<bool>("withPassword");
    QTest::newRow("TLS") << true << false;
    QTest::newRow("TLS and a password") << true << true;
    QTest::newRow("plain") << false << false;
    // Plain HTTP is for loopback only, and Qt gives it no password.
}

void TestProxy::requestsPass()
{
    QFETCH(const bool, secure);
    QFETCH(const bool, withPassword);
    TinyProxy proxy;
    QVERIFY(withPassword ? proxy.start(kUser, kPassword) : proxy.start());
    LoopbackServer server(secure ? m_authority->server({}) : QSslConfiguration());
    LoopbackServer plain;
    LoopbackServer &target = secure ? server : plain;
    target.enqueue(ScriptedReply::json(kEmptyInputs));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = target.url();
        config->caFile = m_authority->caFile();
        config->proxy = {ProxySetting::Mode::Manual, proxy.url(withPassword ? kUser : QString())};
        if (withPassword)
            config->proxyPassword = answering(Secret(kPassword));
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QVERIFY2(!watch.error, qPrintable(watch.error.value_or(ApiError()).toLogLine()));
    QCOMPARE_GE(proxy.requests(), 1);
    QCOMPARE(target.requests().size(), 1);
    for (const RawRequest &request : target.requests())
        QVERIFY(!request.head.contains("roxy-Authorization"));
    QVERIFY(!proxy.log().contains(kPassword.toUtf8()));
}

void TestProxy::refusalsAreToldApartAndNotRepeated_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("code");
    const QString missing = errorcodes::kProxyPasswordMissing;
    // tinyproxy answers a wrong password with a plain 401, which tells no more than that.
    const QString tunnel = errorcodes::kProxyTunnelRefused;
    QTest::newRow("nothing given") << true << QString() << QString() << missing;
    QTest::newRow("no password") << true << kUser << QString() << missing;
    QTest::newRow("wrong password") << true << kUser << u"wrong-one"_s << tunnel;
    QTest::newRow("wrong user") << true << u"nobody"_s << kPassword << tunnel;
    QTest::newRow("nothing given, plain") << false << QString() << QString() << missing;
}

void TestProxy::refusalsAreToldApartAndNotRepeated()
{
    QFETCH(const bool, secure);
    QFETCH(const QString, user);
    QFETCH(const QString, password);
    QFETCH(const QString, code);
    TinyProxy proxy;
    QVERIFY(proxy.start(kUser, kPassword));
    LoopbackServer server(m_authority->server({}));
    LoopbackServer plain;
    LoopbackServer &target = secure ? server : plain;
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = target.url();
        config->caFile = m_authority->caFile();
        config->proxy = {ProxySetting::Mode::Manual, proxy.url(user)};
        if (!password.isEmpty())
            config->proxyPassword = answering(Secret(password));
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Network);
    QVERIFY2(watch.error->code == code, qPrintable(watch.error->toLogLine()));
    QVERIFY2(watch.error->message.contains(u"proxy 127.0.0.1:%1"_s.arg(proxy.url().port())),
             qPrintable(watch.error->message));
    QVERIFY(password.isEmpty() || !watch.error->toLogLine().contains(password));
    QCOMPARE(bench.connection->stats().calls, 1);
    QCOMPARE(target.requests().size(), 0);
}

/// A proxy that follows the book asks again.
void TestProxy::aSecondQuestionMeansRefused()
{
    LoopbackServer proxy;
    proxy.enqueue(ScriptedReply::status(407, {}, {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = QUrl(u"https://medialive.example.invalid"_s);
        QUrl url = proxy.url();
        url.setUserName(kUser);
        config->proxy = {ProxySetting::Mode::Manual, url};
        config->proxyPassword = answering(Secret(kPassword));
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QVERIFY2(watch.error->code == errorcodes::kProxyPasswordRefused,
             qPrintable(watch.error->toLogLine()));
    const QByteArray given = "Basic " + (kUser + u':' + kPassword).toUtf8().toBase64();
    int tries = 0;
    for (const RawRequest &request : proxy.requests())
        tries += request.header("Proxy-Authorization") == given ? 1 : 0;
    QCOMPARE(tries, 1);
    QCOMPARE(bench.connection->stats().calls, 1);
}

void TestProxy::aConnectionWithoutProxyGoesAround()
{
    TinyProxy proxy;
    QVERIFY(proxy.start());
    LoopbackServer server(m_authority->server({}));
    server.enqueue(ScriptedReply::json(kEmptyInputs));
    const qsizetype before = proxy.requests();
    AwsBench bench(Service::CloudWatch, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->caFile = m_authority->caFile();
        config->proxy = {ProxySetting::Mode::None, proxy.url()};
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QVERIFY(!watch.error);
    QCOMPARE(proxy.requests(), before);
}

void TestProxy::aProxyThatIsGoneIsNamed()
{
    TinyProxy proxy;
    QVERIFY(proxy.start());
    const QUrl url = proxy.url();
    proxy.stop();
    LoopbackServer server(m_authority->server({}));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->proxy = {ProxySetting::Mode::Manual, url};
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Network);
    QVERIFY2(watch.error->code == u"ProxyConnectionRefusedError"_s,
             qPrintable(watch.error->toLogLine()));
    QVERIFY(watch.error->message.contains(u"proxy 127.0.0.1:%1"_s.arg(url.port())));
    QCOMPARE(server.connections(), 0);
}

void TestProxy::aProxyThatCannotReachTheHostIsSaidToLetNothingThrough()
{
    TinyProxy proxy;
    QVERIFY(proxy.start(kUser, kPassword));
    quint16 closed = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        closed = gone.serverPort();
    }
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = QUrl(u"https://127.0.0.1:%1"_s.arg(closed));
        config->proxy = {ProxySetting::Mode::Manual, proxy.url(kUser)};
        config->proxyPassword = answering(Secret(kPassword));
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE_WITH_TIMEOUT(watch.finished(), 1, 20000);
    QCOMPARE(watch.category(), ErrorCategory::Network);
    QVERIFY2(watch.error->code == errorcodes::kProxyTunnelRefused,
             qPrintable(watch.error->toLogLine()));
}

void TestProxy::thePasswordMayComeLate()
{
    TinyProxy proxy;
    QVERIFY(proxy.start(kUser, kPassword));
    LoopbackServer server(m_authority->server({}));
    server.enqueue(ScriptedReply::json(kEmptyInputs));
    std::function<void(const Secret &)> waiting;
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->caFile = m_authority->caFile();
        config->proxy = {ProxySetting::Mode::Manual, proxy.url(kUser)};
        config->proxyPassword = [&](QObject *, std::function<void(const Secret &)> done) {
            waiting = std::move(done);
        };
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(job->state(), Job::State::WaitingForCredentials);
    QVERIFY(!bench.connection->isReady());
    QCOMPARE(proxy.requests(), 0);
    waiting(Secret(kPassword));
    QTRY_COMPARE(watch.finished(), 1);
    QVERIFY2(!watch.error, qPrintable(watch.error.value_or(ApiError()).toLogLine()));
}

void TestProxy::aNewPasswordIsUsedAtOnce()
{
    TinyProxy proxy;
    QVERIFY(proxy.start(kUser, kPassword));
    LoopbackServer server(m_authority->server({}));
    server.enqueue(ScriptedReply::json(kEmptyInputs));
    Secret stored(u"old-one"_s);
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->caFile = m_authority->caFile();
        config->proxy = {ProxySetting::Mode::Manual, proxy.url(kUser)};
        config->proxyPassword = [&stored](QObject *, std::function<void(const Secret &)> done) {
            done(stored);
        };
    });
    Job *refused = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch first(refused);
    refused->start();
    QTRY_COMPARE(first.finished(), 1);
    QCOMPARE(first.error->code, QString(errorcodes::kProxyTunnelRefused));

    stored = Secret(kPassword);
    bench.connection->proxyPasswordChanged();
    Job *accepted = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch second(accepted);
    accepted->start();
    QTRY_COMPARE(second.finished(), 1);
    QVERIFY2(!second.error, qPrintable(second.error.value_or(ApiError()).toLogLine()));
}

/// A 407 from the far end of a tunnel is no proxy's.
void TestProxy::aServerThatAsksForThePasswordDoesNotGetIt()
{
    TinyProxy proxy;
    QVERIFY(proxy.start(kUser, kPassword));
    LoopbackServer server(m_authority->server({}));
    server.enqueue(
        ScriptedReply::status(407, {}, {{"Proxy-Authenticate", "Basic realm=\"give it to me\""}}));
    AwsBench bench(Service::MediaLive, [&](ConnectionConfig *config) {
        config->endpoint = server.url();
        config->caFile = m_authority->caFile();
        config->proxy = {ProxySetting::Mode::Manual, proxy.url(kUser)};
        config->proxyPassword = answering(Secret(kPassword));
    });
    Job *job = MediaLiveClient(*bench.connection).listInputs(nullptr);
    JobWatch watch(job);
    job->start();
    QTRY_COMPARE(watch.finished(), 1);
    QCOMPARE(watch.category(), ErrorCategory::Network);
    const QByteArray given = (kUser + u':' + kPassword).toUtf8().toBase64();
    for (const RawRequest &request : server.requests())
        QVERIFY2(!request.head.contains(given), request.head.constData());
}

void TestProxy::theProbeGoesTheSameWay()
{
    TinyProxy proxy;
    QVERIFY(proxy.start(kUser, kPassword));
    LoopbackServer server(m_authority->server({}));
    server.enqueue(ScriptedReply::status(403));
    const SystemClock clock;
    for (const QString &password : {QString(), u"wrong"_s, kPassword}) {
        EndpointProbe::Target target;
        target.endpoint = server.url();
        target.caFile = m_authority->caFile();
        target.proxy = {ProxySetting::Mode::Manual, proxy.url(kUser)};
        target.proxyPassword = Secret(password);
        auto *probe = new EndpointProbe({target}, EndpointProbe::Kind::Connect, clock, this);
        std::optional<ApiError> found;
        bool finished = false;
        connect(probe, &EndpointProbe::finished, this, [&](const std::optional<ApiError> &error) {
            found = error;
            finished = true;
        });
        probe->start();
        QTRY_VERIFY(finished);
        if (password == kPassword)
            QVERIFY2(!found, qPrintable(found.value_or(ApiError()).toLogLine()));
        else
            QCOMPARE(found->code,
                     QString(password.isEmpty() ? errorcodes::kProxyPasswordMissing
                                                : errorcodes::kProxyTunnelRefused));
    }
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
