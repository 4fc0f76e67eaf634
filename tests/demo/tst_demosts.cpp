// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/requesturl.h"
#include "aws/stsxml.h"
#include "core/iampolicy.h"
#include "democlient.h"

#include <QTest>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Form = QList<std::pair<QByteArray, QString>>;

const QString kRoles = u"arn:aws:iam::123456789012:role/"_s;
const QString kDevice = u"arn:aws:iam::123456789012:mfa/demo-operator"_s;

QString textOf(const QByteArray &body, const QByteArray &element)
{
    const qsizetype from = body.indexOf('<' + element + '>') + element.size() + 2;
    const qsizetype to = body.indexOf("</" + element + '>');
    return to < from ? QString() : QString::fromUtf8(body.mid(from, to - from));
}

} // namespace

/// STS of the demo region: the keys it gives out, and what it asks for them.
class TestDemoSts : public QObject
{
    Q_OBJECT

    ManualClock m_clock{QDateTime(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<DemoRegion> m_region;
    std::unique_ptr<DemoClient> m_client;

    ClientReply assume(const Form &fields)
    {
        QByteArray body = "Action=AssumeRole&Version=2011-06-15";
        for (const auto &[name, value] : fields)
            body += '&' + name + '=' + aws::percentEncoded(value);
        return m_client->form(u"sts"_s, body);
    }
    /// The keys of a role, which the test's client signs with from then on.
    Credentials become(const Form &fields)
    {
        const auto role = aws::assumedRoleFromXml(assume(fields).body);
        if (!role)
            return {};
        m_client->credentials = role->credentials;
        return role->credentials;
    }

private Q_SLOTS:
    void init()
    {
        DemoOptions options;
        options.scenario = u"static"_s;
        m_region = std::make_unique<DemoRegion>(options, m_clock);
        QVERIFY(m_region->start());
        m_client = std::make_unique<DemoClient>(*m_region, m_clock);
    }

    void assumedKeysOpenTheRegionUntilTheyEnd()
    {
        const Credentials keys = become({{"RoleArn", kRoles + u"Monitoring"_s},
                                         {"RoleSessionName", u"night.shift@tv"_s},
                                         {"DurationSeconds", u"900"_s}});
        QCOMPARE(keys.expiresAt, m_clock.utcNow().addSecs(900));
        QCOMPARE(m_client->get(u"/prod/channels"_s).status, 200);
        const ClientReply identity
            = m_client->form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15");
        QCOMPARE(textOf(identity.body, "Arn"),
                 u"arn:aws:sts::123456789012:assumed-role/Monitoring/night.shift@tv"_s);
        m_clock.advance(899s);
        QCOMPARE(m_client->get(u"/prod/channels"_s).status, 200);
        m_clock.advance(1s);
        const ClientReply late = m_client->get(u"/prod/channels"_s);
        QCOMPARE(late.status, 403);
        QCOMPARE(late.header("x-amzn-ErrorType"), "ExpiredTokenException");
    }

    void keysNeedTheirToken()
    {
        QVERIFY(become({{"RoleArn", kRoles + u"Monitoring"_s}, {"RoleSessionName", u"me"_s}})
                    .isComplete());
        m_client->credentials.sessionToken = {};
        QCOMPARE(m_client->get(u"/prod/channels"_s).header("x-amzn-ErrorType"),
                 "UnrecognizedClientException");
    }

    void sessionPolicyNarrowsTheRole()
    {
        QVERIFY(become({{"RoleArn", kRoles + u"Monitoring"_s},
                        {"RoleSessionName", u"me"_s},
                        {"Policy", QString::fromUtf8(readOnlySessionPolicy())}})
                    .isComplete());
        QCOMPARE(m_client->get(u"/prod/channels"_s).status, 200);
        QCOMPARE(m_client->cloudWatch(u"ListMetrics"_s, {}).status, 200);
        QVERIFY(m_client->cloudWatch(u"DescribeAlarms"_s, {}).body.contains("session policy"));
        QCOMPARE(m_client->form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15").status,
                 200);
        // The policy lets nobody become anybody else.
        const ClientReply next
            = assume({{"RoleArn", kRoles + u"Short"_s}, {"RoleSessionName", u"me"_s}});
        QCOMPARE(next.status, 403);
        QCOMPARE(textOf(next.body, "Code"), u"AccessDenied"_s);
        QVERIFY(textOf(next.body, "Message").contains(u"no session policy allows"_s));
    }

    void conditionsAreKept_data()
    {
        QTest::addColumn<Form>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto fields = [](const QString &role, const Form &more) {
            return Form{{"RoleArn", kRoles + role}, {"RoleSessionName", u"me"_s}} + more;
        };
        const QString denied = u"AccessDenied"_s;
        const QString validation = u"ValidationError"_s;
        QTest::newRow("plain") << fields(u"Monitoring"_s, {}) << 200 << QString() << QString();
        QTest::newRow("twelve hours") << fields(u"Monitoring"_s, {{"DurationSeconds", u"43200"_s}})
                                      << 200 << QString() << QString();
        QTest::newRow("unknown role") << fields(u"Root"_s, {}) << 403 << denied
                                      << u"not authorized to perform: sts:AssumeRole"_s;
        QTest::newRow("another account")
            << Form{{"RoleArn", u"arn:aws:iam::999999999999:role/Monitoring"_s},
                    {"RoleSessionName", u"me"_s}}
            << 403 << denied << u"not authorized"_s;
        QTest::newRow("no external id")
            << fields(u"Partner"_s, {}) << 403 << denied << u"not authorized"_s;
        QTest::newRow("wrong external id") << fields(u"Partner"_s, {{"ExternalId", u"x2"_s}}) << 403
                                           << denied << u"not authorized"_s;
        QTest::newRow("external id") << fields(u"Partner"_s, {{"ExternalId", u"tallylight-demo"_s}})
                                     << 200 << QString() << QString();
        QTest::newRow("no code") << fields(u"Guarded"_s, {}) << 403 << denied
                                 << u"not authorized"_s;
        QTest::newRow("code") << fields(u"Guarded"_s,
                                        {{"SerialNumber", kDevice}, {"TokenCode", u"123456"_s}})
                              << 200 << QString() << QString();
        QTest::newRow("wrong code")
            << fields(u"Guarded"_s, {{"SerialNumber", kDevice}, {"TokenCode", u"000000"_s}}) << 403
            << denied << u"invalid MFA one time pass code"_s;
        QTest::newRow("wrong device") << fields(
            u"Guarded"_s, {{"SerialNumber", u"GAHT12345678"_s}, {"TokenCode", u"123456"_s}})
                                      << 403 << denied << u"verify your MFA serial number"_s;
        QTest::newRow("no digits")
            << fields(u"Guarded"_s, {{"SerialNumber", kDevice}, {"TokenCode", u"12 456"_s}}) << 400
            << validation << u"'tokenCode'"_s;
        QTest::newRow("too short") << fields(u"Monitoring"_s, {{"DurationSeconds", u"899"_s}})
                                   << 400 << validation << u"greater than or equal to 900"_s;
        QTest::newRow("too long") << fields(u"Monitoring"_s, {{"DurationSeconds", u"43201"_s}})
                                  << 400 << validation << u"less than or equal to 43200"_s;
        QTest::newRow("too long for the role")
            << fields(u"Short"_s, {{"DurationSeconds", u"3601"_s}}) << 400 << validation
            << u"MaxSessionDuration"_s;
        QTest::newRow("no name") << Form{{"RoleArn", kRoles + u"Monitoring"_s}} << 400 << validation
                                 << u"'roleSessionName'"_s;
        QTest::newRow("no ARN") << Form{{"RoleArn", u"arn:aws:iam::Monitoring:x"_s},
                                        {"RoleSessionName", u"me"_s}}
                                << 400 << validation << u"is invalid"_s;
        QTest::newRow("no policy") << fields(u"Monitoring"_s, {{"Policy", u"everything"_s}}) << 400
                                   << u"MalformedPolicyDocument"_s << QString();
    }
    void conditionsAreKept()
    {
        QFETCH(const Form, fields);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        QFETCH(const QString, words);
        const ClientReply reply = assume(fields);
        QCOMPARE(reply.status, status);
        QCOMPARE(textOf(reply.body, "Code"), code);
        QVERIFY2(textOf(reply.body, "Message").contains(words), reply.body.constData());
        QCOMPARE(m_region->faults().temporaryKeys().issued(), status == 200 ? 1 : 0);
    }

    void sessionsAssumeRolesForAnHourAtMost()
    {
        QVERIFY(become({{"RoleArn", kRoles + u"Monitoring"_s}, {"RoleSessionName", u"me"_s}})
                    .isComplete());
        const Form next{{"RoleArn", kRoles + u"Partner"_s},
                        {"RoleSessionName", u"me"_s},
                        {"ExternalId", u"tallylight-demo"_s}};
        const ClientReply tooLong = assume(next + Form{{"DurationSeconds", u"7200"_s}});
        QCOMPARE(tooLong.status, 400);
        QVERIFY(textOf(tooLong.body, "Message").contains(u"role chaining"_s));
        QVERIFY(become(next).isComplete());
        QCOMPARE(m_client->get(u"/prod/channels"_s).status, 200);
    }

    void everythingGivenOutCanBeMadeToExpire()
    {
        QVERIFY(become({{"RoleArn", kRoles + u"Monitoring"_s}, {"RoleSessionName", u"me"_s}})
                    .isComplete());
        m_region->faults().temporaryKeys().expireAll();
        const ClientReply reply
            = m_client->form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15");
        QCOMPARE(textOf(reply.body, "Code"), u"ExpiredToken"_s);
        m_client->credentials = m_region->credentials();
        QCOMPARE(m_client->get(u"/prod/channels"_s).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestDemoSts)
#include "tst_demosts.moc"
