// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/healthrulesjson.h"

#include "core/jsonread.h"
#include "core/jsonwords.h"
#include "core/metriccatalogue.h"
#include "core/metricwords.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMaxBytes = qsizetype{1024} * 1024;

constexpr std::array kLevels{
    Word{"critical"_L1, HealthLevel::Critical},
    Word{"warning"_L1, HealthLevel::Warning},
};
constexpr std::array kScopes{
    Word{"channel"_L1, RuleScope::Channel},
    Word{"pipeline"_L1, RuleScope::Pipeline},
};
constexpr std::array kFacts{
    Word{"channelFailed"_L1, RuleSubject::ChannelFailed},
    Word{"pipelinesRunning"_L1, RuleSubject::PipelinesRunning},
    Word{"pipelinesMissing"_L1, RuleSubject::PipelinesMissing},
    Word{"setAlerts"_L1, RuleSubject::SetAlerts},
    Word{"criticalAlerts"_L1, RuleSubject::CriticalAlerts},
};
constexpr std::array kMeasures{
    Word{"value"_L1, RuleMeasure::Value},
    Word{"dipPercent"_L1, RuleMeasure::DipPercent},
};
constexpr std::array kComparisons{
    Word{"above"_L1, RuleComparison::Above},
    Word{"atLeast"_L1, RuleComparison::AtLeast},
    Word{"below"_L1, RuleComparison::Below},
    Word{"atMost"_L1, RuleComparison::AtMost},
};

void readSubject(const JsonReader &reader, HealthRule &rule)
{
    readWord(reader, "fact"_L1, kFacts, rule.subject);
    if (!reader.json().contains("metric"_L1))
        return;
    const MetricInfo *info = MetricCatalogue::builtIn().find(reader.string("metric"_L1));
    if (!info || !info->column) {
        reader.reportProblem("metric"_L1, u"is not a column of Channels Health"_s);
        return;
    }
    rule.subject = RuleSubject::Metric;
    rule.metric = *info->column;
}

void readPeriod(const JsonReader &reader, QLatin1StringView key, std::chrono::seconds &period)
{
    const auto seconds = reader.integer(key);
    if (!seconds)
        return;
    if (*seconds >= 0 && *seconds <= kLongestRulePeriod.count())
        period = std::chrono::seconds(*seconds);
    else
        reader.reportProblem(key, u"is out of range"_s);
}

void readRule(const JsonReader &reader, HealthRule &rule)
{
    rule.enabled = reader.boolean("enabled"_L1).value_or(rule.enabled);
    rule.graceAfterStart = reader.boolean("graceAfterStart"_L1).value_or(rule.graceAfterStart);
    readWord(reader, "level"_L1, kLevels, rule.level);
    readWord(reader, "scope"_L1, kScopes, rule.scope);
    readWord(reader, "measure"_L1, kMeasures, rule.measure);
    readWord(reader, "comparison"_L1, kComparisons, rule.comparison);
    readWord(reader, "appliesWhen"_L1, kAppliesWords, rule.applies);
    readSubject(reader, rule);
    if (const auto threshold = reader.number("threshold"_L1)) {
        if (std::isfinite(*threshold))
            rule.threshold = *threshold;
        else
            reader.reportProblem("threshold"_L1, u"is not a number"_s);
    }
    readPeriod(reader, "forSeconds"_L1, rule.forAtLeast);
    readPeriod(reader, "holdSeconds"_L1, rule.heldFor);
    if (reader.json().contains("title"_L1))
        rule.title = LocalText(reader.stringMap("title"_L1));
    if (reader.json().contains("reason"_L1))
        rule.reason = reader.string("reason"_L1);
    if (rule.reason.isEmpty())
        rule.reason = rule.id;
}

QLatin1StringView levelWordOf(HealthLevel level)
{
    return level == HealthLevel::Critical ? "critical"_L1 : "warning"_L1;
}

} // namespace

HealthRulesJson
readHealthRules(const QByteArray &json,
                const std::function<std::optional<HealthRule>(const QString &)> &base)
{
    HealthRulesJson content;
    if (json.size() > kMaxBytes) {
        content.problems << u"the file is larger than a list of rules can be"_s;
        return content;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        content.problems << (error.error == QJsonParseError::NoError
                                 ? u"expected an object"_s
                                 : u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
        return content;
    }
    const JsonReader root(document.object(), {}, &content.problems);
    if (root.integer("version"_L1) != kVersion) {
        content.problems << u"version: this version reads version %1"_s.arg(kVersion);
        return content;
    }
    if (const auto grace = root.integer("graceSeconds"_L1)) {
        if (*grace >= 0 && *grace <= kLongestRulePeriod.count())
            content.grace = std::chrono::seconds(*grace);
        else
            root.reportProblem("graceSeconds"_L1, u"is out of range"_s);
    }
    root.objects("rules"_L1, [&](const JsonReader &reader) {
        const qsizetype before = content.problems.size();
        const QString id = reader.requiredString("id"_L1);
        if (id.isEmpty())
            return;
        std::optional<HealthRule> rule = base(id);
        if (!rule) {
            reader.reportProblem("id"_L1, u"there is no rule \"%1\""_s.arg(id.left(40)));
            return;
        }
        rule->id = id;
        readRule(reader, *rule);
        if (content.problems.size() == before)
            content.rules.append(*rule);
    });
    return content;
}

QByteArray writeHealthRules(const QList<HealthRule> &rules, const QList<HealthRule> &base,
                            const std::optional<std::chrono::seconds> &grace)
{
    QJsonArray changed;
    for (const HealthRule &rule : rules) {
        const auto original
            = std::find_if(base.cbegin(), base.cend(),
                           [&rule](const HealthRule &other) { return other.id == rule.id; });
        if (original == base.cend() || *original == rule)
            continue;
        QJsonObject entry{{u"id"_s, rule.id}};
        if (rule.enabled != original->enabled)
            entry.insert("enabled"_L1, rule.enabled);
        if (rule.level != original->level)
            entry.insert("level"_L1, levelWordOf(rule.level));
        if (rule.threshold < original->threshold || rule.threshold > original->threshold)
            entry.insert("threshold"_L1, rule.threshold);
        if (rule.forAtLeast != original->forAtLeast)
            entry.insert("forSeconds"_L1, static_cast<int>(rule.forAtLeast.count()));
        if (rule.heldFor != original->heldFor)
            entry.insert("holdSeconds"_L1, static_cast<int>(rule.heldFor.count()));
        changed.append(entry);
    }
    QJsonObject root{{u"version"_s, kVersion}, {u"rules"_s, changed}};
    if (grace)
        root.insert("graceSeconds"_L1, static_cast<int>(grace->count()));
    return QJsonDocument(root).toJson();
}

} // namespace tallylight
