// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/awsimport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

namespace {

AwsConfig exampleFiles()
{
    const auto config = parseAwsConfig("[default]\nregion = eu-west-1\n"
                                       "[profile sso]\nsso_session = corp\n"
                                       "sso_account_id = 123456789012\nsso_role_name = V\n"
                                       "[sso-session corp]\nsso_region = eu-west-1\n"
                                       "sso_start_url = https://x.awsapps.com/start\n"
                                       "[profile role]\nrole_arn = arn:aws:iam::1:role/R\n"
                                       "source_profile = default\nmfa_serial = GAHT1\n"
                                       "region = us-gov-west-1\n"
                                       "[profile program]\ncredential_process = /bin/true\n"
                                       "endpoint_url = http://127.0.0.1:1\n"
                                       "[profile broken]\nregion = eu-west-1\n",
                                       AwsFileKind::Config);
    const auto keys = parseAwsConfig("[default]\naws_access_key_id = A\n"
                                     "aws_secret_access_key = B\n",
                                     AwsFileKind::Credentials);
    return mergedAwsConfig(*config, *keys);
}

Profile watched(const QString &name, const QString &awsProfile, const QString &region)
{
    Profile profile = makeProfile();
    profile.name = name;
    profile.credentialSource = CredentialSource::AwsProfile;
    profile.awsProfile = awsProfile;
    profile.region = region;
    return profile;
}

} // namespace

class TestAwsImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProfileIsACandidate();
    void regionsOfThePartitionAreSearched_data();
    void regionsOfThePartitionAreSearched();
    void namesAreFree();
    void whatIsWatchedIsLeftOut();
};

void TestAwsImport::everyProfileIsACandidate()
{
    const QList<ImportCandidate> all = importCandidates(exampleFiles());
    QStringList names;
    for (const ImportCandidate &one : all)
        names.append(one.name);
    QCOMPARE(names, (QStringList{u"broken"_s, u"default"_s, u"program"_s, u"role"_s, u"sso"_s}));
    QVERIFY(all.at(0).problem);
    QCOMPARE(all.at(0).problem->kind, PlanProblem::Kind::NoCredentials);
    QCOMPARE(all.at(1).base, CredentialPlan::Base::StaticKeys);
    QCOMPARE(all.at(1).region, u"eu-west-1"_s);
    QVERIFY(!all.at(1).assumesRole);
    QCOMPARE(all.at(2).base, CredentialPlan::Base::Process);
    QVERIFY(all.at(2).hasEndpoint);
    QVERIFY(all.at(3).assumesRole);
    QVERIFY(all.at(3).needsMfa);
    QCOMPARE(all.at(4).base, CredentialPlan::Base::Sso);
    QVERIFY(all.at(4).region.isEmpty());
}

void TestAwsImport::regionsOfThePartitionAreSearched_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("many");
    QTest::newRow("none") << QString() << knownRegions().first() << true;
    QTest::newRow("a known one") << u"eu-central-1"_s << knownRegions().first() << true;
    QTest::newRow("a new one") << u"eu-south-9"_s << u"eu-south-9"_s << true;
    QTest::newRow("another partition") << u"us-gov-west-1"_s << u"us-gov-west-1"_s << false;
    QTest::newRow("nonsense") << u"mars"_s << knownRegions().first() << true;
}

void TestAwsImport::regionsOfThePartitionAreSearched()
{
    QFETCH(const QString, region);
    QFETCH(const QString, first);
    QFETCH(const bool, many);
    const QStringList regions = regionsToSearch(region);
    QCOMPARE(regions.first(), first);
    QCOMPARE(regions.size() > 5, many);
    QCOMPARE(QSet<QString>(regions.begin(), regions.end()).size(), regions.size());
}

void TestAwsImport::namesAreFree()
{
    const QList<Profile> one = importedProfiles(u"news"_s, {u"eu-west-1"_s}, {});
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.first().name, u"news"_s);
    QCOMPARE(one.first().credentialSource, CredentialSource::AwsProfile);
    QCOMPARE(one.first().awsProfile, u"news"_s);
    QCOMPARE(one.first().region, u"eu-west-1"_s);
    const QList<Profile> two
        = importedProfiles(u"news"_s, {u"eu-west-1"_s, u"us-east-1"_s},
                           {watched(u"News eu-west-1"_s, u"other"_s, u"eu-west-1"_s)});
    QCOMPARE(two.size(), 2);
    QCOMPARE(two.first().name, u"news eu-west-1 2"_s);
    QCOMPARE(two.last().name, u"news us-east-1"_s);
    QVERIFY(two.first().id != two.last().id);
    for (const Profile &profile : two)
        QVERIFY(validateProfile(profile, {}).isEmpty());
}

void TestAwsImport::whatIsWatchedIsLeftOut()
{
    const QList<Profile> made
        = importedProfiles(u"news"_s, {u"eu-west-1"_s, u"us-east-1"_s, u"us-east-1"_s},
                           {watched(u"x"_s, u"news"_s, u"eu-west-1"_s)});
    QCOMPARE(made.size(), 1);
    QCOMPARE(made.first().region, u"us-east-1"_s);
}

QTEST_GUILESS_MAIN(TestAwsImport)
#include "tst_awsimport.moc"
