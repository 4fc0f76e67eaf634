// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeidentitycenter.h"
#include "ui/fieldmessage.h"
#include "ui/ssofields.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::monitor;
using namespace tallylight::test;
using namespace tallylight::ui;

namespace {

/// The fields over an Identity Center with two accounts.
struct FieldsBench
{
    FieldsBench()
        : sessions(center.cache, center.clock)
    {
        center.session.name.clear(); // as typed here, a session has no name
        center.answer("/token", FakeIdentityCenter::grant("access-1"));
        center.answer("/assignment/accounts", ScriptedReply::json(R"({"accountList":[
                          {"accountId":"222222222222","accountName":"Sports"},
                          {"accountId":"111111111111","accountName":"News"}]})"));
        center.answer("/assignment/roles",
                      ScriptedReply::json(R"({"roleList":[{"roleName":"Viewer"},
                          {"roleName":"Admin"}]})"));
        fields = std::make_unique<SsoFields>();
        fields->setSessions(&sessions, theme);
        fields->setUrlOpener([this](const QUrl &url) {
            opened.append(url);
            return true;
        });
        // What the fields open is held here, with an eye on the clock of the test.
        session = sessions.session(center.session);
        session->setPacing({1ms, 1ms});
    }
    void fillPlace()
    {
        fields->fill({{}, center.session.startUrl, center.session.region, {}, {}});
        fields->show();
    }
    QComboBox *box(const QString &name) const { return fields->findChild<QComboBox *>(name); }
    QPushButton *signIn() const { return fields->findChild<QPushButton *>(u"ssoSignInButton"_s); }
    QString state() const { return fields->findChild<FieldMessage *>(u"ssoState"_s)->text(); }

    FakeIdentityCenter center;
    Theme theme = themeFor(ThemeChoice::Dark, {});
    SsoSessions sessions;
    std::shared_ptr<SsoSession> session;
    QList<QUrl> opened;
    std::unique_ptr<SsoFields> fields;
};

} // namespace

class TestSsoFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlaceIsNeededFirst();
    void signInLeadsToAccountsAndRoles();
    void whoIsSignedInNeedNotSignIn();
    void theOnlyChoiceIsMade();
    void listsAreFilteredByTyping();
    void aRoleThatIsGoneIsTold();
    void troubleIsTold();
    void anotherPlaceIsAnotherSession();
    void whatIsFilledComesBack();
    void problemsAreShownBelow();
};

void TestSsoFields::thePlaceIsNeededFirst()
{
    FieldsBench bench;
    bench.fields->show();
    QVERIFY(!bench.signIn()->isEnabled());
    QVERIFY(!bench.signIn()->toolTip().isEmpty());
    bench.fields->findChild<QLineEdit *>(u"ssoStartUrl"_s)
        ->setText(u"  "_s + bench.center.session.startUrl + u"/#/"_s);
    bench.box(u"ssoRegion"_s)->setEditText(u"Frankfurt"_s);
    QTRY_VERIFY(bench.signIn()->isEnabled());
    QCOMPARE(bench.fields->source().startUrl, bench.center.session.startUrl);
    QCOMPARE(bench.fields->source().region, u"eu-central-1"_s);
    QVERIFY(bench.state().contains(u"Not signed in"_s));
}

void TestSsoFields::signInLeadsToAccountsAndRoles()
{
    FieldsBench bench;
    bench.fillPlace();
    QSignalSpy changed(bench.fields.get(), &SsoFields::changed);
    bench.signIn()->click();
    const QPointer<SignInDialog> dialog = bench.fields->findChild<SignInDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(bench.state(), u"Signed in"_s);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    QTRY_COMPARE(bench.box(u"ssoAccount"_s)->count(), 2);
    QCOMPARE(bench.box(u"ssoAccount"_s)->itemText(0), u"News  111111111111"_s);
    bench.box(u"ssoAccount"_s)->setCurrentIndex(1);
    QTRY_COMPARE(bench.box(u"ssoRole"_s)->count(), 2);
    QVERIFY(bench.center.server.requests().last().target().contains("account_id=222222222222"));
    bench.box(u"ssoRole"_s)->setCurrentIndex(1);
    QCOMPARE(
        bench.fields->source(),
        (SsoSource{
            {}, bench.center.session.startUrl, u"eu-central-1"_s, u"222222222222"_s, u"Viewer"_s}));
    QVERIFY(changed.count() >= 2);
}

void TestSsoFields::whoIsSignedInNeedNotSignIn()
{
    FieldsBench bench;
    bench.center.signedIn(8h);
    bench.fillPlace();
    QTRY_COMPARE(bench.box(u"ssoAccount"_s)->count(), 2);
    QCOMPARE(bench.state(), u"Signed in"_s);
    QVERIFY(bench.signIn()->text().contains(u"again"_s));
    QCOMPARE(bench.center.asked.value("/client/register"), 0);
}

void TestSsoFields::theOnlyChoiceIsMade()
{
    FieldsBench bench;
    bench.center.signedIn(8h);
    bench.center.answerOnly("/assignment/accounts", ScriptedReply::json(R"({"accountList":[
                                {"accountId":"111111111111","accountName":"News"}]})"));
    bench.center.answerOnly("/assignment/roles",
                            ScriptedReply::json(R"({"roleList":[{"roleName":"Viewer"}]})"));
    bench.fillPlace();
    QTRY_COMPARE(bench.fields->source().roleName, u"Viewer"_s);
    QCOMPARE(bench.fields->source().accountId, u"111111111111"_s);
}

void TestSsoFields::listsAreFilteredByTyping()
{
    FieldsBench bench;
    bench.center.signedIn(8h);
    bench.fillPlace();
    QTRY_COMPARE(bench.box(u"ssoAccount"_s)->count(), 2);
    for (const QString &name : {u"ssoAccount"_s, u"ssoRole"_s, u"ssoRegion"_s}) {
        QCompleter *completer = bench.box(name)->completer();
        QCOMPARE(completer->filterMode(), Qt::MatchFlags(Qt::MatchContains));
        QCOMPARE(completer->caseSensitivity(), Qt::CaseInsensitive);
    }
    QCompleter *completer = bench.box(u"ssoAccount"_s)->completer();
    completer->setCompletionPrefix(u"ports"_s);
    QCOMPARE(completer->completionCount(), 1);
    // The digits alone are enough, for whom no list is given.
    bench.box(u"ssoAccount"_s)->setEditText(u"333333333333"_s);
    QCOMPARE(bench.fields->source().accountId, u"333333333333"_s);
}

void TestSsoFields::aRoleThatIsGoneIsTold()
{
    FieldsBench bench;
    bench.center.signedIn(8h);
    bench.fields->fill({{},
                        bench.center.session.startUrl,
                        bench.center.session.region,
                        u"111111111111"_s,
                        u"Former"_s});
    bench.fields->show();
    auto *message = bench.fields->findChild<FieldMessage *>(u"ssoRoleMessage"_s);
    QTRY_VERIFY(message->text().contains(u"not assigned"_s));
    QCOMPARE(bench.fields->source().roleName, u"Former"_s); // and left as it is
    QCOMPARE(bench.fields->source().accountId, u"111111111111"_s);
}

void TestSsoFields::troubleIsTold()
{
    FieldsBench bench;
    bench.center.signedIn(8h);
    bench.center.answerOnly("/assignment/accounts", ScriptedReply::json("<html>hotel"));
    bench.fillPlace();
    QTRY_VERIFY(bench.state().contains(u"A web page came instead of an answer"_s));
    // A session that has ended in the meantime is a matter of signing in.
    FieldsBench ended;
    ended.center.signedIn(8h, u"access-1"_s, {});
    ended.center.answerOnly("/assignment/accounts",
                            FakeIdentityCenter::refusal("UnauthorizedException", 401));
    ended.fillPlace();
    QTRY_VERIFY(ended.state().contains(u"Not signed in"_s));
}

void TestSsoFields::anotherPlaceIsAnotherSession()
{
    FieldsBench bench;
    bench.center.signedIn(8h);
    bench.fillPlace();
    QTRY_COMPARE(bench.state(), u"Signed in"_s);
    bench.fields->findChild<QLineEdit *>(u"ssoStartUrl"_s)
        ->setText(bench.center.session.startUrl + u"2"_s);
    QTRY_VERIFY(bench.state().contains(u"Not signed in"_s));
}

void TestSsoFields::whatIsFilledComesBack()
{
    FieldsBench bench;
    const SsoSource source{u"corp"_s, u"https://corp.awsapps.com/start"_s, u"eu-west-1"_s,
                           u"123456789012"_s, u"Viewer"_s};
    bench.fields->fill(source);
    QCOMPARE(bench.fields->source(), source);
    // The session of the command line is left when the place is another.
    bench.box(u"ssoRegion"_s)->setEditText(u"us-east-1"_s);
    QVERIFY(bench.fields->source().sessionName.isEmpty());
    bench.fields->fill({});
    QVERIFY(bench.fields->source().isEmpty());
}

void TestSsoFields::problemsAreShownBelow()
{
    FieldsBench bench;
    bench.fields->show();
    Profile profile = makeProfile();
    profile.name = u"x"_s;
    profile.region = u"eu-west-1"_s;
    profile.credentialSource = CredentialSource::Sso;
    const QList<ProfileProblem> problems = validateProfile(profile, {});
    QCOMPARE(problems.size(), 4);
    const auto shown = [&bench] {
        int count = 0;
        for (const FieldMessage *message : bench.fields->findChildren<FieldMessage *>())
            count += message->level() == models::StateLevel::Critical ? 1 : 0;
        return count;
    };
    bench.fields->showProblems(problems, bench.theme, false);
    QCOMPARE(shown(), 0); // nobody has been there yet
    bench.fields->showProblems(problems, bench.theme, true);
    QCOMPARE(shown(), 4);
    for (const ProfileProblem problem : problems)
        QVERIFY(!SsoFields::problemText(problem).isEmpty());
    bench.fields->showProblems({}, bench.theme, true);
    QCOMPARE(shown(), 0);
}

QTEST_MAIN(TestSsoFields)
#include "tst_ssofields.moc"
