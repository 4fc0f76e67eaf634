// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace tallylight::demo {

/// The parameters of a query-protocol form as the object that the same call would send as JSON:
/// "Dimensions.member.1.Name=x" becomes {"Dimensions":[{"Name":"x"}]}. All values stay text.
QJsonObject formToJson(const QByteArray &form);

} // namespace tallylight::demo
