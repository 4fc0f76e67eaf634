// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoregion.h"
#include "monitor/ssoroleprovider.h"
#include "monitor/ssosession.h"
#include "storage/ssocache.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::monitor;

namespace {

/// The version 2 command line, which can sign in; empty where there is none.
QString commandLine()
{
    QStringList candidates{qEnvironmentVariable("TALLYLIGHT_AWS"), u"/usr/bin/aws"_s,
                           QStandardPaths::findExecutable(u"aws"_s)};
    candidates.removeAll(QString());
    for (const QString &aws : candidates) {
        QProcess probe;
        probe.start(aws, {u"--version"_s});
        if (probe.waitForFinished() && probe.readAllStandardOutput().startsWith("aws-cli/2"))
            return aws;
    }
    return {};
}

void writeText(const QString &name, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(name).absolutePath()));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

/// One sign-in for two: the real AWS command line and this program over the same cache, against the
/// same simulated IAM Identity Center.
class TestSsoCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCommandLineUsesOurSignIn();
    void theCommandLineRenewsOurToken();
    void weUseTheCommandLinesSignIn();

private:
    /// Runs the command line in the home of the test; its output, or why it failed.
    QByteArray aws(const QStringList &arguments);
    std::shared_ptr<SsoSession> openSession();

    SystemClock m_clock;
    QString m_aws;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<demo::DemoRegion> m_region;
    std::unique_ptr<storage::SsoCache> m_cache;
    SsoSessionId m_id;
};

void TestSsoCli::init()
{
    m_aws = commandLine();
    if (m_aws.isEmpty())
        QSKIP("SKIPPED: version 2 of the AWS command line is not installed");
    m_home = std::make_unique<QTemporaryDir>();
    demo::DemoOptions options;
    options.scenario = u"static"_s;
    options.limit = false;
    options.approveSignInAfter = 1;
    m_region = std::make_unique<demo::DemoRegion>(options, m_clock);
    QVERIFY(m_region->start());
    const QByteArray endpoint = m_region->endpoint().toEncoded();
    m_id = {u"demo"_s, QString::fromLatin1(endpoint) + u"/start"_s, u"eu-central-1"_s};
    m_cache = std::make_unique<storage::SsoCache>(m_home->filePath(u".aws/sso/cache"_s));
    writeText(m_home->filePath(u".aws/config"_s),
              "[sso-session demo]\nsso_start_url = " + endpoint
                  + "/start\nsso_region = eu-central-1\n"
                    "sso_registration_scopes = sso:account:access\n\n"
                    "[profile demo]\nsso_session = demo\nsso_account_id = 123456789012\n"
                    "sso_role_name = MediaLiveViewer\nregion = eu-central-1\n");
    // This version knows no variable for these hosts; its own rules for them can be replaced.
    const QByteArray rules
        = R"({"version":"1.0","parameters":{"Region":{"builtIn":"AWS::Region","required":false,
            "type":"String"},"UseDualStack":{"builtIn":"AWS::UseDualStack","required":true,
            "default":false,"type":"Boolean"},"UseFIPS":{"builtIn":"AWS::UseFIPS","required":true,
            "default":false,"type":"Boolean"},"Endpoint":{"builtIn":"SDK::Endpoint",
            "required":false,"type":"String"}},"rules":[{"conditions":[],"type":"endpoint",
            "endpoint":{"url":")"
        + endpoint + R"(","properties":{},"headers":{}}}]})";
    for (const QString &service : {u"sso"_s, u"sso-oidc"_s})
        writeText(
            m_home->filePath(u"models/"_s + service + u"/2019-06-10/endpoint-rule-set-1.json"_s),
            rules);
}

QByteArray TestSsoCli::aws(const QStringList &arguments)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"AWS_DATA_PATH"_s, m_home->filePath(u"models"_s));
    environment.insert(u"AWS_EC2_METADATA_DISABLED"_s, u"true"_s);
    environment.insert(u"AWS_PAGER"_s, QString());
    environment.insert(u"AWS_MAX_ATTEMPTS"_s, u"1"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"NO_PROXY"_s, u"*"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_aws, arguments + QStringList{u"--profile"_s, u"demo"_s});
    // The event loop goes on meanwhile, since the cache is watched in it.
    QSignalSpy finished(&process, &QProcess::finished);
    if (!finished.wait(60000))
        return "no end";
    if (process.exitCode() != 0)
        return process.readAllStandardError();
    return process.readAllStandardOutput();
}

std::shared_ptr<SsoSession> TestSsoCli::openSession()
{
    auto session = std::make_shared<SsoSession>(m_id, SsoRoute(), *m_cache, m_clock);
    session->setPacing({10ms, 10ms});
    return session;
}

void TestSsoCli::theCommandLineUsesOurSignIn()
{
    const auto session = openSession();
    QSignalSpy done(session.get(), &SsoSession::signedIn);
    session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 20000);
    const QString endpoint = m_region->endpoint().toString();
    const QByteArray answer
        = aws({u"--endpoint-url"_s, endpoint, u"sts"_s, u"get-caller-identity"_s});
    QVERIFY2(answer.contains("assumed-role/AWSReservedSSO_MediaLiveViewer_"), answer.constData());
    const QByteArray channels = aws({u"--endpoint-url"_s, endpoint, u"medialive"_s,
                                     u"list-channels"_s, u"--output"_s, u"json"_s});
    QVERIFY2(QJsonDocument::fromJson(channels).object().contains(u"Channels"_s),
             channels.constData());
}

void TestSsoCli::theCommandLineRenewsOurToken()
{
    m_region->faults().signIns().setTokenLife(10min); // near enough to its end for a renewal
    const auto session = openSession();
    QSignalSpy done(session.get(), &SsoSession::signedIn);
    session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 20000);
    const Secret ours = m_cache->readToken(m_id)->accessToken;
    m_region->faults().signIns().setTokenLife(8h);
    const QByteArray answer = aws(
        {u"--endpoint-url"_s, m_region->endpoint().toString(), u"sts"_s, u"get-caller-identity"_s});
    QVERIFY2(answer.contains("AWSReservedSSO_"), answer.constData());
    // Whoever of the two was first: it is one token for both, and a new one.
    QTRY_VERIFY_WITH_TIMEOUT(m_cache->readToken(m_id)->accessToken != ours, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(session->expiresAt(), m_cache->readToken(m_id)->expiresAt, 20000);
}

void TestSsoCli::weUseTheCommandLinesSignIn()
{
    const auto session = openSession();
    SsoRoleProvider provider(session, u"123456789012"_s, u"MediaLiveViewer"_s, m_clock);
    std::optional<CredentialsProvider::Result> result;
    provider.fetch(this, [&result](const auto &one) { result = one; });
    QVERIFY(result && !*result);
    QCOMPARE(session->state(), SsoState::SignInNeeded);
    QSignalSpy changed(&provider, &CredentialOrigin::changed);
    const QByteArray answer = aws({u"sso"_s, u"login"_s, u"--no-browser"_s});
    QVERIFY2(answer.contains("Successfully logged"), answer.constData());
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() >= 1, 20000);
    QCOMPARE(session->state(), SsoState::SignedIn);
    result.reset();
    provider.fetch(this, [&result](const auto &one) { result = one; });
    QTRY_VERIFY(result.has_value());
    QVERIFY(*result);
    QVERIFY(m_region->faults().temporaryKeys().find((*result)->accessKeyId));
    QVERIFY(session->isRenewable()); // with the command line's registration
}

QTEST_GUILESS_MAIN(TestSsoCli)
#include "tst_ssocli.moc"
