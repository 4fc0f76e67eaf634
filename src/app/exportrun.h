// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"
#include "core/clock.h"
#include "core/healthrules.h"
#include "core/metriccatalogue.h"
#include "core/profile.h"
#include "monitor/tablefetch.h"

#include <QObject>

#include <memory>
#include <vector>

namespace tallylight::monitor {
class CostBook;
class RateLimiterPool;
} // namespace tallylight::monitor

namespace tallylight::app {

/// Exit codes of --export (DESIGN §4).
enum class ExitCode { Complete = 0, Usage = 1, Credentials = 2, Unreachable = 3, Partial = 4 };

/// The exit code for what all profiles together gave.
ExitCode exitCodeFor(const QList<monitor::TableContent> &contents);

/// One table, asked for once over all given profiles and written as CSV or JSON. What went wrong is
/// said in plain words, a line per profile.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    ExportRun(monitor::ExportTable table, ExportFormat format, const QList<Profile> &profiles,
              const monitor::CredentialAccess &access, const Clock &clock,
              QObject *parent = nullptr);
    ~ExportRun() override;

    /// The rules Channels Health is judged by; the built-in ones unless told.
    void setHealthRules(const HealthRules &rules) { m_rules = rules; }
    /// What is known about the metrics; the built-in catalogue unless told. Before start().
    void setCatalogue(const MetricCatalogue &catalogue);
    /// Where what is asked of CloudWatch is counted; it outlives the run. Before start().
    void setCosts(monitor::CostBook &costs);
    void start();

Q_SIGNALS:
    /// Exactly once. \a output is the whole document, \a complaints what to print on standard
    /// error.
    void finished(const QByteArray &output, const QStringList &complaints,
                  tallylight::app::ExitCode code);

private:
    void oneFinished();
    QByteArray document() const;
    QStringList complaints() const;
    static QString secretText(const monitor::TableContent &content);
    static QString secretProblemText(monitor::SecretProblem problem);

    monitor::ExportTable m_table;
    ExportFormat m_format;
    const Clock &m_clock;
    HealthRules m_rules = HealthRules::builtIn();
    MetricCatalogue m_catalogue = MetricCatalogue::builtIn();
    std::unique_ptr<monitor::RateLimiterPool> m_limiters;
    std::vector<std::unique_ptr<monitor::TableFetch>> m_fetches;
    std::size_t m_pending = 0;
};

} // namespace tallylight::app
