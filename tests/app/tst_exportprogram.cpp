// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the program itself: `tallylight --export …` against a simulated region, as a script would.

#include "core/clock.h"
#include "core/profile.h"
#include "demo/demoregion.h"
#include "monitor/costbook.h"
#include "storage/filesettings.h"
#include "storage/profilejson.h"
#include "storage/ssocache.h"
#include "support/loopbackserver.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray complaints;
};

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        demo::DemoOptions options;
        options.scenario = u"storm"_s; // so that there are alerts
        options.limit = false;
        m_region = std::make_unique<demo::DemoRegion>(options, m_clock);
        QVERIFY(m_region->start());
    }

    void printsEveryTableAsJson_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("inputs") << u"inputs"_s
                                << QStringList{u"id"_s, u"name"_s, u"state"_s, u"arn"_s};
        QTest::newRow("channels") << u"channels"_s
                                  << QStringList{u"id"_s, u"name"_s, u"state"_s, u"tags"_s};
        QTest::newRow("health") << u"health"_s << QStringList{u"id"_s, u"pipeline"_s, u"health"_s};
        QTest::newRow("alerts") << u"alerts"_s << QStringList{u"id"_s, u"type"_s, u"setAt"_s};
    }
    void printsEveryTableAsJson()
    {
        QFETCH(QString, table);
        QFETCH(QStringList, keys);
        writeProfiles({profileFor(*m_region)});
        const Outcome done = run({u"--export"_s, table, u"--format"_s, u"json"_s});
        QCOMPARE(done.complaints, QByteArray());
        QCOMPARE(done.exitCode, 0);
        const QJsonArray rows = QJsonDocument::fromJson(done.output).array();
        QVERIFY2(!rows.isEmpty(), done.output.left(200).constData());
        const QJsonObject first = rows.first().toObject();
        QCOMPARE(first.value(u"profile"_s).toString(), u"Demo"_s);
        QCOMPARE(first.value(u"region"_s).toString(), u"eu-central-1"_s);
        for (const QString &key : keys)
            QVERIFY2(first.contains(key), qPrintable(key));
    }

    void printsCsvWithColumnIds()
    {
        writeProfiles({profileFor(*m_region)});
        const Outcome done = run({u"--export"_s, u"channels"_s});
        QCOMPARE(done.exitCode, 0);
        const QList<QByteArray> lines = done.output.trimmed().split('\n');
        QVERIFY(lines.first().startsWith("profile,region,id,name,state"));
        QCOMPARE(lines.size(), 25); // a header and 24 channels
    }

    void writesToAFileWhenAsked()
    {
        writeProfiles({profileFor(*m_region)});
        const QString file = m_folder->filePath(u"out.csv"_s);
        const Outcome done = run({u"--export"_s, u"inputs"_s, u"--out"_s, file});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(done.output.isEmpty());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("profile,region,"));
        QCOMPARE(run({u"--export"_s, u"inputs"_s, u"--out"_s, u"/nowhere/at/all.csv"_s}).exitCode,
                 1);
    }

    void endsWithTheRightCode_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("printsRows");
        QTest::newRow("all well") << u""_s << u"channels"_s << 0 << true;
        QTest::newRow("denied") << u"forbidden"_s << u"channels"_s << 2 << false;
        QTest::newRow("wrong secret") << u"secret"_s << u"channels"_s << 2 << false;
        QTest::newRow("no keys in the environment")
            << u"environment"_s << u"channels"_s << 2 << false;
        QTest::newRow("nobody there") << u"offline"_s << u"channels"_s << 3 << false;
        QTest::newRow("server in trouble") << u"500"_s << u"channels"_s << 3 << false;
        QTest::newRow("garbage") << u"garbage"_s << u"channels"_s << 3 << false;
        QTest::newRow("metrics denied, rows had") << u"metrics"_s << u"health"_s << 4 << true;
        QTest::newRow("alerts denied, rows had") << u"alerts"_s << u"health"_s << 4 << true;
        QTest::newRow("alerts denied, none had") << u"alerts"_s << u"alerts"_s << 2 << false;
        QTest::newRow("one of two regions gone") << u"half"_s << u"channels"_s << 4 << true;
    }
    void endsWithTheRightCode()
    {
        QFETCH(QString, fault);
        QFETCH(QString, table);
        QFETCH(int, exitCode);
        QFETCH(bool, printsRows);
        QList<Profile> profiles{profileFor(*m_region)};
        if (fault == u"forbidden"_s)
            m_region->faults().setForbidden(u"ListChannels"_s);
        else if (fault == u"metrics"_s)
            m_region->faults().setForbidden(u"GetMetricData"_s);
        else if (fault == u"alerts"_s)
            m_region->faults().setForbidden(u"ListAlerts"_s);
        else if (fault == u"500"_s)
            m_region->faults().failNext(50, 500, u"InternalServerErrorException"_s);
        else if (fault == u"garbage"_s)
            m_region->faults().malformedNext(demo::Malformation::Garbage, 50);
        else if (fault == u"offline"_s)
            m_region->setOffline(true);
        if (fault == u"half"_s) {
            Profile gone = profileFor(*m_region);
            gone.id = makeProfile().id;
            gone.name = u"Gone"_s;
            gone.endpoints.medialive = QUrl(u"http://127.0.0.1:1"_s);
            profiles.append(gone);
        }
        writeProfiles(profiles);
        QProcessEnvironment environment = keys();
        if (fault == u"secret"_s)
            environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"Wrong1+Wrong2/Wrong3"_s);
        if (fault == u"environment"_s)
            environment.remove(u"AWS_SECRET_ACCESS_KEY"_s);
        const Outcome done = run({u"--export"_s, table, u"--format"_s, u"json"_s}, environment);
        QVERIFY2(done.exitCode == exitCode,
                 (QByteArray::number(done.exitCode) + ' ' + done.complaints).constData());
        QCOMPARE(!QJsonDocument::fromJson(done.output).array().isEmpty(), printsRows);
        if (exitCode == 0) {
            QVERIFY(done.complaints.isEmpty());
        } else {
            // One plain line per profile in trouble, without the secret.
            QCOMPARE(done.complaints.trimmed().count('\n'), 0);
            QVERIFY(done.complaints.contains(fault == u"half"_s ? "Gone: " : "Demo: "));
            QVERIFY(!done.complaints.contains("Wrong1+Wrong2"));
        }
    }

    void anotherServerWithoutAlertsIsNotARegionWithoutAlerts()
    {
        test::LoopbackServer foreign;
        foreign.setHandler([](const test::RawRequest &request) {
            if (request.path() != "/prod/channels")
                return test::ScriptedReply::status(404, "<html><h1>Not Found</h1></html>");
            return test::ScriptedReply::json(
                R"({"channels":[{"id":"1","name":"one","state":"RUNNING","pipelinesRunningCount":2,)"
                R"("channelClass":"STANDARD"},{"id":"2","name":"two","state":"IDLE"}]})");
        });
        Profile profile = profileFor(*m_region);
        profile.endpoints.medialive = foreign.url();
        writeProfiles({profile});
        const Outcome health = run({u"--export"_s, u"health"_s, u"--format"_s, u"json"_s});
        QCOMPARE(health.exitCode, 4);
        QVERIFY2(health.complaints.contains("(ListAlerts)"), health.complaints.constData());
        const QJsonArray rows = QJsonDocument::fromJson(health.output).array();
        QCOMPARE(rows.size(), 3); // two legs, and the idle channel
        for (const QJsonValue &row : rows) {
            const QJsonObject leg = row.toObject();
            QVERIFY2(leg.contains(u"alerts"_s), health.output.constData());
            QVERIFY2(leg.value(u"alerts"_s).isNull(), health.output.constData());
            QVERIFY2(leg.value(u"health"_s) != u"ok"_s, health.output.constData());
        }
        const Outcome channels = run({u"--export"_s, u"channels"_s, u"--format"_s, u"json"_s});
        QCOMPARE(channels.exitCode, 0);
        const Outcome alerts = run({u"--export"_s, u"alerts"_s, u"--format"_s, u"json"_s});
        QCOMPARE(alerts.exitCode, 3);
        QCOMPARE(QJsonDocument::fromJson(alerts.output).array().size(), 0);
    }

    void usageErrorsEndWithOne_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown table") << QStringList{u"--export"_s, u"cows"_s};
        QTest::newRow("unknown option") << QStringList{u"--wat"_s};
        QTest::newRow("unknown profile")
            << QStringList{u"--export"_s, u"inputs"_s, u"--profile"_s, u"Nobody"_s};
    }
    void usageErrorsEndWithOne()
    {
        QFETCH(QStringList, arguments);
        writeProfiles({profileFor(*m_region)});
        const Outcome done = run(arguments);
        QCOMPARE(done.exitCode, 1);
        QVERIFY(done.output.isEmpty());
        QVERIFY(!done.complaints.isEmpty());
    }

    void whatHealthAsksOfCloudWatchIsCountedTowardTheMonth()
    {
        const Profile profile = profileFor(*m_region);
        writeProfiles({profile});
        for (int round = 1; round <= 2; ++round) {
            QCOMPARE(run({u"--export"_s, u"health"_s}).exitCode, 0);
            const CloudWatchUse month = spending(profile.id);
            QVERIFY(month.metrics > 0);
            QVERIFY(month.requests >= round); // ListMetrics
            QCOMPARE(month.metrics, m_region->faults().counts().metricsRequested);
        }
        QCOMPARE(run({u"--export"_s, u"channels"_s}).exitCode, 0);
        QCOMPARE(spending(profile.id).metrics, m_region->faults().counts().metricsRequested);
    }

    void withoutABudgetHealthComesWithoutMetrics()
    {
        Profile profile = profileFor(*m_region);
        profile.cloudwatchBudgetUsdPerMonth = 0.0;
        writeProfiles({profile});
        const Outcome done = run({u"--export"_s, u"health"_s, u"--format"_s, u"json"_s});
        QCOMPARE(done.exitCode, 0);
        const auto asked = m_region->faults().counts().byOperation;
        QCOMPARE(asked.value(u"GetMetricData"_s) + asked.value(u"ListMetrics"_s), 0);
        QVERIFY(asked.value(u"ListAlerts"_s) > 0);
        QVERIFY(done.output.contains("networkIn=overBudget"));
        QCOMPARE(spending(profile.id), CloudWatchUse{});
    }

    void filesOfTheOperatorThatAreWrongAreNamed()
    {
        writeProfiles({profileFor(*m_region)});
        for (const QString &name : {u"metrics.json"_s, u"prices.json"_s, u"healthrules.json"_s}) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{");
        }
        const Outcome done = run({u"--export"_s, u"health"_s, u"--format"_s, u"json"_s});
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.complaints.trimmed().count('\n'), 2);
        for (const char *name : {"metrics.json", "prices.json", "healthrules.json"})
            QVERIFY2(done.complaints.contains(name), done.complaints.constData());
        QVERIFY(!QJsonDocument::fromJson(done.output).array().isEmpty());
    }

    void noProfilesAtAllIsSaid()
    {
        const Outcome done = run({u"--export"_s, u"inputs"_s});
        QCOMPARE(done.exitCode, 1);
        QVERIFY(!done.complaints.isEmpty());
    }

    void rolesAndSharedFilesNeedNoWindow_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("mfa");
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const QString roles = u"arn:aws:iam::123456789012:role/"_s;
        const QString device = u"arn:aws:iam::123456789012:mfa/demo-operator"_s;
        QTest::newRow("role") << roles + u"Monitoring"_s << QString() << QByteArray() << 0
                              << QString();
        QTest::newRow("role refused")
            << roles + u"Nobody"_s << QString() << QByteArray() << 2 << u"sts:AssumeRole"_s;
        QTest::newRow("MFA") << roles + u"Guarded"_s << device << QByteArray() << 2
                             << u"MFA device"_s;
        const QByteArray chain = "[profile night]\nsource_profile = base\nrole_arn = "
            + roles.toUtf8() + "Monitoring\n";
        QTest::newRow("shared files") << QString() << QString() << chain << 0 << QString();
        QTest::newRow("role on top") << roles + u"Short"_s << QString() << chain << 0 << QString();
        QTest::newRow("MFA in the shared files")
            << QString() << QString() << chain + "mfa_serial = " + device.toUtf8() + '\n'
            << 2 << u"MFA device"_s;
        QTest::newRow("no such profile")
            << QString() << QString() << QByteArray("[profile day]\nregion = x\n") << 2
            << u"night"_s;
        QTest::newRow("bad file") << QString() << QString() << QByteArray("[profile night]\nx\n")
                                  << 2 << u"line 2"_s;
        QTest::newRow("process") << QString() << QString()
                                 << QByteArray("[profile night]\ncredential_process = false\n") << 2
                                 << u"credential_process"_s;
    }
    void rolesAndSharedFilesNeedNoWindow()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, mfa);
        QFETCH(const QByteArray, config);
        QFETCH(const int, exitCode);
        QFETCH(const QString, words);
        Profile profile = profileFor(*m_region);
        profile.assumeRole.roleArn = role;
        profile.assumeRole.mfaSerial = mfa;
        if (!config.isEmpty()) {
            profile.credentialSource = CredentialSource::AwsProfile;
            profile.awsProfile = u"night"_s;
        }
        writeProfiles({profile});
        const Credentials own = m_region->credentials();
        writeFile(u"config"_s, config);
        writeFile(u"credentials"_s,
                  "[base]\naws_access_key_id = " + own.accessKeyId.toUtf8()
                      + "\naws_secret_access_key = " + own.secretAccessKey.expose() + '\n');
        QProcessEnvironment environment = keys();
        environment.insert(u"AWS_CONFIG_FILE"_s, m_folder->filePath(u"config"_s));
        environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, m_folder->filePath(u"credentials"_s));
        const Outcome done = run({u"--export"_s, u"channels"_s}, environment);
        QVERIFY2(done.complaints.contains(words.toUtf8()), done.complaints.constData());
        QCOMPARE(done.exitCode, exitCode);
        QCOMPARE(done.complaints.isEmpty(), exitCode == 0);
        QVERIFY(!done.complaints.contains(own.secretAccessKey.expose()));
    }

    void aSignInAtIdentityCenterIsUsed_data()
    {
        QTest::addColumn<bool>("signedIn");
        QTest::addColumn<bool>("sharedFiles");
        QTest::newRow("signed in") << true << false;
        QTest::newRow("signed in, by way of the shared files") << true << true;
        QTest::newRow("nobody is") << false << false;
        QTest::newRow("nobody is, by way of the shared files") << false << true;
    }
    void aSignInAtIdentityCenterIsUsed()
    {
        QFETCH(const bool, signedIn);
        QFETCH(const bool, sharedFiles);
        const QString start = m_region->endpoint().toString() + u"/start"_s;
        const SsoSessionId session{sharedFiles ? u"corp"_s : QString(), start, u"eu-central-1"_s};
        Profile profile = profileFor(*m_region);
        profile.credentialSource
            = sharedFiles ? CredentialSource::AwsProfile : CredentialSource::Sso;
        profile.awsProfile = sharedFiles ? u"night"_s : QString();
        profile.sso = {{}, start, session.region, u"123456789012"_s, u"MediaLiveViewer"_s};
        writeProfiles({profile});
        writeFile(u"config"_s,
                  "[profile night]\nsso_session = corp\nsso_account_id = 123456789012\n"
                  "sso_role_name = MediaLiveViewer\n[sso-session corp]\nsso_region = "
                  "eu-central-1\nsso_start_url = "
                      + start.toUtf8() + '\n');
        if (signedIn)
            signInAs(session);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder->path());
        environment.insert(u"AWS_CONFIG_FILE"_s, m_folder->filePath(u"config"_s));
        const Outcome done = run({u"--export"_s, u"channels"_s}, environment);
        QVERIFY2(done.exitCode == (signedIn ? 0 : 2), done.complaints.constData());
        QCOMPARE(done.complaints.isEmpty(), signedIn);
        if (!signedIn)
            QVERIFY2(done.complaints.contains("IAM Identity Center"), done.complaints.constData());
    }

    void aDamagedListOfProfilesIsSaidAndLeftAlone()
    {
        const QByteArray content = "{\"version\": 1, \"profiles\": [";
        QFile file(m_folder->filePath(u"profiles.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const Outcome done = run({u"--export"_s, u"inputs"_s});
        QCOMPARE(done.exitCode, 1);
        QVERIFY2(done.complaints.contains("profiles.json"), done.complaints.constData());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        QCOMPARE(QDir(m_folder->path()).entryList({u"profiles.json*"_s}).size(), 1);
    }

    void screenshotsNeedNoDisplay()
    {
        const QString folder = m_folder->filePath(u"shots/of the demo"_s); // made on the way
        const Outcome done = run(
            {u"--demo"_s, u"static"_s, u"--size"_s, u"1280x720"_s, u"--screenshot"_s, folder});
        QVERIFY2(done.exitCode == 0, done.complaints.constData());
        const QStringList files = QDir(folder).entryList(QDir::Files, QDir::Name);
        QCOMPARE(
            files,
            (QStringList{u"channels.png"_s, u"general.png"_s, u"health.png"_s, u"inputs.png"_s}));
        for (const QString &name : files) {
            const QImage picture(QDir(folder).filePath(name));
            QCOMPARE(picture.size(), QSize(1280, 720));
        }
    }

    void screenshotsThatCanNotBeWrittenEndWithOne()
    {
        QFile file(m_folder->filePath(u"a file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Outcome done = run({u"--demo"_s, u"static"_s, u"--screenshot"_s,
                                  m_folder->filePath(u"a file/below it"_s)});
        QCOMPARE(done.exitCode, 1);
        QVERIFY2(done.complaints.contains("below it"), done.complaints.constData());
    }

    void theDemoNeedsNothing()
    {
        const Outcome done
            = run({u"--demo"_s, u"--export"_s, u"channels"_s, u"--format"_s, u"json"_s},
                  QProcessEnvironment::systemEnvironment());
        QCOMPARE(done.exitCode, 0);
        QVERIFY(QJsonDocument::fromJson(done.output).array().size() > 24); // three regions
    }

    void helpAndVersionNeedNoDisplay()
    {
        QCOMPARE(run({u"--help"_s}).exitCode, 0);
        QVERIFY(run({u"--help"_s}).output.contains("--export"));
        QVERIFY(run({u"--version"_s}).output.contains(TALLYLIGHT_VERSION));
    }

private:
    Profile profileFor(const demo::DemoRegion &region) const
    {
        Profile profile = makeProfile();
        profile.name = u"Demo"_s;
        profile.region = region.region();
        profile.credentialSource = CredentialSource::Environment;
        profile.endpoints = {region.endpoint(), region.endpoint(), region.endpoint()};
        profile.medialiveRequestsPerSecond = 500.0;
        return profile;
    }
    /// As a window that is opened next would see it.
    CloudWatchUse spending(const QString &profileId) const
    {
        storage::FileSettings settings(m_folder->filePath(u"settings.ini"_s));
        monitor::CostBook book(m_clock);
        book.keepIn(&settings);
        return book.summary(profileId).month;
    }
    void writeProfiles(const QList<Profile> &profiles)
    {
        QFile file(m_folder->filePath(u"profiles.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(storage::profilesToJson(profiles));
    }
    void writeFile(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QProcessEnvironment keys() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"AWS_ACCESS_KEY_ID"_s, m_region->credentials().accessKeyId);
        environment.insert(u"AWS_SECRET_ACCESS_KEY"_s,
                           QString::fromUtf8(m_region->credentials().secretAccessKey.expose()));
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.remove(u"QT_QPA_PLATFORM"_s); // an export needs no platform at all
        return environment;
    }
    /// Puts a token into the cache, as `aws sso login` does.
    void signInAs(const SsoSessionId &session)
    {
        const QDateTime now = m_clock.utcNow();
        demo::SignInDesk &desk = m_region->faults().signIns();
        desk.approveAfter(0);
        const demo::SignInDesk::Client client = desk.registerClient(now);
        const auto code = desk.begin(client.id, client.secret, now);
        const demo::SignInGrant grant
            = desk.redeemCode(client.id, client.secret, code->deviceCode, now);
        SsoToken token;
        token.accessToken = Secret(grant.accessToken);
        token.expiresAt = now.addSecs(grant.life.count());
        storage::SsoCache cache(m_folder->filePath(u".aws/sso/cache"_s));
        QVERIFY(!cache.writeToken(session, token));
    }
    Outcome run(const QStringList &arguments) { return run(arguments, keys()); }
    Outcome run(const QStringList &arguments, const QProcessEnvironment &environment)
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TALLYLIGHT_PROGRAM),
                      QStringList{u"--config"_s, m_folder->path()} + arguments);
        // Servers of this process may have to answer meanwhile.
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; },
                             60000)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::DemoRegion> m_region;
};

QTEST_GUILESS_MAIN(ExportTest)
#include "tst_exportprogram.moc"
