// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/alertstore.h"

#include <algorithm>

namespace tallylight::monitor {

namespace {

constexpr qint64 kAwsMemorySeconds = 5 * 60; // aws-facts §1.5
constexpr qint64 kKeptSeconds = 24 * 60 * 60;
constexpr qsizetype kKeptPerChannel = 200;

} // namespace

AlertStore::Key AlertStore::keyOf(const ChannelAlert &alert)
{
    return {alert.id, alert.setAt.isValid() ? alert.setAt.toMSecsSinceEpoch() : 0};
}

AlertEnding AlertStore::endingOf(const ChannelAlert &cleared, const QDateTime &runningUntil)
{
    if (!runningUntil.isValid())
        return AlertEnding::Recovered;
    return cleared.clearedAt.isValid() && cleared.clearedAt < runningUntil
        ? AlertEnding::Recovered
        : AlertEnding::ChannelStopped;
}

AlertEnding AlertStore::endingOfVanished(const AlertRecord &record, bool restarted,
                                         const QDateTime &utcNow, const QDateTime &runningUntil)
{
    if (restarted || runningUntil.isValid())
        return AlertEnding::ChannelStopped;
    return record.lastSeenSet.secsTo(utcNow) > kAwsMemorySeconds ? AlertEnding::Gone
                                                                 : AlertEnding::Unknown;
}

/// True when the record says something new.
bool AlertStore::update(AlertRecord &record, const ChannelAlert &alert, const QDateTime &utcNow,
                        const QDateTime &runningUntil)
{
    const bool fresh = record.alert.channelId.isEmpty();
    const AlertRecord before = record;
    record.alert = alert;
    if (alert.isSet()) {
        record.ending = AlertEnding::Set;
        record.lastSeenSet = utcNow;
        record.endSeen = {};
    } else if (fresh || record.ending == AlertEnding::Set) {
        record.ending = endingOf(alert, runningUntil);
        record.endSeen = utcNow;
    }
    return fresh || before.ending != record.ending || before.alert != record.alert;
}

void AlertStore::prune(Records &records, const QDateTime &utcNow)
{
    records.removeIf([&utcNow](const auto &entry) {
        return !entry.value().isSet() && entry.value().endSeen.secsTo(utcNow) > kKeptSeconds;
    });
    if (records.size() <= kKeptPerChannel)
        return;
    QList<std::pair<QDateTime, Key>> ended;
    for (auto it = records.cbegin(); it != records.cend(); ++it) {
        if (!it->isSet())
            ended.append({it->endSeen, it.key()});
    }
    std::sort(ended.begin(), ended.end());
    for (qsizetype i = 0; i < ended.size() - kKeptPerChannel; ++i)
        records.remove(ended.at(i).second);
}

QList<AlertRecord> AlertStore::take(const QString &channelId, const QList<ChannelAlert> &reported,
                                    const QDateTime &utcNow, const QDateTime &runningUntil)
{
    QMap<Key, ChannelAlert> told;
    QHash<QString, qint64> newestOfId; // id → set time
    for (const ChannelAlert &alert : reported) {
        const Key key = keyOf(alert);
        const auto known = told.constFind(key);
        if (known == told.constEnd() || known->isSet())
            told.insert(key, alert);
        newestOfId[alert.id] = std::max(newestOfId.value(alert.id, key.second), key.second);
    }
    Records &records = m_channels[channelId];
    // A set alert whose id has begun again belongs to a run of the channel that is over, and so do
    // the others that are missing now.
    const bool restarted = std::any_of(records.keyBegin(), records.keyEnd(), [&](const Key &key) {
        return records[key].isSet() && !told.contains(key)
            && newestOfId.value(key.first, 0) > key.second;
    });
    QList<AlertRecord> changed;
    for (auto it = records.begin(); it != records.end(); ++it) {
        if (!it->isSet() || told.contains(it.key()))
            continue;
        it->ending = endingOfVanished(*it, restarted, utcNow, runningUntil);
        it->endSeen = utcNow;
        changed.append(*it);
    }
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        AlertRecord &record = records[it.key()];
        if (update(record, *it, utcNow, runningUntil))
            changed.append(record);
    }
    prune(records, utcNow);
    if (records.isEmpty())
        m_channels.remove(channelId);
    return changed;
}

QList<AlertRecord> AlertStore::channelStopped(const QString &channelId, const QDateTime &utcNow)
{
    QList<AlertRecord> changed;
    const auto found = m_channels.find(channelId);
    if (found == m_channels.end())
        return changed;
    for (AlertRecord &record : *found) {
        if (!record.isSet())
            continue;
        record.ending = AlertEnding::ChannelStopped;
        record.endSeen = utcNow;
        changed.append(record);
    }
    return changed;
}

void AlertStore::recall(const QList<ChannelAlert> &set, const QDateTime &seenAt)
{
    for (const ChannelAlert &alert : set) {
        Records &records = m_channels[alert.channelId];
        const Key key = keyOf(alert);
        if (alert.isSet() && !records.contains(key))
            records.insert(key, {alert, AlertEnding::Set, seenAt, {}});
    }
}

void AlertStore::retain(const QSet<QString> &channelIds)
{
    m_channels.removeIf(
        [&channelIds](const auto &entry) { return !channelIds.contains(entry.key()); });
}

QList<ChannelAlert> AlertStore::setAlerts(const QString &channelId) const
{
    QList<ChannelAlert> set;
    for (const AlertRecord &record : records(channelId)) {
        if (record.isSet())
            set.append(record.alert);
    }
    return set;
}

QList<AlertRecord> AlertStore::records(const QString &channelId) const
{
    QList<AlertRecord> all = m_channels.value(channelId).values();
    std::stable_sort(all.begin(), all.end(), [](const AlertRecord &a, const AlertRecord &b) {
        return a.isSet() != b.isSet() ? a.isSet() : a.alert.setAt > b.alert.setAt;
    });
    return all;
}

} // namespace tallylight::monitor
