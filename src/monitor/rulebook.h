// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthrules.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace tallylight::monitor {

/// The health rules in force: the built-in ones with what the operator changed, which is kept in a
/// file of its own that holds only the differences.
///
/// GUI thread.
class RuleBook : public QObject
{
    Q_OBJECT

public:
    /// \a file need not exist. Reads it; problems() says what could not be used.
    explicit RuleBook(const QString &file, QObject *parent = nullptr);

    const HealthRules &rules() const { return m_rules; }
    /// What is wrong in the file, a line each (English, technical); the rest of it is in force.
    const QStringList &problems() const { return m_problems; }
    const QString &file() const { return m_file; }
    /// Puts \a rules in force at once and keeps them. Returns the system's words when they can't be
    /// kept; then they are in force for this run.
    std::optional<QString> save(const HealthRules &rules);

Q_SIGNALS:
    /// The rules, or what is wrong in the file, are others than before.
    void rulesChanged();

private:
    QString m_file;
    HealthRules m_rules = HealthRules::builtIn();
    QStringList m_problems;
};

} // namespace tallylight::monitor
