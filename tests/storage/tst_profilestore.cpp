// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::storage;
using Kind = ProfileFileError::Kind;

namespace {

Profile profileNamed(const QString &name)
{
    Profile profile = makeProfile();
    profile.name = name;
    profile.region = u"eu-central-1"_s;
    return profile;
}

QList<Profile> manyProfiles(int count)
{
    QList<Profile> profiles;
    for (int i = 0; i < count; ++i)
        profiles << profileNamed(u"Region "_s + QString::number(i));
    return profiles;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

#ifdef Q_OS_UNIX
/// No file may grow beyond \a bytes while this lives: what a full disk looks like to a program,
/// also to root.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_oldHandler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_old);
        rlimit limited = m_old;
        limited.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_old{};
    void (*m_oldHandler)(int);
};
#endif

} // namespace

class ProfileStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noFileMeansNoProfiles();
    void whatIsSavedIsLoaded();
    void theFileIsForTheUserAlone();
    void missingFoldersAreCreated();
    void unknownRootFieldsSurviveASave();
    void aCorruptFileIsKeptAsideAndReported();
    void aCorruptFileIsLeftByWhoeverOnlyReads();
    void afterACorruptFileSavingStartsAfresh();
    void eachCorruptFileIsKept();
    void aNewerVersionIsUntouchedAndNeverOverwritten();
    void anUnreadableFileIsNotOverwritten();
    void aBrokenReadIsNotOverwritten();
    void anotherProcessChangeIsDetected();
    void anotherProcessFirstFileIsDetected();
    void anotherProcessRemovalIsDetected();
    void afterLoadingAgainSavingWorks();
    void savingTwiceInARowWorks();
    void savingWithoutLoadingDoesNotOverwrite();
    void aFileInPlaceOfTheFolderIsReported();
    void aFolderThatTakesNoFilesIsReported();
    void aReadOnlyFolderIsReported();
    void aFullDiskIsReportedAndTheOldFileStays();
    void aFolderInPlaceOfTheFileIsReported();
    void aSaveUnderWayElsewhereIsReported();
    void readersNeverSeeHalfAFile();
    void nothingIsLeftLying();

private:
    QString path(const QString &name = u"profiles.json"_s) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void ProfileStoreTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void ProfileStoreTest::noFileMeansNoProfiles()
{
    ProfileStore store(path());
    const auto loaded = store.load();
    QVERIFY(loaded.hasValue());
    QVERIFY(loaded->isEmpty());
    QVERIFY(!QFile::exists(path()));
}

void ProfileStoreTest::whatIsSavedIsLoaded()
{
    const QList<Profile> profiles = manyProfiles(3);
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(profiles));
    const auto loaded = ProfileStore(path()).load();
    QVERIFY(loaded.hasValue());
    QVERIFY(*loaded == profiles);
}

void ProfileStoreTest::theFileIsForTheUserAlone()
{
    constexpr QFile::Permissions kOthers
        = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    writeFile(path(), profilesToJson({}));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(manyProfiles(1)));
    QCOMPARE(QFile::permissions(path()) & kOthers, QFile::Permissions());
}

void ProfileStoreTest::missingFoldersAreCreated()
{
    ProfileStore store(path(u"a/b/profiles.json"_s));
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(manyProfiles(1)));
    QVERIFY(QFile::exists(path(u"a/b/profiles.json"_s)));
}

void ProfileStoreTest::unknownRootFieldsSurviveASave()
{
    writeFile(path(), R"({"version":1,"profiles":[],"written by":"hand"})");
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(manyProfiles(1)));
    QVERIFY(contentOf(path()).contains("\"written by\": \"hand\""));
}

void ProfileStoreTest::aCorruptFileIsKeptAsideAndReported()
{
    const QByteArray broken = R"({"version":1,"profiles":[{"name":"half a pro)";
    writeFile(path(), broken);
    ProfileStore store(path());
    const auto loaded = store.load();
    QVERIFY(!loaded.hasValue());
    QCOMPARE(loaded.error().kind, Kind::Corrupt);
    QCOMPARE(loaded.error().file, path());
    QVERIFY(!loaded.error().detail.isEmpty());
    QVERIFY2(loaded.error().keptAs.startsWith(path() + u".corrupt-2"_s),
             qPrintable(loaded.error().keptAs));
    QCOMPARE(contentOf(loaded.error().keptAs), broken);
    QVERIFY(!QFile::exists(path()));
}

void ProfileStoreTest::aCorruptFileIsLeftByWhoeverOnlyReads()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"version\": 1, \"prof") > 0);
    file.close();
    ProfileStore store(path());
    const auto loaded = store.load(ProfileStore::Corrupt::Leave);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, Kind::Corrupt);
    QVERIFY(loaded.error().keptAs.isEmpty());
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"profiles.json"_s});
    QVERIFY(store.save({makeProfile()})); // and not overwritten either
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{\"version\": 1, \"prof"));
}

void ProfileStoreTest::afterACorruptFileSavingStartsAfresh()
{
    writeFile(path(), "not JSON");
    ProfileStore store(path());
    const auto loaded = store.load();
    QVERIFY(!loaded.hasValue());
    const QList<Profile> profiles = manyProfiles(1);
    QVERIFY(!store.save(profiles));
    QVERIFY(*ProfileStore(path()).load() == profiles);
    QCOMPARE(contentOf(loaded.error().keptAs), QByteArray("not JSON"));
}

void ProfileStoreTest::eachCorruptFileIsKept()
{
    for (const char *content : {"first", "second"}) {
        writeFile(path(), content);
        QVERIFY(!ProfileStore(path()).load().hasValue());
    }
    QCOMPARE(QDir(m_dir->path()).entryList({u"profiles.json.corrupt-*"_s}).size(), 2);
}

void ProfileStoreTest::aNewerVersionIsUntouchedAndNeverOverwritten()
{
    const QByteArray newer = "{ \"version\" : 7,\n \"whatever\": [ 1 , 2 ] }\n";
    writeFile(path(), newer);
    ProfileStore store(path());
    const auto loaded = store.load();
    QVERIFY(!loaded.hasValue());
    QCOMPARE(loaded.error().kind, Kind::NewerVersion);
    QCOMPARE(loaded.error().file, path());
    QCOMPARE(loaded.error().keptAs, QString());
    const auto failure = store.save(manyProfiles(1));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::NewerVersion);
    QCOMPARE(contentOf(path()), newer);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"profiles.json"_s});
}

void ProfileStoreTest::anUnreadableFileIsNotOverwritten()
{
    writeFile(path(), profilesToJson(manyProfiles(1)));
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions()));
    QFile probe(path());
    if (probe.open(QIODevice::ReadOnly))
        QSKIP("this user may read everything (root); aBrokenReadIsNotOverwritten covers the case");
    ProfileStore store(path());
    const auto loaded = store.load();
    QVERIFY(!loaded.hasValue());
    QCOMPARE(loaded.error().kind, Kind::NotReadable);
    QVERIFY(store.save({}));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(ProfileStore(path()).load()->size() == 1);
}

void ProfileStoreTest::aBrokenReadIsNotOverwritten()
{
    // Opens, and then fails to be read, for every user.
    if (!QFile::exists(u"/proc/self/mem"_s))
        QSKIP("needs /proc/self/mem");
    QVERIFY(QFile::link(u"/proc/self/mem"_s, path()));
    ProfileStore store(path());
    const auto loaded = store.load();
    QVERIFY(!loaded.hasValue());
    QCOMPARE(loaded.error().kind, Kind::NotReadable);
    const auto failure = store.save(manyProfiles(1));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::NotReadable);
    QVERIFY(QFileInfo(path()).isSymLink());
}

void ProfileStoreTest::anotherProcessChangeIsDetected()
{
    ProfileStore first(path());
    QVERIFY(first.load().hasValue());
    QVERIFY(!first.save(manyProfiles(1)));
    ProfileStore second(path());
    QVERIFY(second.load().hasValue());
    const QList<Profile> theirs = manyProfiles(2);
    QVERIFY(!second.save(theirs));

    const auto failure = first.save(manyProfiles(3));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::ChangedOnDisk);
    QVERIFY(*ProfileStore(path()).load() == theirs);
}

void ProfileStoreTest::anotherProcessFirstFileIsDetected()
{
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    const QByteArray theirs = profilesToJson(manyProfiles(1));
    writeFile(path(), theirs);
    const auto failure = store.save({});
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::ChangedOnDisk);
    QCOMPARE(contentOf(path()), theirs);
}

void ProfileStoreTest::anotherProcessRemovalIsDetected()
{
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(manyProfiles(1)));
    QVERIFY(QFile::remove(path()));
    const auto failure = store.save(manyProfiles(1));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::ChangedOnDisk);
}

void ProfileStoreTest::afterLoadingAgainSavingWorks()
{
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    writeFile(path(), profilesToJson(manyProfiles(1)));
    QVERIFY(store.save({}));
    auto merged = *store.load();
    merged << profileNamed(u"Mine"_s);
    QVERIFY(!store.save(merged));
    QCOMPARE(ProfileStore(path()).load()->size(), 2);
}

void ProfileStoreTest::savingTwiceInARowWorks()
{
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(manyProfiles(2)));
    QVERIFY(!store.save(manyProfiles(1)));
    QCOMPARE(ProfileStore(path()).load()->size(), 1);
}

void ProfileStoreTest::savingWithoutLoadingDoesNotOverwrite()
{
    const QByteArray theirs = profilesToJson(manyProfiles(1));
    writeFile(path(), theirs);
    ProfileStore store(path());
    QVERIFY(store.save({}));
    QCOMPARE(contentOf(path()), theirs);
}

void ProfileStoreTest::aFileInPlaceOfTheFolderIsReported()
{
    writeFile(path(u"conf"_s), "I am a file");
    ProfileStore store(path(u"conf/profiles.json"_s));
    QVERIFY(store.load().hasValue());
    const auto failure = store.save(manyProfiles(1));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::NotWritable);
    QCOMPARE(failure->file, path(u"conf/profiles.json"_s));
    QVERIFY(!failure->detail.isEmpty());
}

void ProfileStoreTest::aFolderThatTakesNoFilesIsReported()
{
    if (!QFileInfo(u"/proc/self"_s).isDir())
        QSKIP("needs /proc, where not even root can create a file");
    ProfileStore store(u"/proc/self/profiles.json"_s);
    QVERIFY(store.load().hasValue());
    const auto failure = store.save(manyProfiles(1));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::NotWritable);
}

void ProfileStoreTest::aReadOnlyFolderIsReported()
{
    ProfileStore store(path(u"conf/profiles.json"_s));
    QVERIFY(store.load().hasValue());
    const QList<Profile> profiles = manyProfiles(1);
    QVERIFY(!store.save(profiles));
    QVERIFY(QFile::setPermissions(path(u"conf"_s), QFile::ReadOwner | QFile::ExeOwner));
    if (QFile(path(u"conf/probe"_s)).open(QIODevice::WriteOnly))
        QSKIP("this user may write everywhere (root); aFolderThatTakesNoFilesIsReported covers the "
              "case");
    const auto failure = store.save({});
    QVERIFY(QFile::setPermissions(path(u"conf"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::NotWritable);
    QVERIFY(*ProfileStore(path(u"conf/profiles.json"_s)).load() == profiles);
}

void ProfileStoreTest::aFullDiskIsReportedAndTheOldFileStays()
{
#ifdef Q_OS_UNIX
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    const QList<Profile> old = manyProfiles(2);
    QVERIFY(!store.save(old));

    std::optional<ProfileFileError> failure;
    {
        const FileSizeLimit limit(4096);
        failure = store.save(manyProfiles(200));
    }
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::NotWritable);
    QVERIFY2(failure->detail != u"another process is writing it"_s, qPrintable(failure->detail));
    QVERIFY(*ProfileStore(path()).load() == old);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"profiles.json"_s});
    QVERIFY(!store.save(manyProfiles(200))); // and works again once there is room
#else
    QSKIP("needs RLIMIT_FSIZE");
#endif
}

void ProfileStoreTest::aFolderInPlaceOfTheFileIsReported()
{
    QVERIFY(QDir().mkdir(path()));
    ProfileStore store(path());
    const auto loaded = store.load();
    QVERIFY(!loaded.hasValue());
    QCOMPARE(loaded.error().kind, Kind::NotReadable);
    QVERIFY(store.save(manyProfiles(1)));
    QVERIFY(QFileInfo(path()).isDir());
}

void ProfileStoreTest::aSaveUnderWayElsewhereIsReported()
{
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QLockFile lock(path() + u".lock"_s);
    QVERIFY(lock.tryLock());
    const auto failure = store.save(manyProfiles(1));
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::NotWritable);
    lock.unlock();
    QVERIFY(!store.save(manyProfiles(1)));
}

void ProfileStoreTest::readersNeverSeeHalfAFile()
{
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(manyProfiles(1)));
    std::atomic<bool> done = false;
    std::atomic<int> reads = 0;
    std::atomic<int> bad = 0;
    std::thread reader([&] {
        while (!done) {
            ++reads;
            const auto read = profilesFromJson(contentOf(path()));
            if (!read.hasValue() || (read->size() != 1 && read->size() != 300))
                ++bad;
        }
    });
    bool saved = true;
    for (int i = 0; i < 60 || reads < 20; ++i)
        saved = !store.save(manyProfiles(i % 2 ? 1 : 300)) && saved;
    done = true;
    reader.join();
    QVERIFY(saved);
    QCOMPARE(bad.load(), 0);
}

void ProfileStoreTest::nothingIsLeftLying()
{
    ProfileStore store(path());
    QVERIFY(store.load().hasValue());
    QVERIFY(!store.save(manyProfiles(1)));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"profiles.json"_s});
}

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "tst_profilestore.moc"
