// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret.h"

#include <QDebug>
#include <QTest>

#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace tallylight;

// Memory must be looked at in the very moment it is given back; afterwards it is nobody's to read.
// So this program gets told of every free(), and takes a copy of the one block it watches.
namespace {

constexpr std::size_t kWatchedSize = 32;
const volatile char *watchedBlock = nullptr;
char lastWords[kWatchedSize];
bool watchedWasFreed = false;

void noteFree(const volatile void *block)
{
    const volatile char *freed = static_cast<const volatile char *>(block);
    // QByteArray's header comes first, so the bytes lie shortly after the block's start.
    if (!watchedBlock || freed > watchedBlock || watchedBlock - freed > 64)
        return;
    for (std::size_t i = 0; i < kWatchedSize; ++i)
        lastWords[i] = watchedBlock[i];
    watchedBlock = nullptr;
    watchedWasFreed = true;
}

} // namespace

#if defined(__SANITIZE_ADDRESS__)
extern "C" void __sanitizer_free_hook(const volatile void *block);
extern "C" void __sanitizer_free_hook(const volatile void *block)
{
    noteFree(block);
}
#define TALLYLIGHT_SEES_FREE 1
#elif defined(__GLIBC__)
extern "C" void __libc_free(void *block);
extern "C" void free(void *block)
{
    noteFree(block);
    __libc_free(block);
}
#define TALLYLIGHT_SEES_FREE 1
#else
#define TALLYLIGHT_SEES_FREE 0
#endif

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWatchSeesOrdinaryMemory();
    void theLastOwnerWipes_data();
    void theLastOwnerWipes();
    void aCopyKeepsTheSecretAlive();
    void copiesShareTheBytes();
    void movedFromIsEmpty();
    void assigningToItselfKeepsIt();
    void itNeverPrintsItself();
    void textIsKeptAsUtf8();
    void equalityComparesTheContent();

private:
    static QByteArray sample() { return QByteArray(kWatchedSize, 'S'); }
    static void watch(const QByteArray &bytes)
    {
        watchedWasFreed = false;
        std::memset(lastWords, '?', kWatchedSize);
        watchedBlock = bytes.constData();
    }
    static QByteArray seen() { return QByteArray(lastWords, kWatchedSize); }
};

void SecretTest::init()
{
    watchedBlock = nullptr;
}

void SecretTest::theWatchSeesOrdinaryMemory()
{
    if (!TALLYLIGHT_SEES_FREE)
        QSKIP("this C library does not let a program watch free()");
    {
        QByteArray plain(kWatchedSize, 'P');
        watch(plain);
    }
    QVERIFY(watchedWasFreed);
    QCOMPARE(seen(), QByteArray(kWatchedSize, 'P')); // without wiping, the bytes are still there
}

void SecretTest::theLastOwnerWipes_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"destroyed", "assigned to", "moved to", "moved from", "copied first"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void SecretTest::theLastOwnerWipes()
{
    if (!TALLYLIGHT_SEES_FREE)
        QSKIP("this C library does not let a program watch free()");
    QFETCH(QString, how);
    {
        Secret secret(sample());
        watch(secret.expose());
        if (how == u"assigned to") {
            const Secret other(u"other"_s);
            secret = other;
            QVERIFY(watchedWasFreed);
        } else if (how == u"moved to") {
            secret = Secret(u"other"_s);
            QVERIFY(watchedWasFreed);
        } else if (how == u"moved from") {
            const Secret other(std::move(secret));
            QVERIFY(!watchedWasFreed);
        } else if (how == u"copied first") {
            const Secret copy = secret;
            secret = Secret();
            QVERIFY(!watchedWasFreed);
        }
    }
    QVERIFY(watchedWasFreed);
    QCOMPARE(seen(), QByteArray(kWatchedSize, '\0'));
}

void SecretTest::aCopyKeepsTheSecretAlive()
{
    Secret copy;
    {
        const Secret secret(sample());
        copy = secret;
    }
    QCOMPARE(copy.expose(), sample());
}

void SecretTest::copiesShareTheBytes()
{
    const Secret secret(sample());
    const Secret copy = secret; // NOLINT(performance-unnecessary-copy-initialization)
    QCOMPARE(copy.expose().constData(), secret.expose().constData());
}

void SecretTest::movedFromIsEmpty()
{
    Secret secret(sample());
    const Secret other(std::move(secret));
    QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
    QCOMPARE(other.expose(), sample());
}

void SecretTest::assigningToItselfKeepsIt()
{
    Secret secret(sample());
    Secret &same = secret;
    secret = same;
    QCOMPARE(secret.expose(), sample());
    secret = std::move(same);
    QCOMPARE(secret.expose(), sample());
}

void SecretTest::itNeverPrintsItself()
{
    QString text;
    QDebug(&text) << Secret(u"hunter2-hunter2"_s) << Secret();
    QVERIFY(!text.contains(u"hunter2"_s));
    QVERIFY(text.contains(u"Secret(set)"_s));
    QVERIFY(text.contains(u"Secret(empty)"_s));
}

void SecretTest::textIsKeptAsUtf8()
{
    QCOMPARE(Secret(u"Schlüssel"_s).expose(), QByteArray("Schl\xc3\xbcssel"));
    QVERIFY(Secret(QString()).isEmpty());
}

void SecretTest::equalityComparesTheContent()
{
    QVERIFY(Secret(u"a"_s) == Secret(u"a"_s));
    QVERIFY(!(Secret(u"a"_s) == Secret(u"b"_s)));
    QVERIFY(Secret() == Secret(QByteArray()));
}

QTEST_APPLESS_MAIN(SecretTest)
#include "tst_secret.moc"
