// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings.h"
#include "monitor/callledger.h"
#include "monitor/demofixture.h"
#include "monitor/diagnostics.h"
#include "monitor/monitorhub.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::monitor;
using tests::DemoFixture;

class DiagnosticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTellsPeopleApartGoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        QTest::newRow("account") << u"account 123456789012 is"_s << u"account ********9012 is"_s;
        QTest::newRow("resource")
            << u"arn:aws:medialive:eu-central-1:123456789012:channel:1234567"_s
            << u"arn:aws:medialive:eu-central-1:********9012:channel:1234567"_s;
        QTest::newRow("user")
            << u"User: arn:aws:iam::123456789012:user/jane.doe is not authorized"_s
            << u"User: arn:aws:iam::********9012:user/[name] is not authorized"_s;
        QTest::newRow("session")
            << u"arn:aws-us-gov:sts::123456789012:assumed-role/Ops/jane@example.com"_s
            << u"arn:aws-us-gov:sts::********9012:assumed-role/[name]"_s;
        QTest::newRow("mail") << u"by jane.doe@example.com"_s << u"by [mail]"_s;
        QTest::newRow("key") << u"key AKIATALLYLIGHTSAMPLE"_s << u"key [redacted]"_s;
        QTest::newRow("home") << QDir::homePath() + u"/x.pem"_s << u"~/x.pem"_s;
        QTest::newRow("request id") << u"3f4b1d2a-0000-4c4f-9b1e-123456789012"_s
                                    << u"3f4b1d2a-0000-4c4f-9b1e-123456789012"_s;
        QTest::newRow("nothing") << u"ListChannels: 12 channels"_s
                                 << u"ListChannels: 12 channels"_s;
    }

    void whatTellsPeopleApartGoes()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, clean);
        QCOMPARE(anonymized(text), clean);
    }

    void profilesKeepHostsAndNothingPersonal()
    {
        Profile profile = makeProfile();
        profile.name = u"Frankfurt"_s;
        profile.region = u"eu-central-1"_s;
        profile.accountId = u"123456789012"_s;
        profile.medialiveProxy
            = {ProxySetting::Mode::Manual, QUrl(u"http://jdoe@proxy.example:3128"_s)};
        profile.caFile = u"/home/jdoe/company.pem"_s;
        profile.unknownFields = {{u"note"_s, u"jdoe wrote this"_s}};
        const QByteArray json = diagnosticsOfProfiles({profile});
        QVERIFY2(!json.contains("jdoe"), json.constData());
        QVERIFY(!json.contains("123456789012"));
        const QJsonObject first = QJsonDocument::fromJson(json).array().first().toObject();
        QCOMPARE(first.value(u"proxyMedialive"_s).toString(),
                 u"http://(user)@proxy.example:3128"_s);
        QCOMPARE(first.value(u"proxyMonitoring"_s).toString(), u"system"_s);
        QCOMPARE(first.value(u"caFile"_s).toString(), u"company.pem"_s);
        QCOMPARE(first.value(u"accountId"_s).toString(), u"********9012"_s);
        QCOMPARE(first.value(u"endpoints"_s).toObject().value(u"medialive"_s).toString(),
                 u"https://medialive.eu-central-1.amazonaws.com"_s);
    }

    void everyPartIsThereAndIsJson()
    {
        DemoFixture demo;
        demo.region().faults().setForbidden(u"ListInputs"_s);
        MonitorHub hub(demo.secrets(), demo.clock());
        hub.setProfiles({demo.profile()});
        QTRY_VERIFY(hub.calls().calls().size() >= 3);
        MemorySettings settings;
        settings.setValue(u"layout/window/geometry"_s, QByteArray("\x01\x02\x03", 3));
        settings.setValue(u"layout/page"_s, u"channels"_s);
        QTemporaryDir folder;
        const QList<DiagnosticsPart> parts
            = collectDiagnostics({hub, settings, demo.clock(), {folder.path()}});
        QStringList ids;
        QHash<QString, QJsonDocument> documents;
        for (const DiagnosticsPart &part : parts) {
            ids << part.id;
            QJsonParseError error;
            documents.insert(part.id, QJsonDocument::fromJson(part.content, &error));
            QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(part.id));
        }
        QCOMPARE(ids,
                 QStringList({u"program"_s, u"profiles"_s, u"status"_s, u"calls"_s, u"settings"_s,
                              u"files"_s, u"environment"_s}));
        const QJsonObject program = documents.value(u"program"_s).object();
        for (const QString &key : {u"tallylight"_s, u"qt"_s, u"tls"_s, u"sqlite"_s, u"system"_s})
            QVERIFY2(!program.value(key).toString().isEmpty(), qPrintable(key));
        QCOMPARE(documents.value(u"status"_s).array().first()[u"phase"_s].toString(), u"live"_s);
        const QJsonArray calls = documents.value(u"calls"_s).array();
        QVERIFY(calls.size() >= 3);
        for (const QJsonValue &call : calls) {
            QVERIFY(!call[u"operation"_s].toString().isEmpty());
            QVERIFY(!call[u"path"_s].toString().contains(u'?'));
        }
        const QJsonObject kept = documents.value(u"settings"_s).object();
        QCOMPARE(kept.value(u"layout/window/geometry"_s).toString(), u"(3 bytes)"_s);
        QCOMPARE(kept.value(u"layout/page"_s).toString(), u"channels"_s);
    }

    void variablesAreNamedWithoutTheirValues()
    {
        qputenv("https_proxy", "http://me:hunter2@proxy.example:3128");
        DemoFixture demo;
        MonitorHub hub(demo.secrets(), demo.clock());
        const QList<DiagnosticsPart> parts
            = collectDiagnostics({hub, MemorySettings(), demo.clock(), {}});
        qunsetenv("https_proxy");
        const QByteArray environment = parts.last().content;
        QVERIFY(environment.contains("\"https_proxy\": \"set\""));
        QVERIFY(!environment.contains("hunter2") && !environment.contains("proxy.example"));
    }
};

QTEST_GUILESS_MAIN(DiagnosticsTest)
#include "tst_diagnostics.moc"
