// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"

#include <QString>

namespace tallylight::models {

/// What happened, in a few plain words: "Access denied", "This computer's clock is wrong". Empty
/// for None.
QString errorTitle(const ApiError &error);

/// What the user can do about it, in a sentence or two; names the IAM action that is missing for
/// Forbidden
/// ("medialive:ListChannels") and by how much the clock is off for Skew. Empty for None and
/// Cancelled.
QString errorAdvice(const ApiError &error);

/// Title, advice, and what the service itself said with its request id, for tool tips and messages:
/// several lines of plain text.
QString errorDetails(const ApiError &error);

/// The IAM action a call needs: "cloudwatch:GetMetricData"; empty when the operation is not known.
QString iamAction(const ApiError &error);

} // namespace tallylight::models
