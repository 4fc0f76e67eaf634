// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile.h"

#include <QTest>
#include <QUuid>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace tallylight;
using P = ProfileProblem;

Q_DECLARE_METATYPE(tallylight::Profile)

namespace {

Profile goodProfile()
{
    Profile profile = makeProfile();
    profile.name = u"Frankfurt"_s;
    profile.region = u"eu-central-1"_s;
    return profile;
}

template<typename Change> Profile changed(const Change &change)
{
    Profile profile = goodProfile();
    change(profile);
    return profile;
}

ProxySetting manual(const QString &url)
{
    return {ProxySetting::Mode::Manual, QUrl(url)};
}

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problemsAreFound_data();
    void problemsAreFound();
    void everyProblemIsListedAtOnce();
    void namesAreUniqueWithoutCase_data();
    void namesAreUniqueWithoutCase();
    void aProfileMayKeepItsOwnName();
    void clampingMakesLimitsValid_data();
    void clampingMakesLimitsValid();
    void clampingLeavesGoodValuesAlone();
    void newProfilesHaveFreshIds();
    void duplicatesGetAFreeNameAndAFreshId_data();
    void duplicatesGetAFreeNameAndAFreshId();
    void endpointsFollowFromTheRegionUnlessOverridden();
    void stsSharesTheMediaLiveProxy();
};

void ProfileTest::problemsAreFound_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QList<int>>("problems");
    const auto row = [](const char *name, const Profile &profile, const QList<P> &problems) {
        QList<int> numbers;
        for (const P problem : problems)
            numbers << static_cast<int>(problem);
        QTest::newRow(name) << profile << numbers;
    };
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    row("none", goodProfile(), {});
    row("no name", changed([](Profile &p) { p.name.clear(); }), {P::NameMissing});
    row("blank name", changed([](Profile &p) { p.name = u" \t"_s; }), {P::NameMissing});
    row("no region", changed([](Profile &p) { p.region.clear(); }), {P::RegionMissing});
    row("odd region", changed([](Profile &p) { p.region = u"mars-1"_s; }), {P::RegionInvalid});
    row("MediaLive endpoint",
        changed([](Profile &p) { p.endpoints.medialive = QUrl(u"http://a.example"_s); }),
        {P::MediaLiveEndpoint});
    row("monitoring endpoint",
        changed([](Profile &p) { p.endpoints.monitoring = QUrl(u"https://a.example/p"_s); }),
        {P::MonitoringEndpoint});
    row("STS endpoint", changed([](Profile &p) { p.endpoints.sts = QUrl(u"ftp://a.example"_s); }),
        {P::StsEndpoint});
    row("proxies", changed([](Profile &p) {
            p.medialiveProxy = manual(u"http://proxy.example:3128"_s);
            p.monitoringProxy = manual(u"socks5://[::1]:1080"_s);
        }),
        {});
    row("proxy without a port",
        changed([](Profile &p) { p.medialiveProxy = manual(u"http://a.example"_s); }),
        {P::MediaLiveProxy});
    row("proxy with a password",
        changed([](Profile &p) { p.monitoringProxy = manual(u"http://me:pw@a.example:1"_s); }),
        {P::MonitoringProxy});
    row("proxy with a user",
        changed([](Profile &p) { p.monitoringProxy = manual(u"http://me@a.example:1"_s); }), {});
    row("proxy of another kind",
        changed([](Profile &p) { p.medialiveProxy = manual(u"ftp://a.example:1"_s); }),
        {P::MediaLiveProxy});
    row("proxy empty", changed([](Profile &p) { p.medialiveProxy = manual({}); }),
        {P::MediaLiveProxy});
    row("unused proxy URL", changed([](Profile &p) { p.medialiveProxy.url = QUrl(u"nonsense"_s); }),
        {});
    row("aws profile unnamed",
        changed([](Profile &p) { p.credentialSource = CredentialSource::AwsProfile; }),
        {P::AwsProfileMissing});
    const auto sso = [](const SsoSource &source) {
        return changed([source](Profile &p) {
            p.credentialSource = CredentialSource::Sso;
            p.sso = source;
        });
    };
    const QString start = u"https://x.awsapps.com/start"_s;
    row("sso", sso({{}, start, u"eu-west-1"_s, u"123456789012"_s, u"View.Only"_s}), {});
    row("sso with nothing", sso({}), {P::SsoStartUrl, P::SsoRegion, P::SsoAccount, P::SsoRole});
    row("sso at a plain address",
        sso({{}, u"http://x.awsapps.com"_s, u"eu-west-1"_s, u"123456789012"_s, u"V"_s}),
        {P::SsoStartUrl});
    row("sso account cut short", sso({{}, start, u"eu-west-1"_s, u"12345678901"_s, u"V"_s}),
        {P::SsoAccount});
    row("sso role with a blank", sso({{}, start, u"eu-west-1"_s, u"123456789012"_s, u"A B"_s}),
        {P::SsoRole});
    const auto role = [](const AssumeRole &assumeRole) {
        return changed([assumeRole](Profile &p) { p.assumeRole = assumeRole; });
    };
    const QString arn = u"arn:aws:iam::123456789012:role/team/Monitoring"_s;
    row("role", role({arn, u"ab"_s, u"GAHT12345678"_s, u"night.shift@tv"_s, 900}), {});
    row("role of another partition",
        role({u"arn:aws-us-gov:iam::123456789012:role/M"_s, {}, {}, {}, 43200}), {});
    row("user instead of a role", role({u"arn:aws:iam::123456789012:user/M"_s, {}, {}, {}, 0}),
        {P::RoleArn});
    row("only its name", role({u"Monitoring"_s, {}, {}, {}, 0}), {P::RoleArn});
    row("all but the role", role({{}, u"ab"_s, {}, {}, 0}), {P::RoleArn});
    row("role's details", role({arn, u"a"_s, u"short"_s, u"n"_s, 899}),
        {P::RoleExternalId, P::RoleMfaSerial, P::RoleSessionName, P::RoleDuration});
    row("role's details odd", role({arn, u"a b"_s, u"a device 123"_s, u"night shift"_s, 43201}),
        {P::RoleExternalId, P::RoleMfaSerial, P::RoleSessionName, P::RoleDuration});
    row("rate 5", changed([](Profile &p) { p.medialiveRequestsPerSecond = 5.0; }), {});
    row("rate above 5", changed([](Profile &p) { p.medialiveRequestsPerSecond = 5.01; }),
        {P::RateTooHigh});
    row("rate above 5 with an endpoint", changed([](Profile &p) {
            p.medialiveRequestsPerSecond = 100.0;
            p.endpoints.medialive = QUrl(u"http://localhost:1"_s);
        }),
        {});
    row("rate zero", changed([](Profile &p) { p.medialiveRequestsPerSecond = 0.0; }),
        {P::RateTooLow});
    row("rate no number", changed([=](Profile &p) { p.medialiveRequestsPerSecond = kNan; }),
        {P::RateTooLow});
    row("inventory 1 s", changed([](Profile &p) { p.inventorySeconds = 1; }),
        {P::InventoryInterval});
    row("inventory 2 s", changed([](Profile &p) { p.inventorySeconds = 2; }), {});
    row("inventory above 1 h", changed([](Profile &p) { p.inventorySeconds = 3601; }),
        {P::InventoryInterval});
    row("metrics 9 s", changed([](Profile &p) { p.metricsSeconds = 9; }), {P::MetricsInterval});
    row("metrics 1 h", changed([](Profile &p) { p.metricsSeconds = 3600; }), {});
    row("budget nothing", changed([](Profile &p) { p.cloudwatchBudgetUsdPerMonth = 0.0; }), {});
    row("budget negative", changed([](Profile &p) { p.cloudwatchBudgetUsdPerMonth = -0.01; }),
        {P::BudgetNegative});
    row("budget no number", changed([=](Profile &p) { p.cloudwatchBudgetUsdPerMonth = kNan; }),
        {P::BudgetNegative});
}

void ProfileTest::problemsAreFound()
{
    QFETCH(Profile, profile);
    QFETCH(QList<int>, problems);
    QList<int> found;
    const QList<P> all = validateProfile(profile, {});
    for (const P problem : all)
        found << static_cast<int>(problem);
    QCOMPARE(found, problems);
}

void ProfileTest::everyProblemIsListedAtOnce()
{
    Profile profile;
    profile.inventorySeconds = 0;
    const QList<P> problems = validateProfile(profile, {});
    for (const P problem : {P::NameMissing, P::RegionMissing, P::InventoryInterval})
        QVERIFY(problems.contains(problem));
}

void ProfileTest::namesAreUniqueWithoutCase_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("taken");
    QTest::newRow("same") << u"Frankfurt"_s << true;
    QTest::newRow("other case") << u"FRANKFURT"_s << true;
    QTest::newRow("blanks around it") << u" Frankfurt "_s << true;
    QTest::newRow("another") << u"Frankfurt 2"_s << false;
}

void ProfileTest::namesAreUniqueWithoutCase()
{
    QFETCH(QString, name);
    QFETCH(bool, taken);
    const Profile other = goodProfile();
    const Profile profile = changed([&](Profile &p) { p.name = name; });
    QCOMPARE(validateProfile(profile, {other}).contains(P::NameTaken), taken);
    // And the other way round: what is saved may carry blanks too.
    QCOMPARE(validateProfile(other, {profile}).contains(P::NameTaken), taken);
}

void ProfileTest::aProfileMayKeepItsOwnName()
{
    const Profile profile = goodProfile();
    QVERIFY(validateProfile(profile, {profile}).isEmpty());
}

void ProfileTest::clampingMakesLimitsValid_data()
{
    QTest::addColumn<double>("number");
    QTest::newRow("huge") << 1e300;
    QTest::newRow("negative") << -1e300;
    QTest::newRow("zero") << 0.0;
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
}

void ProfileTest::clampingMakesLimitsValid()
{
    QFETCH(double, number);
    for (const bool overridden : {false, true}) {
        Profile profile = goodProfile();
        if (overridden)
            profile.endpoints.medialive = QUrl(u"http://localhost:1"_s);
        profile.medialiveRequestsPerSecond = number;
        profile.cloudwatchBudgetUsdPerMonth = number;
        profile.inventorySeconds = number > 0 ? std::numeric_limits<int>::max() : -1;
        profile.metricsSeconds = profile.inventorySeconds;
        clampToLimits(profile);
        QVERIFY(validateProfile(profile, {}).isEmpty());
        QVERIFY(std::isfinite(profile.medialiveRequestsPerSecond));
        QVERIFY(std::isfinite(profile.cloudwatchBudgetUsdPerMonth));
    }
}

void ProfileTest::clampingLeavesGoodValuesAlone()
{
    const Profile profile = changed([](Profile &p) {
        p.medialiveRequestsPerSecond = 0.5;
        p.inventorySeconds = 2;
        p.metricsSeconds = 3600;
        p.cloudwatchBudgetUsdPerMonth = 0.0;
    });
    Profile clamped = profile;
    clampToLimits(clamped);
    QVERIFY(clamped == profile);
}

void ProfileTest::newProfilesHaveFreshIds()
{
    const Profile one = makeProfile();
    const Profile two = makeProfile();
    QVERIFY(one.id != two.id);
    QVERIFY(!QUuid::fromString(one.id).isNull());
    QVERIFY(!one.id.contains(u'{'));
}

void ProfileTest::duplicatesGetAFreeNameAndAFreshId_data()
{
    QTest::addColumn<QStringList>("existing");
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("copy");
    QTest::newRow("first copy") << QStringList{u"Prod"_s} << u"Prod"_s << u"Prod 2"_s;
    QTest::newRow("second copy") << QStringList{u"Prod"_s, u"Prod 2"_s} << u"Prod"_s << u"Prod 3"_s;
    QTest::newRow("copy of a copy")
        << QStringList{u"Prod"_s, u"Prod 2"_s} << u"Prod 2"_s << u"Prod 3"_s;
    QTest::newRow("a gap") << QStringList{u"Prod"_s, u"Prod 3"_s} << u"Prod"_s << u"Prod 2"_s;
    QTest::newRow("other case") << QStringList{u"Prod"_s, u"PROD 2"_s} << u"Prod"_s << u"Prod 3"_s;
    QTest::newRow("a number that belongs")
        << QStringList{u"eu-west-1"_s} << u"eu-west-1"_s << u"eu-west-1 2"_s;
}

void ProfileTest::duplicatesGetAFreeNameAndAFreshId()
{
    QFETCH(QStringList, existing);
    QFETCH(QString, original);
    QFETCH(QString, copy);
    QList<Profile> profiles;
    Profile source;
    for (const QString &name : existing) {
        profiles << changed([&](Profile &p) { p.name = name; });
        if (name == original)
            source = profiles.last();
    }
    Profile duplicate = duplicateProfile(source, profiles);
    QCOMPARE(duplicate.name, copy);
    QVERIFY(duplicate.id != source.id);
    QVERIFY(validateProfile(duplicate, profiles).isEmpty());
    duplicate.id = source.id;
    duplicate.name = source.name;
    QVERIFY(duplicate == source); // everything else is the same
}

void ProfileTest::endpointsFollowFromTheRegionUnlessOverridden()
{
    Profile profile = goodProfile();
    QCOMPARE(profile.endpoint(Service::CloudWatch),
             QUrl(u"https://monitoring.eu-central-1.amazonaws.com"_s));
    profile.endpoints.monitoring = QUrl(u"https://vpce.example:8443"_s);
    QCOMPARE(profile.endpoint(Service::CloudWatch), QUrl(u"https://vpce.example:8443"_s));
    QCOMPARE(profile.endpoint(Service::MediaLive),
             QUrl(u"https://medialive.eu-central-1.amazonaws.com"_s));
    QCOMPARE(profile.endpoint(Service::Sts), QUrl(u"https://sts.eu-central-1.amazonaws.com"_s));
}

void ProfileTest::stsSharesTheMediaLiveProxy()
{
    Profile profile = goodProfile();
    profile.medialiveProxy.mode = ProxySetting::Mode::None;
    QCOMPARE(profile.proxy(Service::Sts).mode, ProxySetting::Mode::None);
    QCOMPARE(profile.proxy(Service::MediaLive).mode, ProxySetting::Mode::None);
    QCOMPARE(profile.proxy(Service::CloudWatch).mode, ProxySetting::Mode::System);
}

QTEST_APPLESS_MAIN(ProfileTest)
#include "tst_profile.moc"
