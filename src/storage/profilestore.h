// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"
#include "core/profile.h"
#include "storage/profilejson.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tallylight::storage {

/// profiles.json on disk.
///
/// Call load() first and save() after every change. Not thread-safe. Several processes may use the
/// same file: a save() on top of somebody else's change is refused with ChangedOnDisk, so that
/// nothing is lost; load() again, apply the change to what it gives, and save().
class ProfileStore
{
public:
    explicit ProfileStore(const QString &file);

    const QString &file() const { return m_file; }

    enum class Corrupt {
        MoveAside, ///< for a window, which goes on with an empty list
        Leave, ///< for whoever only reads
    };

    /// The profiles; an empty list when there is no file yet.
    ///
    /// A corrupt file is moved to profiles.json.corrupt-<UTC time> beside it (the error says
    /// where), so that the next save() starts afresh and nothing is lost; or it is left, and save()
    /// refused. A newer version is left untouched.
    Expected<QList<Profile>, ProfileFileError> load(Corrupt corrupt = Corrupt::MoveAside);

    /// Writes all of \a profiles, or leaves the old file as it was and says why. The file is
    /// replaced in one step (written beside it, flushed to the disk, renamed), readable by the user
    /// only.
    ///
    /// Refused without a try: after load() has found a newer version or a file that could not be
    /// read or moved aside, and when the file is not the one load() or the last save() has seen.
    std::optional<ProfileFileError> save(const QList<Profile> &profiles);

private:
    struct Content
    {
        bool exists = false;
        QByteArray bytes;
        std::optional<ProfileFileError> error;
    };
    Content readFile() const;
    std::optional<ProfileFileError> write(const QByteArray &json) const;
    ProfileFileError error(ProfileFileError::Kind kind, const QString &detail) const;

    QString m_file;
    bool m_seenExists = false; ///< what load() or save() has last seen on disk …
    QByteArray m_seenDigest; ///< … and its SHA-256
    QJsonObject m_unknownRoot;
    std::optional<ProfileFileError>
        m_refusal; ///< set by load() while save() must not touch the file
};

} // namespace tallylight::storage
