// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/credentials.h"
#include "core/profile.h"
#include "models/roles.h"
#include "monitor/connectiontest.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tallylight::ui {

class MfaPrompt;
class StateMark;
struct Theme;

/// What a step of the connection test asks, in words: "List channels".
QString testStepName(monitor::TestStep step);

/// "Test connection": a line per question with shape, word and what to do, live while it runs; a
/// report to copy that holds no secret; and the IAM policy to paste when a permission is missing.
class ConnectionTestPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the panel.
    ConnectionTestPanel(const Clock &clock, const Theme &theme, QWidget *parent = nullptr);
    ~ConnectionTestPanel() override;

    /// Tests \a profile, which may not be saved, with \a credentials and the
    /// passwords of its \a proxies; gives up a test under way.
    void run(const Profile &profile, const Credentials &credentials,
             const monitor::ProxyPasswords &proxies = {});
    void cancel();
    bool isRunning() const { return !m_test.isNull(); }
    /// Says why no test can be made; an empty \a reason enables the button.
    void setObstacle(const QString &reason);
    /// Where the code of an MFA device is asked for before a test; whoever gets the credentials
    /// uses it.
    MfaPrompt &prompt() { return *m_prompt; }
    /// A remark beside the button, such as "waiting for the keychain".
    void setRemark(const QString &text);
    /// Takes the results away: they were about something else.
    void reset();

    /// The result of a step; nullopt before it has been asked.
    std::optional<monitor::TestResult> result(monitor::TestStep step) const;
    /// Everything on show as plain text, for a ticket or a chat; holds no secret and no whole key
    /// id.
    QString report() const;

Q_SIGNALS:
    /// The user wants a test; whoever knows what is typed answers with run().
    void testRequested();
    void finished();
    void callFinished(const QString &profileId, const tallylight::CallRecord &record);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct StepLine
    {
        StateMark *shape = nullptr;
        QLabel *name = nullptr;
        QLabel *outcome = nullptr;
        QLabel *advice = nullptr;
        models::StateLevel level = models::StateLevel::None;
    };

    QWidget *makeButtons();
    void makeLines();
    void makePolicy();
    void showStarted(monitor::TestStep step);
    void showResult(const monitor::TestResult &result);
    void showLine(StepLine &line, models::StateLevel level, const QString &outcome,
                  const QString &advice);
    QString outcomeText(const monitor::TestResult &result) const;
    void finish();
    void updateButtons();
    void applyColors();

    const Clock &m_clock;
    const Theme &m_theme;
    QPointer<monitor::ConnectionTest> m_test;
    Profile m_profile;
    QList<monitor::TestResult> m_results;
    QHash<monitor::TestStep, StepLine> m_lines;
    QString m_obstacle;
    QPushButton *m_testButton = nullptr;
    QPushButton *m_cancelButton = nullptr;
    QPushButton *m_copyButton = nullptr;
    QPushButton *m_policyButton = nullptr;
    QLabel *m_summary = nullptr;
    MfaPrompt *m_prompt = nullptr;
    QWidget *m_steps = nullptr;
    QWidget *m_policy = nullptr;
};

} // namespace tallylight::ui
