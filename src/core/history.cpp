// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history.h"

#include "core/timeranges.h"

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

const QString kEnabledKey = u"recording/enabled"_s;
const QString kEventDaysKey = u"recording/eventDays"_s;

QString daysKey(std::size_t period)
{
    return u"recording/pointDays%1"_s.arg(kRecordedPeriods[period].count());
}

} // namespace

QList<TimeRange> RecordedSeries::coveredExactly() const
{
    QList<TimeRange> ranges;
    for (const CoveredRange &one : covered) {
        if (one.period <= query.period)
            ranges.append(one.range);
    }
    return joined(ranges);
}

QList<TimeRange> RecordedSeries::coveredAnyhow() const
{
    QList<TimeRange> ranges;
    for (const CoveredRange &one : covered)
        ranges.append(one.range);
    return joined(ranges);
}

RecordingSettings recordingSettings(const Settings &settings)
{
    RecordingSettings result;
    result.enabled = settings.value(kEnabledKey, result.enabled).toBool();
    Retention &retention = result.retention;
    for (std::size_t i = 0; i < kRecordedPeriods.size(); ++i)
        retention.pointDays[i] = settings.value(daysKey(i), retention.pointDays[i]).toInt();
    retention.eventDays = settings.value(kEventDaysKey, retention.eventDays).toInt();
    retention = retention.bounded();
    return result;
}

void keepRecordingSettings(Settings &settings, const RecordingSettings &recording)
{
    settings.setValue(kEnabledKey, recording.enabled);
    for (std::size_t i = 0; i < kRecordedPeriods.size(); ++i)
        settings.setValue(daysKey(i), recording.retention.pointDays[i]);
    settings.setValue(kEventDaysKey, recording.retention.eventDays);
}

} // namespace tallylight
