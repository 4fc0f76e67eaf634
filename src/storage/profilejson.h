// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/expected.h"
#include "core/profile.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

namespace tallylight::storage {

/// Why profiles could not be read or written. A value; the words for it are made where it is shown.
struct ProfileFileError
{
    Q_GADGET

public:
    enum class Kind {
        NotReadable, ///< the file exists and can't be opened or read
        NotWritable, ///< read-only folder, full disk, no permission, another process holds the lock
        Corrupt, ///< no JSON, wrong types, a value that can't be accepted; \a detail says where
        NewerVersion, ///< written by a later Tallylight; never touched by this one
        ChangedOnDisk, ///< another process has written since load(); nothing was overwritten
    };
    Q_ENUM(Kind)

    Kind kind = Kind::NotReadable;
    QString file; ///< full path; empty from the pure functions
    QString detail; ///< technical, English, without any value from the file: "profiles[2].region:
                    ///< is missing"
    QString keptAs; ///< where a corrupt file was moved to; empty when it still lies where it was

    bool operator==(const ProfileFileError &) const = default;
};

/// The content of profiles.json (DESIGN §4), indented, without anything secret: user names and
/// passwords in URLs and unknown fields that look like a secret are left out. \a unknownRoot are
/// the document's own unknown keys, kept beside "version" and "profiles".
QByteArray profilesToJson(const QList<Profile> &profiles, const QJsonObject &unknownRoot = {});

/// Reads what profilesToJson() wrote, or a person did.
///
/// Required are version, and name and region of each profile; anything else may be absent and gets
/// its default. A missing or repeated id is replaced by one that follows from the content, so that
/// it is the same each time. Numbers outside what validateProfile() allows become the nearest
/// allowed one. Unknown keys end up in Profile::unknownFields, also those inside the known objects.
/// Refused as Corrupt: wrong types, endpoints and proxies that may not be used, and anything that
/// looks like a secret. A version above 1 or a credential source this version doesn't know is
/// NewerVersion.
Expected<QList<Profile>, ProfileFileError> profilesFromJson(const QByteArray &json);

/// The document's own keys other than "version" and "profiles"; empty when it can't be read.
QJsonObject unknownRootFields(const QByteArray &json);

} // namespace tallylight::storage
