// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile.h"
#include "core/ssotoken.h"
#include "ui/signindialog.h"

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <utility>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace tallylight::monitor {
class SsoDirectory;
class SsoSession;
class SsoSessions;
struct SsoRoute;
} // namespace tallylight::monitor

namespace tallylight::ui {

class FieldMessage;
struct Theme;

/// A role of IAM Identity Center as a profile's source of keys: where to sign in, then the account
/// and the role, chosen from what the person who has signed in may use. Part of the profile dialog.
class SsoFields final : public QWidget
{
    Q_OBJECT

public:
    explicit SsoFields(QWidget *parent = nullptr);
    ~SsoFields() override;

    /// Without sessions nobody can sign in, and account and role can only be typed. Both outlive
    /// the fields.
    void setSessions(monitor::SsoSessions *sessions, const Theme &theme);
    /// How Identity Center is to be reached, asked whenever somebody signs in; without it, as the
    /// system says.
    void setRoute(std::function<monitor::SsoRoute()> route) { m_route = std::move(route); }
    void setUrlOpener(UrlOpener open) { m_open = std::move(open); }

    void fill(const SsoSource &source);
    /// What the fields say, without blanks around it.
    SsoSource source() const;
    /// Writes those of \a problems that are about these fields below them; a field nobody has been
    /// in yet is not blamed for being empty, unless \a all says so.
    void showProblems(const QList<ProfileProblem> &problems, const Theme &theme, bool all);
    /// What \a problem is, in words; empty for one that is not about these fields.
    static QString problemText(ProfileProblem problem);

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makePlace(QGridLayout *grid);
    QComboBox *addChoice(QGridLayout *grid, const QString &label, const QString &name,
                         const QString &tip, FieldMessage *&message);
    void placeChanged();
    void lookUpSession();
    void dropSession();
    void sessionChanged();
    void signIn();
    void loadAccounts();
    void accountChosen();
    void showAccounts(const QList<SsoAccount> &accounts);
    void showRoles(const QString &accountId, const QStringList &roles);
    void showTrouble(const ApiError &error);
    QString accountId() const;

    monitor::SsoSessions *m_sessions = nullptr;
    const Theme *m_theme = nullptr;
    std::function<monitor::SsoRoute()> m_route;
    UrlOpener m_open;
    std::shared_ptr<monitor::SsoSession> m_session;
    std::unique_ptr<monitor::SsoDirectory> m_directory;
    QPointer<SignInDialog> m_dialog;
    SsoSource m_filled; ///< keeps the session's name while the place stays the same
    QString m_rolesOf; ///< the account whose roles are on offer or asked for
    bool m_hasAccounts = false;
    bool m_filling = false;
    QLineEdit *m_startUrl = nullptr;
    QComboBox *m_region = nullptr;
    QPushButton *m_signIn = nullptr;
    FieldMessage *m_state = nullptr;
    QComboBox *m_account = nullptr;
    QComboBox *m_role = nullptr;
    FieldMessage *m_startUrlMessage = nullptr;
    FieldMessage *m_regionMessage = nullptr;
    FieldMessage *m_accountMessage = nullptr;
    FieldMessage *m_roleMessage = nullptr;
    QTimer m_settling; ///< somebody is still typing
};

} // namespace tallylight::ui
