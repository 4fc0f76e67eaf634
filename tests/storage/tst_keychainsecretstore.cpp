// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/keychainsecretstore.h"
#include "storage/secrethelpers.h"

#include <QHash>
#include <QTest>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::storage;
using namespace tallylight::storage::test;
using Outcome = SecretStore::Outcome;
using Error = KeychainBackend::Error;

namespace {

/// A keychain that behaves as told.
class ScriptedBackend final : public KeychainBackend
{
public:
    QHash<QString, QByteArray> entries;
    QStringList calls; ///< "read key", "write key", "remove key", in order
    QList<Error> script; ///< answers of the next calls; a call beyond it works
    QString message;
    bool hides = true; ///< like libsecret
    bool locked = false; ///< as libsecret shows it: reads find nothing, removals do nothing, writes
                         ///< are refused
    bool hold = false; ///< keeps answers back until release()
    bool removesNothing = false;

    void read(const QString &key, Callback done) override
    {
        calls << u"read "_s + key;
        const Error error = next();
        if (error != Error::None)
            answer(std::move(done), {error, message, {}});
        else if (locked || !entries.contains(key))
            answer(std::move(done), {Error::NotFound, message, {}});
        else
            answer(std::move(done), {Error::None, {}, Secret(entries.value(key))});
    }
    void write(const QString &key, const Secret &data, Callback done) override
    {
        calls << u"write "_s + key;
        Error error = next();
        if (locked)
            error = Error::Locked;
        if (error == Error::None)
            entries.insert(key, QString::fromUtf8(data.expose()).toUtf8()); // real ones keep text
        answer(std::move(done), {error, error == Error::None ? QString() : message, {}});
    }
    void remove(const QString &key, Callback done) override
    {
        calls << u"remove "_s + key;
        const Error error = next();
        if (error == Error::None && !locked && !removesNothing)
            entries.remove(key);
        answer(std::move(done), {error, error == Error::None ? QString() : message, {}});
    }
    bool hidesLockedEntries() const override { return hides; }

    void release()
    {
        hold = false;
        const auto held = std::exchange(m_held, {});
        for (const auto &[done, reply] : held)
            done(reply);
    }

private:
    Error next() { return script.isEmpty() ? Error::None : script.takeFirst(); }
    void answer(Callback done, const Reply &reply)
    {
        if (hold) {
            m_held.append({std::move(done), reply});
            return;
        }
        QTimer::singleShot(0, &m_self, [done = std::move(done), reply] { done(reply); });
    }

    QList<std::pair<Callback, Reply>> m_held;
    QObject m_self;
};

KeychainSecretStore::Options quick()
{
    KeychainSecretStore::Options options;
    options.timeout = 10s;
    options.retryDelay = 1ms;
    options.retryWindow = 60s;
    options.maxEntryBytes = 0;
    return options;
}

/// A store and the backend it owns.
struct Fixture
{
    explicit Fixture(const KeychainSecretStore::Options &options = quick())
    {
        auto owned = std::make_unique<ScriptedBackend>();
        backend = owned.get();
        store = std::make_unique<KeychainSecretStore>(std::move(owned), options);
    }

    ScriptedBackend *backend = nullptr;
    std::unique_ptr<KeychainSecretStore> store;
};

Credentials longCredentials()
{
    Credentials credentials = sampleCredentials();
    credentials.sessionToken = Secret(QString(4096, u'T'));
    return credentials;
}

} // namespace

class KeychainSecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneEntryPerProfile();
    void aWrittenSecretIsRead();
    void aMissingSecretIsNotFound();
    void nothingToHideNeedsNoLockTest();
    void aLockedKeychainIsNotTakenForAnEmptyOne();
    void removingFromALockedKeychainIsNotCalledDone();
    void anEntryThatStaysIsNotCalledRemoved();
    void removingNothingIsOk();
    void eachErrorHasItsOutcome_data();
    void eachErrorHasItsOutcome();
    void aForeignEntryIsAFailure();
    void messagesHideTheSecret();
    void noAnswerInTimeIsATimeout();
    void aLateAnswerIsIgnored();
    void aServiceThatComesLateIsTriedOnceMore();
    void aServiceThatNeverComesIsTriedTwice();
    void laterNothingIsTriedAgain();
    void aWriteDoesNotNeedItsContext();
    void noAnswerForADeadContext();
    void noAnswerFromADeadStore();
    void answersComeFromTheEventLoop();
    void longSecretsAreCutWhereEntriesAreShort();
    void shorterSecretsLeaveNoOldPartsBehind();
    void removingRemovesEveryPart();
    void aMissingPartIsAFailure();
    void aWriteThatFailsHalfWayKeepsTheOldSecret();
    void whatFitsIsNotCut();
};

void KeychainSecretStoreTest::oneEntryPerProfile()
{
    Fixture f;
    QCOMPARE(writeNow(*f.store, u"p1"_s, longCredentials()).outcome, Outcome::Ok);
    QCOMPARE(f.backend->calls, QStringList{u"write tallylight/p1"_s});
    QCOMPARE(writeNow(*f.store, u"p2"_s, sampleCredentials()).outcome, Outcome::Ok);
    QCOMPARE(f.backend->entries.size(), 2);
}

void KeychainSecretStoreTest::aWrittenSecretIsRead()
{
    Fixture f;
    QCOMPARE(writeNow(*f.store, u"p"_s, longCredentials()).outcome, Outcome::Ok);
    const SecretResult read = readNow(*f.store, u"p"_s);
    QCOMPARE(read.outcome, Outcome::Ok);
    QVERIFY(read.credentials == longCredentials());
}

void KeychainSecretStoreTest::aMissingSecretIsNotFound()
{
    Fixture f;
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::NotFound);
    QVERIFY(f.backend->entries.isEmpty()); // the lock test has left nothing
}

void KeychainSecretStoreTest::nothingToHideNeedsNoLockTest()
{
    Fixture f;
    f.backend->hides = false;
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::NotFound);
    QCOMPARE(f.backend->calls, QStringList{u"read tallylight/p"_s});
}

void KeychainSecretStoreTest::aLockedKeychainIsNotTakenForAnEmptyOne()
{
    Fixture f;
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, Outcome::Ok);
    f.backend->locked = true;
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::Locked);
    f.backend->locked = false;
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::Ok);
}

void KeychainSecretStoreTest::removingFromALockedKeychainIsNotCalledDone()
{
    Fixture f;
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, Outcome::Ok);
    f.backend->locked = true;
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, Outcome::Locked);
    QVERIFY(f.backend->entries.contains(u"tallylight/p"_s));
}

void KeychainSecretStoreTest::anEntryThatStaysIsNotCalledRemoved()
{
    Fixture f;
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, Outcome::Ok);
    f.backend->removesNothing = true;
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, Outcome::Failed);
    f.backend->removesNothing = false;
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, Outcome::Ok);
    QVERIFY(f.backend->entries.isEmpty());
}

void KeychainSecretStoreTest::removingNothingIsOk()
{
    Fixture f;
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, Outcome::Ok);
    f.backend->hides = false;
    f.backend->script = {Error::NotFound};
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, Outcome::Ok);
}

void KeychainSecretStoreTest::eachErrorHasItsOutcome_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("denied") << Error::Denied << Outcome::Denied;
    QTest::newRow("locked") << Error::Locked << Outcome::Locked;
    QTest::newRow("no backend") << Error::NoBackend << Outcome::NoBackend;
    QTest::newRow("other") << Error::Other << Outcome::Failed;
}

void KeychainSecretStoreTest::eachErrorHasItsOutcome()
{
    QFETCH(Error, error);
    QFETCH(Outcome, outcome);
    KeychainSecretStore::Options options = quick();
    options.retryWindow = 0ms;
    Fixture f(options);
    f.backend->message = u"no luck"_s;
    f.backend->script = {error};
    SecretResult result = readNow(*f.store, u"p"_s);
    QCOMPARE(result.outcome, outcome);
    QCOMPARE(result.backendMessage, u"no luck"_s);
    QVERIFY(!result.credentials);
    f.backend->script = {error};
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, outcome);
    f.backend->script = {error};
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, outcome);
    f.backend->hides = false;
    f.backend->script = {error};
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, outcome);
}

void KeychainSecretStoreTest::aForeignEntryIsAFailure()
{
    Fixture f;
    f.backend->entries.insert(u"tallylight/p"_s, "somebody else's password");
    const SecretResult result = readNow(*f.store, u"p"_s);
    QCOMPARE(result.outcome, Outcome::Failed);
    QVERIFY(!result.backendMessage.contains(u"password"_s));
}

void KeychainSecretStoreTest::messagesHideTheSecret()
{
    Fixture f;
    const Credentials credentials = sampleCredentials();
    const QString secret = QString::fromUtf8(credentials.secretAccessKey.expose());
    f.backend->message = u"could not store "_s + secret + u" of "_s + credentials.accessKeyId;
    f.backend->script = {Error::Other};
    const SecretResult result = writeNow(*f.store, u"p"_s, credentials);
    QCOMPARE(result.outcome, Outcome::Failed);
    QVERIFY(result.backendMessage.startsWith(u"could not store"_s));
    QVERIFY(!result.backendMessage.contains(secret));
    QVERIFY(!result.backendMessage.contains(credentials.accessKeyId));
}

void KeychainSecretStoreTest::noAnswerInTimeIsATimeout()
{
    KeychainSecretStore::Options options = quick();
    options.timeout = 20ms;
    Fixture f(options);
    f.backend->hold = true;
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::Timeout);
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, Outcome::Timeout);
    QCOMPARE(removeNow(*f.store, u"p"_s).outcome, Outcome::Timeout);
}

void KeychainSecretStoreTest::aLateAnswerIsIgnored()
{
    KeychainSecretStore::Options options = quick();
    options.timeout = 20ms;
    Fixture f(options);
    f.backend->entries.insert(u"tallylight/p"_s, "{}");
    f.backend->hold = true;
    QObject context;
    QList<Outcome> answers;
    f.store->read(u"p"_s, &context,
                  [&answers](const SecretResult &result) { answers << result.outcome; });
    QTRY_COMPARE(answers, QList<Outcome>{Outcome::Timeout});
    f.backend->release();
    readNow(*f.store, u"q"_s);
    QCOMPARE(answers.size(), 1);
}

void KeychainSecretStoreTest::aServiceThatComesLateIsTriedOnceMore()
{
    Fixture f;
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, Outcome::Ok);
    f.backend->calls.clear();
    f.backend->script = {Error::NoBackend};
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::Ok);
    QCOMPARE(f.backend->calls.size(), 2);
}

void KeychainSecretStoreTest::aServiceThatNeverComesIsTriedTwice()
{
    Fixture f;
    f.backend->script = {Error::NoBackend, Error::NoBackend, Error::NoBackend};
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::NoBackend);
    QCOMPARE(f.backend->calls.size(), 2);
}

void KeychainSecretStoreTest::laterNothingIsTriedAgain()
{
    KeychainSecretStore::Options options = quick();
    options.retryWindow = 0ms;
    Fixture f(options);
    f.backend->script = {Error::NoBackend, Error::NoBackend};
    QCOMPARE(readNow(*f.store, u"p"_s).outcome, Outcome::NoBackend);
    QCOMPARE(f.backend->calls.size(), 1);
}

void KeychainSecretStoreTest::aWriteDoesNotNeedItsContext()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 500;
    Fixture f(options);
    bool answered = false;
    {
        QObject context;
        f.store->write(u"p"_s, longCredentials(), &context,
                       [&answered](const SecretResult &) { answered = true; });
    }
    QTRY_VERIFY(readNow(*f.store, u"p"_s).credentials == longCredentials());
    QVERIFY(!answered);
}

void KeychainSecretStoreTest::noAnswerForADeadContext()
{
    Fixture f;
    bool answered = false;
    auto context = std::make_unique<QObject>();
    f.store->read(u"p"_s, context.get(), [&answered](const SecretResult &) { answered = true; });
    context.reset();
    readNow(*f.store, u"p"_s);
    QVERIFY(!answered);
}

void KeychainSecretStoreTest::noAnswerFromADeadStore()
{
    Fixture f;
    bool answered = false;
    QObject context;
    f.store->read(u"p"_s, &context, [&answered](const SecretResult &) { answered = true; });
    f.store.reset();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void KeychainSecretStoreTest::answersComeFromTheEventLoop()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 10; // more parts than are allowed: refused without asking the keychain
    Fixture f(options);
    QObject context;
    bool answered = false;
    f.store->write(u"p"_s, longCredentials(), &context, [&answered](const SecretResult &result) {
        answered = true;
        QCOMPARE(result.outcome, Outcome::Failed);
    });
    QVERIFY(!answered);
    QTRY_VERIFY(answered);
    QVERIFY(f.backend->calls.isEmpty());
}

void KeychainSecretStoreTest::longSecretsAreCutWhereEntriesAreShort()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 500;
    Fixture f(options);
    f.backend->hides = false;
    Credentials credentials = longCredentials();
    credentials.sessionToken = Secret(QString(1500, u'ü')); // cuts fall inside characters, too
    QCOMPARE(writeNow(*f.store, u"p"_s, credentials).outcome, Outcome::Ok);
    QVERIFY(f.backend->entries.size() > 6);
    for (auto it = f.backend->entries.cbegin(); it != f.backend->entries.cend(); ++it) {
        QVERIFY(it.key().startsWith(u"tallylight/p"_s));
        QVERIFY2(it.value().size() <= 500, qPrintable(it.key()));
    }
    QVERIFY(readNow(*f.store, u"p"_s).credentials == credentials);
}

void KeychainSecretStoreTest::shorterSecretsLeaveNoOldPartsBehind()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 500;
    Fixture f(options);
    QCOMPARE(writeNow(*f.store, u"p"_s, longCredentials()).outcome, Outcome::Ok);
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, Outcome::Ok);
    QCOMPARE(f.backend->entries.keys(), QStringList{u"tallylight/p"_s});
    QVERIFY(readNow(*f.store, u"p"_s).credentials == sampleCredentials());
}

void KeychainSecretStoreTest::removingRemovesEveryPart()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 500;
    for (const bool hides : {true, false}) {
        Fixture f(options);
        f.backend->hides = hides;
        QCOMPARE(writeNow(*f.store, u"p"_s, longCredentials()).outcome, Outcome::Ok);
        QCOMPARE(removeNow(*f.store, u"p"_s).outcome, Outcome::Ok);
        QVERIFY(f.backend->entries.isEmpty());
    }
}

void KeychainSecretStoreTest::aMissingPartIsAFailure()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 500;
    Fixture f(options);
    QCOMPARE(writeNow(*f.store, u"p"_s, longCredentials()).outcome, Outcome::Ok);
    const QStringList keys = f.backend->entries.keys();
    for (const QString &key : keys) {
        if (key.endsWith(u"/3"_s))
            f.backend->entries.remove(key);
    }
    const SecretResult result = readNow(*f.store, u"p"_s);
    QCOMPARE(result.outcome, Outcome::Failed);
    QVERIFY(!result.credentials);
}

void KeychainSecretStoreTest::aWriteThatFailsHalfWayKeepsTheOldSecret()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 500;
    Fixture f(options);
    QCOMPARE(writeNow(*f.store, u"p"_s, longCredentials()).outcome, Outcome::Ok);
    Credentials other = longCredentials();
    other.sessionToken = Secret(QString(3000, u'Z'));
    f.backend->script = {Error::None, Error::None, Error::None, Error::Other};
    QCOMPARE(writeNow(*f.store, u"p"_s, other).outcome, Outcome::Failed);
    QVERIFY(readNow(*f.store, u"p"_s).credentials == longCredentials());
    const qsizetype kept = f.backend->entries.size();
    QCOMPARE(writeNow(*f.store, u"p"_s, longCredentials()).outcome, Outcome::Ok);
    QCOMPARE(f.backend->entries.size(), kept); // so the half written one had left nothing
}

void KeychainSecretStoreTest::whatFitsIsNotCut()
{
    KeychainSecretStore::Options options = quick();
    options.maxEntryBytes = 2048;
    Fixture f(options);
    QCOMPARE(writeNow(*f.store, u"p"_s, sampleCredentials()).outcome, Outcome::Ok);
    QCOMPARE(f.backend->entries.keys(), QStringList{u"tallylight/p"_s});
}

QTEST_GUILESS_MAIN(KeychainSecretStoreTest)
#include "tst_keychainsecretstore.moc"
