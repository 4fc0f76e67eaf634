// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/rulebook.h"

#include "storage/datafile.h"

namespace tallylight::monitor {

RuleBook::RuleBook(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    const auto content = storage::readDataFile(file);
    if (!content) {
        m_problems << content.error();
        return;
    }
    if (!content.value())
        return;
    const HealthRules::Changed changed = HealthRules::builtIn().changedBy(**content);
    m_rules = changed.rules;
    m_problems = changed.problems;
}

std::optional<QString> RuleBook::save(const HealthRules &rules)
{
    const auto trouble = storage::writeDataFile(m_file, rules.differenceTo(HealthRules::builtIn()));
    const bool mended = !trouble && !m_problems.isEmpty();
    if (mended)
        m_problems.clear(); // the file has been replaced by a good one
    if (mended || !(rules == m_rules)) {
        m_rules = rules;
        Q_EMIT rulesChanged();
    }
    return trouble;
}

} // namespace tallylight::monitor
