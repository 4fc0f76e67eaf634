// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/overview.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tallylight::ui {

class LevelSummary;

/// The line above everything: the overall state as a badge, how many rows are in which state,
/// whether this is production, and the way to jump anywhere. The badge is never OK while any part
/// is unknown.
class WindowHeader final : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the header.
    explicit WindowHeader(const Theme &theme, QWidget *parent = nullptr);

    void setOverview(const QList<RegionOverview> &regions);
    models::StateLevel level() const { return m_level; }
    /// Says that the profile in view is production, in its colour; an empty name takes it away.
    void setProduction(const QString &profileName, const QColor &color);

Q_SIGNALS:
    void jumpRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateBadge();

    const Theme &m_theme;
    models::StateLevel m_level = models::StateLevel::None;
    bool m_empty = true;
    QLabel *m_badge;
    LevelSummary *m_summary;
    QLabel *m_production;
    QPushButton *m_jump;
};

} // namespace tallylight::ui
