// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/signindialog.h"

#include "models/errortext.h"
#include "monitor/ssosession.h"
#include "ui/elidedlabel.h"
#include "ui/fieldmessage.h"
#include "ui/noticebar.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::SsoSignIn;
using monitor::SsoState;

namespace {

constexpr int kSignInWidth = 460;
constexpr std::chrono::milliseconds kTick{1000};

/// "9:32"
QString timeLeftText(std::chrono::seconds left)
{
    const auto count = static_cast<int>(left.count());
    return u"%1:%2"_s.arg(count / 60).arg(count % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

UrlOpener desktopUrlOpener()
{
    return [](const QUrl &url) {
        return QDesktopServices::openUrl(url);
    };
}

SignInDialog::SignInDialog(std::shared_ptr<monitor::SsoSession> session, const Theme &theme,
                           UrlOpener open, QWidget *parent)
    : QDialog(parent)
    , m_session(std::move(session))
    , m_theme(theme)
    , m_open(std::move(open))
    , m_place(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_codeBox(new QWidget(this))
    , m_code(new QLabel(m_codeBox))
    , m_address(new ElidedLabel(m_codeBox))
    , m_copyCode(new QPushButton(tr("Copy code"), m_codeBox))
    , m_copyAddress(new QPushButton(tr("Copy address"), m_codeBox))
    , m_status(new FieldMessage(this))
    , m_left(new QProgressBar(this))
    , m_notice(new NoticeBar(theme, this))
    , m_openButton(new QPushButton(tr("Open browser"), this))
    , m_closeButton(new QPushButton(this))
{
    setObjectName(u"signInDialog"_s);
    setWindowTitle(tr("Sign in at IAM Identity Center"));
    setModal(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(kGrid);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    m_place->setText(m_session->id().name.isEmpty()
                         ? m_session->id().startUrl
                         //: %1 is the name of a session, %2 an address
                         : tr("%1, %2").arg(m_session->id().name, m_session->id().startUrl));
    column->addWidget(m_place);
    m_intro->setWordWrap(true);
    m_intro->setText(tr("Confirm this code in the browser. Go on only if the page shows the same "
                        "code."));
    column->addWidget(m_intro);
    makeCode();
    column->addWidget(m_codeBox);
    m_status->setObjectName(u"signInStatus"_s);
    column->addWidget(m_status);
    m_left->setObjectName(u"signInLeft"_s);
    m_left->setTextVisible(false);
    m_left->setFixedHeight(kGrid / 2);
    m_left->setAccessibleName(tr("Time left to confirm"));
    column->addWidget(m_left);
    m_notice->setObjectName(u"signInNotice"_s);
    column->addWidget(m_notice);
    column->addStretch();
    makeButtons();
    connect(m_session.get(), &monitor::SsoSession::stateChanged, this, &SignInDialog::refresh);
    connect(m_session.get(), &monitor::SsoSession::signedIn, this, &SignInDialog::showDone);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &SignInDialog::tick);
    m_ready = true;
    styleLabels();
    resize(kSignInWidth, sizeHint().height());
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::makeCode()
{
    m_code->setObjectName(u"signInCode"_s);
    m_code->setTextFormat(Qt::PlainText);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copyCode->setObjectName(u"copyCodeButton"_s);
    m_copyCode->setAutoDefault(false);
    m_address->setObjectName(u"signInAddress"_s);
    m_copyAddress->setObjectName(u"copyAddressButton"_s);
    m_copyAddress->setAutoDefault(false);
    auto *grid = new QGridLayout(m_codeBox);
    grid->setContentsMargins(0, kGrid, 0, kGrid);
    grid->setHorizontalSpacing(kGrid * 2);
    grid->setVerticalSpacing(kGrid);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_code, 0, 0);
    grid->addWidget(m_copyCode, 0, 1);
    grid->addWidget(m_address, 1, 0);
    grid->addWidget(m_copyAddress, 1, 1);
    connect(m_copyCode, &QPushButton::clicked, this, [this] { copy(m_code->text(), m_copyCode); });
    connect(m_copyAddress, &QPushButton::clicked, this, [this] {
        if (const SsoSignIn *attempt = m_session->attempt())
            copy(attempt->authorization().page().toString(QUrl::FullyEncoded), m_copyAddress);
    });
}

void SignInDialog::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addStretch();
    m_openButton->setObjectName(u"openBrowserButton"_s);
    m_openButton->setDefault(true);
    m_closeButton->setObjectName(u"signInCloseButton"_s);
    m_closeButton->setAutoDefault(false);
    row->addWidget(m_openButton);
    row->addWidget(m_closeButton);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_openButton, &QPushButton::clicked, this, &SignInDialog::openPage);
    connect(m_closeButton, &QPushButton::clicked, this, &QDialog::close);
}

void SignInDialog::begin()
{
    m_done = false;
    m_noBrowser = false;
    m_session->signIn();
    refresh();
    show();
    raise();
    activateWindow();
    m_openButton->setFocus();
}

void SignInDialog::setCodeShown(bool shown)
{
    m_intro->setVisible(shown);
    m_codeBox->setVisible(shown);
    m_left->setVisible(shown);
    m_openButton->setVisible(shown);
    if (!shown)
        m_tick.stop();
    // A window grows by itself only for what has no wrapped text in it.
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void SignInDialog::refresh()
{
    const SsoSignIn *attempt = m_session->attempt();
    if (m_done || !attempt)
        return;
    switch (attempt->state()) {
    case SsoSignIn::State::Starting:
        m_notice->clear();
        setCodeShown(false);
        m_closeButton->setText(tr("Cancel"));
        m_status->showMessage(m_theme, StateLevel::Idle, tr("Asking for a code…"));
        break;
    case SsoSignIn::State::Waiting:
        showWaiting(*attempt);
        break;
    case SsoSignIn::State::Expired:
    case SsoSignIn::State::Denied:
    case SsoSignIn::State::Failed:
        showEnd(*attempt);
        break;
    case SsoSignIn::State::Done:
        break; // showDone() comes with the token
    }
}

void SignInDialog::showWaiting(const SsoSignIn &attempt)
{
    m_notice->clear();
    m_code->setText(attempt.authorization().userCode);
    m_code->setAccessibleName(tr("Code %1").arg(attempt.authorization().userCode));
    const QString page = attempt.authorization().verificationUri.toDisplayString();
    m_address->setText(page);
    m_address->setToolTip(page);
    m_left->setMaximum(std::max(1, static_cast<int>(attempt.authorization().expiresIn.count())));
    m_closeButton->setText(tr("Cancel"));
    const bool appears = !m_codeBox->isVisibleTo(this);
    setCodeShown(true);
    if (appears)
        m_openButton->setFocus();
    tick();
    m_tick.start();
}

void SignInDialog::tick()
{
    const SsoSignIn *attempt = m_session->attempt();
    if (m_done || !attempt || attempt->state() != SsoSignIn::State::Waiting)
        return;
    const std::chrono::seconds left = attempt->timeLeft();
    m_left->setValue(static_cast<int>(left.count()));
    const ApiError &error = attempt->error();
    if (error.category != ErrorCategory::None) {
        m_status->setToolTip(models::errorDetails(error));
        //: %1 is what went wrong, %2 a time such as 9:32
        m_status->showMessage(m_theme, StateLevel::Warning,
                              tr("%1; trying on. %2 left to confirm.")
                                  .arg(models::errorTitle(error), timeLeftText(left)));
        return;
    }
    m_status->setToolTip({});
    if (m_noBrowser) {
        //: %1 is a time such as 9:32
        m_status->showMessage(m_theme, StateLevel::Warning,
                              tr("No browser could be opened. Copy the address and open it on any "
                                 "device; %1 left to confirm.")
                                  .arg(timeLeftText(left)));
        return;
    }
    //: %1 is a time such as 9:32
    m_status->showMessage(m_theme, StateLevel::Idle,
                          tr("Waiting for you to confirm; %1 left.").arg(timeLeftText(left)));
}

void SignInDialog::showEnd(const SsoSignIn &attempt)
{
    setCodeShown(false);
    m_status->showMessage(m_theme, StateLevel::None, {});
    m_closeButton->setText(tr("Close"));
    QString again = tr("Start again");
    m_notice->setToolTip({});
    if (attempt.state() == SsoSignIn::State::Expired) {
        m_notice->showNotice(StateLevel::Warning, tr("The code's time is over"),
                             tr("Nobody has confirmed it. A new code can be had at once."));
    } else if (attempt.state() == SsoSignIn::State::Denied) {
        m_notice->showNotice(StateLevel::Warning, tr("The sign-in was denied in the browser"),
                             tr("If that was not you, leave it at that."));
    } else {
        m_notice->showNotice(StateLevel::Critical, models::errorTitle(attempt.error()),
                             models::errorAdvice(attempt.error()));
        m_notice->setToolTip(models::errorDetails(attempt.error()));
        again = tr("Try again");
    }
    QPushButton *button = m_notice->addButton(again, u"signInAgainButton"_s);
    connect(button, &QPushButton::clicked, this, &SignInDialog::begin);
    button->setFocus();
}

void SignInDialog::showDone()
{
    if (m_done || !isVisible())
        return;
    m_done = true;
    setCodeShown(false);
    m_status->showMessage(m_theme, StateLevel::None, {});
    m_notice->setToolTip({});
    m_notice->showNotice(StateLevel::Ok, tr("Signed in"),
                         m_session->isRenewable()
                             ? tr("It is renewed by itself as long as the Identity Center allows.")
                             : tr("When it ends, somebody has to sign in again."));
    m_closeButton->setText(tr("Close"));
    m_closeButton->setFocus();
    // Whoever signed in elsewhere has no more use for this code; one that was confirmed has ended.
    QTimer::singleShot(0, m_session.get(), [session = m_session.get()] {
        if (session->attempt() && session->attempt()->isUnderWay())
            session->cancelSignIn();
    });
    Q_EMIT signedIn();
    if (m_closesWhenDone)
        accept();
}

void SignInDialog::openPage()
{
    const SsoSignIn *attempt = m_session->attempt();
    if (!attempt || attempt->state() != SsoSignIn::State::Waiting)
        return;
    m_noBrowser = !m_open(attempt->authorization().page());
    tick();
}

void SignInDialog::copy(const QString &text, QPushButton *button)
{
    QGuiApplication::clipboard()->setText(text);
    const QString usual = button == m_copyCode ? tr("Copy code") : tr("Copy address");
    //: On a button: the text is in the clipboard now
    button->setText(tr("Copied"));
    QTimer::singleShot(kTick * 2, button, [button, usual] { button->setText(usual); });
}

void SignInDialog::done(int result)
{
    m_tick.stop();
    const SsoSignIn *attempt = m_session->attempt();
    if (!m_done && attempt && attempt->isUnderWay())
        m_session->cancelSignIn();
    QDialog::done(result);
}

void SignInDialog::styleLabels()
{
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPointSizeF(font().pointSizeF() * 2.4);
    code.setWeight(QFont::DemiBold);
    if (m_code->font() != code) {
        m_code->setFont(code);
        m_code->setMinimumHeight(QFontMetrics(code).height());
    }
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    if (m_place->palette().color(QPalette::WindowText) != m_theme.textMuted) {
        m_place->setPalette(muted);
        m_address->setPalette(muted);
    }
}

void SignInDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (m_ready && event->type() == QEvent::PaletteChange)
        styleLabels();
}

} // namespace tallylight::ui
