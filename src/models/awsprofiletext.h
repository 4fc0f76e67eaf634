// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/awsconfig.h"
#include "core/credentialplan.h"

#include <QString>

namespace tallylight::models {

/// Why a profile of the shared AWS files can't be used, in one sentence that names the profile and
/// the key, or the environment variable, to mend.
QString planProblemText(const PlanProblem &problem);

/// Why a shared AWS file can't be used, in one sentence that names the file and the line.
QString awsFileErrorText(const AwsFileError &error);

} // namespace tallylight::models
