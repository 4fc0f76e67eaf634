// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metric.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tallylight {

namespace {

/// \a text without what separates keys and values; output group names are free text.
QString escaped(QString text)
{
    static const QRegularExpression separators(u"([\\\\,=}])"_s);
    return text.replace(separators, u"\\\\1"_s);
}

} // namespace

QString MetricId::key() const
{
    QString text = nameSpace + u'/' + name + u'{';
    for (auto it = dimensions.begin(); it != dimensions.end(); ++it) {
        if (it != dimensions.begin())
            text += u',';
        text += escaped(it.key()) + u'=' + escaped(it.value());
    }
    return text + u'}';
}

std::chrono::seconds periodForRange(std::chrono::seconds length)
{
    if (length <= 3h)
        return 10s;
    if (length <= 24h * 15)
        return 60s;
    if (length <= 24h * 63)
        return 300s;
    return 3600s;
}

} // namespace tallylight
