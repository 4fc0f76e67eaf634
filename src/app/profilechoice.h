// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"
#include "core/profile.h"

#include <QList>
#include <QString>

namespace tallylight::app {

/// The profiles a run works with: all of them, or the one called \a name (what --profile says); or,
/// in the user's language, that there is none of that name.
Expected<QList<Profile>, QString> chosenProfiles(QList<Profile> profiles, const QString &name);

/// "The profiles in … can't be used: …", for standard error.
QString unusableProfiles(const QString &file, const QString &detail);

} // namespace tallylight::app
