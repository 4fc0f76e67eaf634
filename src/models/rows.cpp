// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rows.h"

namespace tallylight::models {

QString inputKey(const QString &profileId, const QString &inputId)
{
    return profileId + u'/' + inputId;
}

QString channelKey(const QString &profileId, const QString &channelId)
{
    return profileId + u'/' + channelId;
}

QString healthKey(const QString &profileId, const QString &channelId, const QString &pipeline)
{
    return profileId + u'/' + channelId + u'/' + pipeline;
}

QString alertKey(const QString &profileId, const ChannelAlert &alert)
{
    const QString setAt
        = alert.setAt.isValid() ? QString::number(alert.setAt.toMSecsSinceEpoch()) : QString();
    return profileId + u'/' + alert.channelId + u'/' + alert.id + u'/' + setAt;
}

QString rowKey(const InputRow &row)
{
    return inputKey(row.profile.id, row.input.id);
}

QString rowKey(const ChannelRow &row)
{
    return channelKey(row.profile.id, row.channel.id);
}

QString rowKey(const HealthRow &row)
{
    return healthKey(row.profile.id, row.health.channelId, row.health.pipeline);
}

QString rowKey(const AlertRow &row)
{
    return alertKey(row.profile.id, row.alert);
}

bool sameContent(const InputRow &a, const InputRow &b)
{
    return a.profile == b.profile && a.input == b.input;
}

bool sameContent(const ChannelRow &a, const ChannelRow &b)
{
    return a.profile == b.profile && a.channel == b.channel && a.since == b.since;
}

bool sameContent(const HealthRow &a, const HealthRow &b)
{
    return a.profile == b.profile && a.health == b.health && a.since == b.since;
}

bool sameContent(const AlertRow &a, const AlertRow &b)
{
    return a.profile == b.profile && a.alert == b.alert && a.channelName == b.channelName
        && a.ending == b.ending;
}

bool sameObservation(const InputRow &a, const InputRow &b)
{
    return a.freshness == b.freshness;
}

bool sameObservation(const ChannelRow &a, const ChannelRow &b)
{
    return a.freshness == b.freshness;
}

bool sameObservation(const HealthRow &a, const HealthRow &b)
{
    return a.inventory == b.inventory && a.alerts == b.alerts && a.metrics == b.metrics
        && a.description == b.description;
}

bool sameObservation(const AlertRow &a, const AlertRow &b)
{
    return a.freshness == b.freshness;
}

bool sameTrouble(const Freshness &a, const Freshness &b)
{
    if (a.error.has_value() != b.error.has_value() || a.heldBy != b.heldBy)
        return false;
    return !a.error || (a.error->category == b.error->category && a.error->code == b.error->code);
}

bool sameTrouble(const InputRow &a, const InputRow &b)
{
    return sameTrouble(a.freshness, b.freshness);
}

bool sameTrouble(const ChannelRow &a, const ChannelRow &b)
{
    return sameTrouble(a.freshness, b.freshness);
}

bool sameTrouble(const HealthRow &a, const HealthRow &b)
{
    return sameTrouble(a.inventory, b.inventory) && sameTrouble(a.alerts, b.alerts)
        && sameTrouble(a.metrics, b.metrics) && sameTrouble(a.description, b.description);
}

bool sameTrouble(const AlertRow &a, const AlertRow &b)
{
    return sameTrouble(a.freshness, b.freshness);
}

} // namespace tallylight::models
