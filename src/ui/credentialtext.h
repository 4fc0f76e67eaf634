// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/timeformat.h"
#include "monitor/credentialstate.h"
#include "ui/messagebar.h"
#include "ui/overview.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace tallylight::ui {

/// What in the shared AWS files is in the way; empty when nothing is.
QString obstacleText(const monitor::CredentialObstacle &obstacle);

/// How long the credentials in use last and what renews them, for the General page and tool tips;
/// empty while nothing is known.
QString credentialsText(const monitor::CredentialState &state, const QDateTime &utcNow,
                        models::TimeZoneChoice zone);

/// True when a person can do something about a region's credentials: what they are no longer, or
/// soon not any more, worth.
bool offersSignIn(const monitor::RegionStatus &status, const QDateTime &utcNow);

/// Keys that can't be used, one message a region, for the window's own message bar; message keys
/// begin with "secret/".
QList<Message> secretProblems(const QList<RegionOverview> &regions);

/// Sessions that end soon and don't renew by themselves; message keys begin with "session/".
QList<Message> sessionWarnings(const QList<RegionOverview> &regions, const QDateTime &utcNow,
                               models::TimeZoneChoice zone);

} // namespace tallylight::ui
