// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/regionstatus.h"
#include "storage/secretstore.h"

namespace tallylight::monitor {

/// A secret store's outcome in the words the window knows, so that it needs no storage header.
SecretProblem problemOf(storage::SecretStore::Outcome outcome);

} // namespace tallylight::monitor
