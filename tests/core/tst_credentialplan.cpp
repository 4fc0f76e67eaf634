// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/credentialplan.h"

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
