// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/sqlconnection.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace tallylight::storage {

/// A connection that only reads, opened when first needed. The write-ahead log lets it read while
/// the writer writes.
///
/// Lives in a thread of its own; all members are to be invoked there.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    /// Once \a giveUp is true, the job under way fails at its next row; later ones are left out.
    HistoryReader(const QString &file, std::shared_ptr<const std::atomic<bool>> giveUp);

    /// Runs \a job, or leaves it out when there is no file to read.
    void run(const std::function<void(SqlConnection &)> &job);
    void close();
    /// Closes for good; later jobs are left out.
    void stop();

private:
    bool ensureOpen();

    SqlConnection m_connection;
    bool m_stopped = false;
};

} // namespace tallylight::storage
