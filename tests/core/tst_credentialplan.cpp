// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/credentialplan.h"

#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tallylight {

/// From a profile of the shared files to a way to its credentials.
class CredentialPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void basesAreFoundInTheOrderOfTheCommandLine_data();
    void basesAreFoundInTheOrderOfTheCommandLine();
    void rolesAreAssumedFromTheKeysOutward();
    void aSourceWithKeysEndsTheChain();
    void aProfileMayBeItsOwnSource();
    void ssoIsReadInBothForms();
    void problemsAreNamed_data();
    void problemsAreNamed();
    void aLongChainEnds();
    void endpointsComeFromTheServicesSectionFirst();
    void variablesCountBeforeTheFiles_data();
    void variablesCountBeforeTheFiles();
    void otherVariablesCountBeforeTheFiles_data();
    void otherVariablesCountBeforeTheFiles();
    void unusableEndpointsAreAnObstacle_data();
    void unusableEndpointsAreAnObstacle();
    void anEndpointOfOnesOwnLeavesNoObstacle();
    void settingsFillWhatTheProfileLeavesOpen();
};

namespace {

AwsConfig config(const QByteArray &text)
{
    return parseAwsConfig(text, AwsFileKind::Config).value();
}

AwsConfig both(const QByteArray &text, const QByteArray &credentials)
{
    return mergedAwsConfig(config(text),
                           parseAwsConfig(credentials, AwsFileKind::Credentials).value());
}

/// Of lines such as "AWS_CA_BUNDLE=/ca.pem".
QProcessEnvironment environmentOf(const QStringList &lines)
{
    QProcessEnvironment environment;
    for (const QString &line : lines)
        environment.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    return environment;
}

const QByteArray kKeys = "aws_access_key_id=AKIDEXAMPLE\naws_secret_access_key=secret\n";

} // namespace

void CredentialPlanTest::basesAreFoundInTheOrderOfTheCommandLine_data()
{
    using Base = CredentialPlan::Base;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<Base>("base");
    const QByteArray process = "credential_process=/bin/get\n";
    const QByteArray sso = "sso_start_url=https://x/start\nsso_region=eu-west-1\n"
                           "sso_account_id=123456789012\nsso_role_name=Viewer\n";
    const QByteArray role = "role_arn=arn:aws:iam::1:role/r\ncredential_source=Environment\n";
    QTest::newRow("keys") << QByteArray("[profile p]\n" + kKeys) << QByteArray()
                          << Base::StaticKeys;
    QTest::newRow("keys of the other file")
        << QByteArray() << QByteArray("[p]\n" + kKeys) << Base::StaticKeys;
    QTest::newRow("process") << QByteArray("[profile p]\n" + process) << QByteArray()
                             << Base::Process;
    QTest::newRow("process before keys of the config file")
        << QByteArray("[profile p]\n" + process + kKeys) << QByteArray() << Base::Process;
    QTest::newRow("keys of the credentials file before process")
        << QByteArray("[profile p]\n" + process) << QByteArray("[p]\n" + kKeys) << Base::StaticKeys;
    QTest::newRow("sso before keys")
        << QByteArray("[profile p]\n" + sso) << QByteArray("[p]\n" + kKeys) << Base::Sso;
    // "aws sso login" wants the session, and nothing else does.
    const QByteArray session = "sso_session=corp\n";
    QTest::newRow("keys beside an sso_session")
        << QByteArray("[profile p]\n" + session + kKeys) << QByteArray() << Base::StaticKeys;
    QTest::newRow("keys of the other file beside an sso_session")
        << QByteArray("[profile p]\n" + session) << QByteArray("[p]\n" + kKeys) << Base::StaticKeys;
    QTest::newRow("process beside an sso_session")
        << QByteArray("[profile p]\n" + session + process) << QByteArray() << Base::Process;
    QTest::newRow("keys beside an sso_start_url")
        << QByteArray("[profile p]\nsso_start_url=https://x\nsso_region=r\n" + kKeys)
        << QByteArray() << Base::StaticKeys;
    QTest::newRow("role before all") << QByteArray("[profile p]\n" + role + sso + process)
                                     << QByteArray("[p]\n" + kKeys) << Base::Environment;
}

void CredentialPlanTest::basesAreFoundInTheOrderOfTheCommandLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, credentials);
    QFETCH(CredentialPlan::Base, base);
    const auto plan = credentialPlan(both(text, credentials), u"p"_s);
    QVERIFY(plan.hasValue());
    QCOMPARE(plan->base, base);
    QCOMPARE(plan->roles.isEmpty(), base != CredentialPlan::Base::Environment);
    if (base == CredentialPlan::Base::StaticKeys)
        QCOMPARE(plan->keys.accessKeyId, u"AKIDEXAMPLE"_s);
}

void CredentialPlanTest::rolesAreAssumedFromTheKeysOutward()
{
    const auto plan = credentialPlan(
        config("[profile outer]\nregion=eu-central-1\nrole_arn=arn:outer\nsource_profile=inner\n"
               "external_id=ex\nduration_seconds=1800\nrole_session_name=me\n"
               "[profile inner]\nrole_arn=arn:inner\nsource_profile=base\n"
               "mfa_serial=arn:mfa\n[profile base]\nregion=us-east-1\n"
               + kKeys),
        u"outer"_s);
    QVERIFY(plan.hasValue());
    QCOMPARE(plan->roles,
             (QList<AssumeRole>{{u"arn:inner"_s, {}, u"arn:mfa"_s, {}, 0},
                                {u"arn:outer"_s, u"ex"_s, {}, u"me"_s, 1800}}));
    QCOMPARE(plan->base, CredentialPlan::Base::StaticKeys);
    QCOMPARE(plan->region, u"eu-central-1"_s);
}

void CredentialPlanTest::aSourceWithKeysEndsTheChain()
{
    const auto plan
        = credentialPlan(config("[profile outer]\nrole_arn=arn:outer\nsource_profile=inner\n"
                                "[profile inner]\nrole_arn=arn:inner\nsource_profile=nowhere\n"
                                + kKeys),
                         u"outer"_s);
    QVERIFY(plan.hasValue());
    QCOMPARE(plan->roles.size(), 1);
    QCOMPARE(plan->roles.first().roleArn, u"arn:outer"_s);
}

void CredentialPlanTest::aProfileMayBeItsOwnSource()
{
    const auto plan
        = credentialPlan(config("[profile p]\nrole_arn=arn:r\nsource_profile=p\n" + kKeys), u"p"_s);
    QVERIFY(plan.hasValue());
    QCOMPARE(plan->roles.size(), 1);
    QCOMPARE(plan->keys.accessKeyId, u"AKIDEXAMPLE"_s);
}

void CredentialPlanTest::ssoIsReadInBothForms()
{
    const auto legacy
        = credentialPlan(config("[profile p]\nsso_start_url=https://x/start\nsso_region=eu-west-1\n"
                                "sso_account_id=123456789012\nsso_role_name=Viewer\n"),
                         u"p"_s);
    QVERIFY(legacy.hasValue());
    QCOMPARE(legacy->sso,
             (SsoSource{{}, u"https://x/start"_s, u"eu-west-1"_s, u"123456789012"_s, u"Viewer"_s}));
    const auto modern = credentialPlan(
        config("[sso-session corp]\nsso_start_url=https://y/start\nsso_region=us-east-1\n"
               "[profile p]\nsso_session=corp\nsso_account_id=123456789012\n"
               "sso_role_name=Viewer\n"),
        u"p"_s);
    QVERIFY(modern.hasValue());
    QCOMPARE(modern->sso,
             (SsoSource{u"corp"_s, u"https://y/start"_s, u"us-east-1"_s, u"123456789012"_s,
                        u"Viewer"_s}));
}

void CredentialPlanTest::problemsAreNamed_data()
{
    using Kind = PlanProblem::Kind;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("where");
    const auto row
        = [](const char *name, const QByteArray &text, Kind kind, const QString &where = u"p"_s) {
              QTest::newRow(name) << text << kind << where;
          };
    row("missing", "", Kind::ProfileMissing);
    row("nothing", "[profile p]\nregion=r\n", Kind::NoCredentials);
    row("half", "[profile p]\naws_access_key_id=A\n", Kind::KeysIncomplete);
    row("other half", "[profile p]\naws_secret_access_key=s\n", Kind::KeysIncomplete);
    row("loop",
        "[profile p]\nrole_arn=a\nsource_profile=q\n[profile q]\nrole_arn=b\nsource_profile=p\n",
        Kind::Loop);
    row("own source without keys", "[profile p]\nrole_arn=a\nsource_profile=p\n", Kind::Loop);
    row("missing source", "[profile p]\nrole_arn=a\nsource_profile=q\n", Kind::ProfileMissing,
        u"q"_s);
    row("no source", "[profile p]\nrole_arn=a\n", Kind::RoleSourceMissing);
    row("two sources", "[profile p]\nrole_arn=a\nsource_profile=q\ncredential_source=Environment\n",
        Kind::RoleSourceTwice);
    row("bad source", "[profile p]\nrole_arn=a\ncredential_source=Moon\n",
        Kind::BadCredentialSource);
    row("instance", "[profile p]\nrole_arn=a\ncredential_source=Ec2InstanceMetadata\n",
        Kind::NotOnDesktop);
    row("container", "[profile p]\nrole_arn=a\ncredential_source=EcsContainer\n",
        Kind::NotOnDesktop);
    row("short", "[profile p]\nrole_arn=a\nsource_profile=q\nduration_seconds=60\n",
        Kind::BadDuration);
    row("no number", "[profile p]\nrole_arn=a\nsource_profile=q\nduration_seconds=1h\n",
        Kind::BadDuration);
    row("no session", "[profile p]\nsso_session=x\nsso_account_id=1\nsso_role_name=r\n",
        Kind::SsoSessionMissing);
    row("no role", "[profile p]\nsso_start_url=u\nsso_region=r\nsso_account_id=1\n",
        Kind::SsoIncomplete);
    row("no account", "[profile p]\nsso_start_url=u\nsso_region=r\nsso_role_name=v\n" + kKeys,
        Kind::SsoIncomplete);
    row("session alone",
        "[sso-session x]\nsso_start_url=u\nsso_region=r\n[profile p]\nsso_session=x\n",
        Kind::SsoIncomplete);
    row("start URL alone", "[profile p]\nsso_start_url=u\nsso_region=r\n", Kind::SsoIncomplete);
    row("web identity", "[profile p]\nrole_arn=a\nweb_identity_token_file=/t\n", Kind::WebIdentity);
    row("login", "[profile p]\nlogin_session=arn\n", Kind::LoginSession);
}

void CredentialPlanTest::problemsAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(PlanProblem::Kind, kind);
    QFETCH(QString, where);
    const auto plan = credentialPlan(config(text), u"p"_s);
    QVERIFY(!plan.hasValue());
    QCOMPARE(plan.error().kind, kind);
    QCOMPARE(plan.error().profile, where);
}

void CredentialPlanTest::aLongChainEnds()
{
    QByteArray text;
    for (int i = 0; i < 5000; ++i) {
        text += "[profile p" + QByteArray::number(i) + "]\nrole_arn=a\nsource_profile=p"
            + QByteArray::number(i + 1) + '\n';
    }
    const auto plan = credentialPlan(config(text), u"p0"_s);
    QVERIFY(!plan.hasValue());
    QCOMPARE(plan.error().kind, PlanProblem::Kind::TooDeep);
}

void CredentialPlanTest::endpointsComeFromTheServicesSectionFirst()
{
    const QByteArray text = "[services mine]\nmedialive =\n  endpoint_url = http://localhost:1\n"
                            "[profile p]\nservices=mine\nendpoint_url=http://localhost:2\n"
                            "region=r\nca_bundle=/ca.pem\nuse_fips_endpoint=True\n";
    const AwsProfileSettings settings = awsProfileSettings(config(text), u"p"_s);
    QCOMPARE(settings.medialive, QUrl(u"http://localhost:1"_s));
    QCOMPARE(settings.monitoring, QUrl(u"http://localhost:2"_s));
    QCOMPARE(settings.sts, QUrl(u"http://localhost:2"_s));
    QCOMPARE(settings.region, u"r"_s);
    QCOMPARE(settings.caBundle, u"/ca.pem"_s);
    QVERIFY(settings.useFips);
    const AwsProfileSettings ignored
        = awsProfileSettings(config(text + "ignore_configured_endpoint_urls = true\n"), u"p"_s);
    QVERIFY(ignored.medialive.isEmpty());
    QVERIFY(ignored.sts.isEmpty());
}

void CredentialPlanTest::variablesCountBeforeTheFiles_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QByteArray>("more"); // in the profile
    QTest::addColumn<QString>("medialive");
    QTest::addColumn<QString>("monitoring");
    QTest::addColumn<QString>("sts");
    // The files send MediaLive to 1 and everything else to 2.
    const QString one = u"http://localhost:1"_s;
    const QString two = u"http://localhost:2"_s;
    const QString three = u"http://localhost:3"_s;
    const QString four = u"http://localhost:4"_s;
    const QString general = u"AWS_ENDPOINT_URL="_s + three;
    const QString ignore = u"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS="_s;
    const QByteArray ignored = "ignore_configured_endpoint_urls=true\n";
    QTest::newRow("none") << QStringList() << QByteArray() << one << two << two;
    QTest::newRow("general") << QStringList{general} << QByteArray() << three << three << three;
    QTest::newRow("MediaLive's") << QStringList{u"AWS_ENDPOINT_URL_MEDIALIVE="_s + four}
                                 << QByteArray() << four << two << two;
    QTest::newRow("CloudWatch's before the general one")
        << QStringList{general, u"AWS_ENDPOINT_URL_CLOUDWATCH="_s + four} << QByteArray() << three
        << four << three;
    QTest::newRow("STS's") << QStringList{u"AWS_ENDPOINT_URL_STS="_s + four} << QByteArray() << one
                           << two << four;
    QTest::newRow("somebody else's") << QStringList{u"AWS_ENDPOINT_URL_MONITORING="_s + four}
                                     << QByteArray() << one << two << two;
    QTest::newRow("empty ones say nothing")
        << QStringList{u"AWS_ENDPOINT_URL="_s, u"AWS_ENDPOINT_URL_STS="_s} << QByteArray() << one
        << two << two;
    QTest::newRow("ignored by the file")
        << QStringList{general} << ignored << QString() << QString() << QString();
    QTest::newRow("ignored by the variable") << QStringList{general, ignore + u"TRUE"_s}
                                             << QByteArray() << QString() << QString() << QString();
    QTest::newRow("not ignored by the variable, whatever the file says")
        << QStringList{ignore + u"false"_s} << ignored << one << two << two;
}

void CredentialPlanTest::variablesCountBeforeTheFiles()
{
    QFETCH(QStringList, variables);
    QFETCH(QByteArray, more);
    const AwsProfileSettings settings = awsProfileSettings(
        config("[services mine]\nmedialive =\n  endpoint_url = http://localhost:1\n"
               "[profile p]\nservices=mine\nendpoint_url=http://localhost:2\n"
               + more),
        u"p"_s, environmentOf(variables));
    QTEST(settings.medialive.toString(), "medialive");
    QTEST(settings.monitoring.toString(), "monitoring");
    QTEST(settings.sts.toString(), "sts");
    QVERIFY(settings.refusedEndpoints.isEmpty());
}

void CredentialPlanTest::otherVariablesCountBeforeTheFiles_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("useFips");
    QTest::addColumn<QString>("caBundle");
    const QByteArray files = "[profile p]\nuse_fips_endpoint=true\nca_bundle=/file.pem\n";
    const QByteArray silent = "[profile p]\nregion=r\n";
    QTest::newRow("neither") << QStringList() << silent << false << QString();
    QTest::newRow("the files") << QStringList() << files << true << u"/file.pem"_s;
    QTest::newRow("the variables")
        << QStringList{u"AWS_USE_FIPS_ENDPOINT=True"_s, u"AWS_CA_BUNDLE=/env.pem"_s} << silent
        << true << u"/env.pem"_s;
    QTest::newRow("the variables before the files")
        << QStringList{u"AWS_USE_FIPS_ENDPOINT=false"_s, u"AWS_CA_BUNDLE=/env.pem"_s} << files
        << false << u"/env.pem"_s;
    // An empty path must not make connections trust less or more than the file wants.
    QTest::newRow("empty variables")
        << QStringList{u"AWS_USE_FIPS_ENDPOINT="_s, u"AWS_CA_BUNDLE="_s} << files << false
        << u"/file.pem"_s;
    QTest::newRow("a profile of no file")
        << QStringList{u"AWS_CA_BUNDLE=/env.pem"_s} << QByteArray() << false << u"/env.pem"_s;
}

void CredentialPlanTest::otherVariablesCountBeforeTheFiles()
{
    QFETCH(QStringList, variables);
    QFETCH(QByteArray, text);
    const AwsProfileSettings settings
        = awsProfileSettings(config(text), u"p"_s, environmentOf(variables));
    QTEST(settings.useFips, "useFips");
    QTEST(settings.caBundle, "caBundle");
}

void CredentialPlanTest::unusableEndpointsAreAnObstacle_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QByteArray>("more"); // in the profile
    QTest::addColumn<Service>("service");
    QTest::addColumn<QString>("key");
    QTest::addColumn<EndpointProblem>("endpoint");
    QTest::newRow("http") << QStringList() << QByteArray("endpoint_url=http://example.net\n")
                          << Service::MediaLive << u"endpoint_url"_s << EndpointProblem::PlainHttp;
    QTest::newRow("path") << QStringList() << QByteArray("endpoint_url=https://example.net/aws\n")
                          << Service::MediaLive << u"endpoint_url"_s << EndpointProblem::Extra;
    QTest::newRow("scheme") << QStringList() << QByteArray("endpoint_url=ftp://example.net\n")
                            << Service::MediaLive << u"endpoint_url"_s << EndpointProblem::Scheme;
    QTest::newRow("no URL") << QStringList() << QByteArray("endpoint_url=example.net\n")
                            << Service::MediaLive << u"endpoint_url"_s << EndpointProblem::Invalid;
    QTest::newRow("no character of a URL")
        << QStringList() << QByteArray("endpoint_url=https://exa mple.net\n") << Service::MediaLive
        << u"endpoint_url"_s << EndpointProblem::Invalid;
    QTest::newRow("services") << QStringList() << QByteArray("services=mine\n")
                              << Service::CloudWatch << u"endpoint_url"_s
                              << EndpointProblem::PlainHttp;
    QTest::newRow("variable") << QStringList{u"AWS_ENDPOINT_URL_STS=http://example.net"_s}
                              << QByteArray("endpoint_url=https://example.net\n") << Service::Sts
                              << u"AWS_ENDPOINT_URL_STS"_s << EndpointProblem::PlainHttp;
    QTest::newRow("general variable")
        << QStringList{u"AWS_ENDPOINT_URL=https://me@example.net"_s} << QByteArray()
        << Service::MediaLive << u"AWS_ENDPOINT_URL"_s << EndpointProblem::Extra;
}

void CredentialPlanTest::unusableEndpointsAreAnObstacle()
{
    QFETCH(QStringList, variables);
    QFETCH(QByteArray, more);
    const AwsConfig files
        = config("[services mine]\ncloudwatch =\n  endpoint_url = http://example.net\n[profile p]\n"
                 + kKeys + more);
    const auto plan = credentialPlan(files, u"p"_s, environmentOf(variables));
    QVERIFY(plan.hasValue());
    const auto problem = refusedEndpoint(*plan, {});
    QVERIFY(problem);
    QCOMPARE(problem->kind, PlanProblem::Kind::EndpointUnusable);
    QCOMPARE(problem->profile, u"p"_s);
    QTEST(problem->service, "service");
    QTEST(problem->key, "key");
    QTEST(problem->endpoint, "endpoint");
    // Whoever tells the endpoints to be ignored is not bothered by them.
    const auto ignoring = credentialPlan(
        files, u"p"_s,
        environmentOf(variables + QStringList{u"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true"_s}));
    QVERIFY(ignoring.hasValue());
    QVERIFY(!refusedEndpoint(*ignoring, {}));
}

void CredentialPlanTest::anEndpointOfOnesOwnLeavesNoObstacle()
{
    const auto plan
        = credentialPlan(config("[profile p]\nendpoint_url=http://example.net\n" + kKeys), u"p"_s);
    QVERIFY(plan.hasValue());
    EndpointOverrides own;
    own.medialive = QUrl(u"https://medialive.example.net"_s);
    own.sts = QUrl(u"https://sts.example.net"_s);
    QCOMPARE(refusedEndpoint(*plan, own).value().service, Service::CloudWatch);
    own.monitoring = QUrl(u"https://monitoring.example.net"_s);
    QVERIFY(!refusedEndpoint(*plan, own));
}

void CredentialPlanTest::settingsFillWhatTheProfileLeavesOpen()
{
    AwsProfileSettings settings;
    settings.region = u"eu-west-1"_s;
    settings.medialive = QUrl(u"https://vpce.example.net"_s);
    settings.monitoring = QUrl(u"http://example.net"_s); // may not be used
    settings.sts = QUrl(u"https://sts.example.net"_s);
    settings.useFips = true;
    settings.caBundle = u"/etc/ssl/shared.pem"_s;
    Profile profile = makeProfile();
    profile.region = u"us-east-1"_s;
    profile.endpoints.sts = QUrl(u"https://own.example.net"_s);
    const Profile filled = withAwsSettings(profile, settings);
    QCOMPARE(filled.region, u"us-east-1"_s);
    QCOMPARE(filled.endpoint(Service::MediaLive), settings.medialive);
    QCOMPARE(filled.endpoint(Service::CloudWatch),
             QUrl(u"https://monitoring-fips.us-east-1.amazonaws.com"_s));
    QCOMPARE(filled.endpoint(Service::Sts), profile.endpoints.sts);
    QCOMPARE(filled.caFile, settings.caBundle);
    profile.caFile = u"/etc/ssl/own.pem"_s;
    QCOMPARE(withAwsSettings(profile, settings).caFile, profile.caFile);
    QCOMPARE(withAwsSettings(profile, {}), profile);
}

} // namespace tallylight

QTEST_GUILESS_MAIN(tallylight::CredentialPlanTest)
#include "tst_credentialplan.moc"
