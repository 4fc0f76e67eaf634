// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/channelspage.h"
#include "ui/filterbar.h"
#include "ui/tableview.h"
#include "uirows.h"

#include <QAction>
#include <QLabel>
#include <QMenu>

#include <memory>

namespace uitest {

using namespace tallylight;
using namespace tallylight::ui;

/// A page of channels on a model without rows, shown.
class TablePageBench
{
protected:
    void open()
    {
        m_clock = std::make_unique<ManualClock>(startTime());
        m_settings = std::make_unique<MemorySettings>();
        m_dialogs = std::make_unique<FakeDialogs>();
        m_theme = std::make_unique<Theme>(themeFor(ThemeChoice::Dark, {}));
        m_model = std::make_unique<models::ChannelModel>(*m_clock);
        makePage();
    }

    void close()
    {
        m_page.reset();
        m_model.reset();
    }

    /// Anew, as after a restart.
    void makePage()
    {
        m_page.reset();
        m_page = std::make_unique<ChannelsPage>(*m_model, context());
        m_page->setProfiles({tag(u"a"_s, u"Frankfurt"_s), tag(u"b"_s, u"Oregon"_s)});
        m_page->setProgress({2, false, 0, true});
        m_page->resize(1000, 500);
        m_page->show();
    }

    void addRows(int count, const QString &state = u"RUNNING"_s)
    {
        QList<models::ChannelRow> rows;
        for (int i = 0; i < count; ++i)
            rows.append(channelRow(tag(u"a"_s), QString::number(1000 + i),
                                   u"Cam %1"_s.arg(i, 4, 10, QLatin1Char('0')), state));
        m_model->upsert(rows);
    }

    QString text(int row, models::ChannelModel::Column column) const
    {
        return m_page->proxy().index(row, static_cast<int>(column)).data().toString();
    }
    template<typename T> T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QLabel *noticeTitle() const { return child<QLabel>(u"noticeTitle"_s); }
    QAction *menuAction(const QString &menu, const QString &startsWith) const
    {
        auto *found = child<QMenu>(menu);
        Q_EMIT found->aboutToShow();
        const QList<QAction *> actions = found->actions();
        for (QAction *action : actions) {
            if (action->text().startsWith(startsWith))
                return action;
        }
        return nullptr;
    }
    PageContext context() { return {*m_theme, *m_settings, *m_dialogs, *m_clock}; }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<FakeDialogs> m_dialogs;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::ChannelModel> m_model;
    std::unique_ptr<ChannelsPage> m_page;
};

} // namespace uitest
