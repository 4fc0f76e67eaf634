// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/sharedfilessource.h"

#include "storage/awsfiles.h"

#include <utility>

namespace tallylight::monitor {

SharedFilesSource::SharedFilesSource(QString awsProfile, storage::AwsFiles &files, Maker make,
                                     QObject *parent)
    : CredentialOrigin(parent)
    , m_awsProfile(std::move(awsProfile))
    , m_files(files)
    , m_make(std::move(make))
{
    look();
    connect(&m_files, &storage::AwsFiles::changed, this, [this] {
        const CredentialOrigin *before = m_source.get();
        look();
        if (m_source.get() != before)
            Q_EMIT changed();
    });
}

void SharedFilesSource::look()
{
    const auto plan
        = credentialPlan(m_files.config(), m_awsProfile, QProcessEnvironment::systemEnvironment());
    std::optional<CredentialPlan> found;
    CredentialObstacle obstacle;
    if (plan)
        found = *plan;
    else if (!m_files.errors().isEmpty())
        obstacle = m_files.errors().first(); // what can't be read may well be what is missing
    else
        obstacle = plan.error();
    // A file that was saved without a change to this profile must not cost anybody a session.
    if (m_source && found == m_plan && obstacle == m_obstacle)
        return;
    m_plan = found;
    m_obstacle = obstacle;
    if (found) {
        m_source = m_make(*found);
    } else {
        const bool isFile = std::holds_alternative<AwsFileError>(obstacle);
        m_source = std::make_shared<RefusingSource>(
            isFile ? SecretProblem::AwsFilesUnusable : SecretProblem::AwsProfileUnusable, obstacle);
    }
    connect(m_source.get(), &CredentialOrigin::changed, this, &CredentialOrigin::changed);
    // What was being asked went along with its question.
    if (!m_waiting.isEmpty())
        ask();
}

void SharedFilesSource::ask()
{
    m_source->fetch(this, [this](const Result &result) { m_waiting.answer(result); });
}

void SharedFilesSource::fetch(QObject *context, Callback done)
{
    if (m_waiting.add(context, std::move(done)))
        ask();
}

} // namespace tallylight::monitor
