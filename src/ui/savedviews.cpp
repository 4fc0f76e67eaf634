// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/savedviews.h"

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

SavedViews::SavedViews(Settings &settings, const QString &key)
    : m_settings(settings)
    , m_key(key)
{
    const QVariantList stored = m_settings.value(m_key).toList();
    for (const QVariant &entry : stored) {
        const QVariantMap map = entry.toMap();
        const SavedView view{map.value(u"name"_s).toString().trimmed(),
                             models::tableFilterFromVariant(map.value(u"filter"_s).toMap()),
                             map.value(u"layout"_s).toMap()};
        if (!view.name.isEmpty() && indexOf(view.name) < 0)
            m_views.append(view);
    }
}

qsizetype SavedViews::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&name](const SavedView &view) {
        return view.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == m_views.end() ? -1 : found - m_views.begin();
}

std::optional<SavedView> SavedViews::find(const QString &name) const
{
    const qsizetype index = indexOf(name);
    return index < 0 ? std::nullopt : std::optional(m_views.at(index));
}

void SavedViews::save(const SavedView &view)
{
    insert(m_views.size(), view);
}

void SavedViews::insert(qsizetype position, const SavedView &view)
{
    SavedView named = view;
    named.name = view.name.trimmed();
    if (named.name.isEmpty())
        return;
    if (const qsizetype index = indexOf(named.name); index >= 0)
        m_views[index] = named;
    else
        m_views.insert(std::clamp<qsizetype>(position, 0, m_views.size()), named);
    write();
}

bool SavedViews::rename(const QString &from, const QString &to)
{
    const qsizetype index = indexOf(from);
    const qsizetype taken = indexOf(to);
    if (index < 0 || to.trimmed().isEmpty() || (taken >= 0 && taken != index))
        return false;
    m_views[index].name = to.trimmed();
    write();
    return true;
}

qsizetype SavedViews::remove(const QString &name)
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        return -1;
    m_views.removeAt(index);
    write();
    return index;
}

void SavedViews::write()
{
    QVariantList stored;
    for (const SavedView &view : std::as_const(m_views))
        stored.append(QVariantMap{{u"name"_s, view.name},
                                  {u"filter"_s, models::toVariant(view.filter)},
                                  {u"layout"_s, view.layout}});
    m_settings.setValue(m_key, stored);
}

} // namespace tallylight::ui
