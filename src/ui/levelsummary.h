// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tablemodel.h"
#include "ui/theme.h"

#include <QWidget>

namespace tallylight::ui {

/// A line of text followed by how many rows there are of each state: shape, number and word. Levels
/// nobody has are left out. Read out as one sentence. A click, Space or Return asks for the legend.
class LevelSummary final : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the widget.
    explicit LevelSummary(const Theme &theme, QWidget *parent = nullptr);

    /// \a lead comes first ("42 of 1,204 shown"); may be empty.
    void setContent(const QString &lead, const models::LevelCounts &counts);
    /// Why rows are unknown, with how often: "3 stale"; shown behind the number of unknown ones.
    void setUnknownReasons(const QStringList &reasons);
    /// The whole line as words.
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void legendRequested();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Part
    {
        models::StateLevel level;
        QString text;
    };
    int partWidth(const Part &part) const;
    void rebuild();

    const Theme &m_theme;
    QString m_lead;
    models::LevelCounts m_counts;
    QStringList m_unknownReasons;
    QList<Part> m_parts;
};

} // namespace tallylight::ui
