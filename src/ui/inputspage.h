// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/inputmodel.h"
#include "ui/tablepage.h"

namespace tallylight::ui {

/// The inputs of all regions, linked to the channels they feed.
class InputsPage final : public TablePage
{
    Q_OBJECT

public:
    /// \a model outlives the page.
    InputsPage(models::InputModel &model, const PageContext &context, QWidget *parent = nullptr);

protected:
    void followLink(const QString &profileId, const QStringList &ids, int column) override;
    void activateRow(const QString &key) override;
    void addRowActions(QMenu &menu, const QString &key) override;
    QString arnOf(const QString &key) const override;

private:
    models::InputModel &m_inputs;
};

} // namespace tallylight::ui
