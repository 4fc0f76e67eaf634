// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A VPN that goes down and comes back, in a network of its own; runs inside
// tests/support/in_network_namespace.sh.

#include "core/clock.h"
#include "monitor/demofixture.h"
#include "monitor/monitorhub.h"
#include "monitor/outagewatch.h"
#include "monitor/regionmonitor.h"

#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using tests::DemoFixture;

namespace {

constexpr int kPatienceMs = 60000;

/// The region at an address that is not this computer's own idea of itself, as behind a VPN.
class Relay : public QObject
{
public:
    explicit Relay(quint16 target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this, target] {
            while (QTcpSocket *near = m_server.nextPendingConnection()) {
                auto *far = new QTcpSocket(near);
                connect(near, &QTcpSocket::readyRead, far,
                        [near, far] { far->write(near->readAll()); });
                connect(far, &QTcpSocket::readyRead, near,
                        [near, far] { near->write(far->readAll()); });
                connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
                connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
                far->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
                ++connections;
            }
        });
        if (!m_server.listen(QHostAddress(u"10.9.0.1"_s)))
            qFatal("can't listen at 10.9.0.1: %s", qPrintable(m_server.errorString()));
    }
    QUrl url() const { return QUrl(u"http://10.9.0.1:%1"_s.arg(m_server.serverPort())); }

    int connections = 0;

private:
    QTcpServer m_server;
};

bool setNetwork(bool up)
{
    return QProcess::execute(u"ip"_s, {u"link"_s, u"set"_s, u"lo"_s, up ? u"up"_s : u"down"_s})
        == 0;
}

} // namespace

class NetworkDownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVpnGoesDownAndComesBack()
    {
        DemoFixture demo;
        const auto target = static_cast<quint16>(demo.region().endpoint().port());
        Relay medialive(target);
        Relay monitoring(target);
        Profile profile = demo.profile();
        profile.endpoints = {medialive.url(), monitoring.url(), monitoring.url()};
        SystemClock clock;
        monitor::MonitorHub hub(demo.secrets(), clock);
        monitor::OutageWatch outage(hub, clock);
        outage.setProbeInterval(1s);
        connect(&outage, &monitor::OutageWatch::lost, &hub,
                [&hub] { hub.interrupted(StaleCause::NetworkLost); }, Qt::QueuedConnection);
        connect(&outage, &monitor::OutageWatch::returned, &hub,
                &monitor::MonitorHub::networkReturned, Qt::QueuedConnection);
        QSignalSpy lost(&outage, &monitor::OutageWatch::lost);
        QSignalSpy returned(&outage, &monitor::OutageWatch::returned);
        hub.setProfiles({profile});
        hub.setHealthWatched(true); // both hosts are asked
        monitor::RegionMonitor *region = hub.region(profile.id);
        const auto trust = [&] {
            return region->status().channels.trust(clock.utcNow());
        };
        QTRY_COMPARE_WITH_TIMEOUT(trust(), Trust::Fresh, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(region->status().cloudwatch.calls > 0, kPatienceMs);

        QVERIFY(setNetwork(false));
        // The next calls fail, and with them everything is stale at once and says why.
        region->refreshNow();
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(trust(), Trust::Stale, 1000);
        QCOMPARE(region->status().channels.staleCause(clock.utcNow()), StaleCause::NetworkLost);
        QCOMPARE(region->status().inputs.trust(clock.utcNow()), Trust::Stale);

        const qint64 before = region->status().medialive.calls;
        QVERIFY(setNetwork(true));
        QTRY_COMPARE_WITH_TIMEOUT(returned.size(), 1, kPatienceMs); // nobody has to do anything
        QTRY_COMPARE_WITH_TIMEOUT(trust(), Trust::Fresh, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(region->status().inputs.trust(clock.utcNow()), Trust::Fresh,
                                  kPatienceMs);
        // Both lists, the alerts and descriptions of the running channels, and no storm.
        const qint64 asked = region->status().medialive.calls - before;
        QVERIFY2(asked <= 4 + 3 * region->status().channelCount,
                 qPrintable(QString::number(asked)));
    }
};

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("TALLYLIGHT_NETWORK_OF_ITS_OWN")) {
        std::fprintf(stderr, "SKIPPED: run it inside tests/support/in_network_namespace.sh\n");
        return 77;
    }
    QCoreApplication application(argc, argv);
    NetworkDownTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_networkdown.moc"
