// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/errorcodes.h"
#include "monitor/monitorhub.h"
#include "monitor/outagewatch.h"
#include "storage/memorysecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::OutageWatch;

namespace {

const QString kOne = u"medialive.eu-central-1.amazonaws.com"_s;
const QString kOther = u"monitoring.eu-central-1.amazonaws.com"_s;

CallRecord failing(const QString &host, ErrorCategory category = ErrorCategory::Network,
                   const QString &code = u"HostNotFoundError"_s)
{
    CallRecord record;
    record.host = host;
    record.error = ApiError();
    record.error->category = category;
    record.error->code = code;
    return record;
}

CallRecord answered(const QString &host, int status)
{
    CallRecord record;
    record.host = host;
    record.httpStatus = status;
    if (status >= 400) {
        record.error = ApiError();
        record.error->category = ErrorCategory::Forbidden;
        record.error->httpStatus = status;
    }
    return record;
}

} // namespace

class OutageWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_watch = std::make_unique<OutageWatch>(m_hub, m_clock);
        m_lost = std::make_unique<QSignalSpy>(m_watch.get(), &OutageWatch::lost);
        m_returned = std::make_unique<QSignalSpy>(m_watch.get(), &OutageWatch::returned);
    }

    void twoHostsWithoutAConnectionAreAnOutage()
    {
        m_watch->take(failing(kOne));
        m_watch->take(failing(kOne)); // one host alone may just be down
        QVERIFY(!m_watch->isLost());
        m_watch->take(failing(kOther, ErrorCategory::Timeout, {}));
        QVERIFY(m_watch->isLost());
        QCOMPARE(m_lost->size(), 1);
        m_watch->take(failing(kOne));
        QCOMPARE(m_lost->size(), 1);
    }

    void theFirstAnswerEndsIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("success") << 200;
        QTest::newRow("refusal") << 403; // somebody is there
        QTest::newRow("error of the server") << 503;
    }
    void theFirstAnswerEndsIt()
    {
        QFETCH(const int, status);
        m_watch->take(failing(kOne));
        m_watch->take(failing(kOther));
        m_watch->take(answered(kOther, status));
        QVERIFY(!m_watch->isLost());
        QCOMPARE(m_returned->size(), 1);
        m_watch->take(answered(kOne, 200));
        QCOMPARE(m_returned->size(), 1);
    }

    void anAnswerBetweenTwoFailuresIsNoOutage()
    {
        m_watch->take(failing(kOne));
        m_watch->take(answered(kOther, 200));
        m_watch->take(failing(kOther));
        QVERIFY(!m_watch->isLost());
    }

    void failuresFarApartAreNoOutage()
    {
        m_watch->take(failing(kOne));
        m_clock.advance(61s);
        m_watch->take(failing(kOther));
        QVERIFY(!m_watch->isLost());
        m_watch->take(failing(kOne));
        QVERIFY(m_watch->isLost());
    }

    void otherTroubleIsNoOutage_data()
    {
        QTest::addColumn<ErrorCategory>("category");
        QTest::addColumn<QString>("code");
        QTest::newRow("refused") << ErrorCategory::Forbidden << u"AccessDenied"_s;
        QTest::newRow("certificate")
            << ErrorCategory::Tls << QString(errorcodes::kCertificateExpired);
        QTest::newRow("proxy wants a password")
            << ErrorCategory::Network << QString(errorcodes::kProxyPasswordMissing);
        QTest::newRow("cancelled") << ErrorCategory::Cancelled << QString();
    }
    void otherTroubleIsNoOutage()
    {
        QFETCH(const ErrorCategory, category);
        QFETCH(const QString, code);
        m_watch->take(failing(kOne, category, code));
        m_watch->take(failing(kOther, category, code));
        QVERIFY(!m_watch->isLost());
    }

    void hostsOnThisComputerDoNotCount()
    {
        for (const QString &host : {u"127.0.0.1:8080"_s, u"[::1]:8080"_s, u"localhost:1"_s}) {
            m_watch->take(failing(host));
            m_watch->take(answered(host, 200));
        }
        QVERIFY(!m_watch->isLost());
        m_watch->take(failing(kOne));
        m_watch->take(failing(kOther));
        m_watch->take(answered(u"127.0.0.1:8080"_s, 200)); // says nothing about the network
        QVERIFY(m_watch->isLost());
    }

private:
    ManualClock m_clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    storage::MemorySecretStore m_secrets;
    monitor::MonitorHub m_hub{m_secrets, m_clock};
    std::unique_ptr<OutageWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_lost;
    std::unique_ptr<QSignalSpy> m_returned;
};

QTEST_GUILESS_MAIN(OutageWatchTest)
#include "tst_outagewatch.moc"
