// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redact.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace tallylight;

// Every credential here is made up.
namespace {

const QString kKeyId = u"AKIAQ7ZRT4MADEUPKEY9"_s;
const QString kSecretKey = u"zB3+kV9/Qw1rTy6UiOp2AsDfGhJkLx7CvBnMq0Ee"_s;
const QString kToken
    = u"IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQDmadeup0000000000000=="_s;

} // namespace

class RedactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsVanish_data();
    void secretsVanish();
    void ordinaryTextSurvives_data();
    void ordinaryTextSurvives();
    void knownSecretsVanishWhateverTheyLookLike_data();
    void knownSecretsVanishWhateverTheyLookLike();
    void shortKnownSecretsAreLeftAlone();
    void theLongerOfTwoKnownSecretsGoesFirst();
    void doingItTwiceChangesNothing();
    void longHostileTextIsFast();
};

void RedactTest::secretsVanish_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const QString signature(64, u'a');
    QTest::newRow("Authorization header")
        << u"AWS4-HMAC-SHA256 Credential=%1/20260101/eu-west-1/medialive/aws4_request, "
           "SignedHeaders=host;x-amz-date, Signature=%2"_s.arg(kKeyId, signature)
        << signature;
    QTest::newRow("credential scope")
        << u"Credential=%1/20260101/eu-west-1/medialive/aws4_request"_s.arg(kKeyId) << kKeyId;
    QTest::newRow("key id alone") << u"The key %1 is unknown."_s.arg(kKeyId) << kKeyId;
    QTest::newRow("temporary key id")
        << u"ASIAQ7ZRT4MADEUPKEY9 is over"_s << u"ASIAQ7ZRT4MADEUPKEY9"_s;
    QTest::newRow("secret key alone") << u"found "_s + kSecretKey + u" there"_s << kSecretKey;
    QTest::newRow("secret key in JSON")
        << u"{\"SecretAccessKey\":\"%1\"}"_s.arg(kSecretKey) << kSecretKey;
    QTest::newRow("secret key in a file")
        << u"aws_secret_access_key = "_s + kSecretKey << kSecretKey;
    QTest::newRow("session token header")
        << u"X-Amz-Security-Token: "_s + kToken << kToken.left(20);
    QTest::newRow("session token, canonical header")
        << u"x-amz-security-token:"_s + kToken << kToken.left(20);
    QTest::newRow("short token, canonical header")
        << u"x-amz-security-token:abcdef12"_s << u"abcdef12"_s;
    QTest::newRow("token in a query")
        << u"https://x.example/?X-Amz-Security-Token=abc%2Fdef123&y=1"_s << u"abc%2Fdef123"_s;
    QTest::newRow("signature in a query") << u"?X-Amz-Signature="_s + signature << signature;
    QTest::newRow("key id in a query")
        << u"?X-Amz-Credential=%1%2F20260101"_s.arg(kKeyId) << kKeyId;
    QTest::newRow("password in a URL") << u"http://me:hunter2@proxy.example:3128"_s << u"hunter2"_s;
    QTest::newRow("password with an at sign")
        << u"http://me:hun@ter2@proxy.example:3128"_s << u"ter2"_s;
    QTest::newRow("password without a user")
        << u"socks5://:hunter2@proxy.example"_s << u"hunter2"_s;
    QTest::newRow("password=") << u"login password=hunter2x failed"_s << u"hunter2x"_s;
    QTest::newRow("password in JSON") << u"{\"password\": \"hunter2x\"}"_s << u"hunter2x"_s;
    QTest::newRow("after a word with a colon") << u"error:secret=hunter2x"_s << u"hunter2x"_s;
    QTest::newRow("secret key in a URL's query")
        << u"https://x.example/a?k="_s + kSecretKey << kSecretKey;
    QTest::newRow("several lines") << u"a\nsecret: hunter2x\nb"_s << u"hunter2x"_s;
    QTest::newRow("capitals") << u"SESSIONTOKEN=HUNTER2X"_s << u"HUNTER2X"_s;
}

void RedactTest::secretsVanish()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    QVERIFY(text.contains(secret));
    const QString clean = redact(text);
    QVERIFY2(!clean.contains(secret), qPrintable(clean));
    QVERIFY2(clean.contains(u"[redacted]"_s), qPrintable(clean));
}

void RedactTest::ordinaryTextSurvives_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{
        QString(),
        u"arn:aws:medialive:eu-central-1:123456789012:channel:1234567"_s,
        u"arn:aws:iam::123456789012:role/service-role/MediaLiveAccessRoleForFrankfurtProduction2026"_s,
        u"arn:aws:iam::123456789012:role/Broadcast/Control/Room/MediaLiveAccess/ReadOnly/Operators1"_s,
        u"arn:aws:sts::123456789012:assumed-role/MediaLiveReader/session"_s,
        u"User: arn:aws:sts::123456789012:assumed-role/Reader/me is not authorized to perform: medialive:ListChannels"_s,
        u"arn:aws:secretsmanager:eu-central-1:123456789012:secret:srt-passphrase-AbCdEf"_s,
        u"request 5d1e1b5a-3b7e-4f6d-9f2c-0a1b2c3d4e5f"_s,
        u"The security token included in the request is invalid."_s,
        u"ExpiredToken: The security token included in the request is expired"_s,
        u"Signature expired: 20260101T000000Z is now earlier than 20260101T000500Z"_s,
        u"The request signature we calculated does not match"_s,
        u"https://medialive.eu-central-1.amazonaws.com/prod/channels?maxResults=100"_s,
        u"https://Origin.Example.com/Path/To/Some/Very/Long/Folder/Name/Of/Frankfurt/Index01.m3u8"_s,
        u"http://127.0.0.1:8080/Demo/Region/With/A/Rather/Long/Path/Of/Fifty/Characters1"_s,
        u"https://0a1b2c3d4e5f6789.mediapackage.eu-central-1.amazonaws.com/in/v2/"
        "0123456789abcdef0123456789abcdef/0123456789abcdef0123456789abcdef/channel"_s,
        u"rtmp://10.0.0.1:1935/live/stream"_s,
        u"rtp://239.1.2.3:5000"_s,
        u"Frankfurt – News 24 (HD) #3"_s,
        u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s,
        u"2026-01-02T03:04:05.678Z took 123 ms"_s,
        u"password"_s,
        u"mailto: ops@example.net at 12:30"_s,
        u"Stopped Receiving UDP Input: no packets for 1000 ms"_s,
    };
    for (const QString &text : texts)
        QTest::newRow(qPrintable(text.left(60))) << text;
}

void RedactTest::ordinaryTextSurvives()
{
    QFETCH(QString, text);
    QCOMPARE(redact(text), text);
}

void RedactTest::knownSecretsVanishWhateverTheyLookLike_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("text");
    QTest::newRow("an ordinary word")
        << u"correct horse"_s << u"could not store correct horse today"_s;
    QTest::newRow("twice") << u"abcd"_s << u"abcd and abcd"_s;
    QTest::newRow("percent-encoded")
        << u"a+b/c="_s << u"GET /?k="_s + QString::fromLatin1(QUrl::toPercentEncoding(u"a+b/c="_s));
    QTest::newRow("like a pattern") << u".*[x]"_s << u"the key .*[x] is"_s;
    QTest::newRow("beyond ASCII") << u"Schlüssel"_s << u"Mein Schlüssel"_s;
}

void RedactTest::knownSecretsVanishWhateverTheyLookLike()
{
    QFETCH(QString, secret);
    QFETCH(QString, text);
    const QString clean = redact(text, {secret});
    QVERIFY2(!clean.contains(secret), qPrintable(clean));
    QVERIFY2(!clean.contains(QString::fromLatin1(QUrl::toPercentEncoding(secret))),
             qPrintable(clean));
    QVERIFY2(clean.contains(u"[redacted]"_s), qPrintable(clean));
}

void RedactTest::shortKnownSecretsAreLeftAlone()
{
    // An empty or tiny one would turn the whole text into noise.
    QCOMPARE(redact(u"a plain text"_s, {QString(), u"a"_s}), u"a plain text"_s);
}

void RedactTest::theLongerOfTwoKnownSecretsGoesFirst()
{
    QCOMPARE(redact(u"see abcd-efgh"_s, {u"abcd"_s, u"abcd-efgh"_s}), u"see [redacted]"_s);
}

void RedactTest::doingItTwiceChangesNothing()
{
    const QString once = redact(u"password=hunter2x http://me:hunter2@h/ "_s + kSecretKey);
    QCOMPARE(redact(once), once);
}

void RedactTest::longHostileTextIsFast()
{
    // A pattern that backtracks would need ages for this; the test's time limit tells.
    const QString text = QString(200000, u'A') + u"://"_s + QString(200000, u':')
        + u"secret"_s.repeated(20000) + u"password"_s + QString(50000, u' ') + QString(100000, u'/')
        + u"a1"_s.repeated(100000) + u"x:"_s.repeated(50000) + u' ';
    for (const QString &secret : {u"password=hunter2x"_s, u"http://me:hunter2x@host/"_s}) {
        const QString clean = redact(text + secret);
        QVERIFY(clean.size() > 100000);
        QVERIFY2(!clean.contains(u"hunter2x"_s), "no text may wear the search out");
    }
    QVERIFY(!redact(text + kSecretKey).contains(kSecretKey));
}

QTEST_APPLESS_MAIN(RedactTest)
#include "tst_redact.moc"
