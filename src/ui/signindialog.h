// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tallylight::monitor {
class SsoSession;
class SsoSignIn;
} // namespace tallylight::monitor

namespace tallylight::ui {

class ElidedLabel;
class FieldMessage;
class NoticeBar;
struct Theme;

/// Shows an address in the desktop's browser; false when there is none. Tests have one of their
/// own.
using UrlOpener = std::function<bool(const QUrl &)>;
/// QDesktopServices.
UrlOpener desktopUrlOpener();

/// Signs somebody in at IAM Identity Center: the code to compare, the page to confirm it on, and
/// how that goes. Not modal: monitoring goes on behind it. Closing it gives the attempt up.
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives the dialog.
    SignInDialog(std::shared_ptr<monitor::SsoSession> session, const Theme &theme, UrlOpener open,
                 QWidget *parent = nullptr);
    ~SignInDialog() override;

    const std::shared_ptr<monitor::SsoSession> &session() const { return m_session; }
    /// Shows the dialog and asks for a code, unless an attempt is under way.
    void begin();
    /// Closes by itself once somebody has signed in, for where that is but a step.
    void setClosesWhenDone(bool closes) { m_closesWhenDone = closes; }

    void done(int result) override;

Q_SIGNALS:
    /// Somebody has signed in, here or elsewhere.
    void signedIn();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeCode();
    void makeButtons();
    void refresh();
    void showWaiting(const monitor::SsoSignIn &attempt);
    void showEnd(const monitor::SsoSignIn &attempt);
    void showDone();
    void tick();
    void openPage();
    void copy(const QString &text, QPushButton *button);
    void styleLabels();
    void setCodeShown(bool shown);

    std::shared_ptr<monitor::SsoSession> m_session;
    const Theme &m_theme;
    UrlOpener m_open;
    QLabel *m_place;
    QLabel *m_intro;
    QWidget *m_codeBox;
    QLabel *m_code;
    ElidedLabel *m_address;
    QPushButton *m_copyCode;
    QPushButton *m_copyAddress;
    FieldMessage *m_status;
    QProgressBar *m_left;
    NoticeBar *m_notice;
    QPushButton *m_openButton;
    QPushButton *m_closeButton;
    QTimer m_tick;
    bool m_done = false;
    bool m_closesWhenDone = false;
    bool m_noBrowser = false;
    bool m_ready = false;
};

} // namespace tallylight::ui
