// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeidentitycenter.h"
#include "ui/fieldmessage.h"
#include "ui/noticebar.h"
#include "ui/signindialog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QProgressBar>
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

/// A dialog over an Identity Center that waits for its person unless told otherwise.
struct SignInBench
{
    explicit SignInBench(const ScriptedReply &token
                         = FakeIdentityCenter::refusal("AuthorizationPendingException"))
    {
        center.answer("/token", token);
        session = center.open();
        dialog = std::make_unique<SignInDialog>(session, theme, [this](const QUrl &url) {
            opened.append(url);
            return hasBrowser;
        });
    }
    QPushButton *button(const QString &name) const
    {
        return dialog->findChild<QPushButton *>(name);
    }
    NoticeBar *notice() const { return dialog->findChild<NoticeBar *>(u"signInNotice"_s); }
    QString status() const { return dialog->findChild<FieldMessage *>(u"signInStatus"_s)->text(); }
    QString code() const
    {
        const auto *label = dialog->findChild<QLabel *>(u"signInCode"_s);
        return label->isVisible() ? label->text() : QString();
    }

    FakeIdentityCenter center;
    Theme theme = themeFor(ThemeChoice::Dark, {});
    std::shared_ptr<SsoSession> session;
    QList<QUrl> opened;
    bool hasBrowser = true;
    std::unique_ptr<SignInDialog> dialog;
};

} // namespace

class TestSignInDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeIsShown();
    void theBrowserIsOpened();
    void withoutABrowserTheAddressCanBeCopied();
    void theTimeLeftIsShown();
    void success();
    void asAStepItClosesItself();
    void endsCanBeStartedAgain_data();
    void endsCanBeStartedAgain();
    void troubleOnTheWayIsTold();
    void closingGivesUp_data();
    void closingGivesUp();
    void aSignInElsewhereIsEnough();
    void everythingIsNamedAndReachable();
};

void TestSignInDialog::theCodeIsShown()
{
    SignInBench bench;
    bench.dialog->begin();
    QVERIFY(!bench.dialog->isModal());
    QVERIFY(bench.status().contains(u"Asking for a code"_s));
    QTRY_COMPARE(bench.code(), u"WDJB-MJHT"_s);
    QVERIFY(bench.button(u"openBrowserButton"_s)->isVisible());
    QVERIFY(bench.dialog->findChild<QLabel *>(u"signInAddress"_s)
                ->text()
                .contains(u"https://device.example"_s));
    bench.button(u"copyCodeButton"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), u"WDJB-MJHT"_s);
    QCOMPARE(bench.opened.size(), 0); // never by itself
}

void TestSignInDialog::theBrowserIsOpened()
{
    SignInBench bench;
    bench.dialog->begin();
    QTRY_COMPARE(bench.code(), u"WDJB-MJHT"_s);
    bench.button(u"openBrowserButton"_s)->click();
    QCOMPARE(bench.opened, QList<QUrl>{QUrl(u"https://device.example/?user_code=WDJB-MJHT"_s)});
    QVERIFY(bench.status().contains(u"Waiting for you"_s));
}

void TestSignInDialog::withoutABrowserTheAddressCanBeCopied()
{
    SignInBench bench;
    bench.hasBrowser = false;
    bench.dialog->begin();
    QTRY_COMPARE(bench.code(), u"WDJB-MJHT"_s);
    bench.button(u"openBrowserButton"_s)->click();
    QVERIFY(bench.status().contains(u"No browser could be opened"_s));
    bench.button(u"copyAddressButton"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), u"https://device.example/?user_code=WDJB-MJHT"_s);
}

void TestSignInDialog::theTimeLeftIsShown()
{
    SignInBench bench;
    bench.dialog->begin();
    QTRY_VERIFY(bench.status().contains(u"10:00"_s));
    const auto *left = bench.dialog->findChild<QProgressBar *>(u"signInLeft"_s);
    QCOMPARE(left->value(), left->maximum());
    bench.center.clock.advance(125s);
    QTRY_VERIFY(bench.status().contains(u"7:55"_s));
    QCOMPARE(left->value(), 475);
}

void TestSignInDialog::success()
{
    SignInBench bench(FakeIdentityCenter::grant("access-1"));
    QSignalSpy signedIn(bench.dialog.get(), &SignInDialog::signedIn);
    bench.dialog->begin();
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(bench.notice()->title(), u"Signed in"_s);
    QVERIFY(bench.code().isEmpty());
    QVERIFY(bench.dialog->isVisible());
    QCOMPARE(bench.button(u"signInCloseButton"_s)->text(), u"Close"_s);
    bench.button(u"signInCloseButton"_s)->click();
    QVERIFY(!bench.dialog->isVisible());
    QCOMPARE(bench.session->state(), SsoState::SignedIn);
}

void TestSignInDialog::asAStepItClosesItself()
{
    SignInBench bench(FakeIdentityCenter::grant("access-1"));
    bench.dialog->setClosesWhenDone(true);
    bench.dialog->begin();
    QTRY_VERIFY(!bench.dialog->isVisible());
    QCOMPARE(bench.dialog->result(), int(QDialog::Accepted));
    QCOMPARE(bench.session->state(), SsoState::SignedIn);
}

void TestSignInDialog::endsCanBeStartedAgain_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ScriptedReply>("answer");
    QTest::addColumn<QString>("title");
    QTest::newRow("expired") << QByteArray("/token")
                             << FakeIdentityCenter::refusal("ExpiredTokenException")
                             << u"The code's time is over"_s;
    QTest::newRow("denied") << QByteArray("/token")
                            << FakeIdentityCenter::refusal("AccessDeniedException")
                            << u"The sign-in was denied in the browser"_s;
    QTest::newRow("a wrong start URL")
        << QByteArray("/device_authorization")
        << FakeIdentityCenter::refusal("InvalidRequestException") << u"Request refused"_s;
}

void TestSignInDialog::endsCanBeStartedAgain()
{
    QFETCH(const QByteArray, path);
    QFETCH(const ScriptedReply, answer);
    QFETCH(const QString, title);
    SignInBench bench;
    const QList<ScriptedReply> usual = bench.center.replies.value(path);
    bench.center.answerOnly(path, answer);
    bench.dialog->begin();
    QTRY_COMPARE(bench.notice()->title(), title);
    QVERIFY(bench.notice()->isVisible());
    QVERIFY(!bench.button(u"openBrowserButton"_s)->isVisible());
    bench.center.replies[path] = usual;
    bench.center.answerOnly("/token", FakeIdentityCenter::grant("access-1"));
    bench.button(u"signInAgainButton"_s)->click();
    QTRY_COMPARE(bench.notice()->title(), u"Signed in"_s);
}

void TestSignInDialog::troubleOnTheWayIsTold()
{
    SignInBench bench(ScriptedReply::json("<html>hotel"));
    bench.dialog->begin();
    QTRY_VERIFY(bench.status().contains(u"trying on"_s));
    QCOMPARE(bench.code(), u"WDJB-MJHT"_s);
    bench.center.answerOnly("/token", FakeIdentityCenter::grant("access-1"));
    QTRY_COMPARE(bench.notice()->title(), u"Signed in"_s);
}

void TestSignInDialog::closingGivesUp_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("button") << u"button"_s;
    QTest::newRow("escape") << u"escape"_s;
    QTest::newRow("window") << u"window"_s;
}

void TestSignInDialog::closingGivesUp()
{
    QFETCH(const QString, how);
    SignInBench bench;
    bench.dialog->begin();
    QTRY_COMPARE(bench.code(), u"WDJB-MJHT"_s);
    if (how == u"button")
        bench.button(u"signInCloseButton"_s)->click();
    else if (how == u"escape")
        QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
    else
        bench.dialog->close();
    QVERIFY(!bench.dialog->isVisible());
    QVERIFY(!bench.session->attempt());
    QCOMPARE(bench.session->state(), SsoState::SignInNeeded);
    bench.dialog->begin();
    QTRY_COMPARE(bench.code(), u"WDJB-MJHT"_s);
}

void TestSignInDialog::aSignInElsewhereIsEnough()
{
    SignInBench bench;
    bench.dialog->begin();
    QTRY_COMPARE(bench.code(), u"WDJB-MJHT"_s);
    bench.center.signedIn(8h);
    QTRY_COMPARE_WITH_TIMEOUT(bench.notice()->title(), u"Signed in"_s, 20000);
    QTRY_VERIFY(!bench.session->attempt()); // its code is of no more use
    QCOMPARE(bench.session->state(), SsoState::SignedIn);
}

void TestSignInDialog::everythingIsNamedAndReachable()
{
    SignInBench bench;
    bench.dialog->begin();
    QTRY_COMPARE(bench.code(), u"WDJB-MJHT"_s);
    const auto *code = bench.dialog->findChild<QLabel *>(u"signInCode"_s);
    QCOMPARE(code->accessibleName(), u"Code WDJB-MJHT"_s);
    for (const QPushButton *one : bench.dialog->findChildren<QPushButton *>()) {
        QVERIFY(!one->text().isEmpty());
        QVERIFY(one->focusPolicy() & Qt::TabFocus);
    }
    QVERIFY(!bench.dialog->findChild<QProgressBar *>()->accessibleName().isEmpty());
}

QTEST_MAIN(TestSignInDialog)
#include "tst_signindialog.moc"
