// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/columns.h"
#include "models/tablefilter.h"
#include "ui/theme.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tallylight::ui {

/// One column's filter as a row of its own: title, comparison, value, and a button that takes it
/// away.
class ColumnFilterEditor final : public QFrame
{
    Q_OBJECT

public:
    /// \a theme outlives the editor; \a suggestions are values the column holds, offered while
    /// typing.
    ColumnFilterEditor(const Theme &theme, const models::ColumnSpec &spec,
                       const models::ColumnFilter &filter, const QStringList &suggestions,
                       QWidget *parent = nullptr);

    QString columnId() const { return m_columnId; }
    const models::ColumnFilter &filter() const { return m_filter; }
    /// Shows \a filter without announcing it.
    void setFilter(const models::ColumnFilter &filter);
    /// What is wrong with it, shown in place; empty for nothing.
    void setProblem(const QString &text);
    void focusValue();
    void putInTabOrderAfter(QWidget *widget);

Q_SIGNALS:
    /// A moment after the last key stroke, at once on Return or when the comparison changes.
    void filterEdited();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void adaptToOperator();

    const Theme &m_theme;
    QString m_columnId;
    models::ColumnFilter m_filter;
    QLabel *m_title;
    QComboBox *m_operator;
    QLineEdit *m_value;
    QPushButton *m_remove;
    QTimer m_timer;
    bool m_problem = false;
};

} // namespace tallylight::ui
