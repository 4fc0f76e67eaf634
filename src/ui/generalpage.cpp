// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/generalpage.h"

#include "ui/pagenotice.h"
#include "ui/regioncard.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

GeneralPage::GeneralPage(const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_column(new QVBoxLayout)
    , m_notice(new PageNotice(theme, this))
{
    setObjectName(u"generalPage"_s);
    setAccessibleName(tr("General"));
    auto *content = new QWidget;
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    m_column->setSpacing(kGrid);
    outer->addLayout(m_column);
    outer->addStretch();
    m_scroll->setObjectName(u"generalScroll"_s);
    m_scroll->setAccessibleName(tr("Regions in detail"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    m_notice->setContent({tr("No region is being watched yet"),
                          tr("Add a region of an AWS account to see who is asking, how each API "
                             "answers and what went wrong last, or open the demo, which needs no "
                             "account."),
                          false,
                          {{u"add"_s, tr("Add a region…")}, {u"demo"_s, tr("Open the demo")}}});
    connect(m_notice, &PageNotice::actionTriggered, this, [this](const QString &id) {
        if (id == u"add")
            Q_EMIT addRequested();
        else
            Q_EMIT demoRequested();
    });
    setFocusProxy(m_scroll);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->setCurrentWidget(m_notice);
}

void GeneralPage::setRegions(const QList<RegionOverview> &regions)
{
    m_regions = regions;
    syncCards();
    if (isVisible())
        updateCards();
}

void GeneralPage::setScope(const QString &profileId)
{
    if (m_scope == profileId)
        return;
    m_scope = profileId;
    if (isVisible())
        updateCards();
}

void GeneralPage::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    if (isVisible())
        updateCards();
}

void GeneralPage::syncCards()
{
    m_stack->setCurrentWidget(m_regions.isEmpty() ? static_cast<QWidget *>(m_notice) : m_scroll);
    QList<RegionCard *> cards;
    for (const RegionOverview &region : std::as_const(m_regions)) {
        const QString id = region.profile.id;
        const auto known = std::find_if(m_cards.begin(), m_cards.end(), [&id](RegionCard *card) {
            return card->profileId() == id;
        });
        if (known != m_cards.end()) {
            cards.append(*known);
            continue;
        }
        auto *card = new RegionCard(m_theme, id);
        connect(card, &RegionCard::callsRequested, this, &GeneralPage::callsRequested);
        connect(card, &RegionCard::editRequested, this, &GeneralPage::editRequested);
        connect(card, &RegionCard::signInRequested, this, &GeneralPage::signInRequested);
        connect(card, &RegionCard::refreshRequested, this, &GeneralPage::refreshRequested);
        cards.append(card);
    }
    if (cards == m_cards)
        return;
    for (RegionCard *card : std::as_const(m_cards)) {
        if (!cards.contains(card)) {
            m_column->removeWidget(card);
            card->deleteLater();
        }
    }
    for (qsizetype i = 0; i < cards.size(); ++i)
        m_column->insertWidget(static_cast<int>(i), cards.at(i));
    m_cards = cards;
}

void GeneralPage::updateCards()
{
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        RegionCard *card = m_cards.at(i);
        card->setVisible(m_scope.isEmpty() || card->profileId() == m_scope);
        card->setRegion(m_regions.at(i), m_clock.utcNow(), m_zone);
    }
}

void GeneralPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateCards();
}

} // namespace tallylight::ui
