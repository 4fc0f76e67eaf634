// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace tallylight {

/// Every IAM action Tallylight needs to watch a region, and no other: read-only,
/// "service:Operation" (aws-facts §5.4). The one list that the ready-made policy, the documentation
/// and the tests go by. sts:GetCallerIdentity is not in it, because it is allowed to everyone.
QStringList requiredIamActions();

/// An IAM policy that allows requiredIamActions() and nothing else, as indented JSON to paste into
/// the IAM console. The same text in every partition: actions carry no partition, and the resource
/// is "*" because neither the lists nor the metrics can be restricted to single resources.
QByteArray readOnlyIamPolicy();

/// The same policy on one line, to narrow a role's session with (STS takes 2048 characters at
/// most): whatever the role may do, the session can only read.
QByteArray readOnlySessionPolicy();

} // namespace tallylight
