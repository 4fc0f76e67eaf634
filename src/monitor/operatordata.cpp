// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/operatordata.h"

#include "storage/datafile.h"

#include <QByteArray>

#include <optional>

namespace tallylight::monitor {

namespace {

/// The content, if there is a file that can be read.
std::optional<QByteArray> contentOf(DataFile &data)
{
    const auto content = storage::readDataFile(data.file);
    if (!content) {
        data.found = true;
        data.problems << content.error();
        return std::nullopt;
    }
    data.found = content->has_value();
    return content.value();
}

} // namespace

OperatorData readOperatorData(const QString &metricsFile, const QString &pricesFile)
{
    OperatorData data;
    data.metricsFile.file = metricsFile;
    data.pricesFile.file = pricesFile;
    if (const auto content = contentOf(data.metricsFile)) {
        const MetricCatalogue::Changed changed = data.catalogue.changedBy(*content);
        data.catalogue = changed.catalogue;
        data.metricsFile.problems = changed.problems;
    }
    if (const auto content = contentOf(data.pricesFile)) {
        const auto changed = data.prices.changedBy(*content);
        if (changed)
            data.prices = changed.value();
        else
            data.pricesFile.problems = changed.error();
    }
    return data;
}

} // namespace tallylight::monitor
