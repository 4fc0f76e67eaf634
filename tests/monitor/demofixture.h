// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/profile.h"
#include "demo/demooptions.h"
#include "demo/demoregion.h"
#include "storage/memorysecretstore.h"

#include <QTest>

#include <memory>

namespace tallylight::tests {

/// A simulated region and a profile that watches it, with its key in a memory store: what the use
/// cases are tested against, over real HTTP.
class DemoFixture
{
public:
    explicit DemoFixture(demo::DemoOptions options = quick())
        : m_region(std::make_unique<demo::DemoRegion>(options, m_clock))
    {
        QString problem;
        if (!m_region->start(&problem))
            qFatal("no demo region: %s", qPrintable(problem));
        m_profile = makeProfile();
        m_profile.name = QStringLiteral("Demo");
        m_profile.region = options.region;
        m_profile.endpoints = {m_region->endpoint(), m_region->endpoint(), m_region->endpoint()};
        m_profile.medialiveRequestsPerSecond = 500.0;
        m_profile.inventorySeconds = 2;
        m_secrets.insert(m_profile.id, m_region->credentials());
    }

    /// Small, unlimited, and without a story that could change under a test.
    static demo::DemoOptions quick()
    {
        demo::DemoOptions options;
        options.scenario = QStringLiteral("static");
        options.limit = false;
        return options;
    }

    const Clock &clock() const { return m_clock; }
    demo::DemoRegion &region() { return *m_region; }
    Profile &profile() { return m_profile; }
    storage::MemorySecretStore &secrets() { return m_secrets; }
    /// The region goes away, as when a cable is pulled.
    void unplug() { m_region.reset(); }

private:
    SystemClock m_clock;
    std::unique_ptr<demo::DemoRegion> m_region;
    Profile m_profile;
    storage::MemorySecretStore m_secrets;
};

} // namespace tallylight::tests
