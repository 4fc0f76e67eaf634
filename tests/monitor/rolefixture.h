// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/profile.h"
#include "demo/demooptions.h"
#include "demo/demoregion.h"
#include "monitor/credentialaccess.h"
#include "monitor/credentialsession.h"
#include "storage/memorysecretstore.h"

#include <QTest>

#include <memory>
#include <optional>

namespace tallylight::tests {

/// A simulated region whose time is the test's, and a profile that may assume its roles: for
/// credentials that live for hours.
class RoleFixture
{
public:
    RoleFixture()
        : m_region(options(), m_clock)
    {
        QString problem;
        if (!m_region.start(&problem))
            qFatal("no demo region: %s", qPrintable(problem));
        m_profile = makeProfile();
        m_profile.name = QStringLiteral("Demo");
        m_profile.region = m_region.region();
        m_profile.endpoints = {m_region.endpoint(), m_region.endpoint(), m_region.endpoint()};
        m_profile.medialiveRequestsPerSecond = 500.0;
        m_profile.inventorySeconds = 2;
        m_secrets.insert(m_profile.id, m_region.credentials());
    }

    static QString roleArn(const QString &name)
    {
        return QStringLiteral("arn:aws:iam::123456789012:role/") + name;
    }
    static QString mfaDevice()
    {
        return QStringLiteral("arn:aws:iam::123456789012:mfa/demo-operator");
    }

    ManualClock &clock() { return m_clock; }
    demo::DemoRegion &region() { return m_region; }
    Profile &profile() { return m_profile; }
    storage::MemorySecretStore &secrets() { return m_secrets; }
    qint64 calls(const QString &operation) const
    {
        return m_region.faults().counts().byOperation.value(operation);
    }

private:
    static demo::DemoOptions options()
    {
        demo::DemoOptions options;
        options.scenario = QStringLiteral("static");
        options.limit = false;
        return options;
    }

    ManualClock m_clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
    demo::DemoRegion m_region;
    Profile m_profile;
    storage::MemorySecretStore m_secrets;
};

/// What \a provider gives, waited for; an error of no category when it gave nothing in time.
inline CredentialsProvider::Result fetched(CredentialsProvider &provider)
{
    std::optional<CredentialsProvider::Result> got;
    QObject context;
    provider.fetch(&context, [&got](const CredentialsProvider::Result &result) { got = result; });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20000))
        return Unexpected{ApiError{}};
    return *got;
}

} // namespace tallylight::tests
