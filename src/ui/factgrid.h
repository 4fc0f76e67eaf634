// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/channeldetailtext.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace tallylight::ui {

class StateMark;
struct Theme;

/// Labels and values in two columns, under headings; values can be selected and copied. Refilling
/// it with as many facts as before changes texts only, so that a selection and the scroll position
/// stay.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the grid.
    explicit FactGrid(const Theme &theme, QWidget *parent = nullptr);

    void setGroups(const QList<FactGroup> &groups);
    /// One group without a heading.
    void setFacts(const QList<Fact> &facts);
    /// Everything on show, a fact a line.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QLabel *label = nullptr;
        StateMark *shape = nullptr;
        QLabel *value = nullptr;
    };

    void addLine();
    void showFact(Line &line, const Fact &fact);
    void showHeading(Line &line, const QString &heading);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QList<Line> m_lines;
    QList<FactGroup> m_groups;
};

} // namespace tallylight::ui
