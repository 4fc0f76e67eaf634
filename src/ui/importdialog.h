// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/awsimport.h"
#include "core/clock.h"
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
} // namespace tallylight::monitor

namespace tallylight::ui {

class NoticeBar;
struct Theme;

/// Takes profiles of the shared AWS files over as regions to watch: what the files hold, which
/// regions have channels (asked on request, one small question each), and what of that to watch.
/// Not modal; changes nothing before "Import".
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
    void stopSearch();
    void showFinding(const monitor::RegionFinding &finding);
    void summarize(QTreeWidgetItem *profile);
    void updateButtons();
    void importChosen();
    QTreeWidgetItem *profileItem(const QString &name) const;

    monitor::ProfileService &m_profiles;
    const Theme &m_theme;
    std::unique_ptr<monitor::ProfileImport> m_import;
    QLabel *m_intro;
    QTreeWidget *m_tree;
    QPushButton *m_search;
    QProgressBar *m_progress;
    NoticeBar *m_notice;
    QPushButton *m_importButton;
    QPushButton *m_close;
    QHash<QString, ImportCandidate> m_candidates;
    QStringList m_toSearch; // AWS profiles, one after another
    QPointer<monitor::RegionSearch> m_running;
    QString m_searched; // the AWS profile being searched
    int m_searchesDone = 0;
    bool m_filling = false;
};

} // namespace tallylight::ui
