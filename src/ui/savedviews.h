// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings.h"
#include "models/tablefilter.h"

#include <QList>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace tallylight::ui {

/// A way to look at a table that was given a name: its filters, columns and sorting.
struct SavedView
{
    QString name;
    models::TableFilter filter;
    QVariantMap layout; ///< TableView::layoutState()

    bool operator==(const SavedView &) const = default;
};

/// The saved views of one table, in the order they were saved, kept in the settings. Whatever else
/// stands there is skipped.
class SavedViews
{
public:
    /// \a settings outlives the object; \a key is where they are kept.
    SavedViews(Settings &settings, const QString &key);

    const QList<SavedView> &all() const { return m_views; }
    /// The view of that name, whatever its case; nullopt when there is none.
    std::optional<SavedView> find(const QString &name) const;
    /// Replaces the view of that name, or adds one at the end. A view without a name is not saved.
    void save(const SavedView &view);
    /// Puts \a view back to where it was; as save() when it is still there.
    void insert(qsizetype position, const SavedView &view);
    /// False when there is no such view, the new name is empty or another view has it.
    bool rename(const QString &from, const QString &to);
    /// The position it had; -1 when there is no such view.
    qsizetype remove(const QString &name);

private:
    qsizetype indexOf(const QString &name) const;
    void write();

    Settings &m_settings;
    QString m_key;
    QList<SavedView> m_views;
};

} // namespace tallylight::ui
