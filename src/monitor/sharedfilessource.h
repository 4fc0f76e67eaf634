// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/credentialplan.h"
#include "core/expected.h"
#include "monitor/credentialorigin.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace tallylight::storage {
class AwsFiles;
}

namespace tallylight::monitor {

/// What a profile of the shared AWS files leads to, followed as the AWS command line does: keys,
/// the environment, a process, a signed-in session, and roles assumed one after another. When the
/// files change, what they lead to is looked up again at once.
class SharedFilesSource final : public CredentialOrigin
{
public:
    /// Makes the source a plan describes.
    using Maker = std::function<std::shared_ptr<CredentialOrigin>(const CredentialPlan &plan)>;

    /// \a files outlives this.
    SharedFilesSource(QString awsProfile, storage::AwsFiles &files, Maker make,
                      QObject *parent = nullptr);

    void fetch(QObject *context, Callback done) override;
    void invalidate(const Credentials &refused) override { m_source->invalidate(refused); }
    QDateTime endsAt() const override { return m_source->endsAt(); }
    void forget() override { m_source->forget(); }
    void reconnect() override { m_source->reconnect(); }
    CredentialObstacle obstacle() const override { return m_source->obstacle(); }
    bool isSignedInFor() const override { return m_source->isSignedInFor(); }
    QString mfaDevice() const override { return m_source->mfaDevice(); }
    void giveMfaCode(const Secret &code) override { m_source->giveMfaCode(code); }

private:
    void look();
    void ask();

    const QString m_awsProfile;
    storage::AwsFiles &m_files;
    const Maker m_make;
    std::optional<CredentialPlan> m_plan; ///< what m_source was made for
    CredentialObstacle m_obstacle; ///< or this
    std::shared_ptr<CredentialOrigin> m_source; ///< never null
    CredentialQueue m_waiting;
};

} // namespace tallylight::monitor
