// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/healthrules.h"

#include "core/builtindata.h"
#include "core/healthrulesjson.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

// Readings are those of a whole minute.
constexpr int kReadingPeriod = 60;

bool isFailed(const QString &state)
{
    return state == "CREATE_FAILED"_L1 || state == "UPDATE_FAILED"_L1 || state == "RECOVERING"_L1;
}

std::optional<double> toDouble(const std::optional<int> &number)
{
    return number ? std::optional<double>(*number) : std::nullopt;
}

/// The number a rule looks at; nullopt when it is not known.
std::optional<double> subjectOf(const HealthRule &rule, const PipelineHealth &row)
{
    switch (rule.subject) {
    case RuleSubject::Metric:
        return rule.measured(row.reading(rule.metric));
    case RuleSubject::ChannelFailed:
        return isFailed(row.channelState) ? 1.0 : 0.0;
    case RuleSubject::PipelinesRunning:
        return toDouble(row.pipelinesRunning);
    case RuleSubject::PipelinesMissing:
        if (!row.pipelinesRunning || !row.pipelinesExpected)
            return std::nullopt;
        return *row.pipelinesExpected - *row.pipelinesRunning;
    case RuleSubject::SetAlerts:
        return toDouble(row.setAlerts);
    case RuleSubject::CriticalAlerts:
        return row.criticalAlert ? 1.0 : 0.0;
    }
    return std::nullopt;
}

/// Whether a rule says anything about \a row. What needs an HTTP output or a failover pair has no
/// reading without them; PipelinesLocked alone reads 0 where it does not apply (aws-facts §3.2).
bool applies(const HealthRule &rule, const PipelineHealth &row, const QDateTime &alertsAt)
{
    if (rule.applies == MetricApplies::PipelineLocking
        && !row.traits.lockingConfigured.value_or(false))
        return false;
    if (rule.applies == MetricApplies::TwoPipelines
        || rule.applies == MetricApplies::PipelineLocking)
        return row.lockingExpected && row.pipelinesRunning.value_or(0) > 1;
    if (rule.subject == RuleSubject::Metric && rule.metric == HealthMetric::ActiveAlerts) {
        const QDateTime &at = row.reading(rule.metric).at;
        if (row.setAlerts.value_or(0) > 0)
            return false; // ListAlerts has said so already
        return !row.setAlerts || !alertsAt.isValid() || !at.isValid()
            || alertsAt < at.addSecs(kReadingPeriod);
    }
    return true;
}

/// Whether \a rule is met by \a row at \a utcNow, and what stretch of time that is about.
RuleSight sightOf(const HealthRule &rule, const PipelineHealth &row, const QDateTime &alertsAt,
                  const QDateTime &utcNow)
{
    RuleSight sight{RuleSight::Met::Unknown, utcNow, utcNow};
    const std::optional<double> value = subjectOf(rule, row);
    if (!value || std::isnan(*value))
        return sight;
    const bool met = rule.isMetBy(*value) && applies(rule, row, alertsAt);
    sight.met = met ? RuleSight::Met::Yes : RuleSight::Met::No;
    if (rule.subject == RuleSubject::Metric && row.reading(rule.metric).at.isValid()) {
        sight.from = row.reading(rule.metric).at;
        sight.to = sight.from.addSecs(kReadingPeriod);
    }
    return sight;
}

} // namespace

bool HealthRule::isMetBy(double value) const
{
    if (std::isnan(value))
        return false;
    switch (comparison) {
    case RuleComparison::Above:
        return value > threshold;
    case RuleComparison::AtLeast:
        return value >= threshold;
    case RuleComparison::Below:
        return value < threshold;
    case RuleComparison::AtMost:
        return value <= threshold;
    }
    return false;
}

std::optional<double> HealthRule::measured(const MetricReading &reading) const
{
    if (!reading.hasValue())
        return std::nullopt;
    return measure == RuleMeasure::DipPercent ? reading.dipPercent : reading.value;
}

Expected<HealthRules, QStringList> HealthRules::parse(const QByteArray &json)
{
    HealthRulesJson content = readHealthRules(
        json, [](const QString &) { return std::optional<HealthRule>(HealthRule()); });
    HealthRules rules;
    for (const HealthRule &rule : std::as_const(content.rules)) {
        if (rules.find(rule.id))
            content.problems << rule.id + u": is there twice"_s;
        else
            rules.m_rules.append(rule);
    }
    if (rules.m_rules.isEmpty() && content.problems.isEmpty())
        content.problems << u"rules: there are none"_s;
    if (!content.problems.isEmpty())
        return Unexpected{content.problems};
    rules.m_grace = content.grace.value_or(rules.m_grace);
    return rules;
}

const HealthRules &HealthRules::builtIn()
{
    static const HealthRules rules = [] {
        const auto parsed = parse(builtInData(u"healthrules.json"_s));
        if (!parsed)
            qFatal("healthrules.json: %s", qUtf8Printable(parsed.error().join(u"; "_s)));
        return parsed.value();
    }();
    return rules;
}

HealthRules::Changed HealthRules::changedBy(const QByteArray &json) const
{
    const HealthRulesJson content = readHealthRules(json, [this](const QString &id) {
        const HealthRule *known = find(id);
        return known ? std::optional(*known) : std::nullopt;
    });
    Changed changed{*this, content.problems};
    for (const HealthRule &rule : content.rules) {
        // What a rule looks at is the program's business; how strict it is, the operator's.
        HealthRule own = *find(rule.id);
        own.enabled = rule.enabled;
        own.level = rule.level;
        own.threshold = rule.threshold;
        own.forAtLeast = rule.forAtLeast;
        own.heldFor = rule.heldFor;
        changed.rules.replace(own);
    }
    changed.rules.m_grace = content.grace.value_or(m_grace);
    return changed;
}

QByteArray HealthRules::differenceTo(const HealthRules &base) const
{
    return writeHealthRules(m_rules, base.m_rules,
                            m_grace == base.m_grace ? std::nullopt : std::optional(m_grace));
}

const HealthRule *HealthRules::find(const QString &id) const
{
    const auto found = std::find_if(m_rules.cbegin(), m_rules.cend(),
                                    [&id](const HealthRule &rule) { return rule.id == id; });
    return found == m_rules.cend() ? nullptr : &*found;
}

void HealthRules::replace(const HealthRule &rule)
{
    for (HealthRule &own : m_rules) {
        if (own.id == rule.id)
            own = rule;
    }
}

void HealthRules::apply(const PipelineHealth &row, bool starting, const QDateTime &alertsAt,
                        const Found &found, const RuleMemory *memory) const
{
    for (const HealthRule &rule : m_rules) {
        if (!rule.enabled || (starting && rule.graceAfterStart))
            continue;
        if (memory && rule.hasPeriods()) {
            if (memory->counts(rule.id))
                found(rule.level, rule.reason);
            continue;
        }
        const std::optional<double> value = subjectOf(rule, row);
        if (value && rule.isMetBy(*value) && applies(rule, row, alertsAt))
            found(rule.level, rule.reason);
    }
}

RuleMemory HealthRules::remember(RuleMemory memory, const PipelineHealth &row, bool starting,
                                 const QDateTime &alertsAt, const QDateTime &utcNow) const
{
    memory.beginLook();
    for (const HealthRule &rule : m_rules) {
        if (!rule.enabled || !rule.hasPeriods() || (starting && rule.graceAfterStart))
            memory.forget(rule.id);
        else
            memory.note(rule.id, sightOf(rule, row, alertsAt, utcNow), rule.forAtLeast,
                        rule.heldFor, utcNow);
    }
    return memory;
}

HealthLevel HealthRules::levelOfReading(const PipelineHealth &row, HealthMetric metric,
                                        bool starting, const QDateTime &alertsAt,
                                        const RuleMemory *memory) const
{
    PipelineHealth alone = row;
    if (row.setAlerts.value_or(0) > 0)
        alone.setAlerts.reset(); // said elsewhere in the row, but CloudWatch's count says it too
    HealthLevel worst = HealthLevel::Ok;
    for (const HealthRule &rule : m_rules) {
        if (rule.subject != RuleSubject::Metric || rule.metric != metric || !rule.enabled
            || (starting && rule.graceAfterStart))
            continue;
        const std::optional<double> value = rule.measured(row.reading(metric));
        const bool counts = memory && rule.hasPeriods()
            ? memory->counts(rule.id)
            : value && rule.isMetBy(*value) && applies(rule, alone, alertsAt);
        if (counts)
            worst = worse(worst, rule.level);
    }
    return worst;
}

} // namespace tallylight
