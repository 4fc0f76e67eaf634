// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileservice.h"
#include "monitor/ssoroleprovider.h"
#include "monitor/ssosession.h"
#include "storage/awsfiles.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "support/fakeidentitycenter.h"
#include "support/loopbackserver.h"
#include "ui/importdialog.h"
#include "ui/mfaprompt.h"
#include "ui/noticebar.h"
#include "ui/signindialog.h"
#include "ui/theme.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
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

/// The region a request is signed for.
QString signedFor(const RawRequest &request)
{
    static const QRegularExpression scope(u"Credential=[^/]+/\\d+/([^/]+)/"_s);
    return scope.match(QString::fromLatin1(request.header("authorization"))).captured(1);
}

ScriptedReply refusal(const QByteArray &code)
{
    return ScriptedReply::status(403, "{\"message\":\"no\"}", {{"x-amzn-ErrorType", code}});
}

/// Channels in Ireland, and nowhere else.
ScriptedReply channelsInIreland(const RawRequest &request)
{
    return ScriptedReply::json(signedFor(request) == u"eu-west-1"
                                   ? "{\"channels\":[{\"id\":\"1\"}]}"
                                   : "{\"channels\":[]}");
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
            if (answer)
                return answer(request);
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
    /// Other files than the usual, before open(); HOST stands for the server, which then answers
    /// for all regions.
    void write(QByteArray config, const QByteArray &credentials = {}) const
    {
        writeFile(folder.filePath(u"config"_s),
                  config.replace("HOST", "endpoint_url = " + server.url().toEncoded()));
        writeFile(folder.filePath(u"credentials"_s), credentials);
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
    /// What was found in a region of a profile.
    QString finding(const QString &profile, const QString &name) const
    {
        return region(item(profile), name)->text(2);
    }
    void search(const QString &profile) const
    {
        item(profile)->setCheckState(0, Qt::Checked);
        button(u"importSearchButton"_s)->click();
    }
    bool isSearching() const
    {
        return button(u"importSearchButton"_s)->text() == u"Stop looking"_s;
    }
    NoticeBar *notice() const { return dialog->findChild<NoticeBar *>(u"importNotice"_s); }
    MfaPrompt *prompt() const { return dialog->findChild<MfaPrompt *>(); }
    QLineEdit *code() const { return dialog->findChild<QLineEdit *>(u"mfaCode"_s); }
    QString label(const QString &name) const { return dialog->findChild<QLabel *>(name)->text(); }
    QPushButton *button(const QString &name) const
    {
        return dialog->findChild<QPushButton *>(name);
    }

    QTemporaryDir folder;
    LoopbackServer server;
    std::function<ScriptedReply(const RawRequest &)> answer;
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

/// A profile with a role that asks for a code, which works in every region of the server.
struct GuardedBench : ImportBench
{
    GuardedBench()
    {
        write("[profile guarded]\nrole_arn = arn:aws:iam::123456789012:role/Guarded\n"
              "source_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/operator\nHOST\n",
              "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = made-up\n");
        answer = [this](const RawRequest &request) {
            if (request.method() == "POST")
                return assumeRole(request.body.contains("TokenCode=123456"));
            return request.header("authorization").contains("ASIAROLE")
                ? channelsInIreland(request)
                : refusal("AccessDeniedException");
        };
        open();
    }
    ScriptedReply assumeRole(bool isRightCode)
    {
        ++(isRightCode ? granted : denied);
        const QByteArray end = clock.utcNow().addSecs(3600).toString(Qt::ISODate).toLatin1();
        const QByteArray keys = "<R><AccessKeyId>ASIAROLE000000000000</AccessKeyId>"
                                "<SecretAccessKey>made-up</SecretAccessKey><SessionToken>made-up"
                                "</SessionToken><Expiration>"
            + end + "</Expiration></R>";
        const QByteArray no = "<R><Code>AccessDenied</Code><Message>MultiFactorAuthentication "
                              "failed with invalid MFA one time pass code.</Message></R>";
        return ScriptedReply::status(isRightCode ? 200 : 403, isRightCode ? keys : no);
    }

    int granted = 0;
    int denied = 0;
};

/// A profile that signs in at an Identity Center where nobody has signed in yet.
struct OfficeBench
{
    OfficeBench()
        : sessions(center.cache, center.clock)
    {
        center.answer("/token", FakeIdentityCenter::refusal("AuthorizationPendingException"));
        center.answer("/federation/credentials",
                      center.roleKeys("ASIASIGNEDIN00000000", 24h * 3650));
        session = sessions.session(center.session);
        session->setPacing({1ms, 1ms});
        sessions.setAwsFiles(&bench.files);
        monitor::CredentialAccess access(bench.secrets);
        access.files = &bench.files;
        access.sso = monitor::ssoMaker(sessions, center.clock);
        bench.service.setCredentialAccess(access);
        bench.service.setSsoSessions(&sessions);
        bench.write("[sso-session corp]\nsso_start_url = " + center.session.startUrl.toUtf8()
                    + "\nsso_region = eu-central-1\n[profile office]\nsso_session = corp\n"
                      "sso_account_id = 123456789012\nsso_role_name = Viewer\nHOST\n");
        bench.answer = channelsInIreland;
        bench.open();
    }
    QPushButton *signIn() const { return bench.button(u"importSignInButton"_s); }
    SignInDialog *dialog() const { return bench.dialog->findChild<SignInDialog *>(); }

    FakeIdentityCenter center;
    monitor::SsoSessions sessions;
    std::shared_ptr<monitor::SsoSession> session;
    ImportBench bench;
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
    void keysOfNoUseAreToldOnce_data();
    void keysOfNoUseAreToldOnce();
    void aRegionThatIsNotEnabledIsToldAsSuch();
    void severalTroublesAreToldTogether();
    void aCodeIsAskedForInPlace();
    void givingUpACodeGivesUpTheSearch_data();
    void givingUpACodeGivesUpTheSearch();
    void signingInGoesOn();
    void givingUpASignInGivesUpTheSearch_data();
    void givingUpASignInGivesUpTheSearch();
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

void TestImportDialog::keysOfNoUseAreToldOnce_data()
{
    QTest::addColumn<QByteArray>("code"); // what every region answers
    QTest::addColumn<QByteArray>("source"); // of the keys
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("mostRequests");
    const QByteArray file = "aws_access_key_id = AKIATYPO\naws_secret_access_key = made-up\n";
    QTest::newRow("unknown key") << QByteArray("UnrecognizedClientException") << file
                                 << u"Credentials refused"_s << 4;
    QTest::newRow("wrong secret") << QByteArray("InvalidSignatureException") << file
                                  << u"Credentials refused"_s << 4;
    QTest::newRow("run out") << QByteArray("ExpiredToken") << file
                             << u"Temporary keys have run out"_s << 4;
    QTest::newRow("no keys") << QByteArray()
                             << QByteArray("credential_process = /no/such/program\n")
                             << u"The credential_process gave no keys"_s << 0;
}

void TestImportDialog::keysOfNoUseAreToldOnce()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, source);
    QFETCH(QString, title);
    QFETCH(int, mostRequests);
    ImportBench bench;
    bench.write("[profile typo]\nHOST\n" + source);
    bench.answer = [&code](const RawRequest &) {
        return refusal(code);
    };
    bench.open();
    bench.search(u"typo"_s);
    QTRY_VERIFY(!bench.isSearching());
    QVERIFY(bench.notice()->isVisible());
    QVERIFY(bench.notice()->text().startsWith(u"typo: "_s + title));
    QCOMPARE(bench.notice()->text().count(title), 1);
    QVERIFY(bench.server.requests().size() <= mostRequests);
    QTreeWidgetItem *profile = bench.item(u"typo"_s);
    QCOMPARE(profile->text(2), title);
    for (int i = 0; i < profile->childCount(); ++i)
        QCOMPARE(profile->child(i)->text(2), QString()); // nothing is said about a region
}

void TestImportDialog::aRegionThatIsNotEnabledIsToldAsSuch()
{
    ImportBench bench;
    bench.write("[profile wide]\nHOST\n",
                "[wide]\naws_access_key_id = AKIAWIDE\naws_secret_access_key = made-up\n");
    const QStringList disabled{u"us-east-2"_s, u"me-central-1"_s};
    bench.answer = [&disabled](const RawRequest &request) {
        return disabled.contains(signedFor(request)) ? refusal("UnrecognizedClientException")
                                                     : channelsInIreland(request);
    };
    bench.open();
    bench.search(u"wide"_s);
    QTRY_VERIFY(!bench.isSearching());
    QVERIFY(!bench.notice()->isVisible());
    for (const QString &region : disabled)
        QCOMPARE(bench.finding(u"wide"_s, region), u"not enabled, or not permitted"_s);
    QCOMPARE(bench.finding(u"wide"_s, u"eu-west-1"_s), u"has channels"_s);
    QCOMPARE(bench.finding(u"wide"_s, u"us-east-1"_s), u"no channels"_s);
    QCOMPARE(bench.button(u"importButton"_s)->text(), u"Import 1 region(s)"_s);
}

void TestImportDialog::severalTroublesAreToldTogether()
{
    ImportBench bench;
    bench.write("[profile a]\nHOST\n[profile b]\nHOST\n[profile c]\nHOST\n",
                "[a]\naws_access_key_id = AKIAA\naws_secret_access_key = x\n"
                "[b]\naws_access_key_id = AKIAGOOD\naws_secret_access_key = x\n"
                "[c]\naws_access_key_id = AKIAC\naws_secret_access_key = x\n");
    bench.answer = [](const RawRequest &request) {
        return request.header("authorization").contains("AKIAGOOD")
            ? channelsInIreland(request)
            : refusal("UnrecognizedClientException");
    };
    bench.open();
    bench.item(u"a"_s)->setCheckState(0, Qt::Checked);
    bench.item(u"b"_s)->setCheckState(0, Qt::Checked);
    bench.search(u"c"_s);
    QTRY_VERIFY(!bench.isSearching());
    QCOMPARE(bench.notice()->title(), u"2 AWS profile(s) could not be searched"_s);
    QCOMPARE(bench.notice()->text().count(u'\n'), 1);
    QVERIFY(bench.notice()->text().contains(u"c: Credentials refused"_s));
    QCOMPARE(bench.finding(u"b"_s, u"eu-west-1"_s), u"has channels"_s); // those between had a turn
}

void TestImportDialog::aCodeIsAskedForInPlace()
{
    GuardedBench bench;
    QTreeWidgetItem *guarded = bench.item(u"guarded"_s);
    ImportBench::region(guarded, u"us-east-1"_s)->setCheckState(0, Qt::Checked);
    QVERIFY(bench.button(u"importButton"_s)->isEnabled()); // Return must not press it
    bench.search(u"guarded"_s);
    QTRY_VERIFY(bench.prompt()->isVisible());
    QVERIFY(bench.label(u"mfaTitle"_s).contains(u"guarded"_s));
    QVERIFY(bench.label(u"mfaDevice"_s).contains(u"mfa/operator"_s));
    QCOMPARE(guarded->text(2), u"MFA code needed"_s);
    QCOMPARE(bench.dialog->focusWidget(), bench.code());
    QCOMPARE(bench.server.requests().size(), 0);

    QTest::keyClicks(bench.code(), u"000000"_s);
    QTest::keyClick(bench.code(), Qt::Key_Return);
    QTRY_VERIFY(bench.label(u"mfaMessage"_s).contains(u"refused"_s));
    QVERIFY(bench.dialog->isVisible());
    QCOMPARE(bench.dialog->focusWidget(), bench.code());
    QTest::keyClicks(bench.code(), u"123"_s);
    QTest::keyClick(bench.code(), Qt::Key_Return); // too short to be tried
    QVERIFY(bench.dialog->isVisible());
    QTest::keyClicks(bench.code(), u"456"_s);
    QTest::keyClick(bench.code(), Qt::Key_Return);
    QTRY_VERIFY(!bench.isSearching());
    QVERIFY(!bench.prompt()->isVisible());
    QVERIFY(bench.dialog->isVisible());
    QCOMPARE(bench.service.profiles().size(), 0);
    QCOMPARE(bench.granted, 1);
    QCOMPARE(bench.denied, 1);
    for (int i = 0; i < guarded->childCount(); ++i)
        QVERIFY(!guarded->child(i)->text(2).isEmpty()); // one code for all of them
    QCOMPARE(bench.finding(u"guarded"_s, u"eu-west-1"_s), u"has channels"_s);
}

void TestImportDialog::givingUpACodeGivesUpTheSearch_data()
{
    QTest::addColumn<QString>("pressed"); // a button, or empty for Escape
    QTest::newRow("Escape") << QString();
    QTest::newRow("Cancel") << u"mfaCancel"_s;
    QTest::newRow("Stop looking") << u"importSearchButton"_s;
}

void TestImportDialog::givingUpACodeGivesUpTheSearch()
{
    QFETCH(QString, pressed);
    GuardedBench bench;
    bench.search(u"guarded"_s);
    QTRY_VERIFY(bench.prompt()->isVisible());
    if (pressed.isEmpty())
        QTest::keyClick(bench.code(), Qt::Key_Escape);
    else
        bench.button(pressed)->click();
    QVERIFY(!bench.prompt()->isVisible());
    QVERIFY(bench.dialog->isVisible());
    QVERIFY(!bench.isSearching());
    QCOMPARE(bench.server.requests().size(), 0);
    QCOMPARE(bench.item(u"guarded"_s)->text(2), QString());
    bench.button(u"importSearchButton"_s)->click(); // and it can be begun again
    QTRY_VERIFY(bench.prompt()->isVisible());
    QTest::keyClicks(bench.code(), u"123456"_s);
    QTest::keyClick(bench.code(), Qt::Key_Return);
    QTRY_COMPARE(bench.finding(u"guarded"_s, u"eu-west-1"_s), u"has channels"_s);
}

void TestImportDialog::signingInGoesOn()
{
    OfficeBench office;
    const ImportBench &bench = office.bench;
    ImportBench::region(bench.item(u"office"_s), u"us-east-1"_s)->setCheckState(0, Qt::Checked);
    bench.search(u"office"_s);
    QTRY_VERIFY(office.signIn());
    QVERIFY(bench.notice()->title().startsWith(u"office: "_s));
    QCOMPARE(bench.item(u"office"_s)->text(2), u"Sign-in needed"_s);
    QCOMPARE(bench.dialog->focusWidget(), office.signIn());
    QCOMPARE(bench.server.requests().size(), 0);
    QTest::keyClick(office.signIn(), Qt::Key_Return);
    QVERIFY(office.dialog());
    QVERIFY(bench.dialog->isVisible()); // and nothing was imported
    QTRY_VERIFY(office.session->attempt()
                && office.session->attempt()->state() == monitor::SsoSignIn::State::Waiting);
    office.center.answerOnly("/token", FakeIdentityCenter::grant("access-1"));
    QTRY_COMPARE(bench.finding(u"office"_s, u"eu-west-1"_s), u"has channels"_s);
    QTRY_VERIFY(!bench.isSearching());
    QTRY_VERIFY(!office.dialog());
    QVERIFY(!bench.notice()->isVisible());
}

void TestImportDialog::givingUpASignInGivesUpTheSearch_data()
{
    QTest::addColumn<bool>("begun");
    QTest::newRow("before it was begun") << false;
    QTest::newRow("in its own dialog") << true;
}

void TestImportDialog::givingUpASignInGivesUpTheSearch()
{
    QFETCH(bool, begun);
    OfficeBench office;
    const ImportBench &bench = office.bench;
    bench.search(u"office"_s);
    QTRY_VERIFY(office.signIn());
    if (begun) {
        office.signIn()->click();
        QTest::keyClick(office.dialog(), Qt::Key_Escape);
    } else {
        QTest::keyClick(office.signIn(), Qt::Key_Escape);
    }
    QVERIFY(!bench.isSearching());
    QVERIFY(!bench.notice()->isVisible());
    QVERIFY(bench.dialog->isVisible());
    QTRY_VERIFY(!office.signIn() && !office.dialog());
    bench.search(u"office"_s); // and it can be begun again
    QTRY_VERIFY(office.signIn());
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
