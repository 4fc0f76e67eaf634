// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/costbook.h"

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

const QString kPrices = u"prices"_s; // settings key: a changed price table

QString settingsKey(const QString &profileId)
{
    return u"costs/"_s + profileId;
}

} // namespace

CostBook::CostBook(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_basePrices(PriceTable::builtIn())
    , m_prices(m_basePrices)
{
}

void CostBook::setBasePrices(const PriceTable &prices)
{
    m_basePrices = prices;
    m_prices = prices;
    Q_EMIT changed();
}

void CostBook::keepIn(Settings *settings)
{
    m_settings = settings;
    m_meters.clear();
    if (settings) {
        const auto changed = m_basePrices.changedBy(settings->value(kPrices).toString().toUtf8());
        m_prices = changed ? changed.value() : m_basePrices;
    }
    Q_EMIT changed();
}

void CostBook::setPrices(const PriceTable &prices)
{
    if (m_prices == prices)
        return;
    m_prices = prices;
    if (m_settings && prices == m_basePrices)
        m_settings->removeGroup(kPrices);
    else if (m_settings)
        m_settings->setValue(kPrices, QString::fromUtf8(prices.toJson()));
    Q_EMIT changed();
}

void CostBook::setAccount(const QString &profileId, const QString &accountId)
{
    m_accounts.insert(profileId, accountId);
}

CostMeter CostBook::meter(const QString &profileId) const
{
    const auto found = m_meters.constFind(profileId);
    if (found != m_meters.constEnd())
        return *found;
    CostMeter meter;
    if (m_settings)
        meter = CostMeter::fromJson(m_settings->value(settingsKey(profileId)).toString().toUtf8());
    m_meters.insert(profileId, meter);
    return meter;
}

void CostBook::count(const QString &profileId, const CloudWatchUse &use)
{
    if (use == CloudWatchUse{})
        return;
    if (m_settings) {
        m_settings->refresh();
        m_meters.remove(profileId);
    }
    CostMeter counted = meter(profileId);
    counted.add(use, m_clock.utcNow());
    m_meters.insert(profileId, counted);
    if (m_settings)
        m_settings->setValue(settingsKey(profileId), QString::fromUtf8(counted.toJson()));
    Q_EMIT changed();
}

template<typename Of> CloudWatchUse CostBook::sumOfAccount(const QString &profileId, Of of) const
{
    const QString account = m_accounts.value(profileId);
    CloudWatchUse sum = of(meter(profileId));
    for (auto it = m_accounts.constBegin(); it != m_accounts.constEnd(); ++it) {
        if (!account.isEmpty() && it.key() != profileId && it.value() == account)
            sum += of(meter(it.key()));
    }
    return sum;
}

CloudWatchUse CostBook::accountMonth(const QString &profileId) const
{
    const QDateTime now = m_clock.utcNow();
    return sumOfAccount(profileId, [&](const CostMeter &one) { return one.thisMonth(now); });
}

CloudWatchUse CostBook::accountDay(const QString &profileId) const
{
    const QDateTime now = m_clock.utcNow();
    return sumOfAccount(profileId, [&](const CostMeter &one) { return one.lastDayThisMonth(now); });
}

CostSummary CostBook::summary(const QString &profileId) const
{
    return summarize(meter(profileId), accountMonth(profileId).requests, m_prices,
                     m_clock.utcNow());
}

BudgetState CostBook::budget(const QString &profileId, double budgetUsd) const
{
    const QDateTime now = m_clock.utcNow();
    const CostMeter counted = meter(profileId);
    const qint64 requests = accountMonth(profileId).requests;
    return {budgetUsd, m_prices.usd(counted.thisMonth(now), requests),
            m_prices.metricsUsd(counted.lastDayThisMonth(now).metrics)};
}

void CostBook::reset(const QString &profileId)
{
    m_meters.insert(profileId, {});
    if (m_settings)
        m_settings->removeGroup(settingsKey(profileId));
    Q_EMIT changed();
}

} // namespace tallylight::monitor
