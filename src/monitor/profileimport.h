// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/awsimport.h"
#include "core/clock.h"
#include "monitor/credentialaccess.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace tallylight::monitor {

class RegionSearch;

/// What the shared AWS files offer for taking over, and where the channels of its profiles are.
class ProfileImport : public QObject
{
    Q_OBJECT

public:
    /// What \a access points to, and \a clock, outlive this.
    ProfileImport(const CredentialAccess &access, const Clock &clock, QObject *parent = nullptr);

    /// True where there are no files to be used, as in the demo.
    bool isEmpty() const { return !m_access.files; }
    /// Every profile of the files, usable or not.
    QList<ImportCandidate> candidates() const;
    /// The files that were looked at, whether they exist or not.
    QStringList files() const;
    QList<AwsFileError> errors() const;
    /// A search for the channels of the AWS profile \a name, not started yet; belongs to \a parent.
    RegionSearch *search(const QString &name, const QStringList &regions, QObject *parent) const;

Q_SIGNALS:
    /// The files have changed.
    void changed();

private:
    const CredentialAccess m_access;
    const Clock &m_clock;
};

} // namespace tallylight::monitor
