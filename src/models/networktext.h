// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/apierror.h"

#include <QString>

namespace tallylight::models {

/// What the way to the server did, where the error's code tells more than its category: "The proxy
/// wants a password". Empty where it does not.
QString networkTitle(const ApiError &error);

/// What to do about it; names who signed a certificate that is not trusted. Empty where the code
/// tells no more than the category.
QString networkAdvice(const ApiError &error);

} // namespace tallylight::models
