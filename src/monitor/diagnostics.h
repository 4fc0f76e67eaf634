// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/profile.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace tallylight {
class Settings;
}

namespace tallylight::monitor {

class MonitorHub;

/// One file of the diagnostics bundle; what it is called for people is decided in the window.
struct DiagnosticsPart
{
    QString id; ///< "program", "profiles", "status", "calls", "settings", "files", "environment"
    QString fileName; ///< "program.json"
    QByteArray content; ///< JSON, exactly as it would be written
};

/// Where the bundle's facts come from; everything outlives the call it is passed to.
struct DiagnosticsSources
{
    MonitorHub &hub;
    const Settings &settings;
    const Clock &clock;
    QStringList folders; ///< config, cache, data: only names and sizes are looked at
};

/// \a text without what tells people or accounts apart: account ids keep their last four digits,
/// users and sessions in ARNs go, so does the home folder's name; and everything that looks like a
/// secret goes (core/redact).
QString anonymized(const QString &text);

/// What the bundle says about a profile: hosts stay, users of proxies go, of the account id the
/// last four digits stay, and of the CA file its name.
QByteArray diagnosticsOfProfiles(const QList<Profile> &profiles);

/// Collects all parts as they are now. Reads no keychain, and no file's content.
QList<DiagnosticsPart> collectDiagnostics(const DiagnosticsSources &sources);

/// Writes \a parts to \a file as one tar archive for the user's eyes only; nullopt, or the system's
/// words for why not.
std::optional<QString> saveDiagnostics(const QString &file, const QList<DiagnosticsPart> &parts,
                                       const Clock &clock);

} // namespace tallylight::monitor
