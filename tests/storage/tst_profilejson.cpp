// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profilejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::storage;
using Kind = ProfileFileError::Kind;

namespace {

Profile fullProfile()
{
    Profile profile;
    profile.id = u"6f1d2c3b-0000-4000-8000-00000000abcd"_s;
    profile.name = u"Frankfurt prod “Süd” 東京"_s;
    profile.region = u"eu-central-1"_s;
    profile.accountId = u"123456789012"_s;
    profile.color = u"#c0392b"_s;
    profile.production = true;
    profile.credentialSource = CredentialSource::AwsProfile;
    profile.awsProfile = u"broadcast"_s;
    profile.sso = {u"corp"_s, u"https://corp.awsapps.com/start"_s, u"eu-west-1"_s,
                   u"123456789012"_s, u"Viewer"_s};
    profile.assumeRole = {u"arn:aws:iam::123456789012:role/Monitoring"_s, u"partner-7"_s,
                          u"arn:aws:iam::123456789012:mfa/me"_s, u"night.shift"_s, 7200};
    profile.endpoints.medialive = QUrl(u"https://proxy.example.net:8443"_s);
    profile.endpoints.monitoring = QUrl(u"http://127.0.0.1:8080"_s);
    profile.endpoints.sts = QUrl(u"https://sts.example.net"_s);
    profile.medialiveProxy = {ProxySetting::Mode::Manual, QUrl(u"http://proxy.example.net:3128"_s)};
    profile.monitoringProxy = {ProxySetting::Mode::None, {}};
    profile.medialiveRequestsPerSecond = 12.5;
    profile.cloudwatchBudgetUsdPerMonth = 99.75;
    profile.useFreeMetricStatistics = false;
    profile.inventorySeconds = 15;
    profile.metricsSeconds = 120;
    profile.unknownFields
        = {{u"wall"_s, QJsonArray{1, u"two"_s}}, {u"poll"_s, QJsonObject{{u"alertSeconds"_s, 4}}}};
    return profile;
}

QByteArray document(const QByteArray &profiles)
{
    return R"({"version":1,"profiles":[)" + profiles + "]}";
}

/// One profile with \a more put into it.
QByteArray oneProfile(const QByteArray &more)
{
    return document(R"({"id":"a","name":"A","region":"eu-west-1")"
                    + (more.isEmpty() ? "" : "," + more) + "}");
}

} // namespace

class ProfileJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFieldsSurviveARoundTrip();
    void theFormatIsTheDocumentedOne();
    void defaultsAreLeftOutWhereTheyAreOptional();
    void eachCredentialSourceSurvives_data();
    void eachCredentialSourceSurvives();
    void orderIsKept();
    void aMinimalProfileGetsTheDefaults();
    void noProfilesIsAnEmptyList();
    void aByteOrderMarkIsNoObstacle();
    void unknownFieldsAreKept();
    void unknownRootFieldsAreKept();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void newerFilesAreToldFromBadOnes_data();
    void newerFilesAreToldFromBadOnes();
    void secretsAreRefused_data();
    void secretsAreRefused();
    void secretsAreNeverWritten();
    void anErrorNamesThePlaceAndNotTheValue();
    void repeatedIdsAreReplacedTheSameWayEachTime();
    void missingIdsAreMadeUpTheSameWayEachTime();
    void numbersOutOfRangeBecomeAllowedOnes_data();
    void numbersOutOfRangeBecomeAllowedOnes();
    void oddDecorationsAreDropped();
    void everyCutOfAFileIsRefused();
    void damagedBytesNeverCrash();
};

void ProfileJsonTest::allFieldsSurviveARoundTrip()
{
    const QList<Profile> written{fullProfile()};
    const auto read = profilesFromJson(profilesToJson(written));
    QVERIFY2(read.hasValue(), qPrintable(read.hasValue() ? QString() : read.error().detail));
    QVERIFY(*read == written);
}

void ProfileJsonTest::theFormatIsTheDocumentedOne()
{
    const QJsonObject expected{
        {u"version"_s, 1},
        {u"profiles"_s,
         QJsonArray{QJsonObject{
             {u"id"_s, u"6f1d2c3b-0000-4000-8000-00000000abcd"_s},
             {u"name"_s, u"Frankfurt prod “Süd” 東京"_s},
             {u"region"_s, u"eu-central-1"_s},
             {u"accountId"_s, u"123456789012"_s},
             {u"color"_s, u"#c0392b"_s},
             {u"production"_s, true},
             {u"credentials"_s,
              QJsonObject{{u"source"_s, u"aws-profile"_s},
                          {u"awsProfile"_s, u"broadcast"_s},
                          {u"ssoStartUrl"_s, u"https://corp.awsapps.com/start"_s},
                          {u"ssoRegion"_s, u"eu-west-1"_s},
                          {u"ssoSessionName"_s, u"corp"_s},
                          {u"accountId"_s, u"123456789012"_s},
                          {u"roleName"_s, u"Viewer"_s},
                          {u"roleArn"_s, u"arn:aws:iam::123456789012:role/Monitoring"_s},
                          {u"externalId"_s, u"partner-7"_s},
                          {u"mfaSerial"_s, u"arn:aws:iam::123456789012:mfa/me"_s},
                          {u"roleSessionName"_s, u"night.shift"_s},
                          {u"roleDurationSeconds"_s, 7200}}},
             {u"endpoints"_s,
              QJsonObject{{u"medialive"_s, u"https://proxy.example.net:8443"_s},
                          {u"monitoring"_s, u"http://127.0.0.1:8080"_s},
                          {u"sts"_s, u"https://sts.example.net"_s}}},
             {u"proxy"_s,
              QJsonObject{{u"medialive"_s, u"http://proxy.example.net:3128"_s},
                          {u"monitoring"_s, u"none"_s}}},
             {u"limits"_s,
              QJsonObject{{u"medialiveRequestsPerSecond"_s, 12.5},
                          {u"cloudwatchBudgetUsdPerMonth"_s, 99.75},
                          {u"useFreeMetricStatistics"_s, false}}},
             {u"poll"_s,
              QJsonObject{
                  {u"inventorySeconds"_s, 15}, {u"metricsSeconds"_s, 120}, {u"alertSeconds"_s, 4}}},
             {u"wall"_s, QJsonArray{1, u"two"_s}},
         }}},
    };
    QCOMPARE(QJsonDocument::fromJson(profilesToJson({fullProfile()})).object(), expected);
}

void ProfileJsonTest::defaultsAreLeftOutWhereTheyAreOptional()
{
    Profile profile = makeProfile();
    profile.name = u"Plain"_s;
    profile.region = u"us-east-1"_s;
    const QJsonObject json = QJsonDocument::fromJson(profilesToJson({profile}))
                                 .object()
                                 .value("profiles"_L1)
                                 .toArray()
                                 .first()
                                 .toObject();
    for (const QString &key : {u"endpoints"_s, u"proxy"_s, u"accountId"_s, u"color"_s})
        QVERIFY2(!json.contains(key), qPrintable(key));
    QCOMPARE(json.value("credentials"_L1).toObject(), QJsonObject({{u"source"_s, u"keychain"_s}}));
}

void ProfileJsonTest::eachCredentialSourceSurvives_data()
{
    QTest::addColumn<CredentialSource>("source");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("keychain") << CredentialSource::Keychain << QByteArray("\"keychain\"");
    QTest::newRow("environment") << CredentialSource::Environment << QByteArray("\"environment\"");
    QTest::newRow("aws-profile") << CredentialSource::AwsProfile << QByteArray("\"aws-profile\"");
    QTest::newRow("sso") << CredentialSource::Sso << QByteArray("\"sso\"");
}

void ProfileJsonTest::eachCredentialSourceSurvives()
{
    QFETCH(CredentialSource, source);
    QFETCH(QByteArray, text);
    Profile profile = fullProfile();
    profile.credentialSource = source;
    const QByteArray json = profilesToJson({profile});
    QVERIFY(json.contains(text));
    const auto read = profilesFromJson(json);
    QVERIFY(read.hasValue());
    QVERIFY(read->first().credentialSource == source);
}

void ProfileJsonTest::orderIsKept()
{
    QList<Profile> written;
    for (const QString &name : {u"Zürich"_s, u"Aachen"_s, u"Mainz"_s}) {
        Profile profile = makeProfile();
        profile.name = name;
        profile.region = u"eu-central-1"_s;
        written << profile;
    }
    const auto read = profilesFromJson(profilesToJson(written));
    QVERIFY(read.hasValue());
    QVERIFY(*read == written);
}

void ProfileJsonTest::aMinimalProfileGetsTheDefaults()
{
    const auto read = profilesFromJson(oneProfile({}));
    QVERIFY(read.hasValue());
    Profile expected;
    expected.id = u"a"_s;
    expected.name = u"A"_s;
    expected.region = u"eu-west-1"_s;
    QVERIFY(read->first() == expected);
    QCOMPARE(read->first().inventorySeconds, 10);
    QCOMPARE(read->first().medialiveRequestsPerSecond, 3.0);
}

void ProfileJsonTest::noProfilesIsAnEmptyList()
{
    const auto read = profilesFromJson(document({}));
    QVERIFY(read.hasValue());
    QVERIFY(read->isEmpty());
}

void ProfileJsonTest::aByteOrderMarkIsNoObstacle()
{
    const auto read = profilesFromJson("\xEF\xBB\xBF" + oneProfile({}));
    QVERIFY(read.hasValue());
    QCOMPARE(read->size(), 1);
}

void ProfileJsonTest::unknownFieldsAreKept()
{
    const QByteArray json = oneProfile(
        R"("future":{"deep":[1,{"x":null}]},"credentials":{"source":"keychain","renew":true},)"
        R"("endpoints":{"s3":"https://s3.example.net"},"proxy":{"sts":"system"},"limits":{"alerts":2})");
    const auto read = profilesFromJson(json);
    QVERIFY(read.hasValue());
    const auto again = profilesFromJson(profilesToJson(*read));
    QVERIFY(again.hasValue());
    QVERIFY(*again == *read);
    const QJsonObject kept = again->first().unknownFields;
    QCOMPARE(kept.value("future"_L1).toObject(),
             QJsonDocument::fromJson(R"({"deep":[1,{"x":null}]})").object());
    QCOMPARE(kept.value("credentials"_L1).toObject(), QJsonObject({{u"renew"_s, true}}));
    QCOMPARE(kept.value("endpoints"_L1).toObject(),
             QJsonObject({{u"s3"_s, u"https://s3.example.net"_s}}));
    QVERIFY(!kept.contains("name"_L1));
}

void ProfileJsonTest::unknownRootFieldsAreKept()
{
    const QByteArray json = R"({"version":1,"profiles":[],"comment":"mine","order":[1]})";
    const QByteArray again = profilesToJson({}, unknownRootFields(json));
    QCOMPARE(QJsonDocument::fromJson(again).object(), QJsonDocument::fromJson(json).object());
    QVERIFY(unknownRootFields("garbage").isEmpty());
}

void ProfileJsonTest::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
    QTest::newRow("garbage") << QByteArray("\x00\xff\x13garbage", 10) << u"no JSON"_s;
    QTest::newRow("HTML") << QByteArray("<html></html>") << u"no JSON"_s;
    QTest::newRow("truncated") << oneProfile({}).chopped(3) << u"no JSON"_s;
    QTest::newRow("two documents") << document({}) + document({}) << u"no JSON"_s;
    QTest::newRow("array") << QByteArray("[]") << u"expected an object"_s;
    QTest::newRow("no version") << QByteArray(R"({"profiles":[]})") << u"version"_s;
    QTest::newRow("version as text")
        << QByteArray(R"({"version":"1","profiles":[]})") << u"version"_s;
    QTest::newRow("version zero") << QByteArray(R"({"version":0,"profiles":[]})") << u"version"_s;
    QTest::newRow("half a version")
        << QByteArray(R"({"version":0.5,"profiles":[]})") << u"version"_s;
    QTest::newRow("no profiles") << QByteArray(R"({"version":1})") << u"profiles"_s;
    QTest::newRow("profiles an object")
        << QByteArray(R"({"version":1,"profiles":{}})") << u"profiles"_s;
    QTest::newRow("profile a string") << document(R"("x")") << u"profiles[0]"_s;
    QTest::newRow("no name") << document(R"({"id":"a","region":"eu-west-1"})")
                             << u"profiles[0].name"_s;
    QTest::newRow("blank name") << document(R"({"name":" ","region":"eu-west-1"})")
                                << u"profiles[0].name"_s;
    QTest::newRow("no region") << document(R"({"name":"A"})") << u"profiles[0].region"_s;
    QTest::newRow("region with a host in it")
        << document(R"({"name":"A","region":"x.example.net/"})") << u"profiles[0].region"_s;
    QTest::newRow("region with a line break")
        << document(R"({"name":"A","region":"eu-west-1\n"})") << u"profiles[0].region"_s;
    QTest::newRow("id with a path")
        << document(R"({"id":"../a","name":"A","region":"eu-west-1"})") << u"profiles[0].id"_s;
    QTest::newRow("name an object")
        << document(R"({"name":{},"region":"eu-west-1"})") << u"profiles[0].name"_s;
    QTest::newRow("production as text")
        << oneProfile(R"("production":"yes")") << u"profiles[0].production"_s;
    QTest::newRow("credentials as text")
        << oneProfile(R"("credentials":"keychain")") << u"profiles[0].credentials"_s;
    QTest::newRow("no aws profile") << oneProfile(R"("credentials":{"source":"aws-profile"})")
                                    << u"profiles[0].credentials.awsProfile"_s;
    QTest::newRow("role that is none") << oneProfile(R"("credentials":{"roleArn":"Monitoring"})")
                                       << u"profiles[0].credentials.roleArn"_s;
    QTest::newRow("device without a role")
        << oneProfile(R"("credentials":{"mfaSerial":"arn:aws:iam::123456789012:mfa/me"})")
        << u"profiles[0].credentials.roleArn"_s;
    QTest::newRow("role for a moment") << oneProfile(
        R"("credentials":{"roleArn":"arn:aws:iam::123456789012:role/M","roleDurationSeconds":60})")
                                       << u"profiles[0].credentials.roleDurationSeconds"_s;
    QTest::newRow("interval as text") << oneProfile(R"("poll":{"inventorySeconds":"10"})")
                                      << u"profiles[0].poll.inventorySeconds"_s;
    QTest::newRow("rate as array") << oneProfile(R"("limits":{"medialiveRequestsPerSecond":[3]})")
                                   << u"profiles[0].limits.medialiveRequestsPerSecond"_s;
    QTest::newRow("http to the world")
        << oneProfile(R"("endpoints":{"medialive":"http://example.net"})")
        << u"profiles[0].endpoints.medialive"_s;
    QTest::newRow("http to almost loopback")
        << oneProfile(R"("endpoints":{"monitoring":"http://127.0.0.1.example.net"})")
        << u"profiles[0].endpoints.monitoring"_s;
    QTest::newRow("endpoint of a file") << oneProfile(R"("endpoints":{"sts":"file:///etc/passwd"})")
                                        << u"profiles[0].endpoints.sts"_s;
    QTest::newRow("endpoint with a path")
        << oneProfile(R"("endpoints":{"sts":"https://example.net/x"})")
        << u"profiles[0].endpoints.sts"_s;
    QTest::newRow("endpoint with a query")
        << oneProfile(R"("endpoints":{"sts":"https://example.net?x=1"})")
        << u"profiles[0].endpoints.sts"_s;
    QTest::newRow("endpoint with a user")
        << oneProfile(R"("endpoints":{"medialive":"https://me:hunter2@example.net"})")
        << u"profiles[0].endpoints.medialive"_s;
    QTest::newRow("endpoint without a scheme")
        << oneProfile(R"("endpoints":{"medialive":"example.net"})")
        << u"profiles[0].endpoints.medialive"_s;
    QTest::newRow("endpoint no URL") << oneProfile(R"("endpoints":{"medialive":"https://[::1"})")
                                     << u"profiles[0].endpoints.medialive"_s;
    QTest::newRow("proxy with a password")
        << oneProfile(R"("proxy":{"medialive":"http://me:hunter2@example.net:3128"})")
        << u"profiles[0].proxy.medialive"_s;
    QTest::newRow("proxy without a port")
        << oneProfile(R"("proxy":{"monitoring":"http://example.net"})")
        << u"profiles[0].proxy.monitoring"_s;
    QTest::newRow("proxy word unknown")
        << oneProfile(R"("proxy":{"monitoring":"direct"})") << u"profiles[0].proxy.monitoring"_s;
    QTest::newRow("second profile")
        << document(R"({"name":"A","region":"eu-west-1"},{"name":1e300})") << u"profiles[1]"_s;
    QTest::newRow("too deep") << QByteArray(5000, '[') << u"no JSON"_s;
    QTest::newRow("unknown value too deep")
        << oneProfile("\"x\":" + QByteArray(200, '[') + QByteArray(200, ']')) << u"profiles[0].x"_s;
    QTest::newRow("huge") << oneProfile("\"note\":\"" + QByteArray(5 * 1024 * 1024, 'x') + '"')
                          << u"larger than 4 MB"_s;
}

void ProfileJsonTest::badFilesAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const auto read = profilesFromJson(json);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, Kind::Corrupt);
    QVERIFY2(read.error().detail.contains(where), qPrintable(read.error().detail));
}

void ProfileJsonTest::newerFilesAreToldFromBadOnes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("version 2") << QByteArray(R"({"version":2,"profiles":[]})");
    QTest::newRow("version 1.1") << QByteArray(R"({"version":1.1,"profiles":[]})");
    QTest::newRow("version 9 of another shape") << QByteArray(R"({"version":9,"regions":{"a":1}})");
    QTest::newRow("a credential source to come")
        << oneProfile(R"("credentials":{"source":"carrier-pigeon"})");
}

void ProfileJsonTest::newerFilesAreToldFromBadOnes()
{
    QFETCH(QByteArray, json);
    const auto read = profilesFromJson(json);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, Kind::NewerVersion);
}

void ProfileJsonTest::secretsAreRefused_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("secret key") << QByteArray(R"("secretAccessKey":"x")");
    QTest::newRow("key id") << QByteArray(
        R"("credentials":{"source":"keychain","accessKeyId":"AKIA"})");
    QTest::newRow("other spelling") << QByteArray(R"("aws_secret_access_key":"x")");
    QTest::newRow("token") << QByteArray(R"("credentials":{"session_token":"x"})");
    QTest::newRow("proxy password") << QByteArray(R"("proxy":{"proxyPassword":"x"})");
    QTest::newRow("deep in something unknown")
        << QByteArray(R"("future":[{"a":{"password":"x"}}])");
}

void ProfileJsonTest::secretsAreRefused()
{
    QFETCH(QByteArray, more);
    const auto read = profilesFromJson(oneProfile(more));
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, Kind::Corrupt);
    QVERIFY2(read.error().detail.contains(u"secret"_s), qPrintable(read.error().detail));
}

void ProfileJsonTest::secretsAreNeverWritten()
{
    Profile profile = fullProfile();
    profile.endpoints.medialive = QUrl(u"https://me:hunter2@example.net"_s);
    profile.medialiveProxy.url = QUrl(u"http://me:hunter2@example.net:3128"_s);
    profile.unknownFields = {{u"secretAccessKey"_s, u"hunter2"_s},
                             {u"fine"_s, 1},
                             {u"nested"_s, QJsonObject{{u"password"_s, u"hunter2"_s}}}};
    const QByteArray json = profilesToJson({profile}, {{u"sessionToken"_s, u"hunter2"_s}});
    QVERIFY2(!json.contains("hunter2"), json.constData());
    QVERIFY(json.contains("\"fine\""));
}

void ProfileJsonTest::anErrorNamesThePlaceAndNotTheValue()
{
    const auto read = profilesFromJson(
        oneProfile(R"("endpoints":{"medialive":"https://me:hunter2@example.net"},"poll":{"x":1})"));
    QVERIFY(!read.hasValue());
    QVERIFY(read.error().detail.startsWith(u"profiles[0].endpoints.medialive: "_s));
    QVERIFY(!read.error().detail.contains(u"hunter2"_s));
}

void ProfileJsonTest::repeatedIdsAreReplacedTheSameWayEachTime()
{
    const QByteArray json = document(R"({"id":"a","name":"A","region":"eu-west-1"},)"
                                     R"({"id":"a","name":"B","region":"eu-west-1"},)"
                                     R"({"id":"a","name":"B","region":"eu-west-1"})");
    const auto read = profilesFromJson(json);
    QVERIFY(read.hasValue());
    QCOMPARE(read->size(), 3);
    QCOMPARE(read->first().id, u"a"_s); // and with it the keychain entry
    QCOMPARE(read->first().name, u"A"_s);
    QSet<QString> ids;
    for (const Profile &profile : *read)
        ids.insert(profile.id);
    QCOMPARE(ids.size(), 3);
    QVERIFY(*profilesFromJson(json) == *read);
}

void ProfileJsonTest::missingIdsAreMadeUpTheSameWayEachTime()
{
    const QByteArray json
        = document(R"({"name":"A","region":"eu-west-1"},{"name":"B","region":"eu-west-1"})");
    const auto read = profilesFromJson(json);
    QVERIFY(read.hasValue());
    QVERIFY(!read->at(0).id.isEmpty());
    QVERIFY(read->at(0).id != read->at(1).id);
    QVERIFY(*profilesFromJson(json) == *read);
}

void ProfileJsonTest::numbersOutOfRangeBecomeAllowedOnes_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("budget");
    QTest::addColumn<int>("inventory");
    QTest::addColumn<int>("metrics");
    QTest::newRow("too much") << QByteArray(
        R"("limits":{"medialiveRequestsPerSecond":1e9},)"
        R"("poll":{"inventorySeconds":99999,"metricsSeconds":2000000000})")
                              << 5.0 << 25.0 << 3600 << 3600;
    QTest::newRow("too little") << QByteArray(
        R"("limits":{"medialiveRequestsPerSecond":-1,"cloudwatchBudgetUsdPerMonth":-5},)"
        R"("poll":{"inventorySeconds":0,"metricsSeconds":-1})")
                                << 0.1 << 0.0 << 2 << 10;
    QTest::newRow("more with an endpoint of its own")
        << QByteArray(R"("limits":{"medialiveRequestsPerSecond":50},)"
                      R"("endpoints":{"medialive":"http://localhost:9000"})")
        << 50.0 << 25.0 << 10 << 60;
}

void ProfileJsonTest::numbersOutOfRangeBecomeAllowedOnes()
{
    QFETCH(QByteArray, more);
    QFETCH(double, rate);
    QFETCH(double, budget);
    QFETCH(int, inventory);
    QFETCH(int, metrics);
    const auto read = profilesFromJson(oneProfile(more));
    QVERIFY(read.hasValue());
    QCOMPARE(read->first().medialiveRequestsPerSecond, rate);
    QCOMPARE(read->first().cloudwatchBudgetUsdPerMonth, budget);
    QCOMPARE(read->first().inventorySeconds, inventory);
    QCOMPARE(read->first().metricsSeconds, metrics);
}

void ProfileJsonTest::oddDecorationsAreDropped()
{
    const auto read
        = profilesFromJson(oneProfile(R"("accountId":"not an account","color":"red; x")"));
    QVERIFY(read.hasValue());
    QCOMPARE(read->first().accountId, QString());
    QCOMPARE(read->first().color, QString());
}

void ProfileJsonTest::everyCutOfAFileIsRefused()
{
    // Also proves that no cut, inside a character included, makes trouble.
    const QByteArray json = profilesToJson({fullProfile()}).trimmed();
    for (qsizetype length = 0; length < json.size(); ++length) {
        const auto read = profilesFromJson(json.left(length));
        QVERIFY2(!read.hasValue() && read.error().kind == Kind::Corrupt,
                 qPrintable(QString::number(length)));
    }
}

void ProfileJsonTest::damagedBytesNeverCrash()
{
    const QByteArray json = profilesToJson({fullProfile()});
    int refused = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        for (const char byte : {'\0', '"', '{', '\xff', '9'}) {
            QByteArray damaged = json;
            damaged[i] = byte;
            refused += profilesFromJson(damaged).hasValue() ? 0 : 1;
        }
    }
    QVERIFY(refused > json.size());
}

QTEST_APPLESS_MAIN(ProfileJsonTest)
#include "tst_profilejson.moc"
