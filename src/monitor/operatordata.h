// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metriccatalogue.h"
#include "core/pricetable.h"

#include <QString>
#include <QStringList>

namespace tallylight::monitor {

/// A file an operator may put into the config folder to change what this version comes with.
struct DataFile
{
    QString file;
    bool found = false;
    QStringList problems; ///< what could not be used, a line each (English, technical)

    bool operator==(const DataFile &) const = default;
};

/// The data this version comes with and what an operator's files make of it. What can't be used is
/// left out, so that monitoring goes on whatever is in them.
struct OperatorData
{
    MetricCatalogue catalogue = MetricCatalogue::builtIn();
    PriceTable prices = PriceTable::builtIn();
    DataFile metricsFile;
    DataFile pricesFile;

    QStringList problems() const { return metricsFile.problems + pricesFile.problems; }
};

/// Reads both files, which need not exist: metrics.json changes and adds metrics one by one,
/// prices.json takes the place of the prices as a whole or not at all.
OperatorData readOperatorData(const QString &metricsFile, const QString &pricesFile);

} // namespace tallylight::monitor
