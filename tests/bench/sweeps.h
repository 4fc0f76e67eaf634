// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demoprocess.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace tallylight::bench {

/// The URLs of all pages of ListChannels and ListInputs, in the order they have to be asked for, as
/// a client that follows nextToken finds them. Empty with \a error set when the server doesn't play
/// along.
QList<QUrl> pagesOf(const DemoProcess &demo, int pageSize, QString *error);

/// Wall time in ms of one curl process that fetches \a pages over one connection, each signed;
/// nullopt without curl or when it fails.
std::optional<double> curlMs(const DemoProcess &demo, const QList<QUrl> &pages, QString *error);

/// Wall time in ms of the official command line listing channels and inputs with the same page
/// size.
std::optional<double> awsMs(const DemoProcess &demo, int pageSize, QString *error);

} // namespace tallylight::bench
