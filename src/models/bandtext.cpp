// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/bandtext.h"

#include "models/export.h"
#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tallylight::models {

using namespace Qt::StringLiterals;

namespace {

struct BandWords
{
    Q_DECLARE_TR_FUNCTIONS(BandText)
};

/// "from … to …" with what is open at either end.
QString spanText(const TimeRange &range, TimeZoneChoice zone)
{
    const QString from = formatTime(range.from, zone);
    const QString to = formatTime(range.to, zone);
    if (from.isEmpty() && to.isEmpty())
        return BandWords::tr("all the time");
    if (from.isEmpty())
        //: Something that began before anybody looked; %1 is a time with its zone
        return BandWords::tr("until %1").arg(to);
    if (to.isEmpty())
        //: Something that still lasts; %1 is a time with its zone
        return BandWords::tr("since %1").arg(from);
    //: A span; %1 and %2 are times with their zone
    return BandWords::tr("from %1 to %2").arg(from, to);
}

QString alertText(const TimelineBand &band, TimeZoneChoice zone)
{
    const QString type = band.text.isEmpty() ? BandWords::tr("of unknown type") : band.text;
    //: %1 is the number of a pipeline, %2 AWS's words for the alert
    QString text = band.pipeline.isEmpty()
        ? BandWords::tr("Alert: %1").arg(type)
        : BandWords::tr("Alert on leg %1: %2").arg(band.pipeline, type);
    if (band.range.from.isValid())
        //: The time an alert was set; %1 is a time with its zone
        text += u", "_s + BandWords::tr("set %1").arg(formatTime(band.range.from, zone));
    text += u", "_s
        + (band.isOpen() ? BandWords::tr("still set")
                         //: The time an alert was cleared; %1 is a time with its zone
                         : BandWords::tr("cleared %1").arg(formatTime(band.range.to, zone)));
    return band.detail.isEmpty() || band.detail == band.text ? text : text + u" – "_s + band.detail;
}

QString kindName(TimelineBand::Kind kind)
{
    switch (kind) {
    case TimelineBand::Kind::Alert:
        return u"alert"_s;
    case TimelineBand::Kind::ChannelState:
        return u"channelState"_s;
    case TimelineBand::Kind::NotObserved:
        break;
    }
    return u"notObserved"_s;
}

} // namespace

QString bandKindWord(TimelineBand::Kind kind)
{
    switch (kind) {
    case TimelineBand::Kind::Alert:
        return BandWords::tr("Alert");
    case TimelineBand::Kind::ChannelState:
        return BandWords::tr("Channel state");
    case TimelineBand::Kind::NotObserved:
        break;
    }
    return BandWords::tr("Not observed");
}

QString bandText(const TimelineBand &band, TimeZoneChoice zone)
{
    switch (band.kind) {
    case TimelineBand::Kind::Alert:
        return alertText(band, zone);
    case TimelineBand::Kind::ChannelState:
        //: %1 is a channel's state ("Recovering"), %2 a span of time
        return BandWords::tr("Channel: %1, %2")
            .arg(stateWord(band.text), spanText(band.range, zone));
    case TimelineBand::Kind::NotObserved:
        break;
    }
    //: %1 is a span of time in which Tallylight did not look
    return BandWords::tr("Not observed %1").arg(spanText(band.range, zone));
}

QByteArray bandsCsv(QList<ChannelBand> bands)
{
    std::stable_sort(bands.begin(), bands.end(), [](const ChannelBand &a, const ChannelBand &b) {
        return a.band.range.from < b.band.range.from; // invalid ones first
    });
    QString text = u"channel,kind,level,pipeline,text,detail,from,to\r\n"_s;
    for (const ChannelBand &entry : std::as_const(bands)) {
        const TimelineBand &band = entry.band;
        const QStringList cells{csvCell(entry.channel),
                                kindName(band.kind),
                                levelName(levelOf(band.level)),
                                csvCell(band.pipeline),
                                csvCell(band.text),
                                csvCell(band.detail),
                                band.range.from.toUTC().toString(Qt::ISODate),
                                band.range.to.toUTC().toString(Qt::ISODate)};
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace tallylight::models
