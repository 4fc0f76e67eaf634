// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthrules.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace tallylight {

/// What a healthrules.json says, as far as it can be used.
struct HealthRulesJson
{
    QList<HealthRule> rules;
    std::optional<std::chrono::seconds> grace;
    QStringList problems; ///< a line each, with the path; the rule concerned is left out
};

/// Reads a file of rules (version 1). \a base gives the rule an id stands for, so that only the
/// fields that differ need to be there; nullopt makes the id a problem.
HealthRulesJson
readHealthRules(const QByteArray &json,
                const std::function<std::optional<HealthRule>(const QString &id)> &base);

/// The file with what \a rules have otherwise than \a base ("enabled", "level", "threshold",
/// "forSeconds", "holdSeconds"), and the grace if it is given.
QByteArray writeHealthRules(const QList<HealthRule> &rules, const QList<HealthRule> &base,
                            const std::optional<std::chrono::seconds> &grace);

} // namespace tallylight
