// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings.h"
#include "models/tablefilterproxy.h"
#include "ui/messagebar.h"
#include "ui/pagenotice.h"
#include "ui/theme.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace tallylight::ui {

class CheckMenu;
class Dialogs;
class FilterBar;
class LevelSummary;
class TableView;
class ViewsButton;

/// What the pages share and need to live; everything in it outlives them.
struct PageContext
{
    const Theme &theme;
    Settings &settings;
    Dialogs &dialogs;
    const Clock &clock;
};

/// How one page differs from the others. The texts are translated already.
struct TablePageSpec
{
    QString name; ///< "channels": settings group, object names, suggested file name
    QString title;
    QString loadingTitle; ///< "Loading channels…"
    QString noneTitle; ///< "No channels here"
    QString noneText;
    QList<models::SortLevel> defaultSort;
};

/// How far the data behind a page have come; decides what stands where there are no rows.
struct PageProgress
{
    int profiles = 0;
    bool loading = false;
    int loadedRows = 0;
    bool observed = false; ///< at least one region in view has been read completely

    bool operator==(const PageProgress &) const = default;
};

/// A table with its filters, counts, menus and messages, and what it says when there is nothing to
/// show. Pages derive from it.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    TablePage(const TablePageSpec &spec, models::TableModel &model, const PageContext &context,
              QWidget *parent = nullptr);
    ~TablePage() override;

    const TablePageSpec &spec() const { return m_spec; }
    TableView *view() const { return m_view; }
    FilterBar *filters() const { return m_filters; }
    ViewsButton *savedViews() const { return m_viewsButton; }
    models::TableFilterProxy &proxy() const { return *m_proxy; }

    /// Profiles to choose from in the profile filter.
    void setProfiles(const QList<models::ProfileTag> &profiles);
    /// Only this profile's rows; empty for all.
    void setScope(const QString &profileId);
    void setProgress(const PageProgress &progress);
    /// What keeps regions from being up to date, one message a region, keyed by profile id. A
    /// message that was dismissed stays away until it says something else.
    void setProblems(const QList<Message> &problems);
    /// Selects and shows the rows with \a keys, clearing filters that hide them; false when there
    /// are none.
    bool reveal(const QStringList &keys);
    void focusFilter();
    /// Puts the focus into the table, or on what stands in its place.
    void focusTable();
    void exportCsv();
    void resetLayout();
    /// Puts \a panel below the table, behind a splitter whose place is remembered. The page becomes
    /// its owner. \a percent is its share of the height in a new installation.
    void setLowerPanel(QWidget *panel, int percent = 40);
    QWidget *lowerPanel() const { return m_lowerPanel; }
    /// Hides the lower panel or brings it back; remembered.
    void setLowerPanelShown(bool shown);
    bool isLowerPanelShown() const;
    /// Hides the table so that the lower panel has all the room, or brings it back. Not remembered;
    /// whatever shows or focuses rows brings it back.
    void setTableShown(bool shown);
    /// What the "Columns" menu of the page and the header's context menu offer.
    void fillColumnsMenu(QMenu &menu);

Q_SIGNALS:
    void addRequested();
    void demoRequested();
    void cancelRequested();
    /// Empty for all regions.
    void retryRequested(const QString &profileId);
    /// The operator wants to see these resources of \a profileId on their own page.
    void goToChannels(const QString &profileId, const QStringList &channelIds);
    void goToInputs(const QString &profileId, const QStringList &inputIds);
    void goToHealth(const QString &profileId, const QStringList &channelIds);
    void selectedKeysChanged(const QStringList &keys);
    void tableShownChanged(bool shown);

protected:
    /// A link of \a column was followed.
    virtual void followLink(const QString &profileId, const QStringList &ids, int column);
    /// Return or a double click on the row with \a key.
    virtual void activateRow(const QString &key);
    /// Adds page-specific entries to the context menu of the row with \a key.
    virtual void addRowActions(QMenu &menu, const QString &key);
    /// The row's ARN for "Copy ARN"; empty for none.
    virtual QString arnOf(const QString &key) const;

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(const PageContext &context);
    void connectParts();
    void updateCountsSoon();
    void updateCounts();
    void updateNotice();
    PageNotice::Content noticeContent() const;
    void noticeAction(const QString &id);
    int rowsInScope() const;
    void showHeaderMenu(const QPoint &position);
    void showRowMenu(const QPoint &position);
    void restoreSplitter();
    void writeCsv(const QString &file);
    void messageAction(const QString &key, const QString &action);
    void addKeys();

    TablePageSpec m_spec;
    models::TableModel &m_model;
    Settings &m_settings;
    Dialogs &m_dialogs;
    const Clock &m_clock;
    const Theme &m_theme;
    models::TableFilterProxy *m_proxy;
    QString m_scope;
    QTimer m_countsTimer;
    PageProgress m_progress{-1, false, 0, false}; ///< nothing has been told yet
    QVBoxLayout *m_layout = nullptr;
    FilterBar *m_filters = nullptr;
    MessageBar *m_messages = nullptr;
    TableView *m_view = nullptr;
    QWidget *m_tableArea = nullptr;
    QSplitter *m_splitter = nullptr; ///< only with a lower panel
    QWidget *m_lowerPanel = nullptr;
    int m_lowerPercent = 40;
    QAction *m_scrollToSelection = nullptr;
    bool m_panelShown = true;
    QStackedWidget *m_stack = nullptr;
    PageNotice *m_notice = nullptr;
    LevelSummary *m_counts = nullptr;
    QLabel *m_held = nullptr; ///< "Sorting held"
    ViewsButton *m_viewsButton = nullptr;
    QPushButton *m_columnsButton = nullptr;
    QPushButton *m_exportButton = nullptr;
};

} // namespace tallylight::ui
