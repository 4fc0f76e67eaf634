// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "models/rows.h"
#include "ui/dialogs.h"
#include "ui/overview.h"

#include <QDateTime>
#include <QString>
#include <QWidget>

#include <chrono>

/// Made-up rows, regions and answers for the tests of the window.
namespace uitest {

using namespace tallylight;
using namespace Qt::StringLiterals;

inline QDateTime startTime()
{
    return QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC);
}

inline models::ProfileTag tag(const QString &id, const QString &name = u"Frankfurt"_s)
{
    return {id, name, u"eu-central-1"_s, {}, false};
}

inline Freshness seenAt(const QDateTime &when)
{
    return {when, std::chrono::seconds(10), std::nullopt};
}

inline models::ChannelRow channelRow(const models::ProfileTag &profile, const QString &id,
                                     const QString &name, const QString &state = u"RUNNING"_s,
                                     const QDateTime &when = startTime())
{
    models::ChannelRow row;
    row.profile = profile;
    row.channel.id = id;
    row.channel.name = name;
    row.channel.arn = u"arn:aws:medialive:eu-central-1:123456789012:channel:%1"_s.arg(id);
    row.channel.state = state;
    row.channel.channelClass = u"STANDARD"_s;
    row.channel.pipelinesRunning = state == u"RUNNING" ? 2 : 0;
    row.channel.inputAttachments = {{u"main"_s, u"in-"_s + id, {}, {}}};
    row.freshness = seenAt(when);
    return row;
}

inline ApiError apiError(ErrorCategory category, const QString &operation, const QDateTime &at)
{
    ApiError error;
    error.category = category;
    error.service = u"medialive"_s;
    error.operation = operation;
    error.at = at;
    return error;
}

/// A region that was read completely at \a when.
inline ui::RegionOverview region(const QString &id, const QString &name, const QDateTime &when)
{
    ui::RegionOverview one;
    one.profile.id = id;
    one.profile.name = name;
    one.profile.region = u"eu-central-1"_s;
    one.status.profileId = id;
    one.status.phase = monitor::Phase::Live;
    one.status.channels = seenAt(when);
    one.status.inputs = seenAt(when);
    one.status.channelCount = 4;
    one.status.runningCount = 3;
    one.counts[models::StateLevel::Ok] = 3;
    one.counts[models::StateLevel::Idle] = 1;
    one.level = ui::regionLevel(one.status, one.counts, when);
    one.line = ui::regionLine(one.status, when, models::TimeZoneChoice::Utc);
    return one;
}

/// Answers the file dialog with a fixed path, and counts how often it was asked.
class FakeDialogs final : public ui::Dialogs
{
public:
    void saveFile(QWidget *, const QString &, const QString &suggestedName, const QString &,
                  std::function<void(const QString &)> done) override
    {
        ++asked;
        suggested = suggestedName;
        if (!answer.isEmpty())
            done(answer);
    }

    QString answer;
    QString suggested;
    int asked = 0;
};

} // namespace uitest
