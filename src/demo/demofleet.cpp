// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demofleet.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

QList<DemoOptions> demoFleet(const QString &scenario)
{
    const QString canonical = canonicalScenario(scenario.isEmpty() ? u"living"_s : scenario);
    if (canonical.isEmpty())
        return {};
    DemoOptions frankfurt;
    frankfurt.scenario = canonical;
    frankfurt.name = u"Frankfurt prod"_s;
    frankfurt.color = u"#c0392b"_s;
    frankfurt.production = true;

    DemoOptions oregon = frankfurt;
    oregon.name = u"Oregon prod"_s;
    oregon.region = u"us-west-2"_s;
    oregon.color = u"#b7791f"_s;
    oregon.channels = 16;
    oregon.inputs = 22;
    oregon.seed = 2;

    DemoOptions tokyo = frankfurt;
    tokyo.name = u"Tokyo staging"_s;
    tokyo.region = u"ap-northeast-1"_s;
    tokyo.account = u"210987654321"_s;
    tokyo.color = u"#2b6cb0"_s;
    tokyo.production = false;
    tokyo.channels = 12;
    tokyo.inputs = 18;
    tokyo.seed = 3;
    return {frankfurt, oregon, tokyo};
}

Profile demoProfile(const DemoOptions &options, const QUrl &endpoint)
{
    static const QUuid space(u"{5d3ee9a4-6c1c-4f0e-9a56-2f7f3f6c1d10}"_s);
    Profile profile;
    profile.name = options.name.isEmpty() ? "Demo "_L1 + options.region : options.name;
    profile.id = QUuid::createUuidV5(space, profile.name + u'|' + options.region)
                     .toString(QUuid::WithoutBraces);
    profile.region = options.region;
    profile.color = options.color;
    profile.production = options.production;
    profile.endpoints = {endpoint, endpoint, endpoint};
    profile.medialiveProxy.mode = ProxySetting::Mode::None;
    profile.monitoringProxy.mode = ProxySetting::Mode::None;
    return profile;
}

} // namespace tallylight::demo
