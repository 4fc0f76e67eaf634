// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/region.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

class RegionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRegionHasItsPartition_data();
    void eachRegionHasItsPartition();
    void oddNamesAreRefused_data();
    void oddNamesAreRefused();
    void knownRegionsAreValidAndDistinct();
    void hostsFollowFromTheRegion_data();
    void hostsFollowFromTheRegion();
    void fipsHostsHaveTheirOwnNames();
    void endpointsAreChecked_data();
    void endpointsAreChecked();
    void loopbackIsLoopbackOnly_data();
    void loopbackIsLoopbackOnly();
};

void RegionTest::eachRegionHasItsPartition_data()
{
    QTest::addColumn<QString>("partition");
    QTest::addColumn<QString>("suffix");
    const auto row = [](const char *region, const QString &partition, const QString &suffix) {
        QTest::newRow(region) << partition << suffix;
    };
    for (const char *region :
         {"us-east-1", "eu-central-1", "ap-northeast-3", "sa-east-1", "ca-central-1",
          "me-central-1", "af-south-1", "il-central-1", "mx-central-1", "eu-west-12"})
        row(region, u"aws"_s, u"amazonaws.com"_s);
    row("cn-north-1", u"aws-cn"_s, u"amazonaws.com.cn"_s);
    row("us-gov-west-1", u"aws-us-gov"_s, u"amazonaws.com"_s);
    row("eusc-de-east-1", u"aws-eusc"_s, u"amazonaws.eu"_s);
    row("us-iso-east-1", u"aws-iso"_s, u"c2s.ic.gov"_s);
    row("us-isob-east-1", u"aws-iso-b"_s, u"sc2s.sgov.gov"_s);
    row("eu-isoe-west-1", u"aws-iso-e"_s, u"cloud.adc-e.uk"_s);
    row("us-isof-south-1", u"aws-iso-f"_s, u"csp.hci.ic.gov"_s);
}

void RegionTest::eachRegionHasItsPartition()
{
    QFETCH(QString, partition);
    QFETCH(QString, suffix);
    const auto found = partitionForRegion(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(found);
    QCOMPARE(found->id, partition);
    QCOMPARE(found->dnsSuffix, suffix);
}

void RegionTest::oddNamesAreRefused_data()
{
    QTest::addColumn<QString>("region");
    const QStringList odd{QString(),
                          u"eu"_s,
                          u"eu-central"_s,
                          u"eu-central-"_s,
                          u"eu--1"_s,
                          u"EU-CENTRAL-1"_s,
                          u" eu-central-1"_s,
                          u"eu-central-1\n"_s,
                          u"eu-central-1 "_s,
                          u"eu-central-1.evil.example"_s,
                          u"eu-central-1/x"_s,
                          u"eu-central-1@x"_s,
                          u"eu-central-1a"_s,
                          u"xx-central-1"_s,
                          u"us-gov-west"_s,
                          u"eu-zentral-²"_s,
                          u"eu-central-١"_s,
                          u"xeu-central-1"_s,
                          u"us-secret-east-1"_s};
    for (const QString &region : odd)
        QTest::addRow("%s", qPrintable(u'"' + region + u'"')) << region;
}

void RegionTest::oddNamesAreRefused()
{
    QFETCH(QString, region);
    QVERIFY(!partitionForRegion(region));
    QVERIFY(!defaultEndpoint(Service::MediaLive, region).isValid());
}

void RegionTest::knownRegionsAreValidAndDistinct()
{
    const QStringList regions = knownRegions();
    QCOMPARE(QSet<QString>(regions.begin(), regions.end()).size(), regions.size());
    QVERIFY(regions.size() >= 20);
    for (const QString &region : regions)
        QVERIFY2(partitionForRegion(region), qPrintable(region));
}

void RegionTest::hostsFollowFromTheRegion_data()
{
    QTest::addColumn<Service>("service");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("url");
    QTest::newRow("MediaLive") << Service::MediaLive << u"eu-central-1"_s
                               << u"https://medialive.eu-central-1.amazonaws.com"_s;
    QTest::newRow("CloudWatch") << Service::CloudWatch << u"eu-central-1"_s
                                << u"https://monitoring.eu-central-1.amazonaws.com"_s;
    QTest::newRow("STS") << Service::Sts << u"us-east-1"_s
                         << u"https://sts.us-east-1.amazonaws.com"_s;
    QTest::newRow("SSO sign-in") << Service::SsoOidc << u"eu-west-1"_s
                                 << u"https://oidc.eu-west-1.amazonaws.com"_s;
    QTest::newRow("SSO portal") << Service::SsoPortal << u"eu-west-1"_s
                                << u"https://portal.sso.eu-west-1.amazonaws.com"_s;
    QTest::newRow("China") << Service::MediaLive << u"cn-north-1"_s
                           << u"https://medialive.cn-north-1.amazonaws.com.cn"_s;
}

void RegionTest::hostsFollowFromTheRegion()
{
    QFETCH(Service, service);
    QFETCH(QString, region);
    QFETCH(QString, url);
    QCOMPARE(defaultEndpoint(service, region), QUrl(url));
    QCOMPARE(checkEndpoint(defaultEndpoint(service, region)), EndpointProblem::None);
}

void RegionTest::fipsHostsHaveTheirOwnNames()
{
    QCOMPARE(fipsEndpoint(Service::MediaLive, u"us-east-1"_s),
             QUrl(u"https://medialive-fips.us-east-1.amazonaws.com"_s));
    QCOMPARE(fipsEndpoint(Service::CloudWatch, u"us-west-2"_s),
             QUrl(u"https://monitoring-fips.us-west-2.amazonaws.com"_s));
    QCOMPARE(fipsEndpoint(Service::Sts, u"us-gov-west-1"_s),
             QUrl(u"https://sts.us-gov-west-1.amazonaws.com"_s));
    QVERIFY(fipsEndpoint(Service::Sts, u"nowhere"_s).isEmpty());
}

void RegionTest::endpointsAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<EndpointProblem>("problem");
    using P = EndpointProblem;
    QTest::newRow("host") << u"https://vpce.example.net"_s << P::None;
    QTest::newRow("host and port") << u"https://vpce.example.net:8443"_s << P::None;
    QTest::newRow("slash at the end") << u"https://vpce.example.net/"_s << P::None;
    QTest::newRow("address") << u"https://10.0.0.1:443"_s << P::None;
    QTest::newRow("plain on loopback") << u"http://127.0.0.1:4566"_s << P::None;
    QTest::newRow("plain on localhost") << u"http://localhost:4566"_s << P::None;
    QTest::newRow("plain on IPv6 loopback") << u"http://[::1]:4566"_s << P::None;
    QTest::newRow("plain elsewhere") << u"http://example.net"_s << P::PlainHttp;
    QTest::newRow("plain on an almost loopback")
        << u"http://127.0.0.1.example.net"_s << P::PlainHttp;
    QTest::newRow("plain on a LAN address") << u"http://192.168.1.5:8080"_s << P::PlainHttp;
    QTest::newRow("path") << u"https://example.net/prod"_s << P::Extra;
    QTest::newRow("query") << u"https://example.net?a=1"_s << P::Extra;
    QTest::newRow("fragment") << u"https://example.net#a"_s << P::Extra;
    QTest::newRow("user") << u"https://me@example.net"_s << P::Extra;
    QTest::newRow("user and password") << u"https://me:pw@example.net"_s << P::Extra;
    QTest::newRow("file") << u"file:///etc/passwd"_s << P::Invalid;
    QTest::newRow("ftp") << u"ftp://example.net"_s << P::Scheme;
    QTest::newRow("no scheme") << u"example.net"_s << P::Invalid;
    QTest::newRow("no host") << u"https://"_s << P::Invalid;
    QTest::newRow("nothing") << QString() << P::Invalid;
    QTest::newRow("port out of range") << u"https://example.net:99999"_s << P::Invalid;
    QTest::newRow("port zero") << u"https://example.net:0"_s << P::Invalid;
}

void RegionTest::endpointsAreChecked()
{
    QFETCH(QString, url);
    QFETCH(EndpointProblem, problem);
    QCOMPARE(checkEndpoint(QUrl(url)), problem);
}

void RegionTest::loopbackIsLoopbackOnly_data()
{
    QTest::addColumn<bool>("loopback");
    for (const char *host :
         {"localhost", "LOCALHOST", "demo.localhost", "127.0.0.1", "127.255.255.254", "::1"})
        QTest::newRow(host) << true;
    for (const char *host :
         {"localhost.example.net", "notlocalhost", "127.0.0.1.example.net", "128.0.0.1", "127.0.0",
          "127.999.0.1", "::2", "0.0.0.0", "10.0.0.1", "[::1]"})
        QTest::newRow(host) << false;
    QTest::newRow("") << false;
}

void RegionTest::loopbackIsLoopbackOnly()
{
    QFETCH(bool, loopback);
    QCOMPARE(isLoopbackHost(QString::fromLatin1(QTest::currentDataTag())), loopback);
}

QTEST_APPLESS_MAIN(RegionTest)
#include "tst_region.moc"
