// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"
#include "core/health.h"
#include "core/healthmetric.h"
#include "core/localtext.h"
#include "core/metricinfo.h"
#include "core/rulememory.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace tallylight {

/// What a rule looks at.
enum class RuleSubject {
    Metric, ///< the newest value of a column of Channels Health
    ChannelFailed, ///< 1 for CREATE_FAILED, UPDATE_FAILED and RECOVERING
    PipelinesRunning,
    PipelinesMissing, ///< expected less running
    SetAlerts, ///< from ListAlerts
    CriticalAlerts, ///< 1 when one of them is of the critical kind, see isCriticalAlert()
};

/// The longest grace, and the longest a rule may ask to be met or be held for.
constexpr std::chrono::seconds kLongestRulePeriod{3600};

/// What of a metric's reading a rule compares.
enum class RuleMeasure {
    Value,
    DipPercent, ///< MetricReading::dipPercent: how unsteady it was within its minute
};

enum class RuleComparison { Above, AtLeast, Below, AtMost };

/// Whether a finding is about the whole channel or one of its pipelines.
enum class RuleScope { Channel, Pipeline };

/// One rule of Channels Health: when the subject compares to the threshold, the row is at least as
/// bad as the level (aws-facts §3.3). Thresholds are ours and can be changed by the operator.
struct HealthRule
{
    QString id; ///< stable: settings and files name rules by it
    QString reason; ///< what HealthVerdict::reasons says; rules may share one
    bool enabled = true;
    HealthLevel level = HealthLevel::Warning; ///< Critical or Warning
    RuleScope scope = RuleScope::Pipeline;
    RuleSubject subject = RuleSubject::Metric;
    HealthMetric metric = HealthMetric::ActiveAlerts; ///< for RuleSubject::Metric
    RuleMeasure measure = RuleMeasure::Value; ///< for RuleSubject::Metric
    RuleComparison comparison = RuleComparison::Above;
    double threshold = 0.0; ///< in the metric's unit, or in percent
    std::chrono::seconds forAtLeast{0}; ///< it must be met for so long before it counts
    std::chrono::seconds heldFor{0}; ///< it still counts for so long after it was met last
    bool graceAfterStart = true; ///< not applied while a pipeline has only just started
    MetricApplies applies = MetricApplies::Always;
    LocalText title;

    bool operator==(const HealthRule &) const = default;
    /// Whether \a value is bad. NaN never is; it is missing, which is another matter.
    bool isMetBy(double value) const;
    /// The number of \a reading the rule is about; nullopt when it is not known.
    std::optional<double> measured(const MetricReading &reading) const;
    bool hasPeriods() const { return forAtLeast.count() > 0 || heldFor.count() > 0; }
};

/// The rules a row is judged by: resources/healthrules.json as a value, and what an operator's file
/// changes in it.
class HealthRules
{
public:
    struct Changed;
    /// Takes a level and the reason of a rule that is met.
    using Found = std::function<void(HealthLevel level, const QString &reason)>;

    /// Reads a complete set of rules. The error lists what is wrong, a line each (English,
    /// technical: they name paths such as "rules[3].level").
    static Expected<HealthRules, QStringList> parse(const QByteArray &json);
    /// The rules this version comes with; parsed at first use, the same for ever.
    static const HealthRules &builtIn();

    /// These rules with "enabled", "level", "threshold", "forSeconds" and "holdSeconds" (and
    /// "graceSeconds") as \a json has them for the ids it names. What can't be used is reported and
    /// left out.
    Changed changedBy(const QByteArray &json) const;
    /// The file for changedBy() that makes these rules out of \a base: just what differs.
    QByteArray differenceTo(const HealthRules &base) const;

    const QList<HealthRule> &rules() const { return m_rules; }
    /// Null when there is none.
    const HealthRule *find(const QString &id) const;
    /// Replaces the rule with the same id; unknown ids are ignored.
    void replace(const HealthRule &rule);
    /// How long after a pipeline's start missing readings and bad beginnings are forgiven.
    std::chrono::seconds grace() const { return m_grace; }
    void setGrace(std::chrono::seconds grace) { m_grace = grace; }

    /// Calls \a found for every rule that \a row meets. \a starting skips the rules that have
    /// grace; \a alertsAt is when ListAlerts was last asked about the channel (invalid for never):
    /// it wins over CloudWatch's older count of alerts. What must be met for a while counts as
    /// \a memory says; without one, as for a look that is the only one, at once.
    void apply(const PipelineHealth &row, bool starting, const QDateTime &alertsAt,
               const Found &found, const RuleMemory *memory = nullptr) const;
    /// \a memory after a look at \a row at \a utcNow; the other arguments are those of apply().
    RuleMemory remember(RuleMemory memory, const PipelineHealth &row, bool starting,
                        const QDateTime &alertsAt, const QDateTime &utcNow) const;
    /// The level the rules about \a metric give \a row's reading of it; Ok when none is met.
    HealthLevel levelOfReading(const PipelineHealth &row, HealthMetric metric, bool starting,
                               const QDateTime &alertsAt, const RuleMemory *memory) const;

    bool operator==(const HealthRules &) const = default;

private:
    HealthRules() = default;

    QList<HealthRule> m_rules;
    std::chrono::seconds m_grace{120};
};

struct HealthRules::Changed
{
    HealthRules rules;
    QStringList problems; ///< a line each; empty when all could be used
};

} // namespace tallylight
