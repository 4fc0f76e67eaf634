// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/keychainsecretstore.h"
#include "storage/keychainservice.h"
#include "storage/qtkeychainbackend.h"
#include "storage/secrethelpers.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::storage;
using namespace tallylight::storage::test;
using Outcome = SecretStore::Outcome;

// The real Secret Service through qtkeychain and libsecret. tests/support/with_secret_service.sh
// starts this program once for each condition a keyring can be in, and says which in
// TALLYLIGHT_SECRETS_MODE.

namespace {

std::unique_ptr<KeychainSecretStore> makeStore(std::chrono::milliseconds timeout = 20s,
                                               std::chrono::milliseconds retryDelay = 10ms)
{
    KeychainSecretStore::Options options;
    options.timeout = timeout;
    options.retryDelay = retryDelay;
    return std::make_unique<KeychainSecretStore>(
        std::make_unique<QtKeychainBackend>(u"Tallylight"_s), options);
}

/// Files below the test's own HOME and XDG folders that contain \a needle; how many files there
/// were goes to \a scanned.
QStringList filesContaining(const QByteArray &needle, int *scanned = nullptr)
{
    QStringList found;
    QDirIterator it(qEnvironmentVariable("TALLYLIGHT_SECRETS_ROOT"),
                    QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (scanned)
            ++*scanned;
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            found << file.fileName();
    }
    return found;
}

bool lockKeyring()
{
    return QProcess::execute(u"dbus-send"_s,
                             {u"--session"_s, u"--print-reply=literal"_s,
                              u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                              u"org.freedesktop.Secret.Service.Lock"_s,
                              u"array:objpath:/org/freedesktop/secrets/collection/login"_s})
        == 0;
}

} // namespace

class UnlockedKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentialsSurvive_data();
    void credentialsSurvive();
    void writingAgainReplaces();
    void theBusKnowsTheKeychain() { QVERIFY(keychainServiceMayAnswer()); }
    void profilesDoNotMix();
    void nothingIsFoundForAnUnknownProfile();
    void removingForgets();
    void removingNothingIsOk();
    void anotherStoreReadsIt();
    void theSecretLiesInTheKeyringAndNowhereElse();
    void manyCallsAtOnceAllAnswer();
    void aKeyringLockedMeanwhileIsNotTakenForAnEmptyOne();
};

void UnlockedKeyringTest::credentialsSurvive_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("token");
    QTest::newRow("long-lived") << u"abc/+=0123456789"_s << QString();
    QTest::newRow("4 KB session token") << u"abc"_s << QString(4096, u'T');
    QTest::newRow("beyond ASCII") << u"Schlüssel 秘密🔑"_s << u"ключ\n\"{}\""_s;
}

void UnlockedKeyringTest::credentialsSurvive()
{
    QFETCH(QString, secret);
    QFETCH(QString, token);
    const auto store = makeStore();
    const Credentials written{u"AKIAREALKEYRING"_s, Secret(secret), Secret(token), {}};
    const SecretResult stored = writeNow(*store, u"survive"_s, written);
    QVERIFY2(stored.isOk(), qPrintable(stored.backendMessage));
    const SecretResult read = readNow(*store, u"survive"_s);
    QVERIFY2(read.isOk(), qPrintable(read.backendMessage));
    QVERIFY(read.credentials == written);
}

void UnlockedKeyringTest::writingAgainReplaces()
{
    const auto store = makeStore();
    QVERIFY(writeNow(*store, u"again"_s, {u"AKIAOLD"_s, Secret(u"old"_s), Secret(u"token"_s), {}})
                .isOk());
    const Credentials second{u"AKIANEW"_s, Secret(u"new"_s), {}, {}};
    QVERIFY(writeNow(*store, u"again"_s, second).isOk());
    QVERIFY(readNow(*store, u"again"_s).credentials == second);
}

void UnlockedKeyringTest::profilesDoNotMix()
{
    const auto store = makeStore();
    const Credentials one{u"AKIAONE"_s, Secret(u"one"_s), {}, {}};
    const Credentials two{u"AKIATWO"_s, Secret(u"two"_s), {}, {}};
    QVERIFY(writeNow(*store, u"p1"_s, one).isOk());
    QVERIFY(writeNow(*store, u"p2"_s, two).isOk());
    QVERIFY(readNow(*store, u"p1"_s).credentials == one);
    QVERIFY(readNow(*store, u"p2"_s).credentials == two);
    QVERIFY(removeNow(*store, u"p1"_s).isOk());
    QVERIFY(readNow(*store, u"p2"_s).credentials == two);
}

void UnlockedKeyringTest::nothingIsFoundForAnUnknownProfile()
{
    const auto store = makeStore();
    QCOMPARE(readNow(*store, u"unknown"_s).outcome, Outcome::NotFound);
}

void UnlockedKeyringTest::removingForgets()
{
    const auto store = makeStore();
    QVERIFY(writeNow(*store, u"remove"_s, sampleCredentials()).isOk());
    QCOMPARE(removeNow(*store, u"remove"_s).outcome, Outcome::Ok);
    QCOMPARE(readNow(*store, u"remove"_s).outcome, Outcome::NotFound);
}

void UnlockedKeyringTest::removingNothingIsOk()
{
    const auto store = makeStore();
    QCOMPARE(removeNow(*store, u"never there"_s).outcome, Outcome::Ok);
}

void UnlockedKeyringTest::anotherStoreReadsIt()
{
    QVERIFY(writeNow(*makeStore(), u"restart"_s, sampleCredentials()).isOk());
    QVERIFY(readNow(*makeStore(), u"restart"_s).credentials == sampleCredentials());
}

void UnlockedKeyringTest::theSecretLiesInTheKeyringAndNowhereElse()
{
    const auto store = makeStore();
    QVERIFY(writeNow(*store, u"where"_s, sampleCredentials()).isOk());
    int scanned = 0;
    QCOMPARE(filesContaining(sampleCredentials().secretAccessKey.expose(), &scanned),
             QStringList());
    QVERIFY(scanned > 0); // the encrypted keyring file at least

    const QString tool = QStandardPaths::findExecutable(u"secret-tool"_s);
    if (tool.isEmpty())
        QSKIP("secret-tool is not installed, so nobody else can be asked what the keyring holds");
    QProcess lookup;
    lookup.start(tool,
                 {u"lookup"_s, u"server"_s, u"Tallylight"_s, u"user"_s, u"tallylight/where"_s});
    QVERIFY(lookup.waitForFinished());
    const QByteArray text = lookup.readAllStandardOutput();
    QVERIFY(text.contains(sampleCredentials().secretAccessKey.expose()));
    QVERIFY(text.contains(sampleCredentials().accessKeyId.toUtf8()));
}

void UnlockedKeyringTest::manyCallsAtOnceAllAnswer()
{
    const auto store = makeStore();
    QObject context;
    int answers = 0;
    for (int i = 0; i < 20; ++i) {
        const QString id = u"many-"_s + QString::number(i);
        store->write(id, sampleCredentials(), &context, [&](const SecretResult &written) {
            QVERIFY2(written.isOk(), qPrintable(written.backendMessage));
            ++answers;
        });
        store->read(id, &context, [&](const SecretResult &read) {
            QVERIFY2(read.isOk(), qPrintable(read.backendMessage));
            ++answers;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, 40, 20000);
}

void UnlockedKeyringTest::aKeyringLockedMeanwhileIsNotTakenForAnEmptyOne()
{
    // Last, because the keyring stays locked.
    const auto store = makeStore();
    QVERIFY(writeNow(*store, u"locked"_s, sampleCredentials()).isOk());
    QVERIFY(lockKeyring());
    const SecretResult read = readNow(*store, u"locked"_s);
    QCOMPARE(read.outcome, Outcome::Locked);
    QVERIFY(!read.credentials);
    QCOMPARE(removeNow(*store, u"locked"_s).outcome, Outcome::Locked);
    QCOMPARE(writeNow(*store, u"locked"_s, sampleCredentials()).outcome, Outcome::Locked);
}

/// A locked keyring whose prompts are dismissed.
class LockedKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallSaysLocked();
    void nothingIsWrittenInClear();
};

void LockedKeyringTest::everyCallSaysLocked()
{
    const auto store = makeStore();
    QCOMPARE(readNow(*store, u"p"_s).outcome, Outcome::Locked);
    const SecretResult written = writeNow(*store, u"p"_s, sampleCredentials());
    QCOMPARE(written.outcome, Outcome::Locked);
    QVERIFY(!written.backendMessage.isEmpty());
    QCOMPARE(removeNow(*store, u"p"_s).outcome, Outcome::Locked);
}

void LockedKeyringTest::nothingIsWrittenInClear()
{
    const auto store = makeStore();
    QVERIFY(!writeNow(*store, u"p"_s, sampleCredentials()).isOk());
    QCOMPARE(filesContaining(sampleCredentials().secretAccessKey.expose()), QStringList());
}

/// A locked keyring whose prompt nobody answers.
class UnansweredPromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCallEndsWithATimeout();
    void callsBehindItEndToo();
};

void UnansweredPromptTest::theCallEndsWithATimeout()
{
    const auto store = makeStore(300ms);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(writeNow(*store, u"p"_s, sampleCredentials()).outcome, Outcome::Timeout);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(filesContaining(sampleCredentials().secretAccessKey.expose()), QStringList());
}

void UnansweredPromptTest::callsBehindItEndToo()
{
    const auto store = makeStore(300ms);
    QCOMPARE(readNow(*store, u"p"_s).outcome, Outcome::Timeout);
    QCOMPARE(removeNow(*store, u"p"_s).outcome, Outcome::Timeout);
}

/// No Secret Service: a session bus without one, or no bus at all.
class NoKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallSaysSoQuickly();
    void itIsTriedOnceMoreAtSessionStart();
    void nothingIsWrittenInClear();
    void theBusItselfIsAsked() { QVERIFY(!keychainServiceMayAnswer()); }
};

void NoKeyringTest::everyCallSaysSoQuickly()
{
    const auto store = makeStore();
    QElapsedTimer timer;
    timer.start();
    const SecretResult written = writeNow(*store, u"p"_s, sampleCredentials());
    QVERIFY2(written.outcome == Outcome::NoBackend, qPrintable(written.backendMessage));
    QVERIFY(!written.backendMessage.isEmpty());
    QCOMPARE(readNow(*store, u"p"_s).outcome, Outcome::NoBackend);
    QCOMPARE(removeNow(*store, u"p"_s).outcome, Outcome::NoBackend);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void NoKeyringTest::itIsTriedOnceMoreAtSessionStart()
{
    const auto store = makeStore(20s, 200ms);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(readNow(*store, u"p"_s).outcome, Outcome::NoBackend);
    QVERIFY2(timer.elapsed() >= 200, qPrintable(QString::number(timer.elapsed())));
}

void NoKeyringTest::nothingIsWrittenInClear()
{
    const auto store = makeStore();
    QVERIFY(!writeNow(*store, u"p"_s, sampleCredentials()).isOk());
    int scanned = 0;
    QCOMPARE(filesContaining(sampleCredentials().secretAccessKey.expose(), &scanned),
             QStringList());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QString mode = qEnvironmentVariable("TALLYLIGHT_SECRETS_MODE");
    if (mode == "unlocked"_L1) {
        UnlockedKeyringTest test;
        return QTest::qExec(&test, argc, argv);
    }
    if (mode == "locked"_L1) {
        LockedKeyringTest test;
        return QTest::qExec(&test, argc, argv);
    }
    if (mode == "unanswered"_L1) {
        UnansweredPromptTest test;
        return QTest::qExec(&test, argc, argv);
    }
    if (mode == "none"_L1 || mode == "no-bus"_L1) {
        NoKeyringTest test;
        return QTest::qExec(&test, argc, argv);
    }
    std::fputs("SKIPPED: run me through tests/support/with_secret_service.sh; "
               "on its own this test would use your keyring\n",
               stderr);
    return 77;
}

#include "tst_keychain.moc"
