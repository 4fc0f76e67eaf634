// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the program itself with secrets of every kind and searches everything it wrote for them.
// Runs inside with_secret_service.sh.

#include "app/secretforms.h"
#include "core/clock.h"
#include "core/profile.h"
#include "demo/demoregion.h"
#include "monitor/callledger.h"
#include "monitor/diagnostics.h"
#include "monitor/monitorhub.h"
#include "monitor/proxypasswords.h"
#include "monitor/regionmonitor.h"
#include "storage/filesettings.h"
#include "storage/keychainsecretstore.h"
#include "storage/profilejson.h"
#include "support/tinyproxy.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tallylight;
using storage::SecretResult;

namespace {

// None of these opens anything; each must be unlike every other text.
const QByteArray kTemporarySecret = "wJalr/TempSecret+Of/TheTrail/bPxRfiCYKEY";
const QByteArray kSessionToken = "FwoGZXIvYXdzEDsa/SessionToken+OfTheTrail/0123456789==";
const QByteArray kEnvironmentSecret = "eNvIr0nment/Secret+OfTheTrail/abcdefghij";
const QByteArray kEnvironmentToken = "IQoJb3JpZ2luX2Vj/EnvToken+OfTheTrail/9876543210";
const QByteArray kProxyPassword = "pr0xy-Passw0rd-of-the-trail";
const QString kTemporaryKeyId = u"ASIATRAILTRAILTRAIL1"_s;

} // namespace

class SecretTrailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSearchFindsWhatIsThere();
    void exportsLeaveNoTrail_data();
    void exportsLeaveNoTrail();
    void theWindowLeavesNoTrail();
    void theBundleHoldsNoSecret();
    void nothingWrittenHoldsASecret();

private:
    Profile profile(const QString &name) const;
    void store(const QString &id, const Credentials &credentials);
    void writeProfiles();
    void run(const QString &label, const QStringList &arguments);
    void keep(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<demo::DemoRegion> m_region;
    test::TinyProxy m_proxy;
    storage::KeychainSecretStore m_keychain;
    QList<Profile> m_profiles;
    QList<QByteArray> m_secrets;
};

void SecretTrailTest::initTestCase()
{
    demo::DemoOptions options;
    options.scenario = u"storm"_s;
    options.limit = false;
    m_region = std::make_unique<demo::DemoRegion>(options, m_clock);
    QVERIFY(m_region->start());
    if (!test::TinyProxy::isInstalled())
        QSKIP("tinyproxy is not installed.");
    QVERIFY(m_proxy.start(u"operator"_s, QString::fromUtf8(kProxyPassword)));

    const Credentials good = m_region->credentials();
    Profile working = profile(u"Working"_s);
    store(working.id, good);

    // Refused by the region, which quotes what it is given in its answer.
    Profile temporary = profile(u"Temporary"_s);
    Credentials keys;
    keys.accessKeyId = kTemporaryKeyId;
    keys.secretAccessKey = Secret(kTemporarySecret);
    keys.sessionToken = Secret(kSessionToken);
    store(temporary.id, keys);

    // An address that no proxy lets through, so that the errors speak of the proxy.
    Profile proxied = profile(u"Proxied"_s);
    proxied.endpoints.medialive = QUrl(u"https://127.0.0.1:9"_s);
    proxied.medialiveProxy = {ProxySetting::Mode::Manual, m_proxy.url(u"operator"_s)};
    store(proxied.id, good);
    store(monitor::proxySecretId(proxied.id, Service::MediaLive),
          {monitor::proxyAddress(proxied.medialiveProxy), Secret(kProxyPassword), {}, {}});

    Profile environment = profile(u"Environment"_s);
    environment.credentialSource = CredentialSource::Environment;

    m_profiles = {working, temporary, proxied, environment};
    m_secrets = {good.secretAccessKey.expose(),
                 kTemporarySecret,
                 kSessionToken,
                 kEnvironmentSecret,
                 kEnvironmentToken,
                 kProxyPassword,
                 good.accessKeyId.toUtf8(),
                 kTemporaryKeyId.toUtf8()};
    writeProfiles();
}

Profile SecretTrailTest::profile(const QString &name) const
{
    Profile made = makeProfile();
    made.name = name;
    made.region = u"eu-central-1"_s;
    made.accountId = u"123456789012"_s;
    made.endpoints = {m_region->endpoint(), m_region->endpoint(), m_region->endpoint()};
    made.medialiveRequestsPerSecond = 200.0;
    return made;
}

void SecretTrailTest::store(const QString &id, const Credentials &credentials)
{
    std::optional<SecretResult> result;
    m_keychain.write(id, credentials, this, [&result](const SecretResult &done) { result = done; });
    QTRY_VERIFY_WITH_TIMEOUT(result, 30000);
    QVERIFY2(result->isOk(), qPrintable(result->backendMessage));
}

void SecretTrailTest::writeProfiles()
{
    QDir().mkpath(m_folder.filePath(u"config"_s));
    QFile file(m_folder.filePath(u"config/profiles.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(storage::profilesToJson(m_profiles, {}));
}

void SecretTrailTest::keep(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void SecretTrailTest::run(const QString &label, const QStringList &arguments)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"AWS_ACCESS_KEY_ID"_s, u"ASIAENVIRONMENTTRAIL"_s);
    environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, QString::fromUtf8(kEnvironmentSecret));
    environment.insert(u"AWS_SESSION_TOKEN"_s, QString::fromUtf8(kEnvironmentToken));
    environment.insert(u"QT_LOGGING_RULES"_s, u"qt.network.*=true\nqt.tlsbackend.*=true"_s);
    program.setProcessEnvironment(environment);
    program.start(
        QStringLiteral(TALLYLIGHT_PROGRAM),
        QStringList{u"--config"_s, m_folder.filePath(u"config"_s), u"--log-level"_s, u"debug"_s}
            + arguments);
    QVERIFY2(program.waitForFinished(120000), qPrintable(label));
    keep(label + u".out"_s, program.readAllStandardOutput());
    keep(label + u".log"_s, program.readAllStandardError());
}

void SecretTrailTest::theSearchFindsWhatIsThere()
{
    const QByteArray secret = "needle/in+the=haystack";
    for (const QByteArray &text :
         {QByteArray("a ") + secret, "x" + secret.toPercentEncoding(), secret.toHex(),
          ("k" + secret + "tail").toBase64(), ("kk" + secret + "tail").toBase64(),
          (secret + "tail").toBase64()})
        QVERIFY2(!tests::findSecrets(u"here"_s, text, {secret}).isEmpty(), text.constData());
    const QString wide = QString::fromUtf8(secret);
    QVERIFY(!tests::findSecrets(
                 u"here"_s,
                 QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2),
                 {secret})
                 .isEmpty());
    QVERIFY(tests::findSecrets(u"here"_s, "nothing of the kind", {secret}).isEmpty());
}

void SecretTrailTest::exportsLeaveNoTrail_data()
{
    QTest::addColumn<QString>("table");
    for (const QString &table : {u"inputs"_s, u"channels"_s, u"health"_s, u"alerts"_s})
        QTest::newRow(qPrintable(table)) << table;
}

void SecretTrailTest::exportsLeaveNoTrail()
{
    QFETCH(const QString, table);
    run(u"export-"_s + table,
        {u"--export"_s, table, u"--format"_s, u"json"_s, u"--out"_s,
         m_folder.filePath(table + u".json"_s)});
    QVERIFY(QFile::exists(m_folder.filePath(table + u".json"_s)));
    QFile log(m_folder.filePath(u"export-%1.log"_s.arg(table)));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray complaints = log.readAll();
    QVERIFY2(complaints.contains("Temporary"), complaints.constData()); // it was really refused
}

void SecretTrailTest::theWindowLeavesNoTrail()
{
    run(u"window"_s, {u"--screenshot"_s, m_folder.filePath(u"shots"_s)});
    QVERIFY(!QDir(m_folder.filePath(u"shots"_s)).entryList({u"*.png"_s}).isEmpty());
    QVERIFY(QFile::exists(m_folder.filePath(u"config/data/history.sqlite"_s)));
    QFile log(m_folder.filePath(u"window.log"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("ListChannels")); // so that there was a log to search
}

void SecretTrailTest::theBundleHoldsNoSecret()
{
    // The environment's profile is left to the program: this process has no such variables.
    monitor::MonitorHub hub(m_keychain, m_clock);
    hub.setProfiles(m_profiles.mid(0, 3));
    const auto has = [&hub](const QString &profileId, bool failed) {
        const QList<monitor::LedgerCall> calls = hub.calls().calls();
        return std::any_of(calls.begin(), calls.end(), [&](const monitor::LedgerCall &call) {
            return call.profileId == profileId && call.record.error.has_value() == failed;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(has(m_profiles.at(0).id, false), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(has(m_profiles.at(1).id, true), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(has(m_profiles.at(2).id, true), 30000);
    const storage::FileSettings settings(m_folder.filePath(u"config/settings.ini"_s));
    const QList<monitor::DiagnosticsPart> parts
        = monitor::collectDiagnostics({hub, settings, m_clock, {m_folder.filePath(u"config"_s)}});
    QCOMPARE(parts.size(), 7);
    const QString bundle = m_folder.filePath(u"diagnostics.tar"_s);
    const auto problem = monitor::saveDiagnostics(bundle, parts, m_clock);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    QFile file(bundle);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("ListChannels"));
    QVERIFY(content.contains("********9012"));
    QVERIFY(!content.contains("123456789012"));
    const QStringList found = tests::findSecrets(bundle, content, m_secrets);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void SecretTrailTest::nothingWrittenHoldsASecret()
{
    int files = 0;
    QStringList found = tests::findSecretsBelow(m_folder.path(), m_secrets, &files);
    QVERIFY2(files >= 15, qPrintable(QString::number(files)));
    // And wherever else the program may have thought of; the keyring's own files are encrypted.
    found += tests::findSecretsBelow(qEnvironmentVariable("TALLYLIGHT_SECRETS_ROOT"), m_secrets);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("TALLYLIGHT_SECRETS_ROOT")) {
        std::fprintf(stderr, "Run it inside tests/support/with_secret_service.sh\n");
        return 77;
    }
    QCoreApplication application(argc, argv);
    SecretTrailTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_secrettrail.moc"
