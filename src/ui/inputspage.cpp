// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inputspage.h"

#include <QCoreApplication>
#include <QMenu>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

TablePageSpec pageSpec()
{
    return {
        u"inputs"_s,
        InputsPage::tr("Inputs"),
        InputsPage::tr("Loading inputs…"),
        InputsPage::tr("No inputs here"),
        InputsPage::tr("The regions shown have been read completely, and MediaLive has no inputs "
                       "in them."),
        {{u"state"_s, Qt::AscendingOrder}, {u"name"_s, Qt::AscendingOrder}}};
}

} // namespace

InputsPage::InputsPage(models::InputModel &model, const PageContext &context, QWidget *parent)
    : TablePage(pageSpec(), model, context, parent)
    , m_inputs(model)
{
}

void InputsPage::followLink(const QString &profileId, const QStringList &ids, int)
{
    Q_EMIT goToChannels(profileId, ids);
}

void InputsPage::activateRow(const QString &key)
{
    const models::InputRow *row = m_inputs.find(key);
    if (row && !row->input.attachedChannels.isEmpty())
        Q_EMIT goToChannels(row->profile.id, row->input.attachedChannels);
}

void InputsPage::addRowActions(QMenu &menu, const QString &key)
{
    const models::InputRow *row = m_inputs.find(key);
    if (!row)
        return;
    const QString profile = row->profile.id;
    const QStringList channels = row->input.attachedChannels;
    QAction *show = menu.addAction(tr("Show attached channels"));
    show->setEnabled(!channels.isEmpty());
    connect(show, &QAction::triggered, this,
            [this, profile, channels] { Q_EMIT goToChannels(profile, channels); });
    QAction *health = menu.addAction(tr("Show their health"));
    health->setEnabled(!channels.isEmpty());
    connect(health, &QAction::triggered, this,
            [this, profile, channels] { Q_EMIT goToHealth(profile, channels); });
}

QString InputsPage::arnOf(const QString &key) const
{
    const models::InputRow *row = m_inputs.find(key);
    return row ? row->input.arn : QString();
}

} // namespace tallylight::ui
