// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sincetext.h"

#include <QCoreApplication>
#include <QStringList>

namespace tallylight::models {

QString sinceText(const QDateTime &at, bool changeSeen, TimeZoneChoice zone)
{
    if (!at.isValid())
        return {};
    const QString time = formatTime(at, zone);
    return changeSeen ? time
                      //: In its state since some time before %1, a time with its zone
                      : QCoreApplication::translate("Columns", "before %1").arg(time);
}

QString sinceToolTip(const QDateTime &at, bool changeSeen)
{
    if (!at.isValid())
        return {};
    const QString time = formatTimeBoth(at);
    //: %1 is a time with its zone
    return changeSeen
        ? QCoreApplication::translate("Columns", "The change was seen at %1").arg(time)
        //: %1 is a time with its zone
        : QCoreApplication::translate("Columns", "Was so already when first seen at %1").arg(time);
}

QString sinceToolTip(const StateSince &since)
{
    if (since.state.isEmpty())
        return {};
    QStringList lines{sinceToolTip(since.at, since.changeSeen)};
    if (since.earlier.isValid()) {
        //: %1 is a time with its zone
        lines << QCoreApplication::translate("Columns",
                                             "Was so at %1 too, but nobody watched in between")
                     .arg(formatTimeBoth(since.earlier));
    }
    return lines.join(u'\n');
}

} // namespace tallylight::models
