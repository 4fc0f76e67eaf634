// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/ssocache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::storage;

namespace {

using Kind = SsoCache::Trouble::Kind;

const SsoSessionId kCorp{u"corp"_s, u"https://corp.awsapps.com/start"_s, u"eu-central-1"_s};
const SsoSessionId kLegacy{{}, u"https://corp.awsapps.com/start"_s, u"eu-central-1"_s};

SsoToken exampleToken(const QString &access = u"access-of-the-test"_s)
{
    SsoToken token;
    token.accessToken = Secret(access);
    token.refreshToken = Secret(u"refresh-of-the-test"_s);
    token.expiresAt = QDateTime(QDate(2026, 3, 1), QTime(13, 0), Qt::UTC);
    token.registration = {u"client"_s, Secret(u"client-secret"_s),
                          QDateTime(QDate(2026, 5, 1), QTime(0, 0), Qt::UTC)};
    return token;
}

void writeRaw(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// The interpreter with the command line's own code in it; empty where there is none.
QString pythonWithBotocore()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    for (const QString &path : {u"/usr/bin/python3"_s, python}) {
        QProcess probe;
        probe.start(path, {u"-c"_s, u"import awscli.botocore.utils"_s});
        if (!path.isEmpty() && probe.waitForFinished() && probe.exitCode() == 0
            && probe.exitStatus() == QProcess::NormalExit)
            return path;
    }
    return {};
}

} // namespace

class TestSsoCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filesAreNamedAsTheCommandLineDoes();
    void whatIsWrittenIsReadAgain();
    void onlyTheOwnerCanRead();
    void anOpenFileIsClosedToOthers();
    void nothingIsThere();
    void oddFilesAreNamed_data();
    void oddFilesAreNamed();
    void anUnwritableFolderIsTold();
    void registrationsAreKeptApart();
    void aSignInElsewhereIsNoticed_data();
    void aSignInElsewhereIsNoticed();
    void aSignOutElsewhereIsNoticed();
    void otherSessionsAreNotMistaken();
    void theCommandLineReadsOurs();
    void weReadTheCommandLines();

private:
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
};

void TestSsoCache::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u".aws/sso/cache"_s);
}

void TestSsoCache::filesAreNamedAsTheCommandLineDoes()
{
    const SsoCache cache(m_folder);
    // printf %s corp | sha1sum
    QCOMPARE(QFileInfo(cache.tokenFile(kCorp)).fileName(),
             QString::fromLatin1(QCryptographicHash::hash("corp", QCryptographicHash::Sha1).toHex())
                 + u".json"_s);
    QCOMPARE(QFileInfo(cache.tokenFile(kLegacy)).fileName(),
             QString::fromLatin1(QCryptographicHash::hash("https://corp.awsapps.com/start",
                                                          QCryptographicHash::Sha1)
                                     .toHex())
                 + u".json"_s);
    QVERIFY(SsoCache::standardFolder().endsWith(u"/.aws/sso/cache"_s));
}

void TestSsoCache::whatIsWrittenIsReadAgain()
{
    SsoCache cache(m_folder);
    QVERIFY(!cache.writeToken(kCorp, exampleToken()));
    QCOMPARE(*cache.readToken(kCorp), exampleToken());
    QVERIFY(!cache.writeToken(kCorp, exampleToken(u"another"_s)));
    QCOMPARE(*cache.readToken(kCorp), exampleToken(u"another"_s));
    QCOMPARE(QDir(m_folder).entryList(QDir::Files).size(), 1);
}

void TestSsoCache::onlyTheOwnerCanRead()
{
#ifndef Q_OS_UNIX
    QSKIP("no permission bits here");
#endif
    SsoCache cache(m_folder);
    QVERIFY(!cache.writeToken(kCorp, exampleToken()));
    QVERIFY(!cache.writeRegistration(kCorp, exampleToken().registration));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(cache.tokenFile(kCorp)) & others));
    QVERIFY(!(QFile::permissions(cache.registrationFile(kCorp)) & others));
    QVERIFY(!(QFile::permissions(m_folder) & others));
}

void TestSsoCache::anOpenFileIsClosedToOthers()
{
    SsoCache cache(m_folder);
    QVERIFY(QDir().mkpath(m_folder));
    writeRaw(cache.tokenFile(kCorp), "{}");
    QVERIFY(QFile::setPermissions(cache.tokenFile(kCorp),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(!cache.writeToken(kCorp, exampleToken()));
    QVERIFY(!(QFile::permissions(cache.tokenFile(kCorp)) & QFile::ReadOther));
}

void TestSsoCache::nothingIsThere()
{
    const SsoCache cache(m_folder);
    const auto token = cache.readToken(kCorp);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, Kind::NotFound);
    QVERIFY(!QFileInfo::exists(m_folder)); // reading makes nothing
}

void TestSsoCache::oddFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
    QTest::newRow("cut short") << QByteArray("{\"accessToken\":\"hush") << u"no JSON"_s;
    QTest::newRow("too large") << QByteArray(65 * 1024, ' ') << u"larger than"_s;
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4) << u"no JSON"_s;
    QTest::newRow("another file of the command line")
        << QByteArray("{\"clientId\":\"c\",\"clientSecret\":\"hush\"}")
        << u"accessToken: is missing"_s;
}

void TestSsoCache::oddFilesAreNamed()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, detail);
    const SsoCache cache(m_folder);
    QVERIFY(QDir().mkpath(m_folder));
    writeRaw(cache.tokenFile(kCorp), content);
    const auto token = cache.readToken(kCorp);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, Kind::Malformed);
    QVERIFY2(token.error().detail.contains(detail), qPrintable(token.error().detail));
    QVERIFY(!token.error().detail.contains(u"hush"_s));
}

void TestSsoCache::anUnwritableFolderIsTold()
{
    writeRaw(m_home->filePath(u".aws"_s), "a file where a folder should be");
    SsoCache cache(m_folder);
    const auto trouble = cache.writeToken(kCorp, exampleToken());
    QVERIFY(trouble);
    QCOMPARE(trouble->kind, Kind::Unwritable);
}

void TestSsoCache::registrationsAreKeptApart()
{
    SsoCache cache(m_folder);
    const SsoRegistration client = exampleToken().registration;
    QVERIFY(!cache.writeRegistration(kCorp, client));
    QCOMPARE(*cache.readRegistration(kCorp), client);
    SsoSessionId other = kCorp;
    other.region = u"us-east-1"_s;
    QCOMPARE(cache.readRegistration(other).error().kind, Kind::NotFound);
    QCOMPARE(cache.readRegistration(kLegacy).error().kind, Kind::NotFound);
    QCOMPARE(cache.readToken(kCorp).error().kind, Kind::NotFound);
}

void TestSsoCache::aSignInElsewhereIsNoticed_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("replaced");
    QTest::newRow("no folder at all") << QString() << false;
    QTest::newRow("an empty .aws") << u".aws"_s << false;
    QTest::newRow("an empty cache") << u".aws/sso/cache"_s << false;
    QTest::newRow("an old token, written over") << u"file"_s << false;
    QTest::newRow("an old token, replaced") << u"file"_s << true;
}

void TestSsoCache::aSignInElsewhereIsNoticed()
{
    QFETCH(const QString, before);
    QFETCH(const bool, replaced);
    SsoCache cache(m_folder);
    const QString name = cache.tokenFile(kCorp);
    if (before == u"file"_s) {
        QVERIFY(QDir().mkpath(m_folder));
        writeRaw(name, "{}");
    } else if (!before.isEmpty()) {
        QVERIFY(QDir().mkpath(m_home->filePath(before)));
    }
    QSignalSpy changes(&cache, &SsoCache::tokenChanged);
    cache.watch(kCorp);
    QVERIFY(QDir().mkpath(m_folder));
    const QByteArray json = ssoTokenToJson(exampleToken(), kCorp);
    if (replaced) {
        writeRaw(name + u".tmp"_s, json);
        QVERIFY(QFile::remove(name));
        QVERIFY(QFile::rename(name + u".tmp"_s, name));
    } else {
        writeRaw(name, json);
    }
    QTRY_VERIFY_WITH_TIMEOUT(changes.count() >= 1 && cache.readToken(kCorp), 20000);
    QCOMPARE(changes.last().first().toString(), u"corp"_s);
    QCOMPARE(cache.readToken(kCorp)->accessToken, exampleToken().accessToken);

    const qsizetype seen = changes.count();
    writeRaw(name, ssoTokenToJson(exampleToken(u"a-later-one"_s), kCorp));
    QTRY_VERIFY_WITH_TIMEOUT(changes.count() > seen, 20000);
}

void TestSsoCache::aSignOutElsewhereIsNoticed()
{
    SsoCache cache(m_folder);
    QVERIFY(!cache.writeToken(kCorp, exampleToken()));
    QSignalSpy changes(&cache, &SsoCache::tokenChanged);
    cache.watch(kCorp);
    QVERIFY(QFile::remove(cache.tokenFile(kCorp)));
    QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 1, 20000);
}

void TestSsoCache::otherSessionsAreNotMistaken()
{
    SsoCache cache(m_folder);
    QSignalSpy changes(&cache, &SsoCache::tokenChanged);
    cache.watch(kCorp);
    cache.watch(kLegacy);
    QVERIFY(!cache.writeToken(kLegacy, exampleToken()));
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toString(), kLegacy.startUrl);
}

void TestSsoCache::theCommandLineReadsOurs()
{
    const QString python = pythonWithBotocore();
    if (python.isEmpty())
        QSKIP("the AWS command line (package awscli) is not installed");
    SsoCache cache(m_folder);
    QVERIFY(!cache.writeToken(kCorp, exampleToken()));
    QVERIFY(!cache.writeToken(kLegacy, exampleToken(u"legacy"_s)));
    QProcess run;
    run.start(python,
              {u"-c"_s,
               u"import sys\n"
               "from awscli.botocore.utils import SSOTokenLoader, JSONFileCache\n"
               "load = SSOTokenLoader(JSONFileCache(sys.argv[1]))\n"
               "new = load(sys.argv[2], session_name='corp')\n"
               "print(new['accessToken'], new['refreshToken'], new['expiresAt'])\n"
               "print(load(sys.argv[2])['accessToken'])\n"_s,
               m_folder, kCorp.startUrl});
    QVERIFY(run.waitForFinished());
    QCOMPARE(QString::fromUtf8(run.readAllStandardOutput()),
             u"access-of-the-test refresh-of-the-test 2026-03-01T13:00:00Z\nlegacy\n"_s);
}

void TestSsoCache::weReadTheCommandLines()
{
    const QString python = pythonWithBotocore();
    if (python.isEmpty())
        QSKIP("the AWS command line (package awscli) is not installed");
    QProcess run;
    run.start(python,
              {u"-c"_s,
               u"import sys, datetime\n"
               "from dateutil.tz import tzutc\n"
               "from awscli.botocore.utils import SSOTokenLoader, JSONFileCache\n"
               "from awscli.customizations.sso.utils import _sso_json_dumps\n"
               "at = datetime.datetime(2026, 3, 1, 13, tzinfo=tzutc())\n"
               "cache = JSONFileCache(sys.argv[1], dumps_func=_sso_json_dumps)\n"
               "SSOTokenLoader(cache).save_token(sys.argv[2], {'startUrl': sys.argv[2],\n"
               "    'region': 'eu-central-1', 'accessToken': 'theirs', 'expiresAt': at,\n"
               "    'clientId': 'c', 'clientSecret': 's', 'registrationExpiresAt': at,\n"
               "    'refreshToken': 'r'}, session_name='corp')\n"_s,
               m_folder, kCorp.startUrl});
    QVERIFY(run.waitForFinished());
    QVERIFY2(run.exitCode() == 0, run.readAllStandardError().constData());
    const auto token = SsoCache(m_folder).readToken(kCorp);
    QVERIFY(token);
    QCOMPARE(token->accessToken, Secret(u"theirs"_s));
    QCOMPARE(token->expiresAt, exampleToken().expiresAt);
    QVERIFY(token->isRenewable(token->expiresAt.addSecs(-60)));
}

QTEST_GUILESS_MAIN(TestSsoCache)
#include "tst_ssocache.moc"
