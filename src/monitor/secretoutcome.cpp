// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/secretoutcome.h"

namespace tallylight::monitor {

SecretProblem problemOf(storage::SecretStore::Outcome outcome)
{
    using Outcome = storage::SecretStore::Outcome;
    switch (outcome) {
    case Outcome::Ok:
        return SecretProblem::None;
    case Outcome::NotFound:
        return SecretProblem::NotFound;
    case Outcome::Denied:
        return SecretProblem::Denied;
    case Outcome::Locked:
        return SecretProblem::Locked;
    case Outcome::NoBackend:
        return SecretProblem::NoBackend;
    case Outcome::Timeout:
        return SecretProblem::Timeout;
    case Outcome::Failed:
        break;
    }
    return SecretProblem::Failed;
}

} // namespace tallylight::monitor
