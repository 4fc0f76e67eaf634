// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/healthmodel.h"

#include "core/metriccatalogue.h"
#include "models/errortext.h"
#include "models/healthcolumns.h"
#include "models/sincetext.h"
#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

constexpr int kFirstMetric = static_cast<int>(HealthModel::Column::ActiveAlerts);

struct HealthWords
{
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

bool runs(const PipelineHealth &health)
{
    return !isAtRest(health.channelState);
}

bool isFlag(HealthMetric metric)
{
    return metric == HealthMetric::PipelinesLocked || metric == HealthMetric::PrimaryInputActive;
}

QString valueText(const MetricInfo &info, double value)
{
    const HealthMetric metric = info.column.value_or(HealthMetric::ActiveAlerts);
    if (metric == HealthMetric::PipelinesLocked)
        return value > 0.0 ? HealthWords::tr("locked") : HealthWords::tr("not locked");
    if (metric == HealthMetric::PrimaryInputActive) {
        //: which input of a failover pair is on air
        return value > 0.0 ? HealthWords::tr("primary") : HealthWords::tr("backup");
    }
    return formatQuantity(value, info.unit, 2);
}

/// What the catalogue says about a metric, and about why there is no value if \a status says so.
QStringList catalogueLines(const MetricInfo &info, ReadingStatus status, bool zero)
{
    QStringList lines;
    switch (status) {
    case ReadingStatus::NoData:
    case ReadingStatus::Late:
    case ReadingStatus::NotApplicable:
    case ReadingStatus::NotPublished:
        lines << info.noDataMeaning.in();
        break;
    case ReadingStatus::Value:
        if (zero)
            lines << info.zeroMeaning.in();
        break;
    default:
        break;
    }
    return lines;
}

StateLevel alertsLevel(const PipelineHealth &health, Trust alertsTrust)
{
    if (!runs(health))
        return StateLevel::Idle;
    if (!health.setAlerts || alertsTrust != Trust::Fresh)
        return StateLevel::Unknown;
    if (*health.setAlerts <= 0)
        return StateLevel::Ok;
    return health.criticalAlert ? StateLevel::Critical : StateLevel::Warning;
}

StateLevel stateLevel(const PipelineHealth &health, Trust trust)
{
    Channel channel;
    channel.state = health.channelState;
    channel.channelClass = health.channelClass;
    channel.pipelinesRunning = health.pipelinesRunning;
    return channelLevel(channel, trust);
}

QString alertsText(const PipelineHealth &health)
{
    if (!runs(health) && health.setAlerts.value_or(0) == 0)
        return readingWord(ReadingStatus::NotRunning);
    return health.setAlerts ? formatNumber(*health.setAlerts, 0)
                            : readingWord(ReadingStatus::NotObserved);
}

QString activeInputText(const PipelineHealth &health)
{
    if (health.activeInput.isEmpty())
        return {};
    if (health.activeInputDiffers)
        //: Channels Health, active input: %1 is its name; the other pipeline takes another input
        return HealthWords::tr("%1 · legs differ").arg(health.activeInput);
    if (health.onSecondaryInput)
        //: Channels Health, active input: %1 is its name; it is the second input of a failover pair
        return HealthWords::tr("%1 · failed over").arg(health.activeInput);
    return health.activeInput;
}

QString activeInputToolTip(const HealthRow &row)
{
    if (row.health.activeInput.isEmpty()) {
        return row.description.error ? errorTitle(*row.description.error)
                                     : HealthWords::tr("Not asked yet");
    }
    //: Tool tip: %1 is the name of an input (and a remark), %2 a time
    return HealthWords::tr("%1\nAs of %2")
        .arg(activeInputText(row.health), formatTimeBoth(row.description.observedAt));
}

QVariant alertsValue(const PipelineHealth &health)
{
    if (!health.setAlerts || (!runs(health) && *health.setAlerts == 0))
        return {};
    return *health.setAlerts;
}

QString pipelineText(const PipelineHealth &health)
{
    if (health.pipeline.isEmpty())
        return {};
    //: %1 is the number of one of a channel's two pipelines, 0 or 1
    return HealthWords::tr("Pipeline %1").arg(health.pipeline);
}

QStringList reasonTexts(const HealthRow &row, const RowVerdict &verdict)
{
    QStringList texts;
    for (const QString &reason : verdict.reasons) {
        if (const QString words = reasonText(reason, row.health); !texts.contains(words))
            texts << words;
    }
    return texts;
}

bool hasReadings(const PipelineHealth &health)
{
    return std::any_of(health.readings.begin(), health.readings.end(),
                       [](const MetricReading &reading) { return reading.hasValue(); });
}

QString sourceOfAlerts(const HealthRow &row)
{
    if (!row.alerts.observedAt.isValid())
        return {};
    //: %1 is a time with its zone; ListAlerts is the name of a call to AWS
    return HealthWords::tr("From ListAlerts, asked at %1; it is newer than CloudWatch's count.")
        .arg(formatTimeBoth(row.alerts.observedAt));
}

/// From when what the verdict rests on first is so, as AWS or earlier looks tell.
struct Beginning
{
    QDateTime at; ///< invalid when nothing tells
    bool seen = false;
};

Beginning beginningOf(const RowVerdict &verdict, const HealthRow &row)
{
    const QString reason = verdict.reasons.value(0);
    if (reason == "alert"_L1)
        return {row.health.worstAlertAt, true};
    const bool ofState = reason == "state"_L1 || reason == "pipelines"_L1
        || reason == "notRunning"_L1 || reason == "starting"_L1;
    if (ofState && !row.since.state.isEmpty())
        return {row.since.at, row.since.changeSeen};
    return {};
}

/// Since when \a verdict, a new one after \a before, has its level.
void setSince(RowVerdict &verdict, const HealthRow &row, const QDateTime &utcNow,
              const RowVerdict &before)
{
    if (before.since.isValid() && before.level == verdict.level) {
        verdict.since = before.since;
        verdict.changeSeen = before.changeSeen;
        return;
    }
    // Out of "unknown" nobody has seen the change.
    const bool followed = before.since.isValid() && before.level != StateLevel::Unknown;
    verdict.since = utcNow;
    verdict.changeSeen = followed;
    const Beginning beginning = beginningOf(verdict, row);
    if (!beginning.at.isValid() || beginning.at > utcNow)
        return;
    // What was seen otherwise in between has ended since then.
    const bool possible = !followed || beginning.at >= before.since;
    if (possible) {
        verdict.since = beginning.at;
        verdict.changeSeen = beginning.seen;
    }
}

} // namespace

HealthModel::HealthModel(const Clock &clock, QObject *parent)
    : KeyedTableModel(clock, kHealthColumns, parent)
{
    static_assert(kHealthColumns.size() == static_cast<std::size_t>(Column::Age) + 1);
    static_assert(kFirstMetric + static_cast<int>(HealthMetric::MinMqcs)
                  == static_cast<int>(Column::MinMqcs));
}

std::span<const ColumnSpec> HealthModel::columnSpecs()
{
    return kHealthColumns;
}

std::optional<HealthMetric> HealthModel::metricOf(int column)
{
    const int number = column - kFirstMetric;
    if (number < 0 || number >= static_cast<int>(kHealthMetricCount))
        return std::nullopt;
    return static_cast<HealthMetric>(number);
}

void HealthModel::setRules(const HealthRules &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    ++m_rulesVersion;
    clockTicked();
    Q_EMIT rulesChanged();
}

void HealthModel::setCatalogue(const MetricCatalogue &catalogue)
{
    if (catalogue == m_catalogue)
        return;
    m_catalogue = catalogue;
    ++m_rulesVersion;
    clockTicked();
    allTextsChanged();
}

bool HealthModel::startsNow(const PipelineHealth &health) const
{
    return health.startedAt.isValid() && isStarting(health, clock().utcNow(), m_rules.grace());
}

ReadingStatus HealthModel::statusOf(const PipelineHealth &health, HealthMetric metric) const
{
    return isAtRest(health.channelState) && health.channelState != "STARTING"_L1
        ? ReadingStatus::NotRunning
        : readingStatus(health, m_catalogue.info(metric), startsNow(health));
}

QString HealthModel::metricText(const PipelineHealth &health, HealthMetric metric) const
{
    const ReadingStatus status = statusOf(health, metric);
    return status == ReadingStatus::Value
        ? valueText(m_catalogue.info(metric), health.reading(metric).value)
        : readingWord(status);
}

QVariant HealthModel::metricValue(const PipelineHealth &health, HealthMetric metric) const
{
    if (statusOf(health, metric) != ReadingStatus::Value)
        return {};
    const double value = health.reading(metric).value;
    return isFlag(metric) ? QVariant(value > 0.0) : QVariant(value);
}

QString HealthModel::metricToolTip(const HealthRow &row, HealthMetric metric) const
{
    const ReadingStatus status = statusOf(row.health, metric);
    const MetricReading &reading = row.health.reading(metric);
    const MetricInfo &info = m_catalogue.info(metric);
    QStringList lines;
    if (status != ReadingStatus::Value) {
        lines << readingExplanation(status);
    } else if (reading.at.isValid()) {
        //: %1 is a reading, %2 the time with its zone it belongs to
        lines << HealthWords::tr("%1 at %2")
                     .arg(valueText(info, reading.value), formatTimeBoth(reading.at));
    } else {
        lines << valueText(info, reading.value);
    }
    if (status == ReadingStatus::Value && reading.dipPercent.value_or(0.0) >= 1.0) {
        //: %1 is a number of percent by which a reading was lower for a part of its minute
        lines << HealthWords::tr("It fell by up to %1 % within that minute.")
                     .arg(formatNumber(*reading.dipPercent, 0));
    }
    lines += catalogueLines(info, status, reading.value <= 0.0);
    return lines.join(u'\n');
}

/// The verdict on one reading alone, by the same rules as the row's.
StateLevel HealthModel::readingLevel(const HealthRow &row, const RowVerdict &verdict,
                                     HealthMetric metric, Trust metricsTrust) const
{
    const PipelineHealth &health = row.health;
    const ReadingStatus status = statusOf(health, metric);
    if (status == ReadingStatus::NotRunning || health.channelState == "STARTING"_L1)
        return StateLevel::Idle;
    if (status != ReadingStatus::Value)
        return isMissing(status) ? StateLevel::Unknown : StateLevel::None;
    if (metricsTrust != Trust::Fresh)
        return StateLevel::Unknown;
    return levelOf(m_rules.levelOfReading(health, metric, startsNow(health), row.alerts.observedAt,
                                          m_singleLook ? nullptr : &verdict.memory));
}

QStringList HealthModel::missingReadings(const PipelineHealth &health, bool forExport) const
{
    QStringList missing;
    if (!runs(health))
        return missing;
    for (const HealthMetric metric : kHealthMetrics) {
        const ReadingStatus status = statusOf(health, metric);
        if (status == ReadingStatus::Value)
            continue;
        const ColumnSpec &spec = column(kFirstMetric + static_cast<int>(metric));
        missing << (forExport
                        ? QString::fromLatin1(spec.id) + u'=' + observationId(observationOf(status))
                        //: %1 is the title of a reading, %2 says why it has no value
                        : HealthWords::tr("%1: %2").arg(columnTitle(spec), readingWord(status)));
    }
    return missing;
}

void HealthModel::updateAlertsFreshness(const QString &profileId, const Freshness &freshness)
{
    renewFreshness(profileId, freshness, &HealthRow::alerts);
}

void HealthModel::updateMetricsFreshness(const QString &profileId, const Freshness &freshness)
{
    renewFreshness(profileId, freshness, &HealthRow::metrics);
}

QString HealthModel::text(const HealthRow &row, const RowVerdict &verdict, int column) const
{
    if (const std::optional<HealthMetric> metric = metricOf(column))
        return metricText(row.health, *metric);
    switch (static_cast<Column>(column)) {
    case Column::Channel:
        return row.health.channelName.isEmpty() ? row.health.channelId : row.health.channelName;
    case Column::Id:
        return row.health.channelId;
    case Column::Pipeline:
        return pipelineText(row.health);
    case Column::Health:
        return levelWord(verdict.level);
    case Column::Reasons:
        return reasonTexts(row, verdict).join(u", "_s);
    case Column::Since:
        return sinceText(verdict.since, verdict.changeSeen, timeZone());
    case Column::State:
        return stateWord(row.health.channelState);
    case Column::Alerts:
        return alertsText(row.health);
    case Column::ActiveInput:
        return activeInputText(row.health);
    case Column::MissingReadings:
        return missingReadings(row.health, false).join(u", "_s);
    default:
        return {};
    }
}

QVariant HealthModel::value(const HealthRow &row, const RowVerdict &verdict, int column) const
{
    if (const std::optional<HealthMetric> metric = metricOf(column))
        return metricValue(row.health, *metric);
    switch (static_cast<Column>(column)) {
    case Column::Channel:
        return textValue(row.health.channelName);
    case Column::Id:
        return textValue(row.health.channelId);
    case Column::Pipeline:
        return textValue(row.health.pipeline);
    case Column::Health:
        return levelName(verdict.level);
    case Column::Reasons:
        return verdict.reasons;
    case Column::Since:
        return timeValue(verdict.since);
    case Column::State:
        return textValue(row.health.channelState);
    case Column::Alerts:
        return alertsValue(row.health);
    case Column::ActiveInput:
        return textValue(row.health.activeInput);
    case Column::MissingReadings:
        return listValue(missingReadings(row.health, true));
    default:
        return {};
    }
}

QString HealthModel::toolTip(const HealthRow &row, const RowVerdict &verdict, int column) const
{
    if (const std::optional<HealthMetric> metric = metricOf(column))
        return metricToolTip(row, *metric);
    switch (static_cast<Column>(column)) {
    case Column::Health:
    case Column::Reasons:
        return (QStringList(levelWord(verdict.level)) + reasonTexts(row, verdict)).join(u'\n');
    case Column::Since:
        return sinceToolTip(verdict.since, verdict.changeSeen);
    case Column::Alerts:
        return QStringList{row.health.worstAlert.isEmpty() ? alertsText(row.health)
                                                           : row.health.worstAlert,
                           sourceOfAlerts(row)}
            .join(u'\n')
            .trimmed();
    case Column::ActiveInput:
        return activeInputToolTip(row);
    case Column::MissingReadings:
        return missingReadings(row.health, false).join(u'\n');
    default:
        return text(row, verdict, column);
    }
}

QDateTime HealthModel::observedAt(const HealthRow &row) const
{
    QDateTime oldest = row.inventory.observedAt;
    const auto consider = [&oldest](const QDateTime &at) {
        if (at.isValid() && oldest.isValid())
            oldest = std::min(oldest, at);
    };
    if (runs(row.health)) {
        consider(row.alerts.observedAt);
        if (hasReadings(row.health))
            consider(row.metrics.observedAt);
    }
    return oldest;
}

QStringList HealthModel::links(const HealthRow &row, int column) const
{
    const auto which = static_cast<Column>(column);
    return which == Column::Channel || which == Column::Id ? QStringList(row.health.channelId)
                                                           : QStringList();
}

StateLevel HealthModel::cellLevel(const HealthRow &row, const RowVerdict &verdict, int column) const
{
    // No cell is better than what the row rests on.
    const auto trustNow = [this, &verdict](const Freshness &part) {
        return verdict.trust == Trust::Fresh ? part.trust(clock().utcNow()) : verdict.trust;
    };
    if (const std::optional<HealthMetric> metric = metricOf(column))
        return readingLevel(row, verdict, *metric, trustNow(row.metrics));
    switch (static_cast<Column>(column)) {
    case Column::Health:
        return verdict.level;
    case Column::State:
        return stateLevel(row.health, verdict.trust);
    case Column::Alerts:
        return alertsLevel(row.health, trustNow(row.alerts));
    default:
        return StateLevel::None;
    }
}

const Freshness &HealthModel::cellFreshness(const HealthRow &row, int column) const
{
    if (!runs(row.health))
        return row.inventory; // nothing else is asked for
    if (metricOf(column))
        return row.metrics;
    switch (static_cast<Column>(column)) {
    case Column::Alerts:
        return row.alerts;
    case Column::ActiveInput:
        return row.description;
    default:
        return row.inventory;
    }
}

std::optional<Observation> HealthModel::cellObservation(const HealthRow &row, int column) const
{
    if (const std::optional<HealthMetric> metric = metricOf(column)) {
        const ReadingStatus status = statusOf(row.health, *metric);
        if (status != ReadingStatus::Value)
            return observationOf(status);
    } else if (static_cast<Column>(column) == Column::Alerts && runs(row.health)
               && !row.health.setAlerts) {
        return observationOf(row.alerts, clock().utcNow());
    }
    return std::nullopt;
}

TrustMark HealthModel::trustMark(const HealthRow &row, TrustMemo &memo) const
{
    const bool starting
        = row.health.startedAt.isValid() && isStarting(row.health, memo.now(), m_rules.grace());
    return {memo.of(row.inventory, 0), memo.of(row.alerts, 1), memo.of(row.metrics, 2),
            memo.of(row.description, 3), 2 * m_rulesVersion + (starting ? 1 : 0)};
}

RowVerdict HealthModel::judge(const HealthRow &row, const TrustMark &mark, const QDateTime &utcNow,
                              const RowVerdict &before) const
{
    RowVerdict now;
    now.trust = mark.main;
    now.memory = before.memory;
    const HealthVerdict verdict
        = judgeRow(row.health, row.inventory, row.alerts, row.metrics, utcNow,
                   JudgedBy{m_rules, m_catalogue, m_singleLook ? nullptr : &now.memory});
    now.level = levelOf(verdict.level);
    now.reasons = verdict.reasons;
    if (mark.main != Trust::NotObserved)
        setSince(now, row, utcNow, before);
    if (m_singleLook && !now.changeSeen)
        now.since = {};
    return now;
}

QMap<QString, QString> HealthModel::tags(const HealthRow &) const
{
    return {}; // pipelines have none of their own
}

std::pair<QString, QString> HealthModel::idAndName(const HealthRow &) const
{
    return {};
}

} // namespace tallylight::models
