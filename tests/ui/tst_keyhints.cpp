// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/region.h"
#include "ui/keyhints.h"
#include "ui/regionnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using ui::KeyHint;
using ui::KeyHints;

namespace {

const QString kId = u"AKIATALLYLIGHTSAMPLE"_s;
const QString kTemporaryId = u"ASIATALLYLIGHTSAMPLE"_s;
const QString kSecret = u"s3cr3t/Of+The/Sample+Profile/0123456789ab"_s.left(40);

} // namespace

class KeyHintsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastedKeysLoseWhatComesAlong_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("clean");
        QTest::newRow("as it is") << kId << kId;
        QTest::newRow("blanks around") << u"  "_s + kId + u" \t"_s << kId;
        QTest::newRow("line break") << kId + u"\r\n"_s << kId;
        QTest::newRow("wrapped in the middle")
            << kSecret.left(20) + u"\n"_s + kSecret.mid(20) << kSecret;
        QTest::newRow("zero-width space") << QString(QChar(0x200b)) + kId << kId;
        QTest::newRow("byte order mark") << QString(QChar(0xfeff)) + kId << kId;
        QTest::newRow("no-break space") << kId + QChar(0xa0) << kId;
        QTest::newRow("quoted") << u"\"%1\""_s.arg(kSecret) << kSecret;
        QTest::newRow("from the shared file") << u"aws_access_key_id = %1"_s.arg(kId) << kId;
        QTest::newRow("from a shell")
            << u"export AWS_SECRET_ACCESS_KEY='%1'"_s.arg(kSecret) << kSecret;
        QTest::newRow("token with padding") << u"aws_session_token=abc=="_s << u"abc=="_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void pastedKeysLoseWhatComesAlong()
    {
        QFETCH(QString, pasted);
        QTEST(ui::cleanedKey(pasted), "clean");
    }

    void aBlockSaysWhenItsKeysEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("environment")
            << u"export AWS_ACCESS_KEY_ID=%1\n"
               "export AWS_SECRET_ACCESS_KEY=%2\n"
               "export AWS_SESSION_TOKEN=token\n"
               "export AWS_CREDENTIAL_EXPIRATION=2026-03-01T13:00:00+00:00"_s;
        QTest::newRow("assume-role")
            << u"{\n \"Credentials\": {\n \"AccessKeyId\": \"%1\",\n"
               " \"SecretAccessKey\": \"%2\", \"SessionToken\": \"token\",\n"
               " \"Expiration\": \"2026-03-01T14:00:00+01:00\" } }"_s;
        QTest::newRow("on one line")
            << u"{\"Version\":1,\"AccessKeyId\":\"%1\",\"SecretAccessKey\":"
               "\"%2\",\"SessionToken\":\"token\",\"Expiration\":"
               "\"2026-03-01T13:00:00Z\"}"_s;
    }
    void aBlockSaysWhenItsKeysEnd()
    {
        QFETCH(const QString, text);
        const auto block = ui::keyBlock(text.arg(kId, kSecret));
        QVERIFY(block.has_value());
        QCOMPARE(block->accessKeyId, kId);
        QCOMPARE(block->secretAccessKey, kSecret);
        QCOMPARE(block->sessionToken, u"token"_s);
        QCOMPARE(block->expiresAt, QDateTime(QDate(2026, 3, 1), QTime(13, 0), Qt::UTC));
    }

    void aBlockOfLinesFillsAllThree()
    {
        const auto block
            = ui::keyBlock(u"[123456789012_Operator]\naws_access_key_id=%1\n"
                           "aws_secret_access_key=%2\naws_session_token=IQoJ+abc/==\n"_s.arg(
                               kTemporaryId, kSecret));
        QVERIFY(block);
        QCOMPARE(block->accessKeyId, kTemporaryId);
        QCOMPARE(block->secretAccessKey, kSecret);
        QCOMPARE(block->sessionToken, u"IQoJ+abc/=="_s);
        QVERIFY(!ui::keyBlock(u"aws_access_key_id=%1"_s.arg(kId)));
        QVERIFY(!ui::keyBlock(kSecret));
    }

    void hintsSayWhatLooksWrong_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("token");
        QTest::addColumn<KeyHint>("forId");
        QTest::addColumn<KeyHint>("forSecret");
        QTest::addColumn<KeyHint>("forToken");
        const QString none;
        QTest::newRow("nothing typed")
            << none << none << none << KeyHint::None << KeyHint::None << KeyHint::None;
        QTest::newRow("all well") << kId << kSecret << none << KeyHint::None << KeyHint::None
                                  << KeyHint::None;
        QTest::newRow("temporary, complete") << kTemporaryId << kSecret << u"token"_s
                                             << KeyHint::None << KeyHint::None << KeyHint::None;
        QTest::newRow("temporary, no token") << kTemporaryId << kSecret << none << KeyHint::None
                                             << KeyHint::None << KeyHint::TokenMissing;
        QTest::newRow("long-lived with token") << kId << kSecret << u"token"_s << KeyHint::None
                                               << KeyHint::None << KeyHint::TokenNotNeeded;
        QTest::newRow("swapped") << kSecret << kId << none << KeyHint::Swapped << KeyHint::None
                                 << KeyHint::None;
        QTest::newRow("secret as id") << kSecret << none << none << KeyHint::IdLooksLikeSecret
                                      << KeyHint::SecretMissing << KeyHint::None;
        QTest::newRow("id as secret")
            << kId << kId << none << KeyHint::None << KeyHint::SecretLooksLikeId << KeyHint::None;
        QTest::newRow("secret alone") << none << kSecret << none << KeyHint::AccessKeyIdMissing
                                      << KeyHint::None << KeyHint::None;
        QTest::newRow("id alone") << kId << none << none << KeyHint::None << KeyHint::SecretMissing
                                  << KeyHint::None;
        QTest::newRow("cut off") << kId.left(15) << kSecret.left(39) << none << KeyHint::IdNotUsual
                                 << KeyHint::SecretNotUsual << KeyHint::None;
        QTest::newRow("a service of one's own")
            << u"minio"_s << u"password"_s << none << KeyHint::IdNotUsual << KeyHint::SecretNotUsual
            << KeyHint::None;
    }

    void hintsSayWhatLooksWrong()
    {
        QFETCH(QString, id);
        QFETCH(QString, secret);
        QFETCH(QString, token);
        const KeyHints hints = ui::keyHints(id, secret, token);
        QTEST(hints.accessKeyId, "forId");
        QTEST(hints.secret, "forSecret");
        QTEST(hints.token, "forToken");
    }

    void unusualKeysCanBeSavedUnusableOnesCannot()
    {
        for (const KeyHint hint :
             {KeyHint::IdNotUsual, KeyHint::SecretNotUsual, KeyHint::TokenNotNeeded,
              KeyHint::IdLooksLikeSecret, KeyHint::None})
            QVERIFY(!ui::blocksSaving(hint));
        for (const KeyHint hint : {KeyHint::AccessKeyIdMissing, KeyHint::SecretMissing,
                                   KeyHint::TokenMissing, KeyHint::Swapped})
            QVERIFY(ui::blocksSaving(hint));
    }

    void everyHintHasWords()
    {
        for (int i = 1; i <= static_cast<int>(KeyHint::TokenNotNeeded); ++i)
            QVERIFY2(!ui::keyHintText(static_cast<KeyHint>(i)).isEmpty(),
                     qPrintable(QString::number(i)));
        QVERIFY(ui::keyHintText(KeyHint::None).isEmpty());
    }

    void everyKnownRegionHasAPlace()
    {
        QSet<QString> places;
        for (const QString &region : knownRegions()) {
            QVERIFY2(!ui::regionPlace(region).isEmpty(), qPrintable(region));
            places.insert(ui::regionPlace(region));
        }
        QCOMPARE(places.size(), knownRegions().size());
    }

    void regionsAreUnderstoodAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("region");
        QTest::newRow("code") << u"eu-central-1"_s << u"eu-central-1"_s;
        QTest::newRow("code in capitals") << u" EU-CENTRAL-1 "_s << u"eu-central-1"_s;
        QTest::newRow("label") << ui::regionLabel(u"eu-central-1"_s) << u"eu-central-1"_s;
        QTest::newRow("place") << u"frankfurt"_s << u"eu-central-1"_s;
        QTest::newRow("unlisted code") << u"il-central-1"_s << u"il-central-1"_s;
        QTest::newRow("several places") << u"S"_s << u"s"_s;
        QTest::newRow("nonsense") << u"Atlantis"_s << u"atlantis"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void regionsAreUnderstoodAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QTEST(ui::regionFromText(typed), "region");
    }
};

QTEST_APPLESS_MAIN(KeyHintsTest)
#include "tst_keyhints.moc"
