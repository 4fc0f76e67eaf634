// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/channelbands.h"

#include "core/health.h"

#include <algorithm>

namespace tallylight::monitor {

QList<TimelineBand> alertBands(const QList<ChannelAlert> &alerts)
{
    QList<TimelineBand> bands;
    for (const ChannelAlert &alert : alerts) {
        TimelineBand band;
        band.kind = TimelineBand::Kind::Alert;
        band.range = {alert.setAt, alert.isSet() ? QDateTime() : alert.clearedAt};
        band.pipeline = alert.pipelineId;
        band.text = alert.alertType;
        band.detail = alert.message;
        band.level
            = isCriticalAlert(alert.alertType) ? HealthLevel::Critical : HealthLevel::Warning;
        bands.append(band);
    }
    return bands;
}

QList<TimelineBand> unitedBands(QList<TimelineBand> bands, const QList<TimelineBand> &more)
{
    for (const TimelineBand &band : more) {
        const auto known
            = std::find_if(bands.begin(), bands.end(), [&band](const TimelineBand &other) {
                  return other.kind == band.kind && other.pipeline == band.pipeline
                      && other.text == band.text && other.range.from == band.range.from;
              });
        if (known == bands.end())
            bands.append(band);
        else if (known->isOpen() && !band.isOpen())
            *known = band;
    }
    return bands;
}

} // namespace tallylight::monitor
