// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/awsconfig.h"

#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace tallylight::storage {

/// Where the two shared files are.
struct AwsFileLocations
{
    QString config;
    QString credentials;
};

/// ~/.aws/config and ~/.aws/credentials, or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE
/// say (aws-facts §5.1); a leading ~/ is the home folder.
AwsFileLocations standardAwsFiles();

/// The shared AWS files, read when they are first asked for and again when they change: also when
/// an editor replaces them, when they come into being only later, and with them their folder. Never
/// writes. What they hold stays in memory only.
class AwsFiles : public QObject
{
    Q_OBJECT

public:
    explicit AwsFiles(AwsFileLocations where = standardAwsFiles(), QObject *parent = nullptr);

    const AwsFileLocations &locations() const { return m_where; }
    /// Both files as one, as last read. A file that doesn't exist says nothing, and neither does
    /// one that can't be read; errors() tells about that one.
    const AwsConfig &config();
    /// What is wrong with the files, at most one each.
    const QList<AwsFileError> &errors();
    /// Reads them again now, whether they seem to have changed or not.
    void reload();

Q_SIGNALS:
    /// config() or errors() are others than before.
    void changed();

private:
    void readOnce();
    void read();
    AwsConfig readFile(const QString &path, AwsFileKind kind);
    void watch();

    const AwsFileLocations m_where;
    AwsConfig m_config;
    QList<AwsFileError> m_errors;
    QFileSystemWatcher m_watcher;
    QTimer m_settling; ///< an editor writes in several steps
    bool m_isRead = false;
};

} // namespace tallylight::storage
