// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/health.h"

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

/// The states a channel can be in without being meant to produce anything (aws-facts §1.5).
bool isIdleState(const QString &state)
{
    static const QStringList idle{u"IDLE"_s,     u"CREATING"_s, u"STARTING"_s, u"STOPPING"_s,
                                  u"UPDATING"_s, u"DELETING"_s, u"DELETED"_s};
    return idle.contains(state);
}

/// CloudWatch may send NaN; it is no value, and every comparison with it would say "fine".
bool isNumber(const MetricReading &reading)
{
    return reading.hasValue() && !std::isnan(reading.value);
}

void judgeMetrics(const PipelineHealth &row, Judgement &verdict)
{
    const auto value = [&row](HealthMetric metric) -> std::optional<double> {
        const MetricReading &reading = row.reading(metric);
        return isNumber(reading) ? std::optional(reading.value) : std::nullopt;
    };
    const auto above
        = [&](HealthMetric metric, double limit, HealthLevel level, const QString &reason) {
              if (value(metric).value_or(limit) > limit)
                  verdict.add(level, reason);
          };

    if (value(HealthMetric::ActiveOutputs).value_or(1.0) <= 0.0)
        verdict.add(HealthLevel::Critical, u"activeOutputs"_s);
    if (value(HealthMetric::InputVideoFrameRate).value_or(1.0) <= 0.0)
        verdict.add(HealthLevel::Critical, u"frameRate"_s);
    const double fill = value(HealthMetric::FillMsec).value_or(0.0);
    if (fill >= 60000.0)
        verdict.add(HealthLevel::Critical, u"fill"_s);
    else if (fill > 0.0)
        verdict.add(HealthLevel::Warning, u"fill"_s);
    above(HealthMetric::ActiveAlerts, 0.0, HealthLevel::Warning, u"alert"_s);
    above(HealthMetric::InputLossSeconds, 0.0, HealthLevel::Warning, u"inputLoss"_s);
    above(HealthMetric::DroppedFrames, 0.0, HealthLevel::Warning, u"droppedFrames"_s);
    above(HealthMetric::SvqTime, 0.0, HealthLevel::Warning, u"svq"_s);
    above(HealthMetric::Output4xxErrors, 0.0, HealthLevel::Warning, u"output4xx"_s);
    above(HealthMetric::Output5xxErrors, 0.0, HealthLevel::Warning, u"output5xx"_s);
    if (value(HealthMetric::PrimaryInputActive).value_or(1.0) <= 0.0)
        verdict.add(HealthLevel::Warning, u"primaryInput"_s);
    // PipelinesLocked is 0 both for "not locked" and for "not applicable", so it is shown, not
    // judged.

    for (const HealthMetric metric : kHealthMetrics) {
        const MetricReading &reading = row.reading(metric);
        const ReadingStatus status = reading.status;
        const bool missing = status == ReadingStatus::Failed || status == ReadingStatus::Forbidden
            || (status == ReadingStatus::NoData && !healthMetricInfo(metric).isOptional())
            || (reading.hasValue() && !isNumber(reading));
        if (missing) {
            verdict.add(HealthLevel::Unknown, u"noData"_s);
            break;
        }
    }
}

} // namespace

HealthLevel worse(HealthLevel a, HealthLevel b)
{
    return std::min(a, b);
}

HealthVerdict judge(const PipelineHealth &row, const Freshness &inventory, const Freshness &alerts,
                    const QDateTime &utcNow)
{
    if (inventory.trust(utcNow) != Trust::Fresh)
        return {HealthLevel::Unknown, {u"stale"_s}};

    Judgement verdict;
    const QString &state = row.channelState;
    if (state == u"CREATE_FAILED"_s || state == u"UPDATE_FAILED"_s || state == u"RECOVERING"_s)
        verdict.add(HealthLevel::Critical, u"state"_s);
    else if (isIdleState(state))
        return {HealthLevel::Idle, {u"notRunning"_s}};
    else if (state != u"RUNNING"_s)
        verdict.add(HealthLevel::Unknown, u"state"_s); // absent, or newer than this version

    if (!row.pipelinesRunning)
        verdict.add(HealthLevel::Unknown, u"pipelines"_s);
    else if (*row.pipelinesRunning == 0)
        verdict.add(HealthLevel::Critical, u"pipelines"_s);
    else if (!row.pipelinesExpected)
        verdict.add(HealthLevel::Unknown, u"pipelines"_s);
    else if (*row.pipelinesRunning < *row.pipelinesExpected)
        verdict.add(HealthLevel::Warning, u"pipelines"_s);

    if (!row.setAlerts || alerts.trust(utcNow) != Trust::Fresh)
        verdict.add(HealthLevel::Unknown, u"alertsUnknown"_s);
    if (row.setAlerts.value_or(0) > 0)
        verdict.add(row.criticalAlert ? HealthLevel::Critical : HealthLevel::Warning, u"alert"_s);

    judgeMetrics(row, verdict);
    return std::move(verdict).verdict();
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
