// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/iampolicy.h"

using namespace Qt::StringLiterals;

namespace tallylight {

QStringList requiredIamActions()
{
    return {
        u"medialive:ListChannels"_s,       u"medialive:DescribeChannel"_s,
        u"medialive:ListInputs"_s,         u"medialive:ListAlerts"_s,
        u"medialive:DescribeThumbnails"_s, u"cloudwatch:ListMetrics"_s,
        u"cloudwatch:GetMetricData"_s,     u"cloudwatch:GetMetricStatistics"_s,
    };
}

QByteArray readOnlyIamPolicy()
{
    // Written by hand rather than by QJsonDocument, which would sort the keys into an order nobody
    // expects.
    QStringList lines;
    const QStringList actions = requiredIamActions();
    for (const QString &action : actions)
        lines << u"        \""_s + action + u'"';
    return u"{\n"
           "  \"Version\": \"2012-10-17\",\n"
           "  \"Statement\": [\n"
           "    {\n"
           "      \"Sid\": \"TallylightReadOnly\",\n"
           "      \"Effect\": \"Allow\",\n"
           "      \"Action\": [\n%1\n      ],\n"
           "      \"Resource\": \"*\"\n"
           "    }\n"
           "  ]\n"
           "}\n"_s.arg(lines.join(u",\n"_s))
               .toUtf8();
}

QByteArray readOnlySessionPolicy()
{
    return u"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"%1\"],"
           "\"Resource\":\"*\"}]}"_s.arg(requiredIamActions().join(u"\",\""_s))
               .toUtf8();
}

} // namespace tallylight
