// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/roles.h"

#include <QDialog>

class QGridLayout;

namespace tallylight::ui {

struct Theme;

/// What the shapes, signs and words of the tables mean. Not modal, so that it can stay open beside
/// them.
class LegendDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives the dialog.
    explicit LegendDialog(const Theme &theme, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addLevels(QGridLayout &grid);
    void addObservations(QGridLayout &grid);
    void addRow(QGridLayout &grid, models::StateLevel level, QChar sign, const QString &word,
                const QString &meaning);
    void applyLook();

    const Theme &m_theme;
    QWidget *m_content = nullptr;
};

} // namespace tallylight::ui
