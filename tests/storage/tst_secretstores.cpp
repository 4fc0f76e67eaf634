// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/memorysecretstore.h"
#include "storage/secrethelpers.h"
#include "storage/sessionsecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::storage;
using namespace tallylight::storage::test;
using Outcome = SecretStore::Outcome;

/// The stores that keep secrets in memory: alone, and on top of another.
class SecretStoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadUntilRemoved();
    void removingNothingIsOk();
    void answersComeFromTheEventLoop();
    void noAnswerForADeadContext();
    void noAnswerFromADeadStore();
    void scriptedFailuresChangeNothing_data();
    void scriptedFailuresChangeNothing();
    void aSilentStoreNeverAnswers();
    void sessionSecretsComeFirst();
    void sessionSecretsNeverReachTheStoreBeneath();
    void aSuccessfulWriteEndsTheException();
    void aSuccessfulWriteEndsTheExceptionEvenWhenNobodyWaits();
    void aFailedWriteKeepsTheException();
    void removingRemovesFromBoth();
    void oldSecretsBeneathGoWhileThisRunsStay();
    void oldSecretsBeneathGoEvenWhenNobodyWaits();
    void failuresBeneathArePassedOn();
};

void SecretStoresTest::whatIsWrittenIsReadUntilRemoved()
{
    MemorySecretStore store;
    QCOMPARE(readNow(store, u"a"_s).outcome, Outcome::NotFound);
    QCOMPARE(writeNow(store, u"a"_s, sampleCredentials()).outcome, Outcome::Ok);
    const SecretResult read = readNow(store, u"a"_s);
    QCOMPARE(read.outcome, Outcome::Ok);
    QVERIFY(read.credentials == sampleCredentials());
    QCOMPARE(readNow(store, u"b"_s).outcome, Outcome::NotFound);
    QCOMPARE(removeNow(store, u"a"_s).outcome, Outcome::Ok);
    QCOMPARE(readNow(store, u"a"_s).outcome, Outcome::NotFound);
}

void SecretStoresTest::removingNothingIsOk()
{
    MemorySecretStore store;
    QCOMPARE(removeNow(store, u"a"_s).outcome, Outcome::Ok);
}

void SecretStoresTest::answersComeFromTheEventLoop()
{
    MemorySecretStore store;
    QObject context;
    int answers = 0;
    const auto count = [&answers](const SecretResult &) {
        ++answers;
    };
    store.write(u"a"_s, sampleCredentials(), &context, count);
    store.read(u"a"_s, &context, count);
    store.remove(u"a"_s, &context, count);
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 3);
}

void SecretStoresTest::noAnswerForADeadContext()
{
    MemorySecretStore store;
    bool answered = false;
    auto context = std::make_unique<QObject>();
    store.read(u"a"_s, context.get(), [&answered](const SecretResult &) { answered = true; });
    context.reset();
    readNow(store, u"a"_s); // everything queued before has run by then
    QVERIFY(!answered);
}

void SecretStoresTest::noAnswerFromADeadStore()
{
    auto store = std::make_unique<MemorySecretStore>();
    bool answered = false;
    QObject context;
    store->read(u"a"_s, &context, [&answered](const SecretResult &) { answered = true; });
    store.reset();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void SecretStoresTest::scriptedFailuresChangeNothing_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("denied") << Outcome::Denied;
    QTest::newRow("locked") << Outcome::Locked;
    QTest::newRow("no backend") << Outcome::NoBackend;
    QTest::newRow("timeout") << Outcome::Timeout;
    QTest::newRow("failed") << Outcome::Failed;
}

void SecretStoresTest::scriptedFailuresChangeNothing()
{
    QFETCH(Outcome, outcome);
    MemorySecretStore store;
    store.insert(u"a"_s, sampleCredentials());
    store.failWith(outcome, u"said so"_s);
    for (const SecretResult &result :
         {readNow(store, u"a"_s), writeNow(store, u"b"_s, sampleCredentials()),
          removeNow(store, u"a"_s)}) {
        QCOMPARE(result.outcome, outcome);
        QCOMPARE(result.backendMessage, u"said so"_s);
        QVERIFY(!result.credentials);
    }
    QCOMPARE(store.profileIds(), QStringList{u"a"_s});
    store.failWith(std::nullopt);
    QCOMPARE(readNow(store, u"a"_s).outcome, Outcome::Ok);
}

void SecretStoresTest::aSilentStoreNeverAnswers()
{
    MemorySecretStore store;
    store.setSilent(true);
    bool answered = false;
    QObject context;
    store.read(u"a"_s, &context, [&answered](const SecretResult &) { answered = true; });
    store.setSilent(false);
    readNow(store, u"a"_s);
    QVERIFY(!answered);
}

void SecretStoresTest::sessionSecretsComeFirst()
{
    MemorySecretStore beneath;
    beneath.insert(u"a"_s, sampleCredentials());
    SessionSecretStore store(beneath);
    QVERIFY(readNow(store, u"a"_s).credentials == sampleCredentials());
    Credentials mine = sampleCredentials();
    mine.accessKeyId = u"AKIAONLYFORTHISRUN00"_s;
    store.keepForThisRun(u"a"_s, mine);
    QVERIFY(store.isForThisRunOnly(u"a"_s));
    QVERIFY(readNow(store, u"a"_s).credentials == mine);
}

void SecretStoresTest::sessionSecretsNeverReachTheStoreBeneath()
{
    MemorySecretStore beneath;
    SessionSecretStore store(beneath);
    store.keepForThisRun(u"a"_s, sampleCredentials());
    QCOMPARE(readNow(store, u"a"_s).outcome, Outcome::Ok);
    QVERIFY(!beneath.contains(u"a"_s));
}

void SecretStoresTest::aSuccessfulWriteEndsTheException()
{
    MemorySecretStore beneath;
    SessionSecretStore store(beneath);
    store.keepForThisRun(u"a"_s, {u"AKIAOLD"_s, Secret(u"old"_s), {}, {}});
    QCOMPARE(writeNow(store, u"a"_s, sampleCredentials()).outcome, Outcome::Ok);
    QVERIFY(!store.isForThisRunOnly(u"a"_s));
    QVERIFY(readNow(store, u"a"_s).credentials == sampleCredentials());
    QVERIFY(beneath.contains(u"a"_s));
}

void SecretStoresTest::aSuccessfulWriteEndsTheExceptionEvenWhenNobodyWaits()
{
    MemorySecretStore beneath;
    SessionSecretStore store(beneath);
    store.keepForThisRun(u"a"_s, {u"AKIAOLD"_s, Secret(u"old"_s), {}, {}});
    bool answered = false;
    {
        QObject context;
        store.write(u"a"_s, sampleCredentials(), &context,
                    [&answered](const SecretResult &) { answered = true; });
    }
    QTRY_VERIFY(!store.isForThisRunOnly(u"a"_s));
    QVERIFY(!answered);
}

void SecretStoresTest::aFailedWriteKeepsTheException()
{
    MemorySecretStore beneath;
    SessionSecretStore store(beneath);
    store.keepForThisRun(u"a"_s, sampleCredentials());
    beneath.failWith(Outcome::Locked);
    QCOMPARE(writeNow(store, u"a"_s, {u"AKIANEW"_s, Secret(u"new"_s), {}, {}}).outcome,
             Outcome::Locked);
    QVERIFY(store.isForThisRunOnly(u"a"_s));
    QVERIFY(readNow(store, u"a"_s).credentials == sampleCredentials());
}

void SecretStoresTest::removingRemovesFromBoth()
{
    MemorySecretStore beneath;
    beneath.insert(u"a"_s, sampleCredentials());
    SessionSecretStore store(beneath);
    store.keepForThisRun(u"a"_s, sampleCredentials());
    QCOMPARE(removeNow(store, u"a"_s).outcome, Outcome::Ok);
    QVERIFY(!store.isForThisRunOnly(u"a"_s));
    QVERIFY(!beneath.contains(u"a"_s));
}

void SecretStoresTest::oldSecretsBeneathGoWhileThisRunsStay()
{
    MemorySecretStore beneath;
    beneath.insert(u"a"_s, {u"AKIAOLD"_s, Secret(u"old"_s), {}, {}});
    SessionSecretStore store(beneath);
    store.keepForThisRun(u"a"_s, sampleCredentials());
    QObject context;
    std::optional<Outcome> outcome;
    store.removeBeneath(u"a"_s, &context,
                        [&outcome](const SecretResult &result) { outcome = result.outcome; });
    QVERIFY(!outcome);
    QTRY_VERIFY(outcome.has_value());
    QCOMPARE(*outcome, Outcome::Ok);
    QVERIFY(!beneath.contains(u"a"_s));
    QVERIFY(readNow(store, u"a"_s).credentials == sampleCredentials());
}

void SecretStoresTest::oldSecretsBeneathGoEvenWhenNobodyWaits()
{
    MemorySecretStore beneath;
    beneath.insert(u"a"_s, sampleCredentials());
    SessionSecretStore store(beneath);
    bool answered = false;
    {
        QObject context;
        store.removeBeneath(u"a"_s, &context,
                            [&answered](const SecretResult &) { answered = true; });
    }
    QTRY_VERIFY(!beneath.contains(u"a"_s));
    QVERIFY(!answered);
}

void SecretStoresTest::failuresBeneathArePassedOn()
{
    MemorySecretStore beneath;
    SessionSecretStore store(beneath);
    beneath.failWith(Outcome::NoBackend, u"nothing there"_s);
    QCOMPARE(readNow(store, u"a"_s).outcome, Outcome::NoBackend);
    store.keepForThisRun(u"a"_s, sampleCredentials());
    QCOMPARE(readNow(store, u"a"_s).outcome, Outcome::Ok);
    const SecretResult removed = removeNow(store, u"a"_s);
    QCOMPARE(removed.outcome,
             Outcome::NoBackend); // may still lie beneath, so it is not called done
    QVERIFY(!store.isForThisRunOnly(u"a"_s));
}

QTEST_GUILESS_MAIN(SecretStoresTest)
#include "tst_secretstores.moc"
