// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profilechoice.h"

#include <QCoreApplication>

namespace tallylight::app {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Application", source);
}

} // namespace

Expected<QList<Profile>, QString> chosenProfiles(QList<Profile> profiles, const QString &name)
{
    if (!name.isEmpty()) {
        profiles.removeIf([&name](const Profile &profile) { return profile.name != name; });
        if (profiles.isEmpty()) {
            return Unexpected{
                text(QT_TRANSLATE_NOOP("Application", "There is no profile \"%1\".")).arg(name)};
        }
    }
    return profiles;
}

QString unusableProfiles(const QString &file, const QString &detail)
{
    return text(QT_TRANSLATE_NOOP("Application", "The profiles in %1 can't be used: %2"))
        .arg(file, detail);
}

} // namespace tallylight::app
