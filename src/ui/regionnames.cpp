// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/regionnames.h"

#include "core/region.h"

#include <QCoreApplication>

#include <array>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    const char *region;
    const char *name;
};

constexpr std::array kPlaces{
    Place{"us-east-1", QT_TRANSLATE_NOOP("RegionNames", "North Virginia")},
    Place{"us-east-2", QT_TRANSLATE_NOOP("RegionNames", "Ohio")},
    Place{"us-west-2", QT_TRANSLATE_NOOP("RegionNames", "Oregon")},
    Place{"ca-central-1", QT_TRANSLATE_NOOP("RegionNames", "Canada")},
    Place{"sa-east-1", QT_TRANSLATE_NOOP("RegionNames", "São Paulo")},
    Place{"eu-central-1", QT_TRANSLATE_NOOP("RegionNames", "Frankfurt")},
    Place{"eu-north-1", QT_TRANSLATE_NOOP("RegionNames", "Stockholm")},
    Place{"eu-west-1", QT_TRANSLATE_NOOP("RegionNames", "Ireland")},
    Place{"eu-west-2", QT_TRANSLATE_NOOP("RegionNames", "London")},
    Place{"eu-west-3", QT_TRANSLATE_NOOP("RegionNames", "Paris")},
    Place{"ap-northeast-1", QT_TRANSLATE_NOOP("RegionNames", "Tokyo")},
    Place{"ap-northeast-2", QT_TRANSLATE_NOOP("RegionNames", "Seoul")},
    Place{"ap-northeast-3", QT_TRANSLATE_NOOP("RegionNames", "Osaka")},
    Place{"ap-south-1", QT_TRANSLATE_NOOP("RegionNames", "Mumbai")},
    Place{"ap-south-2", QT_TRANSLATE_NOOP("RegionNames", "Hyderabad")},
    Place{"ap-southeast-1", QT_TRANSLATE_NOOP("RegionNames", "Singapore")},
    Place{"ap-southeast-2", QT_TRANSLATE_NOOP("RegionNames", "Sydney")},
    Place{"ap-southeast-4", QT_TRANSLATE_NOOP("RegionNames", "Melbourne")},
    Place{"ap-southeast-5", QT_TRANSLATE_NOOP("RegionNames", "Malaysia")},
    Place{"me-central-1", QT_TRANSLATE_NOOP("RegionNames", "United Arab Emirates")},
};

} // namespace

QString regionPlace(const QString &region)
{
    for (const Place &place : kPlaces) {
        if (region == QLatin1StringView(place.region))
            return QCoreApplication::translate("RegionNames", place.name);
    }
    return {};
}

QString regionLabel(const QString &region)
{
    const QString place = regionPlace(region);
    return place.isEmpty() ? region : region + u"  "_s + place;
}

QString regionFromText(const QString &text)
{
    const QString wanted = text.simplified();
    const QString code = wanted.section(u' ', 0, 0).toLower();
    if (partitionForRegion(code))
        return code;
    QString found;
    for (const QString &region : knownRegions()) {
        if (wanted.isEmpty() || !regionPlace(region).startsWith(wanted, Qt::CaseInsensitive))
            continue;
        if (!found.isEmpty())
            return wanted.toLower();
        found = region;
    }
    return found.isEmpty() ? wanted.toLower() : found;
}

} // namespace tallylight::ui
