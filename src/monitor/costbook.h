// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/costmeter.h"
#include "core/metricbudget.h"
#include "core/settings.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace tallylight::monitor {

/// What every profile has asked of CloudWatch and what that costs, kept across restarts. Profiles
/// of one account share its free requests.
///
/// Lives on the GUI thread and outlives whoever counts.
class CostBook : public QObject
{
    Q_OBJECT

public:
    explicit CostBook(const Clock &clock, QObject *parent = nullptr);

    /// The prices that are in force unless others are entered: those this version comes with, or
    /// those of an operator's file. Before keepIn().
    void setBasePrices(const PriceTable &prices);
    const PriceTable &basePrices() const { return m_basePrices; }
    /// Where counts and entered prices are kept from now on, and taken from; \a settings outlives
    /// the book. Without it a book forgets with its end.
    void keepIn(Settings *settings);

    const PriceTable &prices() const { return m_prices; }
    /// Takes other prices, and keeps them when they are not basePrices().
    void setPrices(const PriceTable &prices);

    /// The account \a profileId belongs to, once it is known.
    void setAccount(const QString &profileId, const QString &accountId);
    /// Adds \a use to what is kept, also to what another run has counted there meanwhile.
    void count(const QString &profileId, const CloudWatchUse &use);

    CostSummary summary(const QString &profileId) const;
    BudgetState budget(const QString &profileId, double budgetUsd) const;
    /// What all profiles of this one's account have used together.
    CloudWatchUse accountMonth(const QString &profileId) const;
    CloudWatchUse accountDay(const QString &profileId) const;

    /// Starts counting \a profileId at nothing, as when a budget is to begin anew.
    void reset(const QString &profileId);

Q_SIGNALS:
    /// A count or a price changed.
    void changed();

private:
    CostMeter meter(const QString &profileId) const;
    template<typename Of> CloudWatchUse sumOfAccount(const QString &profileId, Of of) const;

    const Clock &m_clock;
    Settings *m_settings = nullptr;
    PriceTable m_basePrices;
    PriceTable m_prices;
    mutable QHash<QString, CostMeter> m_meters; // read from the settings when first needed
    QHash<QString, QString> m_accounts; // by profile
};

} // namespace tallylight::monitor
