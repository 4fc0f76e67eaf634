// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileimport.h"

#include "monitor/credentialsession.h"
#include "monitor/regionsearch.h"
#include "storage/awsfiles.h"

namespace tallylight::monitor {

ProfileImport::ProfileImport(const CredentialAccess &access, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_clock(clock)
{
    if (m_access.files)
        connect(m_access.files, &storage::AwsFiles::changed, this, &ProfileImport::changed);
}

QList<ImportCandidate> ProfileImport::candidates() const
{
    return m_access.files
        ? importCandidates(m_access.files->config(), QProcessEnvironment::systemEnvironment())
        : QList<ImportCandidate>();
}

QStringList ProfileImport::files() const
{
    if (!m_access.files)
        return {};
    return {m_access.files->locations().config, m_access.files->locations().credentials};
}

QList<AwsFileError> ProfileImport::errors() const
{
    return m_access.files ? m_access.files->errors() : QList<AwsFileError>();
}

RegionSearch *ProfileImport::search(const QString &name, const QStringList &regions,
                                    QObject *parent) const
{
    Profile profile = makeProfile();
    profile.credentialSource = CredentialSource::AwsProfile;
    profile.awsProfile = name;
    profile.region = regions.value(0);
    const Profile settled = withSharedSettings(profile, m_access);
    auto *search = new RegionSearch(
        settled, regions, makeCredentialSession(settled, m_access, m_clock), m_clock, parent);
    if (m_access.calls) {
        connect(search, &RegionSearch::callFinished, search,
                [calls = m_access.calls](const CallRecord &record) { calls({}, record); });
    }
    return search;
}

} // namespace tallylight::monitor
