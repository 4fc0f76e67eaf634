// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings.h"
#include "models/tablefilterproxy.h"
#include "ui/tableheader.h"
#include "ui/theme.h"

#include <QPersistentModelIndex>
#include <QTableView>
#include <QTimer>

#include <chrono>

namespace tallylight::ui {

class StateDelegate;

/// The table of a page. Remembers its columns and sort order, keeps what is looked at in place
/// while rows come and go, holds the order still while the pointer moves over it, follows links and
/// copies with titles.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    /// All of them outlive the view. \a layoutKey is the settings group ("layout/inputs"), \a
    /// defaultSort what a fresh layout is sorted by.
    TableView(models::TableFilterProxy &proxy, const Theme &theme, Settings &settings,
              const QString &layoutKey, const QList<models::SortLevel> &defaultSort,
              QWidget *parent = nullptr);
    ~TableView() override;

    models::TableFilterProxy &proxy() const { return m_proxy; }
    TableHeader *header() const { return m_header; }

    /// Columns as they stand, left to right, without the hidden ones.
    QList<int> shownColumns() const;
    void setColumnShown(int column, bool shown);
    /// Columns, widths, order and sorting as in a new installation; also forgets what was
    /// remembered.
    void resetLayout();
    /// Writes what has changed at once instead of a moment later.
    void saveLayout();
    /// Columns, widths, order and sorting as a value, for a saved view; and back.
    QVariantMap layoutState() const;
    void applyLayoutState(const QVariantMap &state);
    void sortBy(int column, Qt::SortOrder order);
    /// Sorts by one column more, or turns the order of one that is sorted by already.
    void addSort(int column);

    /// Keys of the selected rows, from top to bottom.
    QStringList selectedKeys() const;
    /// Selects the rows with \a keys, scrolls to the first and makes it current. Answers how many
    /// are shown.
    int selectKeys(const QStringList &keys);
    /// Brings the first selected row into view; the table never runs after it by itself.
    void scrollToSelection();

    /// True while rows keep their places, because they are being pointed at or scrolled.
    bool isSortingHeld() const { return m_proxy.isFrozen(); }
    /// While nobody sees the table its rows are left as they are; see
    /// TableFilterProxy::setAsleep().
    void setAsleep(bool asleep);
    /// How long rows keep their places after the last movement of the pointer or the wheel.
    void setHoldTime(std::chrono::milliseconds time) { m_holdTimer.setInterval(time); }

    /// Puts the selected rows on the clipboard, with titles: tab-separated and as an HTML table.
    void copySelection() const;
    void copyCell() const;

Q_SIGNALS:
    /// A link was clicked, or Return pressed on it: \a ids in \a profileId, from \a column.
    void linkActivated(const QString &profileId, const QStringList &ids, int column);
    /// Return or a double click on a row, away from links.
    void rowActivated(const QString &key);
    void selectedKeysChanged();
    void sortingHeldChanged(bool held);
    /// Columns, widths, order or sorting have changed.
    void layoutChangedByUser();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void connectPlaceHolding();
    void holdPlace();
    void restorePlace();
    void restoreLayout();
    void applyDefaultLayout();
    void applySort();
    void showSort();
    void sortedOnPurpose();
    void holdSorting();
    void releaseSorting();
    void holdTimePassed();
    bool sortByKey(const QKeyEvent *event);
    void layoutTouched();
    void updateEdgeColumn();
    void updateRowHeight();
    void repaintAges();
    bool isOnLink(const QPoint &position) const;
    void follow(const QModelIndex &index);

    models::TableFilterProxy &m_proxy;
    const Theme &m_theme;
    Settings &m_settings;
    QString m_layoutKey;
    QList<models::SortLevel> m_defaultSort;
    TableHeader *m_header;
    StateDelegate *m_delegate;
    QTimer m_saveTimer;
    QTimer
        m_holdTimer; ///< while it runs the table is being pointed at or scrolled: rows hold still
    QList<QPersistentModelIndex> m_anchors; ///< rows in view, from top to bottom
    QList<int> m_anchorOffsets; ///< where they stood, from the viewport's top
    bool m_holding = false;
    bool m_restoring = false; ///< a layout is being applied, so nothing is to be saved
};

} // namespace tallylight::ui
