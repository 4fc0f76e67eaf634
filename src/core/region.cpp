// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/region.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tallylight {

QString signingName(Service service)
{
    switch (service) {
    case Service::MediaLive:
        return u"medialive"_s;
    case Service::CloudWatch:
        return u"monitoring"_s;
    case Service::Sts:
        return u"sts"_s;
    case Service::SsoOidc:
        return u"sso-oauth"_s;
    case Service::SsoPortal:
        return u"awsssoportal"_s;
    }
    return {};
}

namespace {

/// What host names begin with; for most services the signing name.
QString hostPrefix(Service service)
{
    if (service == Service::SsoOidc)
        return u"oidc"_s;
    if (service == Service::SsoPortal)
        return u"portal.sso"_s;
    return signingName(service);
}

} // namespace

QStringList knownRegions()
{
    return {u"us-east-1"_s,      u"us-east-2"_s,      u"us-west-2"_s,      u"ca-central-1"_s,
            u"sa-east-1"_s,      u"eu-central-1"_s,   u"eu-north-1"_s,     u"eu-west-1"_s,
            u"eu-west-2"_s,      u"eu-west-3"_s,      u"ap-northeast-1"_s, u"ap-northeast-2"_s,
            u"ap-northeast-3"_s, u"ap-south-1"_s,     u"ap-south-2"_s,     u"ap-southeast-1"_s,
            u"ap-southeast-2"_s, u"ap-southeast-4"_s, u"ap-southeast-5"_s, u"me-central-1"_s};
}

std::optional<Partition> partitionForRegion(const QString &region)
{
    struct Rule
    {
        QRegularExpression pattern;
        Partition partition;
    };
    // The special partitions come first; the generic pattern can't match them, but order says so
    // too.
    static const QList<Rule> rules{
        {QRegularExpression(u"\\Aus-gov-[a-z]+-\\d+\\z"_s), {u"aws-us-gov"_s, u"amazonaws.com"_s}},
        {QRegularExpression(u"\\Aus-iso-[a-z]+-\\d+\\z"_s), {u"aws-iso"_s, u"c2s.ic.gov"_s}},
        {QRegularExpression(u"\\Aus-isob-[a-z]+-\\d+\\z"_s), {u"aws-iso-b"_s, u"sc2s.sgov.gov"_s}},
        {QRegularExpression(u"\\Aeu-isoe-[a-z]+-\\d+\\z"_s), {u"aws-iso-e"_s, u"cloud.adc-e.uk"_s}},
        {QRegularExpression(u"\\Aus-isof-[a-z]+-\\d+\\z"_s), {u"aws-iso-f"_s, u"csp.hci.ic.gov"_s}},
        {QRegularExpression(u"\\Aeusc-de-[a-z]+-\\d+\\z"_s), {u"aws-eusc"_s, u"amazonaws.eu"_s}},
        {QRegularExpression(u"\\Acn-[a-z]+-\\d+\\z"_s), {u"aws-cn"_s, u"amazonaws.com.cn"_s}},
        {QRegularExpression(u"\\A(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\\d+\\z"_s),
         {u"aws"_s, u"amazonaws.com"_s}},
    };
    for (const Rule &rule : rules) {
        if (rule.pattern.match(region).hasMatch())
            return rule.partition;
    }
    return std::nullopt;
}

QUrl defaultEndpoint(Service service, const QString &region)
{
    const std::optional<Partition> partition = partitionForRegion(region);
    if (!partition)
        return {};
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(hostPrefix(service) + u'.' + region + u'.' + partition->dnsSuffix);
    return url;
}

QUrl fipsEndpoint(Service service, const QString &region)
{
    QUrl url = defaultEndpoint(service, region);
    const auto partition = partitionForRegion(region);
    const bool isPlain
        = partition && partition->id == u"aws-us-gov"_s && service != Service::MediaLive;
    if (url.isEmpty() || isPlain)
        return url;
    const QString name = hostPrefix(service);
    url.setHost(name + u"-fips"_s + url.host().mid(name.size()));
    return url;
}

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression v4(u"\\A127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}\\z"_s);
    const QString name = host.toLower();
    return name == u"localhost"_s || name.endsWith(u".localhost"_s) || name == u"::1"_s
        || v4.match(name).hasMatch();
}

EndpointProblem checkEndpoint(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0)
        return EndpointProblem::Invalid;
    const QString scheme = url.scheme();
    if (scheme != u"https"_s && scheme != u"http"_s)
        return EndpointProblem::Scheme;
    if ((!url.path().isEmpty() && url.path() != u"/"_s) || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty())
        return EndpointProblem::Extra;
    if (scheme == u"http"_s && !isLoopbackHost(url.host()))
        return EndpointProblem::PlainHttp;
    return EndpointProblem::None;
}

} // namespace tallylight
