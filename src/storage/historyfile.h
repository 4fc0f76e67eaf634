// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history.h"
#include "storage/sqlconnection.h"

#include <QString>

#include <memory>
#include <optional>

class QLockFile;

namespace tallylight::storage {

/// The history's file, opened for writing by one process at a time: created for the user alone,
/// brought to the newest schema, in write-ahead mode. With synchronous at NORMAL a transaction that
/// was committed survives the end of the process, however it comes; a power cut may take the newest
/// ones with it, but never the file.
///
/// A damaged file is kept aside under another name and a new one begun. One of a newer version is
/// not touched. Belongs to the thread that opens it.
class HistoryFile
{
public:
    /// \a mostPages bounds the file's size for tests; 0 for no bound.
    explicit HistoryFile(const QString &file, qint64 mostPages = 0);
    ~HistoryFile();

    /// True when it can be written to afterwards; otherwise trouble() says why not. After true,
    /// trouble() may tell of a damaged file that was kept aside.
    bool open();
    void close();
    bool isOpen() const { return m_open; }
    SqlConnection &connection() { return m_connection; }
    const std::optional<RecordingTrouble> &trouble() const { return m_trouble; }

    /// The connection has found the file to be damaged: keeps it aside and begins a new one.
    bool replaceDamaged();

private:
    bool openOnce();
    bool prepare();
    bool lock();
    bool createPrivate();
    bool fail(const RecordingTrouble &trouble);

    SqlConnection m_connection;
    const qint64 m_mostPages;
    std::unique_ptr<QLockFile> m_lock;
    std::optional<RecordingTrouble> m_trouble;
    bool m_open = false;
};

/// The file's size on disk with what belongs to it.
qint64 historyFileBytes(const QString &file);

} // namespace tallylight::storage
