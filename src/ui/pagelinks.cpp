// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pagelinks.h"

#include "ui/healthpage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/tablepage.h"

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList keysOf(QString (*key)(const QString &, const QString &), const QString &profileId,
                   const QStringList &ids)
{
    QStringList keys;
    keys.reserve(ids.size());
    for (const QString &id : ids)
        keys.append(key(profileId, id));
    return keys;
}

} // namespace

PageLinks::PageLinks(MainWindow &window, Pages pages, MessageBar &messages)
    : QObject(&window)
    , m_window(window)
    , m_pages(pages)
    , m_messages(messages)
{
    follow(pages.inputs);
    follow(pages.channels);
    follow(pages.health);
}

void PageLinks::follow(TablePage &page)
{
    connect(&page, &TablePage::goToChannels, this,
            [this](const QString &profile, const QStringList &ids) {
                goToRows(Page::Channels, profile, keysOf(models::channelKey, profile, ids));
            });
    connect(&page, &TablePage::goToInputs, this,
            [this](const QString &profile, const QStringList &ids) {
                goToRows(Page::Inputs, profile, keysOf(models::inputKey, profile, ids));
            });
    connect(&page, &TablePage::goToHealth, this,
            [this](const QString &profile, const QStringList &ids) {
                goToRows(Page::Health, profile, m_pages.health.keysOfChannels(profile, ids));
            });
}

void PageLinks::jumpTo(const JumpTarget &target)
{
    switch (target.kind) {
    case JumpTarget::Kind::Page:
        m_window.showPage(target.page);
        break;
    case JumpTarget::Kind::Profile:
        m_window.selectProfile(target.profileId);
        break;
    case JumpTarget::Kind::Channel:
        goToRows(Page::Channels, target.profileId,
                 {models::channelKey(target.profileId, target.id)});
        break;
    case JumpTarget::Kind::Input:
        goToRows(Page::Inputs, target.profileId, {models::inputKey(target.profileId, target.id)});
        break;
    }
}

void PageLinks::goToRows(Page page, const QString &profileId, const QStringList &keys)
{
    const QString scope = m_window.selectedProfile();
    if (!scope.isEmpty() && scope != profileId)
        m_window.selectProfile(profileId);
    m_window.showPage(page);
    TablePage &table = page == Page::Inputs ? m_pages.inputs
        : page == Page::Channels            ? m_pages.channels
                                            : m_pages.health;
    if (table.reveal(keys))
        m_messages.remove(u"goTo"_s);
    else
        m_messages.post({u"goTo"_s,
                         models::StateLevel::Unknown,
                         tr("Not there"),
                         tr("What this leads to has not been read, or no longer exists."),
                         {},
                         {},
                         true});
}

} // namespace tallylight::ui
