// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/page.h"
#include "core/metric.h"

#include <QByteArray>

namespace tallylight::aws {

/// GetCallerIdentity's XML answer (aws-facts §5.2); malformed without an account.
Parsed<CallerIdentity> callerIdentityFromXml(const QByteArray &body);

} // namespace tallylight::aws
