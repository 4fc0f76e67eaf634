// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"
#include "core/secret.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>

namespace tallylight {

/// One section of a shared AWS file (aws-facts §5.1). Keys are in lower case, as they are written
/// in any case. The two secrets are kept apart, so that printing or comparing the rest shows none.
struct AwsSection
{
    QHash<QString, QString> values;
    QHash<QString, QHash<QString, QString>> nested; ///< "s3" → { "region": … }, one level deep
    Secret secretAccessKey;
    Secret sessionToken;
    bool inCredentialsFile = false; ///< the key pair is the credentials file's

    QString value(const QString &key) const { return values.value(key); }
    bool operator==(const AwsSection &) const = default;
};

/// What the shared files say, by name and in the order of names.
struct AwsConfig
{
    QMap<QString, AwsSection> profiles;
    QMap<QString, AwsSection> ssoSessions;
    QMap<QString, AwsSection> services;

    bool operator==(const AwsConfig &) const = default;
};

/// Which of the two files; their section names follow different rules.
enum class AwsFileKind {
    Config, ///< [default], [profile NAME], [sso-session NAME], [services NAME]
    Credentials, ///< [NAME]
};

/// Why a shared file can't be used.
struct AwsFileError
{
    enum class Kind {
        Unreadable, ///< the system refuses to give it; detail holds the system's words
        TooLarge, ///< beyond 4 MB, or a line beyond 64 kB
        NoSection, ///< something stands before the first [section]
        NoValue, ///< a line that is no key = value
        BadName, ///< a section header without an end, or with unbalanced quotes
        NotUtf8,
    };
    Kind kind = Kind::Unreadable;
    QString file;
    int line = 0; ///< counted from 1; 0 for the file as a whole
    QString detail;

    bool operator==(const AwsFileError &) const = default;
};

/// Reads the text of a shared file as the AWS command line does: comments begin with # or ; at the
/// start of a line only, keys end at the first = or :, an indented line goes on with the value
/// before it. Sections and keys that come twice are merged, the later value counting, as most AWS
/// SDKs do (the command line refuses such a file). \a file is only for errors, which never quote a
/// line.
Expected<AwsConfig, AwsFileError> parseAwsConfig(const QByteArray &text, AwsFileKind kind,
                                                 const QString &file = {});

/// Both files as one: for a profile in both, the credentials file's keys count.
AwsConfig mergedAwsConfig(const AwsConfig &config, const AwsConfig &credentials);

/// Takes \a text apart as a POSIX shell does with words, quotes and backslashes, and nothing else:
/// no variables, no globs. Empty for unbalanced quotes.
QStringList shellWords(const QString &text);

/// Takes \a text apart as programs for Windows do with their command line, which is how botocore
/// reads credential_process there: blanks and tabs part words, double quotes keep them together,
/// and backslashes are ordinary unless a double quote follows them. Empty for unbalanced quotes.
QStringList windowsWords(const QString &text);

} // namespace tallylight
