// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/awsimport.h"
#include "core/clock.h"
#include "monitor/credentialstate.h"
#include "monitor/regionsearch.h"

#include <QDialog>
#include <QHash>
#include <QPointer>
#include <QStringList>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tallylight::monitor {
class ProfileImport;
class ProfileService;
class SsoSession;
} // namespace tallylight::monitor

namespace tallylight::ui {

class MfaPrompt;
class NoticeBar;
class SignInDialog;
struct Theme;

/// Takes profiles of the shared AWS files over as regions to watch: what the files hold, which
/// regions have channels (asked on request, one small question each), and what of that to watch.
/// Where a search needs somebody's code or sign-in, it is asked for in place and goes on by itself
/// then. Not modal; changes nothing before "Import".
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// All outlive the dialog.
    ImportDialog(monitor::ProfileService &profiles, const Clock &clock, const Theme &theme,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    void done(int result) override;

Q_SIGNALS:
    /// These regions are in the file now.
    void imported(const QStringList &profileIds);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void makeButtons();
    void fill();
    void addCandidate(const ImportCandidate &candidate);
    void addRegions(QTreeWidgetItem *item, const ImportCandidate &candidate);
    void itemChanged(QTreeWidgetItem *item, int column);
    QList<QTreeWidgetItem *> checkedProfiles() const;
    QStringList checkedRegions(const QTreeWidgetItem *profile) const;
    void startSearch();
    void searchNext();
    void endSearch();
    void stopSearch();
    void searchStopped(const ApiError &error);
    void askForCode(monitor::SecretProblem problem, const QString &device);
    void offerSignIn(const std::shared_ptr<monitor::SsoSession> &session);
    void signIn(const std::shared_ptr<monitor::SsoSession> &session);
    void endWaiting();
    void giveUp(const ApiError &error, const QString &obstacle);
    void showTroubles();
    void showStatus(const QString &text);
    void showFinding(const monitor::RegionFinding &finding);
    void summarize(QTreeWidgetItem *profile);
    void updateButtons();
    void importChosen();
    QTreeWidgetItem *profileItem(const QString &name) const;

    monitor::ProfileService &m_profiles;
    const Theme &m_theme;
    std::unique_ptr<monitor::ProfileImport> m_import;
    QLabel *m_intro; // made from top to bottom, as Tab goes
    NoticeBar *m_notice;
    MfaPrompt *m_prompt;
    QTreeWidget *m_tree;
    QPushButton *m_search;
    QProgressBar *m_progress;
    QPushButton *m_importButton;
    QPushButton *m_close;
    QHash<QString, ImportCandidate> m_candidates;
    QStringList m_toSearch; // AWS profiles, one after another
    QPointer<monitor::RegionSearch> m_running;
    QString m_searched; // the AWS profile being searched
    int m_searchesDone = 0;
    QStringList m_troubles; // of this search, in words
    QPointer<SignInDialog> m_signIn;
    bool m_isWaiting = false; // for a person: a code, or a sign-in
    bool m_filling = false;
};

} // namespace tallylight::ui
