// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/monitorhub.h"
#include "monitor/processsource.h"
#include "monitor/regionmonitor.h"
#include "rolefixture.h"
#include "storage/awsfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tallylight;
using namespace tallylight::monitor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::fetched;
using tests::RoleFixture;

namespace {

/// A region, and a profile that takes its keys from the shared files of a home of its own.
struct Home
{
    Home()
        : files(storage::AwsFileLocations{folder.filePath(u"config"_s),
                                          folder.filePath(u"credentials"_s)})
        , access(fixture.secrets())
    {
        fixture.secrets().discard(fixture.profile().id);
        fixture.profile().credentialSource = CredentialSource::AwsProfile;
        fixture.profile().awsProfile = u"ops"_s;
        access.files = &files;
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QSaveFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            qFatal("can't write %s", qPrintable(name));
    }
    QByteArray keys(const QByteArray &profile) const
    {
        const Credentials own = fixture.region().credentials();
        return '[' + profile + "]\naws_access_key_id = " + own.accessKeyId.toUtf8()
            + "\naws_secret_access_key = " + own.secretAccessKey.expose() + '\n';
    }
    /// An executable script, for credential_process; its path is free of blanks.
    QString script(const QByteArray &text) const
    {
        const QString path = folder.filePath(u"process.sh"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text) < 0)
            qFatal("can't write a script");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    std::shared_ptr<CredentialSession> session()
    {
        return makeCredentialSession(fixture.profile(), access, fixture.clock());
    }

    QTemporaryDir folder;
    mutable RoleFixture fixture;
    storage::AwsFiles files;
    CredentialAccess access;
};

QByteArray role(const QByteArray &name)
{
    return "role_arn = " + RoleFixture::roleArn(QString::fromLatin1(name)).toUtf8() + '\n';
}

} // namespace

/// Profiles of the shared AWS files, with everything they can lead to, over a real region.
class TestSharedFilesProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staticKeysAreUsed()
    {
        Home home;
        home.write(u"credentials"_s, home.keys("ops"));
        const auto session = home.session();
        QCOMPARE(fetched(*session)->accessKeyId, home.fixture.region().credentials().accessKeyId);
        QVERIFY(!session->state().expiresAt.isValid());
    }

    void rolesAreAssumedOneAfterAnother()
    {
        Home home;
        home.write(u"credentials"_s, home.keys("base"));
        home.write(u"config"_s,
                   "[profile first]\n" + role("Monitoring") + "source_profile = base\n"
                       + "[profile ops]\n" + role("Partner")
                       + "source_profile = first\nexternal_id = tallylight-demo\n"
                         "duration_seconds = 900\nrole_session_name = shift\n");
        const auto session = home.session();
        const auto keys = fetched(*session);
        QVERIFY(keys.hasValue());
        auto &issued = home.fixture.region().faults().temporaryKeys();
        QCOMPARE(issued.find(keys->accessKeyId)->arn,
                 u"arn:aws:sts::123456789012:assumed-role/Partner/shift"_s);
        QVERIFY(!issued.find(keys->accessKeyId)->allows(u"medialive:StopChannel"_s));
        QCOMPARE(home.fixture.calls(u"AssumeRole"_s), 2);

        // The second role is renewed with the session of the first, as long as that lasts.
        home.fixture.clock().advance(14min);
        session->check();
        QTRY_COMPARE(home.fixture.calls(u"AssumeRole"_s), 3);
        QTRY_VERIFY(fetched(*session)->accessKeyId != keys->accessKeyId);
        home.fixture.clock().advance(50min);
        QVERIFY(fetched(*session).hasValue());
        QCOMPARE(home.fixture.calls(u"AssumeRole"_s), 5);
    }

    void roleOfTheProfileComesOnTop()
    {
        Home home;
        home.write(u"credentials"_s, home.keys("base"));
        home.write(u"config"_s, "[profile ops]\n" + role("Monitoring") + "source_profile = base\n");
        home.fixture.profile().assumeRole
            = {RoleFixture::roleArn(u"Partner"_s), u"tallylight-demo"_s, {}, {}, 0};
        const auto session = home.session();
        const auto keys = fetched(*session);
        QVERIFY(keys.hasValue());
        const auto issued = home.fixture.region().faults().temporaryKeys().find(keys->accessKeyId);
        QVERIFY(issued->arn.contains(u"/Partner/"_s));
        QVERIFY(!issued->allows(u"medialive:StopChannel"_s));
    }

    void codeOfARoleBelowIsAskedFor()
    {
        Home home;
        home.write(u"credentials"_s, home.keys("base"));
        home.write(u"config"_s,
                   "[profile first]\n" + role("Guarded") + "source_profile = base\nmfa_serial = "
                       + RoleFixture::mfaDevice().toUtf8() + "\nduration_seconds = 7200\n"
                       + "[profile ops]\n" + role("Monitoring") + "source_profile = first\n");
        const auto session = home.session();
        QVERIFY(!fetched(*session).hasValue());
        QCOMPARE(session->problem(), SecretProblem::MfaNeeded);
        QCOMPARE(session->state().mfaDevice, RoleFixture::mfaDevice());
        session->giveMfaCode(u"123456"_s);
        QTRY_VERIFY(!session->hasFailed());
        const auto keys = fetched(*session);
        QVERIFY(keys.hasValue());
        // The upper role is renewed without a code while the lower session lasts.
        home.fixture.clock().advance(55min);
        session->check();
        QTRY_VERIFY(fetched(*session)->accessKeyId != keys->accessKeyId);
        QCOMPARE(session->state().endsAt, home.fixture.clock().utcNow().addSecs((120 - 55) * 60));
        home.fixture.clock().advance(66min);
        QVERIFY(!fetched(*session).hasValue());
        QCOMPARE(session->problem(), SecretProblem::MfaNeeded);
    }

    void regionsOfAGuardedRoleShareACode()
    {
        Home home;
        home.write(u"credentials"_s, home.keys("base"));
        home.write(u"config"_s,
                   "[profile ops]\n" + role("Guarded") + "source_profile = base\nmfa_serial = "
                       + RoleFixture::mfaDevice().toUtf8() + '\n');
        Profile second = duplicateProfile(home.fixture.profile(), {});
        MonitorHub hub(home.access, home.fixture.clock());
        hub.setProfiles({home.fixture.profile(), second});
        RegionMonitor *one = hub.regions().first();
        RegionMonitor *two = hub.regions().last();
        QCOMPARE(&one->credentials(), &two->credentials());
        QTRY_COMPARE(two->status().secretProblem, SecretProblem::MfaNeeded);
        one->credentials().giveMfaCode(u"123456"_s);
        QTRY_COMPARE(one->status().channelCount, 24);
        QTRY_COMPARE(two->status().channelCount, 24);
        QCOMPARE(home.fixture.calls(u"AssumeRole"_s), 1);

        // Without a device each region goes its own way, and one's trouble is not the other's.
        home.fixture.profile().credentialSource = CredentialSource::Keychain;
        second.credentialSource = CredentialSource::Keychain;
        QVERIFY(sharedSessionKey(second, home.access).isEmpty());
    }

    void processIsRun()
    {
        Home home;
        const Credentials own = home.fixture.region().credentials();
        const QString script = home.script("[ \"$1\" = 'two words' ] || exit 3\n"
                                           "echo '{\"Version\":1,\"AccessKeyId\":\""
                                           + own.accessKeyId.toUtf8() + "\",\"SecretAccessKey\":\""
                                           + own.secretAccessKey.expose() + "\"}'\n");
        home.write(u"config"_s,
                   "[profile ops]\ncredential_process = " + script.toUtf8()
                       + " 'two words' ; touch " + home.folder.filePath(u"shell"_s).toUtf8()
                       + '\n');
        const auto session = home.session();
        QCOMPARE(fetched(*session)->accessKeyId, own.accessKeyId);
        QVERIFY2(!QFile::exists(home.folder.filePath(u"shell"_s)), "there is no shell");
    }

    void refreshAsksAProcessAgainWhoseKeysAreRefused()
    {
        Home home;
        const Credentials own = home.fixture.region().credentials();
        const auto print = [&home](const QByteArray &id) {
            return home.script(
                "echo '{\"Version\":1,\"AccessKeyId\":\"" + id + "\",\"SecretAccessKey\":\""
                + home.fixture.region().credentials().secretAccessKey.expose() + "\"}'\n");
        };
        home.write(u"config"_s,
                   "[profile ops]\ncredential_process = " + print("AKIAGONE").toUtf8() + '\n');
        MonitorHub hub(home.access, home.fixture.clock());
        hub.setProfiles({home.fixture.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_VERIFY(region->status().channels.error);
        QCOMPARE(region->status().channels.error->category, ErrorCategory::Credentials);
        print(own.accessKeyId.toUtf8());
        region->refreshNow();
        QTRY_COMPARE(region->status().channelCount, 24);
    }

    void processThatFailsIsQuotedWithoutSecrets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("complains")
            << QByteArray("echo 'sign in first, AKIAIOSFODNN7EXAMPLE' >&2; exit 255\n")
            << u"ended with 255: sign in first"_s;
        QTest::newRow("no JSON") << QByteArray("echo hello\n") << u"printed no JSON"_s;
        QTest::newRow("nothing") << QByteArray("exit 0\n") << u"printed no JSON"_s;
        QTest::newRow("half") << QByteArray("echo '{\"Version\":1,\"AccessKeyId\":\"AKIAX\"}'\n")
                              << u"SecretAccessKey"_s;
        QTest::newRow("never ends") << QByteArray("exec sleep 1000\n") << u"no answer after"_s;
        QTest::newRow("never stops")
            << QByteArray("while :; do echo 'xxxxxxxxxxxxxxxxxxxx'; done\n")
            << u"more than 64 kB"_s;
        QTest::newRow("waits for somebody")
            << QByteArray("read line || { echo 'no terminal' >&2; exit 1; }\n") << u"no terminal"_s;
    }
    void processThatFailsIsQuotedWithoutSecrets()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, words);
        Home home;
        ProcessSource source(home.script(text));
        source.setPatience(2s);
        const auto result = fetched(source);
        QVERIFY(!result.hasValue());
        QCOMPARE(secretProblemOf(result.error()), SecretProblem::ProcessFailed);
        const QString message = result.error().message;
        QVERIFY2(message.contains(words), qPrintable(message));
        QVERIFY(!message.contains(u"AKIAIOSFODNN7EXAMPLE"_s));
    }

    void whoWaitsForAProcessIsServedByTheMendedFile()
    {
        Home home;
        home.write(u"config"_s, "[profile ops]\ncredential_process = sleep 1000\n");
        const auto session = home.session();
        std::optional<CredentialsProvider::Result> got;
        session->fetch(this, [&got](const CredentialsProvider::Result &result) { got = result; });
        QVERIFY(session->isAsking());
        home.write(u"config"_s, "");
        home.write(u"credentials"_s, home.keys("ops"));
        QTRY_VERIFY(got.has_value());
        QVERIFY(got->hasValue());
        QTRY_VERIFY(!session->isAsking());
    }

    void programThatIsNotThereIsNamed()
    {
        ProcessSource source(u"/no/such/program --now"_s);
        const auto result = fetched(source);
        QVERIFY(!result.hasValue());
        QVERIFY2(result.error().message.contains(u"can't be started"_s),
                 qPrintable(result.error().message));
        ProcessSource unbalanced(u"echo 'half"_s);
        QVERIFY(!fetched(unbalanced).hasValue());
    }

    void processEndsWithItsSource()
    {
        Home home;
        const QString pidFile = home.folder.filePath(u"pid"_s);
        auto source = std::make_unique<ProcessSource>(
            home.script("echo $$ > " + pidFile.toUtf8() + "\nexec sleep 1000\n"));
        bool called = false;
        source->fetch(this, [&called](const CredentialsProvider::Result &) { called = true; });
        QTRY_VERIFY(QFile(pidFile).size() > 0);
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed());
        source.reset();
        QVERIFY(!called);
        if (QFile::exists(u"/proc/self"_s))
            QVERIFY(!QFile::exists(process));
    }

    void obstaclesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<SecretProblem>("problem");
        QTest::newRow("no profile")
            << QByteArray("[profile other]\nregion = x\n") << SecretProblem::AwsProfileUnusable;
        QTest::newRow("nothing in it")
            << QByteArray("[profile ops]\nregion = x\n") << SecretProblem::AwsProfileUnusable;
        QTest::newRow("bad file") << QByteArray("[profile ops]\nregion\n")
                                  << SecretProblem::AwsFilesUnusable;
        QTest::newRow("sign-in") << QByteArray(
            "[profile ops]\nsso_start_url = https://x\nsso_region = eu-west-1\n"
            "sso_account_id = 123456789012\nsso_role_name = r\n")
                                 << SecretProblem::UnsupportedSource;
        QTest::newRow("endpoint that may not be used")
            << QByteArray("[profile ops]\nendpoint_url = http://example.net\n"
                          "aws_access_key_id = A\naws_secret_access_key = s\n")
            << SecretProblem::AwsProfileUnusable;
    }
    void obstaclesAreNamed()
    {
        QFETCH(const QByteArray, config);
        QFETCH(const SecretProblem, problem);
        Home home;
        home.write(u"config"_s, config);
        home.fixture.profile().endpoints = {};
        const auto session = home.session();
        QVERIFY(!fetched(*session).hasValue());
        QCOMPARE(session->problem(), problem);
        QCOMPARE(std::holds_alternative<PlanProblem>(session->state().obstacle),
                 problem == SecretProblem::AwsProfileUnusable);
        QCOMPARE(std::holds_alternative<AwsFileError>(session->state().obstacle),
                 problem == SecretProblem::AwsFilesUnusable);
    }

    void signedInSessionsComeThroughTheirMaker()
    {
        Home home;
        home.write(u"config"_s,
                   "[profile ops]\nsso_start_url = https://x\nsso_region = eu-west-1\n"
                   "sso_account_id = 123456789012\nsso_role_name = Reader\n");
        SsoSource asked;
        home.access.sso = [&](const SsoSource &sso, const Profile &) {
            asked = sso;
            return std::make_shared<FixedSource>(home.fixture.region().credentials());
        };
        const auto session = home.session();
        QVERIFY(fetched(*session).hasValue());
        QCOMPARE(asked.roleName, u"Reader"_s);
    }

    void regionGoesOnAsSoonAsTheFileIsMended()
    {
        Home home;
        MonitorHub hub(home.access, home.fixture.clock());
        hub.setProfiles({home.fixture.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().secretProblem, SecretProblem::AwsProfileUnusable);
        home.write(u"credentials"_s, home.keys("ops"));
        QTRY_COMPARE(region->status().channelCount, 24);
        QCOMPARE(hub.regions().first(), region);
        QCOMPARE(region->status().phase, Phase::Live);
    }

    void theFilesStayAsTheyAre()
    {
        Home home;
        home.write(u"credentials"_s, home.keys("base"));
        home.write(u"config"_s,
                   "[profile ops]\nsource_profile = base\nunknown = kept\n" + role("Monitoring"));
        const auto look = [&home] {
            QStringList all;
            const QDir folder(home.folder.path());
            for (const QFileInfo &file :
                 folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
                all.append(file.fileName() + file.lastModified().toString(Qt::ISODateWithMs)
                           + QString::number(file.size()));
            return all;
        };
        const QStringList before = look();
        {
            MonitorHub hub(home.access, home.fixture.clock());
            hub.setProfiles({home.fixture.profile()});
            RegionMonitor *region = hub.regions().first();
            QTRY_COMPARE(region->status().channelCount, 24);
            home.fixture.clock().advance(55min);
            region->credentials().check(); // renewed
            QTRY_COMPARE(home.fixture.calls(u"AssumeRole"_s), 2);
        }
        QCOMPARE(look(), before); // and nothing beside them
    }

    void newKeysOnDiskAreUsedAtOnce()
    {
        Home home;
        home.write(u"credentials"_s, home.keys("ops"));
        MonitorHub hub(home.access, home.fixture.clock());
        hub.setProfiles({home.fixture.profile()});
        RegionMonitor *region = hub.regions().first();
        QTRY_COMPARE(region->status().channelCount, 24);

        home.fixture.region().faults().expireCredentials();
        region->refreshNow();
        QTRY_COMPARE(region->status().secretProblem, SecretProblem::Expired);
        const Credentials next = home.fixture.region().faults().rotateCredentials();
        home.write(u"credentials"_s,
                   home.keys("ops") + "aws_session_token = " + next.sessionToken.expose() + '\n');
        QTRY_COMPARE(region->status().phase, Phase::Live);
        QTRY_VERIFY(!region->status().channels.error);
    }

    void endpointsOfTheFileCountWhereTheProfileHasNone()
    {
        Home home;
        const QByteArray url = home.fixture.region().endpoint().toString().toUtf8();
        home.write(u"credentials"_s, home.keys("ops"));
        home.fixture.profile().endpoints = {};
        home.fixture.profile().medialiveRequestsPerSecond = 5.0;
        home.write(u"config"_s, "[profile ops]\nendpoint_url = http://127.0.0.1:9\n");
        MonitorHub hub(home.access, home.fixture.clock());
        hub.setProfiles({home.fixture.profile()});
        QCOMPARE(hub.regions().first()->profile().endpoint(Service::Sts),
                 QUrl(u"http://127.0.0.1:9"_s));
        home.write(u"config"_s, "[profile ops]\nendpoint_url = " + url + '\n');
        QTRY_COMPARE(hub.regions().first()->status().channelCount, 24);
        home.fixture.profile().endpoints.medialive = QUrl(u"http://127.0.0.1:7"_s);
        hub.setProfiles({home.fixture.profile()});
        QCOMPARE(hub.regions().first()->profile().endpoint(Service::MediaLive),
                 QUrl(u"http://127.0.0.1:7"_s));
        QCOMPARE(hub.regions().first()->profile().endpoint(Service::CloudWatch),
                 home.fixture.region().endpoint());
    }
};

Q_DECLARE_METATYPE(tallylight::monitor::SecretProblem)

QTEST_GUILESS_MAIN(TestSharedFilesProvider)
#include "tst_sharedfilesprovider.moc"
