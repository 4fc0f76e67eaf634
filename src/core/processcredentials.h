// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentials.h"
#include "core/expected.h"

#include <QByteArray>
#include <QString>

namespace tallylight {

/// Reads what a credential_process printed: the JSON of version 1 (aws-facts §5.1). The error says
/// what is wrong in English technical words and quotes nothing of the output. Without Expiration
/// the credentials never run out.
Expected<Credentials, QString> processCredentials(const QByteArray &output);

} // namespace tallylight
