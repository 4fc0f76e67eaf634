// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demooptions.h"

using namespace Qt::StringLiterals;

namespace tallylight::demo {

QString demoAccessKeyId()
{
    return u"AKIATALLYLIGHTDEMO00"_s;
}

Secret demoSecretAccessKey()
{
    return Secret(u"not/a/secret+only+opens+the+demo/region0"_s);
}

QStringList scenarioNames()
{
    return {u"living"_s, u"calm"_s, u"storm"_s, u"static"_s, u"churn"_s};
}

QString canonicalScenario(const QString &name)
{
    const QString wanted = name.trimmed().toLower();
    if (wanted == "default"_L1)
        return u"living"_s;
    return scenarioNames().contains(wanted) ? wanted : QString();
}

} // namespace tallylight::demo
