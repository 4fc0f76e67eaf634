// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileservice.h"
#include "storage/awsfiles.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "support/loopbackserver.h"
#include "ui/importdialog.h"
#include "ui/noticebar.h"
#include "ui/theme.h"

#include <QFile>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::test;
using namespace tallylight::ui;

namespace {

void writeFile(const QString &name, const QByteArray &text)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s can't be written", qPrintable(name));
}

/// Shared files with four profiles, one of which is of no use, and a server that stands for the
/// regions of two of them.
struct ImportBench
{
    ImportBench()
        : files({folder.filePath(u"config"_s), folder.filePath(u"credentials"_s)})
        , store(folder.filePath(u"profiles.json"_s))
        , secrets(keychain)
        , service(store, secrets)
    {
        server.setHandler([this](const RawRequest &request) {
            if (holdBack)
                return ScriptedReply::silence();
            return request.header("authorization").contains("AKIAWITH")
                ? ScriptedReply::json("{\"channels\":[{\"id\":\"1\"}]}")
                : ScriptedReply::json("{\"channels\":[]}");
        });
        const QByteArray host = server.url().toEncoded();
        writeFile(folder.filePath(u"config"_s),
                  "[profile busy]\nregion = eu-central-1\nendpoint_url = " + host
                      + "\n[profile idle]\nregion = eu-west-1\nendpoint_url = " + host
                      + "\n[profile broken]\nregion = eu-west-1\n"
                        "[profile wide]\nregion = eu-west-2\n");
        writeFile(folder.filePath(u"credentials"_s),
                  "[busy]\naws_access_key_id = AKIAWITHCHANNELS0000\n"
                  "aws_secret_access_key = made-up\n"
                  "[idle]\naws_access_key_id = AKIANONE000000000000\n"
                  "aws_secret_access_key = made-up\n"
                  "[wide]\naws_access_key_id = AKIAWIDE000000000000\n"
                  "aws_secret_access_key = made-up\n");
        if (service.load())
            qFatal("no profiles");
        monitor::CredentialAccess access(secrets);
        access.files = &files;
        service.setCredentialAccess(access);
    }
    void open()
    {
        dialog = std::make_unique<ImportDialog>(service, clock, theme);
        dialog->show();
    }
    QTreeWidgetItem *item(const QString &name) const
    {
        const auto *tree = dialog->findChild<QTreeWidget *>(u"importTree"_s);
        const QList<QTreeWidgetItem *> found = tree->findItems(name, Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.first();
    }
    static QTreeWidgetItem *region(QTreeWidgetItem *profile, const QString &region)
    {
        for (int i = 0; i < profile->childCount(); ++i) {
            if (profile->child(i)->text(0).startsWith(region))
                return profile->child(i);
        }
        return nullptr;
    }
    QPushButton *button(const QString &name) const
    {
        return dialog->findChild<QPushButton *>(name);
    }

    QTemporaryDir folder;
    LoopbackServer server;
    bool holdBack = false;
    SystemClock clock;
    Theme theme = themeFor(ThemeChoice::Dark, {});
    storage::AwsFiles files;
    storage::ProfileStore store;
    storage::MemorySecretStore keychain;
    storage::SessionSecretStore secrets;
    monitor::ProfileService service;
    std::unique_ptr<ImportDialog> dialog;
};

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profilesAreListed();
    void searchFindsRegionsWithChannels();
    void regionsCanBeChosenByHand();
    void importingMakesProfiles();
    void whatIsWatchedIsNotOffered();
    void aSearchCanBeStopped();
    void changedFilesAreShown();
    void unreadableFilesAreNamed();
    void nothingToImport();
};

void TestImportDialog::profilesAreListed()
{
    ImportBench bench;
    bench.open();
    QCOMPARE(bench.dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 4);
    QVERIFY(!(bench.item(u"broken"_s)->flags() & Qt::ItemIsEnabled));
    QVERIFY(!bench.item(u"broken"_s)->text(1).isEmpty());
    QCOMPARE(bench.item(u"busy"_s)->text(1), u"Keys in the file"_s);
    QCOMPARE(bench.item(u"busy"_s)->childCount(), 1); // its host answers for one region
    QVERIFY(bench.item(u"wide"_s)->childCount() > 10);
    QVERIFY(!bench.button(u"importButton"_s)->isEnabled());
    QVERIFY(!bench.button(u"importSearchButton"_s)->isEnabled());
    QCOMPARE(bench.server.requests().size(), 0); // nothing is asked by itself
}

void TestImportDialog::searchFindsRegionsWithChannels()
{
    ImportBench bench;
    bench.open();
    bench.item(u"busy"_s)->setCheckState(0, Qt::Checked);
    bench.item(u"idle"_s)->setCheckState(0, Qt::Checked);
    QCOMPARE(bench.button(u"importButton"_s)->text(), u"Import 2 region(s)"_s);
    bench.button(u"importSearchButton"_s)->click();
    QVERIFY(bench.dialog->findChild<QProgressBar *>()->isVisible());
    QTRY_COMPARE(bench.server.requests().size(), 2);
    QTRY_VERIFY(!bench.dialog->findChild<QProgressBar *>()->isVisible());
    QTreeWidgetItem *busy = ImportBench::region(bench.item(u"busy"_s), u"eu-central-1"_s);
    QTreeWidgetItem *idle = ImportBench::region(bench.item(u"idle"_s), u"eu-west-1"_s);
    QCOMPARE(busy->text(2), u"has channels"_s);
    QCOMPARE(busy->checkState(0), Qt::Checked);
    QCOMPARE(idle->text(2), u"no channels"_s);
    QCOMPARE(idle->checkState(0), Qt::Unchecked);
    QCOMPARE(bench.button(u"importButton"_s)->text(), u"Import 1 region(s)"_s);
}

void TestImportDialog::regionsCanBeChosenByHand()
{
    ImportBench bench;
    bench.open();
    QTreeWidgetItem *wide = bench.item(u"wide"_s);
    ImportBench::region(wide, u"us-east-1"_s)->setCheckState(0, Qt::Checked);
    QCOMPARE(wide->checkState(0), Qt::Checked); // a region brings its profile along
    ImportBench::region(wide, u"eu-west-2"_s)->setCheckState(0, Qt::Checked);
    QCOMPARE(bench.button(u"importButton"_s)->text(), u"Import 2 region(s)"_s);
    QVERIFY(wide->text(2).contains(u"us-east-1"_s));
    wide->setCheckState(0, Qt::Unchecked);
    QVERIFY(!bench.button(u"importButton"_s)->isEnabled());
}

void TestImportDialog::importingMakesProfiles()
{
    ImportBench bench;
    bench.open();
    QSignalSpy imported(bench.dialog.get(), &ImportDialog::imported);
    QTreeWidgetItem *wide = bench.item(u"wide"_s);
    ImportBench::region(wide, u"us-east-1"_s)->setCheckState(0, Qt::Checked);
    ImportBench::region(wide, u"eu-west-2"_s)->setCheckState(0, Qt::Checked);
    bench.button(u"importButton"_s)->click();
    QCOMPARE(imported.count(), 1);
    QCOMPARE(imported.first().first().toStringList().size(), 2);
    QVERIFY(!bench.dialog->isVisible());
    QCOMPARE(bench.service.profiles().size(), 2);
    for (const Profile &profile : bench.service.profiles()) {
        QCOMPARE(profile.credentialSource, CredentialSource::AwsProfile);
        QCOMPARE(profile.awsProfile, u"wide"_s);
        QVERIFY(profile.name.startsWith(u"wide "_s));
    }
    QFile file(bench.folder.filePath(u"profiles.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("AKIA")); // the keys stay where they are
}

void TestImportDialog::whatIsWatchedIsNotOffered()
{
    ImportBench bench;
    const QList<Profile> made = importedProfiles(u"busy"_s, {u"eu-central-1"_s}, {});
    QVERIFY(!bench.service.save(made.first()));
    bench.open();
    QTreeWidgetItem *region = bench.item(u"busy"_s)->child(0);
    QVERIFY(!(region->flags() & Qt::ItemIsEnabled));
    QCOMPARE(region->text(2), u"is watched already"_s);
}

void TestImportDialog::aSearchCanBeStopped()
{
    ImportBench bench;
    bench.holdBack = true;
    bench.open();
    bench.item(u"busy"_s)->setCheckState(0, Qt::Checked);
    bench.button(u"importSearchButton"_s)->click();
    QTRY_COMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.button(u"importSearchButton"_s)->text(), u"Stop looking"_s);
    bench.button(u"importSearchButton"_s)->click();
    QCOMPARE(bench.button(u"importSearchButton"_s)->text(), u"Look for channels"_s);
    QTRY_COMPARE(bench.server.connections(), 0);
    bench.button(u"importSearchButton"_s)->click();
    QTRY_COMPARE(bench.server.requests().size(), 2);
    QTest::keyClick(bench.dialog.get(), Qt::Key_Escape); // while it looks
    QVERIFY(!bench.dialog->isVisible());
    QTRY_COMPARE(bench.server.connections(), 0);
}

void TestImportDialog::changedFilesAreShown()
{
    ImportBench bench;
    bench.open();
    writeFile(bench.folder.filePath(u"config"_s), "[profile new]\ncredential_process = /bin/x\n");
    bench.files.reload();
    QTRY_VERIFY(bench.item(u"new"_s));
    QCOMPARE(bench.item(u"new"_s)->text(1), u"Program"_s);
}

void TestImportDialog::unreadableFilesAreNamed()
{
    ImportBench bench;
    writeFile(bench.folder.filePath(u"config"_s), "this is no section\n");
    bench.open();
    auto *notice = bench.dialog->findChild<NoticeBar *>(u"importNotice"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(!notice->text().isEmpty());
}

void TestImportDialog::nothingToImport()
{
    ImportBench bench;
    QVERIFY(QFile::remove(bench.folder.filePath(u"config"_s)));
    QVERIFY(QFile::remove(bench.folder.filePath(u"credentials"_s)));
    bench.open();
    QCOMPARE(bench.dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 0);
    QVERIFY(!bench.button(u"importButton"_s)->isEnabled());
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
