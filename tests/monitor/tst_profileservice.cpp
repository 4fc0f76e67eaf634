// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileservice.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "support/loopbackserver.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::ProfileService;
using monitor::SecretProblem;

namespace {

Profile named(const QString &name)
{
    Profile profile = makeProfile();
    profile.name = name;
    profile.region = u"eu-central-1"_s;
    return profile;
}

Credentials someKey()
{
    return {u"AKIAEXAMPLEOFATEST"_s, Secret(u"a secret of this test"_s), {}, {}};
}

} // namespace

class ProfileServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<storage::MemorySecretStore>();
        m_secrets = std::make_unique<storage::SessionSecretStore>(*m_keychain);
        m_file = std::make_unique<storage::ProfileStore>(m_dir->filePath(u"profiles.json"_s));
        m_service = std::make_unique<ProfileService>(*m_file, *m_secrets);
    }

    void aTypedProxyPasswordServesToGetARole()
    {
        test::LoopbackServer proxy;
        proxy.setHandler([](const test::RawRequest &request) {
            return request.header("Proxy-Authorization").isEmpty()
                ? test::ScriptedReply::status(407, {}, {{"Proxy-Authenticate", "Basic realm=x"}})
                : test::ScriptedReply::status(502);
        });
        ProfileService::Question question;
        question.profile = named(u"Frankfurt"_s);
        question.profile.assumeRole.roleArn = u"arn:aws:iam::123456789012:role/Monitoring"_s;
        QUrl address = proxy.url();
        address.setUserName(u"operator"_s);
        question.profile.medialiveProxy = {ProxySetting::Mode::Manual, address};
        question.typed = someKey();
        question.proxies.medialive = Secret(u"typed"_s);
        bool answered = false;
        m_service->resolve(question, this,
                           [&answered](const ProfileService::Resolution &) { answered = true; });
        const auto given = [&proxy] {
            for (const test::RawRequest &request : proxy.requests()) {
                const QByteArray header = request.header("Proxy-Authorization");
                if (!header.isEmpty())
                    return QByteArray::fromBase64(header.mid(header.indexOf(' ') + 1));
            }
            return QByteArray();
        };
        QTRY_COMPARE(given(), QByteArray("operator:typed"));
        QVERIFY(m_keychain->profileIds().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(answered, 20000);
    }

    void nobodyIsToldWhoHasGone()
    {
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        ProfileService::Question question;
        question.profile = named(u"Frankfurt"_s);
        m_service->resolve(question, asker.get(),
                           [&answered](const ProfileService::Resolution &) { answered = true; });
        asker.reset();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
        QVERIFY(!answered);
    }

    void startsEmpty()
    {
        QVERIFY(!m_service->load());
        QVERIFY(m_service->profiles().isEmpty());
    }

    void whatIsSavedIsThereAfterARestart()
    {
        QVERIFY(!m_service->load());
        const Profile one = named(u"Frankfurt"_s);
        QVERIFY(!m_service->save(one));
        QVERIFY(!m_service->save(named(u"Oregon"_s)));
        storage::ProfileStore again(m_dir->filePath(u"profiles.json"_s));
        ProfileService restarted(again, *m_secrets);
        QVERIFY(!restarted.load());
        QCOMPARE(restarted.profiles(), m_service->profiles());
        QCOMPARE(restarted.profiles().first(), one);
    }

    void savingAgainReplacesAndKeepsTheOrder()
    {
        QVERIFY(!m_service->load());
        Profile one = named(u"A"_s);
        QVERIFY(!m_service->save(one));
        QVERIFY(!m_service->save(named(u"B"_s)));
        one.name = u"C"_s;
        QVERIFY(!m_service->save(one));
        QCOMPARE(m_service->profiles().size(), 2);
        QCOMPARE(m_service->profiles().first().name, u"C"_s);
        QVERIFY(!m_service->move(0, 1));
        QCOMPARE(m_service->profiles().last().name, u"C"_s);
        QVERIFY(!m_service->move(0, 7)); // nonsense changes nothing
        QCOMPARE(m_service->profiles().last().name, u"C"_s);
    }

    void deletingAProfileDeletesItsSecrets()
    {
        QVERIFY(!m_service->load());
        const Profile one = named(u"A"_s);
        QVERIFY(!m_service->save(one));
        QCOMPARE(store(one.id, monitor::SecretKeeping::Keychain), SecretProblem::None);
        QCOMPARE(read(one.id), SecretProblem::None);
        SecretProblem removed = SecretProblem::Failed;
        QVERIFY(!m_service->remove(one.id, this, [&](const ProfileService::SecretOutcome &outcome) {
            removed = outcome.problem;
        }));
        QTRY_COMPARE(removed, SecretProblem::None);
        QCOMPARE(read(one.id), SecretProblem::NotFound);
        QVERIFY(m_service->profiles().isEmpty());
    }

    void keptForThisRunNeverReachesTheKeychain()
    {
        QVERIFY(!m_service->load());
        const Profile one = named(u"A"_s);
        QCOMPARE(store(one.id, monitor::SecretKeeping::ThisRunOnly), SecretProblem::None);
        QVERIFY(m_service->isThisRunOnly(one.id));
        QCOMPARE(read(one.id), SecretProblem::None);
        QVERIFY(!m_keychain->contains(one.id));
    }

    void keepingForThisRunTakesStoredKeysAway()
    {
        const Profile one = named(u"A"_s);
        QCOMPARE(store(one.id, monitor::SecretKeeping::Keychain), SecretProblem::None);
        QVERIFY(m_keychain->contains(one.id));
        QCOMPARE(store(one.id, monitor::SecretKeeping::ThisRunOnly), SecretProblem::None);
        QVERIFY(!m_keychain->contains(one.id));
        QCOMPARE(read(one.id), SecretProblem::None);
    }

    void keepingForThisRunTakesKeysOfAnEarlierRunAway()
    {
        QVERIFY(!m_service->load());
        const Profile one = named(u"A"_s);
        QVERIFY(!m_service->save(one));
        m_keychain->insert(one.id, someKey());
        ProfileService restarted(*m_file, *m_secrets);
        QVERIFY(!restarted.load());
        std::optional<SecretProblem> result;
        restarted.storeSecret(one.id, someKey(), monitor::SecretKeeping::ThisRunOnly, this,
                              [&](const auto &outcome) { result = outcome.problem; });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(*result, SecretProblem::None);
        QVERIFY(!m_keychain->contains(one.id));
    }

    void keysThatStayInTheKeychainAreNotCalledGone()
    {
        const Profile one = named(u"A"_s);
        QCOMPARE(store(one.id, monitor::SecretKeeping::Keychain), SecretProblem::None);
        m_keychain->failWith(storage::SecretStore::Outcome::Locked);
        QCOMPARE(store(one.id, monitor::SecretKeeping::ThisRunOnly), SecretProblem::Locked);
        QVERIFY(m_service->isThisRunOnly(one.id)); // in use all the same
        QVERIFY(m_keychain->contains(one.id));
        m_keychain->failWith(std::nullopt);
        std::optional<SecretProblem> result;
        m_service->removeStoredSecret(one.id, this,
                                      [&](const auto &outcome) { result = outcome.problem; });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(*result, SecretProblem::None);
        QVERIFY(!m_keychain->contains(one.id));
        QVERIFY(m_service->isThisRunOnly(one.id));
    }

    void aStoredSecretIsDescribedWithoutShowingIt()
    {
        const Profile one = named(u"A"_s);
        QCOMPARE(store(one.id, monitor::SecretKeeping::Keychain), SecretProblem::None);
        QString shown;
        m_service->describeSecret(one.id, this,
                                  [&](const auto &, const QString &key) { shown = key; });
        QTRY_VERIFY(!shown.isEmpty());
        QVERIFY(!shown.contains(someKey().accessKeyId));
        QCOMPARE(shown, u"AKIA…TEST"_s);
    }

    void aSecretThatChangedIsAnnounced()
    {
        QSignalSpy changed(m_service.get(), &ProfileService::secretChanged);
        const Profile one = named(u"A"_s);
        QCOMPARE(store(one.id, monitor::SecretKeeping::Keychain), SecretProblem::None);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), one.id);
    }

    void aCorruptFileIsReportedAndKeptAside()
    {
        QFile file(m_dir->filePath(u"profiles.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ not json");
        file.close();
        const auto trouble = m_service->load();
        QVERIFY(trouble);
        QCOMPARE(trouble->kind, monitor::ProfileFileTrouble::Kind::Corrupt);
        QVERIFY(QFile::exists(trouble->keptAs));
        QVERIFY(m_service->profiles().isEmpty());
    }

    void aNewerFileIsLeftAloneAndNothingIsLost()
    {
        const QByteArray newer = "{\"version\": 99, \"profiles\": []}";
        QFile file(m_dir->filePath(u"profiles.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(newer);
        file.close();
        QCOMPARE(m_service->load()->kind, monitor::ProfileFileTrouble::Kind::NewerVersion);
        QVERIFY(m_service->save(named(u"A"_s)));
        QVERIFY(m_service->profiles().isEmpty()); // a failed write changes nothing
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), newer);
    }

    void theAccountIsRememberedOnce()
    {
        QVERIFY(!m_service->load());
        const Profile one = named(u"A"_s);
        QVERIFY(!m_service->save(one));
        QSignalSpy changed(m_service.get(), &ProfileService::profilesChanged);
        m_service->rememberAccount(one.id, u"123456789012"_s);
        m_service->rememberAccount(one.id, u"123456789012"_s);
        m_service->rememberAccount(u"nobody"_s, u"123456789012"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_service->profiles().first().accountId, u"123456789012"_s);
    }

private:
    SecretProblem store(const QString &id, monitor::SecretKeeping keeping)
    {
        std::optional<SecretProblem> result;
        m_service->storeSecret(id, someKey(), keeping, this,
                               [&](const auto &outcome) { result = outcome.problem; });
        return QTest::qWaitFor([&] { return result.has_value(); }) ? *result
                                                                   : SecretProblem::Timeout;
    }
    SecretProblem read(const QString &id)
    {
        std::optional<SecretProblem> result;
        m_service->readSecret(
            id, this, [&](const auto &outcome, const Credentials &) { result = outcome.problem; });
        return QTest::qWaitFor([&] { return result.has_value(); }) ? *result
                                                                   : SecretProblem::Timeout;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<storage::MemorySecretStore> m_keychain;
    std::unique_ptr<storage::SessionSecretStore> m_secrets;
    std::unique_ptr<storage::ProfileStore> m_file;
    std::unique_ptr<ProfileService> m_service;
};

QTEST_GUILESS_MAIN(ProfileServiceTest)
#include "tst_profileservice.moc"
