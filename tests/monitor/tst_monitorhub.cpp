// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/credentials.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "storage/memorysecretstore.h"
#include "support/loopbackserver.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::MonitorHub;
using monitor::RegionMonitor;
using test::LoopbackServer;
using test::RawRequest;
using test::ScriptedReply;

namespace {

/// Several profiles, each with a server of its own that has nothing to tell, and who was asked in
/// which order.
struct Bench
{
    explicit Bench(const QStringList &names)
        : hub(secrets, clock)
    {
        for (const QString &name : names) {
            servers.push_back(std::make_unique<LoopbackServer>());
            servers.back()->setHandler([this, name](const RawRequest &request) {
                if (request.method() == "CONNECT")
                    return ScriptedReply::status(502);
                if (request.path().startsWith("/prod/") && !order.contains(name))
                    order.append(name);
                return ScriptedReply::json(request.path() == "/prod/inputs" ? R"({"inputs":[]})"
                                                                            : R"({"channels":[]})");
            });
            Profile profile = makeProfile();
            profile.name = name;
            profile.region = u"eu-central-1"_s;
            const QUrl url = servers.back()->url();
            profile.endpoints = {url, url, url};
            profile.medialiveRequestsPerSecond = 500.0;
            profile.inventorySeconds = 3600; // nobody asks by himself
            Credentials credentials;
            credentials.accessKeyId = u"AKIATESTTESTTESTTEST"_s;
            credentials.secretAccessKey = Secret(QByteArray("not/a/real+secret"));
            secrets.insert(profile.id, credentials);
            profiles.append(profile);
        }
    }
    /// A region that is not on this computer: what is meant for it arrives at the first server,
    /// which is its proxy and refuses.
    void makeRemote(const QString &name)
    {
        Profile &profile = named(name);
        const QUrl url(u"https://192.0.2.1:443"_s); // belongs to nobody (RFC 5737)
        profile.endpoints = {url, url, url};
        profile.medialiveProxy = {ProxySetting::Mode::Manual, servers.front()->url()};
        profile.monitoringProxy = profile.medialiveProxy;
    }
    Profile &named(const QString &name)
    {
        return *std::find_if(profiles.begin(), profiles.end(),
                             [&name](const Profile &one) { return one.name == name; });
    }
    RegionMonitor *region(const QString &name) { return hub.region(named(name).id); }
    bool allSeen() const
    {
        const QList<RegionMonitor *> regions = hub.regions();
        return std::all_of(regions.begin(), regions.end(), [](const RegionMonitor *region) {
            const monitor::RegionStatus status = region->status();
            return status.channels.trust(QDateTime::currentDateTimeUtc()) == Trust::Fresh
                && status.inputs.trust(QDateTime::currentDateTimeUtc()) == Trust::Fresh
                && !status.refreshing;
        });
    }

    SystemClock clock;
    storage::MemorySecretStore secrets;
    std::vector<std::unique_ptr<LoopbackServer>> servers;
    QList<Profile> profiles;
    QStringList order; // by their first request since it was cleared
    MonitorHub hub;
};

StaleCause causeOf(const RegionMonitor *region)
{
    return region->status().channels.heldBy;
}

} // namespace

class MonitorHubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterASleepTheMostImportantRegionsComeFirst_data()
    {
        QTest::addColumn<QString>("attended");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("nobody looks") << QString() << QStringList{u"b"_s, u"d"_s, u"a"_s, u"c"_s};
        QTest::newRow("somebody looks at another one")
            << u"c"_s << QStringList{u"c"_s, u"b"_s, u"d"_s, u"a"_s};
        QTest::newRow("somebody looks at a production one")
            << u"d"_s << QStringList{u"d"_s, u"b"_s, u"a"_s, u"c"_s};
    }

    void afterASleepTheMostImportantRegionsComeFirst()
    {
        QFETCH(QString, attended);
        Bench bench({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        bench.named(u"b"_s).production = true;
        bench.named(u"d"_s).production = true;
        bench.hub.setProfiles(bench.profiles);
        QTRY_VERIFY(bench.allSeen());
        bench.order.clear();
        if (!attended.isEmpty())
            bench.hub.setAttended(bench.named(attended).id);
        bench.hub.interrupted(StaleCause::Asleep);
        for (const RegionMonitor *region : bench.hub.regions()) {
            QCOMPARE(causeOf(region), StaleCause::Asleep); // all at once, before anything is asked
            QCOMPARE(region->status().channels.trust(bench.clock.utcNow()), Trust::Stale);
        }
        QTRY_COMPARE(bench.order.size(), 4);
        QTEST(bench.order, "order");
        QTRY_VERIFY(bench.allSeen());
        for (const RegionMonitor *region : bench.hub.regions())
            QCOMPARE(causeOf(region), StaleCause::None);
    }

    void regionsOnThisComputerDoNotCareAboutCables()
    {
        Bench bench({u"here"_s, u"remote"_s});
        bench.makeRemote(u"remote"_s);
        bench.hub.setProfiles(bench.profiles);
        QTRY_VERIFY(bench.region(u"here"_s)->status().channels.observedAt.isValid());
        QTRY_VERIFY(bench.region(u"remote"_s)->status().channels.error);
        bench.hub.interrupted(StaleCause::NetworkLost);
        QCOMPARE(causeOf(bench.region(u"here"_s)), StaleCause::None);
        QCOMPARE(causeOf(bench.region(u"remote"_s)), StaleCause::NetworkLost);
    }

    void aNetworkThatReturnsIsUsedAtOnce()
    {
        Bench bench({u"here"_s, u"remote"_s});
        bench.makeRemote(u"remote"_s);
        bench.named(u"remote"_s).production = true;
        const auto proxied = [&bench] {
            const QList<RawRequest> &requests = bench.servers.front()->requests();
            return std::count_if(requests.begin(), requests.end(), [](const RawRequest &request) {
                return request.method() == "CONNECT";
            });
        };
        bench.hub.setProfiles(bench.profiles);
        QTRY_VERIFY(bench.region(u"here"_s)->status().channels.observedAt.isValid());
        QTRY_VERIFY(bench.region(u"remote"_s)->status().channels.error
                    && !bench.region(u"remote"_s)->status().refreshing);
        bench.hub.interrupted(StaleCause::NetworkLost);
        const auto before = proxied();
        QVERIFY(before > 0);
        const QDateTime lost = bench.clock.utcNow();
        bench.hub.networkReturned();
        QCOMPARE(causeOf(bench.region(u"remote"_s)), StaleCause::NetworkLost); // until it is seen
        QTRY_VERIFY(proxied() > before);
        QTRY_VERIFY(bench.region(u"here"_s)->status().channels.observedAt > lost);
    }

    void aPausedRegionIsNotWoken()
    {
        Bench bench({u"a"_s, u"b"_s});
        bench.hub.setProfiles(bench.profiles);
        QTRY_VERIFY(bench.allSeen());
        bench.region(u"a"_s)->setPaused(true);
        bench.order.clear();
        bench.hub.interrupted(StaleCause::ClockChanged);
        QTRY_COMPARE(bench.order, QStringList{u"b"_s});
        QCOMPARE(causeOf(bench.region(u"a"_s)), StaleCause::ClockChanged);
    }
};

QTEST_GUILESS_MAIN(MonitorHubTest)
#include "tst_monitorhub.moc"
