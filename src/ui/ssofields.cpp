// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ssofields.h"

#include "models/errortext.h"
#include "models/timeformat.h"
#include "monitor/ssodirectory.h"
#include "monitor/ssosession.h"
#include "ui/fieldmessage.h"
#include "ui/regionnames.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::SsoState;

namespace {

constexpr int kSsoLabelWidth = 144; // as in the rest of the dialog
constexpr int kSettleMs = 400;

/// A list that is filtered by typing anywhere in its entries.
QComboBox *searchableBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    box->setMinimumContentsLength(28);
    return box;
}

QLabel *buddyLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    return label;
}

} // namespace

SsoFields::SsoFields(QWidget *parent)
    : QWidget(parent)
    , m_open(desktopUrlOpener())
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnMinimumWidth(0, kSsoLabelWidth);
    grid->setColumnStretch(1, 1);
    makePlace(grid);
    m_account = addChoice(grid, tr("Account"), u"ssoAccount"_s,
                          tr("One of the accounts whoever has signed in may use; type to filter, "
                             "or type the twelve digits"),
                          m_accountMessage);
    m_role = addChoice(grid, tr("Role"), u"ssoRole"_s,
                       tr("The permission set to use in that account; one that only reads is "
                          "enough"),
                       m_roleMessage);
    connect(m_account, &QComboBox::editTextChanged, this, [this] {
        accountChosen();
        if (!m_filling)
            Q_EMIT changed();
    });
    connect(m_role, &QComboBox::editTextChanged, this, [this] {
        if (!m_filling)
            Q_EMIT changed();
    });
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettleMs);
    connect(&m_settling, &QTimer::timeout, this, &SsoFields::lookUpSession);
}

SsoFields::~SsoFields() = default;

void SsoFields::makePlace(QGridLayout *grid)
{
    m_startUrl = new QLineEdit(this);
    m_startUrl->setObjectName(u"ssoStartUrl"_s);
    m_startUrl->setAccessibleName(tr("Start URL of IAM Identity Center"));
    m_startUrl->setPlaceholderText(u"https://my-company.awsapps.com/start"_s);
    m_startUrl->setToolTip(tr("The address of your AWS access portal"));
    m_startUrlMessage = new FieldMessage(this);
    m_region = searchableBox(u"ssoRegion"_s, this);
    m_region->setAccessibleName(tr("Region of IAM Identity Center"));
    m_region->setToolTip(tr("Where the Identity Center is, which need not be where the channels "
                            "are"));
    for (const QString &region : knownRegions())
        m_region->addItem(regionLabel(region), region);
    m_region->setCurrentIndex(-1);
    m_regionMessage = new FieldMessage(this);
    m_signIn = new QPushButton(tr("Sign in…"), this);
    m_signIn->setObjectName(u"ssoSignInButton"_s);
    m_signIn->setAutoDefault(false);
    m_state = new FieldMessage(this);
    m_state->setObjectName(u"ssoState"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid * 2);
    row->addWidget(m_signIn);
    row->addWidget(m_state, 1, Qt::AlignVCenter);
    row->addStretch();

    grid->addWidget(buddyLabel(tr("Start URL"), m_startUrl), 0, 0);
    grid->addWidget(m_startUrl, 0, 1);
    grid->addWidget(m_startUrlMessage, 1, 1);
    grid->addWidget(buddyLabel(tr("Its region"), m_region), 2, 0);
    grid->addWidget(m_region, 2, 1, Qt::AlignLeft);
    grid->addWidget(m_regionMessage, 3, 1);
    grid->addLayout(row, 4, 1);
    connect(m_startUrl, &QLineEdit::textChanged, this, &SsoFields::placeChanged);
    connect(m_region, &QComboBox::editTextChanged, this, &SsoFields::placeChanged);
    connect(m_signIn, &QPushButton::clicked, this, &SsoFields::signIn);
}

QComboBox *SsoFields::addChoice(QGridLayout *grid, const QString &label, const QString &name,
                                const QString &tip, FieldMessage *&message)
{
    QComboBox *box = searchableBox(name, this);
    box->setAccessibleName(label);
    box->setToolTip(tip);
    message = new FieldMessage(this);
    message->setObjectName(name + u"Message"_s);
    const int row = grid->rowCount();
    grid->addWidget(buddyLabel(label, box), row, 0);
    grid->addWidget(box, row, 1, Qt::AlignLeft);
    grid->addWidget(message, row + 1, 1);
    return box;
}

void SsoFields::setSessions(monitor::SsoSessions *sessions, const Theme &theme)
{
    m_sessions = sessions;
    m_theme = &theme;
    sessionChanged();
}

void SsoFields::fill(const SsoSource &source)
{
    m_filling = true;
    m_filled = source;
    m_account->clear();
    m_role->clear();
    m_rolesOf.clear();
    m_hasAccounts = false;
    m_startUrl->setText(source.startUrl);
    const int region = m_region->findData(source.region);
    m_region->setCurrentIndex(region);
    if (region < 0)
        m_region->setEditText(source.region);
    m_account->setEditText(source.accountId);
    m_role->setEditText(source.roleName);
    m_filling = false;
    m_settling.stop();
    if (isVisible())
        lookUpSession();
    else
        dropSession(); // looked up when it is of interest
}

SsoSource SsoFields::source() const
{
    SsoSource source;
    source.startUrl = cleanedStartUrl(m_startUrl->text());
    source.region = regionFromText(m_region->currentText());
    source.accountId = accountId();
    source.roleName = m_role->currentText().trimmed();
    // Kept to the letter: the command line's cache goes by it.
    if (source.startUrl == cleanedStartUrl(m_filled.startUrl)) {
        source.startUrl = m_filled.startUrl;
        if (source.region == m_filled.region)
            source.sessionName = m_filled.sessionName;
    }
    return source;
}

QString SsoFields::accountId() const
{
    // "News  123456789012", or the digits alone.
    static const QRegularExpression digits(u"(?:\\A|\\s)(\\d{12})\\s*\\z"_s);
    const QString text = m_account->currentText();
    const QRegularExpressionMatch match = digits.match(text);
    return match.hasMatch() ? match.captured(1) : text.trimmed();
}

void SsoFields::placeChanged()
{
    if (m_filling)
        return;
    m_settling.start();
    Q_EMIT changed();
}

void SsoFields::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_session)
        lookUpSession();
}

void SsoFields::lookUpSession()
{
    const SsoSessionId id = source().session();
    const bool isPlace = isStartUrl(id.startUrl) && partitionForRegion(id.region);
    if (m_session && isPlace && m_session->id() == id)
        return;
    dropSession();
    if (m_sessions && isPlace) {
        m_session = m_sessions->session(id);
        m_directory = std::make_unique<monitor::SsoDirectory>(m_session);
        connect(m_session.get(), &monitor::SsoSession::stateChanged, this,
                &SsoFields::sessionChanged);
        connect(m_session.get(), &monitor::SsoSession::signedIn, this, &SsoFields::loadAccounts);
        connect(m_directory.get(), &monitor::SsoDirectory::accountsLoaded, this,
                &SsoFields::showAccounts);
        connect(m_directory.get(), &monitor::SsoDirectory::rolesLoaded, this,
                &SsoFields::showRoles);
        connect(m_directory.get(), &monitor::SsoDirectory::failed, this, &SsoFields::showTrouble);
        m_session->look();
    }
    sessionChanged();
}

void SsoFields::dropSession()
{
    if (m_dialog)
        m_dialog->close();
    if (m_session)
        m_session->disconnect(this);
    m_directory.reset();
    m_session.reset();
    m_hasAccounts = false;
    m_rolesOf.clear();
}

void SsoFields::sessionChanged()
{
    m_signIn->setEnabled(m_session != nullptr);
    m_signIn->setToolTip(m_session ? QString() : tr("Enter the start URL and its region first."));
    m_signIn->setText(tr("Sign in…"));
    if (!m_theme)
        return;
    if (!m_session) {
        m_state->showMessage(*m_theme, StateLevel::None, {});
        return;
    }
    switch (m_session->state()) {
    case SsoState::SignedIn:
        m_signIn->setText(tr("Sign in again…"));
        m_state->showMessage(*m_theme, StateLevel::Ok,
                             m_session->isRenewable()
                                 ? tr("Signed in")
                                 //: %1 is a date and time
                                 : tr("Signed in until %1")
                                       .arg(models::formatTime(m_session->expiresAt(),
                                                               models::TimeZoneChoice::Local)));
        if (!m_hasAccounts)
            loadAccounts();
        break;
    case SsoState::Renewing:
        m_state->showMessage(*m_theme, StateLevel::Idle, tr("The sign-in is being renewed…"));
        if (!m_hasAccounts)
            loadAccounts();
        break;
    case SsoState::SigningIn:
        m_state->showMessage(*m_theme, StateLevel::Idle, tr("Waiting for the browser…"));
        break;
    case SsoState::Unknown:
    case SsoState::SignInNeeded:
        m_state->showMessage(*m_theme, StateLevel::None,
                             tr("Not signed in. “aws sso login” does it, too."));
        break;
    }
}

void SsoFields::signIn()
{
    m_settling.stop();
    lookUpSession();
    if (!m_session || !m_theme)
        return;
    if (m_route)
        m_session->follow(m_route());
    if (!m_dialog || !m_dialog->isVisible() || m_dialog->session() != m_session) {
        m_dialog = new SignInDialog(m_session, *m_theme, m_open, window());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setClosesWhenDone(true);
        connect(m_dialog, &SignInDialog::signedIn, this, [this] { m_account->setFocus(); });
    }
    m_dialog->begin();
}

void SsoFields::loadAccounts()
{
    m_hasAccounts = true; // or on their way
    m_rolesOf.clear();
    m_directory->loadAccounts();
    accountChosen();
}

void SsoFields::accountChosen()
{
    const QString id = accountId();
    static const QRegularExpression whole(u"\\A\\d{12}\\z"_s);
    if (m_filling || !m_directory || id == m_rolesOf || !whole.match(id).hasMatch()
        || m_session->state() != SsoState::SignedIn)
        return;
    m_rolesOf = id;
    m_directory->loadRoles(id);
}

void SsoFields::showAccounts(const QList<SsoAccount> &accounts)
{
    const QString before = accountId();
    m_filling = true;
    m_account->clear();
    for (const SsoAccount &account : accounts)
        m_account->addItem(
            account.name.isEmpty() ? account.id : account.name + u"  "_s + account.id, account.id);
    const int known = m_account->findData(before);
    m_account->setCurrentIndex(known);
    if (known < 0)
        m_account->setEditText(before);
    if (before.isEmpty() && accounts.size() == 1)
        m_account->setCurrentIndex(0);
    m_filling = false;
    m_accountMessage->showMessage(
        *m_theme, accounts.isEmpty() ? StateLevel::Warning : StateLevel::None,
        accounts.isEmpty() ? tr("No account is assigned to whoever has signed in.") : QString());
    accountChosen();
    Q_EMIT changed();
}

void SsoFields::showRoles(const QString &accountId, const QStringList &roles)
{
    if (accountId != m_rolesOf)
        return;
    const QString before = m_role->currentText().trimmed();
    m_filling = true;
    m_role->clear();
    m_role->addItems(roles);
    const int known = m_role->findText(before);
    m_role->setCurrentIndex(known);
    if (known < 0 && !before.isEmpty())
        m_role->setEditText(before);
    if (before.isEmpty() && roles.size() == 1)
        m_role->setCurrentIndex(0);
    m_filling = false;
    const bool isAssigned = before.isEmpty() || known >= 0;
    m_roleMessage->showMessage(
        *m_theme, isAssigned ? StateLevel::None : StateLevel::Warning,
        isAssigned ? QString() : tr("This role is not assigned to whoever has signed in."));
    Q_EMIT changed();
}

void SsoFields::showTrouble(const ApiError &error)
{
    m_rolesOf.clear();
    if (isSsoSignInNeeded(error)) {
        sessionChanged(); // asked again when somebody has signed in, not before
        return;
    }
    m_hasAccounts = false;
    //: %1 is what went wrong, %2 what to do about it
    m_state->showMessage(*m_theme, StateLevel::Warning,
                         tr("%1. %2").arg(models::errorTitle(error), models::errorAdvice(error)));
    m_state->setToolTip(models::errorDetails(error));
}

QString SsoFields::problemText(ProfileProblem problem)
{
    switch (problem) {
    case ProfileProblem::SsoStartUrl:
        return tr("Enter the start URL of IAM Identity Center, such as "
                  "https://my-company.awsapps.com/start.");
    case ProfileProblem::SsoRegion:
        return tr("Choose the region IAM Identity Center is in.");
    case ProfileProblem::SsoAccount:
        return tr("Sign in and choose an account.");
    case ProfileProblem::SsoRole:
        return tr("Sign in and choose a role.");
    default:
        return {};
    }
}

void SsoFields::showProblems(const QList<ProfileProblem> &problems, const Theme &theme, bool all)
{
    const auto show = [&](FieldMessage *message, ProfileProblem problem, bool isEmpty) {
        const bool isWrong = problems.contains(problem) && (all || !isEmpty);
        const bool wasWrong = message->level() == StateLevel::Critical;
        // A remark about what was loaded stays.
        if (isWrong || wasWrong)
            message->showMessage(theme, isWrong ? StateLevel::Critical : StateLevel::None,
                                 isWrong ? problemText(problem) : QString());
    };
    const SsoSource now = source();
    show(m_startUrlMessage, ProfileProblem::SsoStartUrl, now.startUrl.isEmpty());
    show(m_regionMessage, ProfileProblem::SsoRegion, now.region.isEmpty());
    show(m_accountMessage, ProfileProblem::SsoAccount, now.accountId.isEmpty());
    show(m_roleMessage, ProfileProblem::SsoRole, now.roleName.isEmpty());
}

} // namespace tallylight::ui
