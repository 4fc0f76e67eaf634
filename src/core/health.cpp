// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/health.h"

#include "core/healthrules.h"
#include "core/metriccatalogue.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

/// Findings, collected in the order of the rules.
class Judgement
{
public:
    void add(HealthLevel level, const QString &reason) { m_findings.append({level, reason}); }

    HealthVerdict verdict() &&
    {
        // Levels are declared worst first.
        std::stable_sort(m_findings.begin(), m_findings.end(),
                         [](const Finding &a, const Finding &b) { return a.level < b.level; });
        HealthVerdict verdict{HealthLevel::Ok, {}};
        for (const Finding &finding : m_findings) {
            verdict.level = worse(verdict.level, finding.level);
            if (!verdict.reasons.contains(finding.reason))
                verdict.reasons.append(finding.reason);
        }
        return verdict;
    }

private:
    struct Finding
    {
        HealthLevel level;
        QString reason;
    };
    QList<Finding> m_findings;
};

/// CloudWatch may send NaN; it is no value, and every comparison with it would say "fine".
bool isNumber(const MetricReading &reading)
{
    return reading.hasValue() && !std::isnan(reading.value);
}

/// What "no datapoints" means for \a info where the pipeline runs.
ReadingStatus meaningOfNoData(const MetricInfo &info, bool starting)
{
    switch (info.noData) {
    case NoDataMeaning::MayBeAbsent:
        return ReadingStatus::NoData;
    case NoDataMeaning::NoInputYet:
        return starting ? ReadingStatus::Starting : ReadingStatus::NoInputYet;
    case NoDataMeaning::Late:
        break;
    }
    return starting ? ReadingStatus::Starting : ReadingStatus::Late;
}

/// "Not locked" and "locking does not apply" both read 0 (aws-facts §3.2); only the channel's
/// configuration tells one from the other.
ReadingStatus statusOfLock(const PipelineHealth &row, const MetricReading &reading)
{
    if (reading.value > 0.0)
        return ReadingStatus::Value;
    if (!row.lockingExpected || row.traits.lockingConfigured == std::optional(false))
        return ReadingStatus::NotApplicable;
    return row.traits.lockingConfigured ? ReadingStatus::Value : ReadingStatus::NotObserved;
}

QString missingReason(ReadingStatus status)
{
    if (status == ReadingStatus::Starting)
        return u"starting"_s;
    return status == ReadingStatus::NoInputYet ? u"noInputYet"_s : u"noData"_s;
}

void judgeState(const PipelineHealth &row, const Freshness &alerts, const QDateTime &utcNow,
                Judgement &verdict)
{
    // What isn't running and isn't meant to stand still is never fine, whatever the rules say.
    if (row.channelState != u"RUNNING"_s)
        verdict.add(HealthLevel::Unknown, u"state"_s);
    if (!row.pipelinesRunning || (*row.pipelinesRunning > 0 && !row.pipelinesExpected))
        verdict.add(HealthLevel::Unknown, u"pipelines"_s);
    if (!row.setAlerts || alerts.trust(utcNow) != Trust::Fresh)
        verdict.add(HealthLevel::Unknown, u"alertsUnknown"_s);
}

void judgeMissing(const PipelineHealth &row, const MetricCatalogue &catalogue, bool starting,
                  Judgement &verdict)
{
    for (const HealthMetric metric : kHealthMetrics) {
        const ReadingStatus status = readingStatus(row, catalogue.info(metric), starting);
        if (isMissing(status)) {
            verdict.add(HealthLevel::Unknown, missingReason(status));
            return; // one is enough for the verdict; the cells say the rest
        }
    }
}

} // namespace

bool isIdleState(const QString &channelState)
{
    static const QStringList idle{u"IDLE"_s,     u"CREATING"_s, u"STARTING"_s, u"STOPPING"_s,
                                  u"UPDATING"_s, u"DELETING"_s, u"DELETED"_s};
    return idle.contains(channelState);
}

bool isStarting(const PipelineHealth &row, const QDateTime &utcNow, std::chrono::seconds grace)
{
    if (row.channelState == u"STARTING"_s)
        return true;
    // A start in the future means that the clock was set back; then nothing is forgiven.
    return row.startedAt.isValid() && row.startedAt <= utcNow
        && row.startedAt.secsTo(utcNow) < grace.count();
}

ReadingStatus readingStatus(const PipelineHealth &row, HealthMetric metric, bool starting)
{
    return readingStatus(row, healthMetricInfo(metric), starting);
}

ReadingStatus readingStatus(const PipelineHealth &row, const MetricInfo &info, bool starting)
{
    const HealthMetric metric = info.column.value_or(HealthMetric::ActiveAlerts);
    if (row.channelState == u"STARTING"_s)
        return ReadingStatus::Starting;
    if (isIdleState(row.channelState))
        return ReadingStatus::NotRunning;
    const MetricReading &reading = row.reading(metric);
    switch (reading.status) {
    case ReadingStatus::Value:
        if (!isNumber(reading))
            return ReadingStatus::Late;
        return metric == HealthMetric::PipelinesLocked ? statusOfLock(row, reading)
                                                       : ReadingStatus::Value;
    case ReadingStatus::NoData:
    case ReadingStatus::Late:
    case ReadingStatus::NoInputYet:
        return meaningOfNoData(info, starting);
    case ReadingStatus::NotPublished:
        if (info.applies != MetricApplies::Always)
            return ReadingStatus::NotApplicable;
        return starting ? ReadingStatus::Starting : ReadingStatus::NotPublished;
    default:
        return reading.status;
    }
}

bool isMissing(ReadingStatus status)
{
    switch (status) {
    case ReadingStatus::Failed:
    case ReadingStatus::Forbidden:
    case ReadingStatus::Throttled:
    case ReadingStatus::Starting:
    case ReadingStatus::NoInputYet:
    case ReadingStatus::Late:
        return true;
    case ReadingStatus::NotObserved: // metrics are asked for on demand; state and alerts are free
    case ReadingStatus::OverBudget:
    case ReadingStatus::Loading:
    case ReadingStatus::Value:
    case ReadingStatus::NoData:
    case ReadingStatus::NotPublished:
    case ReadingStatus::NotRunning:
    case ReadingStatus::NotApplicable:
        return false;
    }
    return true;
}

HealthLevel worse(HealthLevel a, HealthLevel b)
{
    return std::min(a, b);
}

HealthVerdict judge(const PipelineHealth &row, const Freshness &inventory, const Freshness &alerts,
                    const QDateTime &utcNow, const JudgedBy &by)
{
    if (by.memory)
        by.memory->beginLook();
    if (inventory.trust(utcNow) != Trust::Fresh)
        return {HealthLevel::Unknown, {u"stale"_s}};
    if (row.channelState == u"STARTING"_s)
        return {HealthLevel::Idle, {u"starting"_s}};
    if (isIdleState(row.channelState))
        return {HealthLevel::Idle, {u"notRunning"_s}};

    Judgement verdict;
    const bool starting = isStarting(row, utcNow, by.rules.grace());
    if (by.memory) {
        *by.memory = by.rules.remember(*by.memory, row, starting, alerts.observedAt, utcNow);
    }
    by.rules.apply(
        row, starting, alerts.observedAt,
        [&verdict](HealthLevel level, const QString &reason) { verdict.add(level, reason); },
        by.memory);
    judgeState(row, alerts, utcNow, verdict);
    judgeMissing(row, by.catalogue, starting, verdict);
    return std::move(verdict).verdict();
}

HealthVerdict judge(const PipelineHealth &row, const Freshness &inventory, const Freshness &alerts,
                    const QDateTime &utcNow)
{
    return judge(row, inventory, alerts, utcNow,
                 JudgedBy{HealthRules::builtIn(), MetricCatalogue::builtIn(), nullptr});
}

bool isCriticalAlert(const QString &alertType)
{
    // Wordings of the catalogue in aws-facts §1.5: 5201, 5202, 5302, 5305, 5307-5309, 6002, 6003,
    // 6005, 6006, 6010, 6018, 5008. Compared without case, because AWS has changed capitals before.
    static const QStringList critical{
        u"video not detected"_s,
        u"black video detected"_s,
        u"stopped receiving udp input"_s,
        u"input resource is inaccessible"_s,
        u"rtmp stream not found"_s,
        u"rtmp has no audio/video"_s,
        u"rtmp server disconnected"_s,
        u"rtmp input connect failed"_s,
        u"failed to open udp socket for write"_s,
        u"failed to write to udp socket"_s,
        u"failed to create output file or socket"_s,
        u"failed to write to output"_s,
        u"failed http post output request"_s,
        u"failed rtmp connection"_s,
    };
    return critical.contains(alertType.trimmed().toLower());
}

} // namespace tallylight
