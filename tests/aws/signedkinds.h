// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/cloudwatchclient.h"
#include "aws/medialiveclient.h"
#include "aws/stsclient.h"
#include "jobkind.h"

namespace tallylight::test {

inline MetricQuery exampleQuery()
{
    MetricQuery query;
    query.metric.name = QStringLiteral("ActiveAlerts");
    query.metric.dimensions = {{QStringLiteral("ChannelId"), QStringLiteral("1")},
                               {QStringLiteral("Pipeline"), QStringLiteral("0")}};
    query.statistic = QStringLiteral("Maximum");
    return query;
}

inline TimeRange exampleRange()
{
    const QDateTime end(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    return {end.addSecs(-600), end};
}

/// The calls that are signed with credentials.
inline QList<Kind> signedKinds()
{
    using namespace aws;
    return {
        {"ListChannels", Service::MediaLive,
         [](Connection &c, QObject *p) { return MediaLiveClient(c).listChannels(p); },
         "{\"channels\":[{\"id\":\"1\"}]}"},
        {"ListInputs", Service::MediaLive,
         [](Connection &c, QObject *p) { return MediaLiveClient(c).listInputs(p); },
         "{\"inputs\":[{\"id\":\"1\"}]}"},
        {"DescribeChannel", Service::MediaLive,
         [](Connection &c, QObject *p) {
             return MediaLiveClient(c).describeChannel(QStringLiteral("1"), p);
         },
         "{\"id\":\"1\"}"},
        {"DescribeInput", Service::MediaLive,
         [](Connection &c, QObject *p) {
             return MediaLiveClient(c).describeInput(QStringLiteral("1"), p);
         },
         "{\"id\":\"1\"}"},
        {"ListAlerts", Service::MediaLive,
         [](Connection &c, QObject *p) {
             return MediaLiveClient(c).listAlerts(QStringLiteral("1"), AlertFilter::Set, p);
         },
         "{\"alerts\":[]}"},
        {"DescribeThumbnails", Service::MediaLive,
         [](Connection &c, QObject *p) {
             return MediaLiveClient(c).describeThumbnails(QStringLiteral("1"), QStringLiteral("0"),
                                                          p);
         },
         "{\"thumbnailDetails\":[]}"},
        {"GetMetricData", Service::CloudWatch,
         [](Connection &c, QObject *p) {
             return CloudWatchClient(c).getMetricData({exampleQuery()}, exampleRange(), p);
         },
         "{\"MetricDataResults\":[]}"},
        {"GetMetricStatistics", Service::CloudWatch,
         [](Connection &c, QObject *p) {
             return CloudWatchClient(c).getMetricStatistics(exampleQuery(), exampleRange(), p);
         },
         "{\"Datapoints\":[]}"},
        {"ListMetrics", Service::CloudWatch,
         [](Connection &c, QObject *p) { return CloudWatchClient(c).listMetrics({}, p); },
         "{\"Metrics\":[]}"},
        {"DescribeAlarms", Service::CloudWatch,
         [](Connection &c, QObject *p) { return CloudWatchClient(c).describeAlarms(p); },
         "{\"MetricAlarms\":[]}"},
        {"GetCallerIdentity", Service::Sts,
         [](Connection &c, QObject *p) { return StsClient(c).getCallerIdentity(p); },
         "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account>"
         "</GetCallerIdentityResult></GetCallerIdentityResponse>"},
        {"AssumeRole", Service::Sts,
         [](Connection &c, QObject *p) {
             AssumeRoleRequest request;
             request.role.roleArn = QStringLiteral("arn:aws:iam::123456789012:role/Monitoring");
             return StsClient(c).assumeRole(request, p);
         },
         "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIATEST</AccessKeyId>"
         "<SecretAccessKey>made-up</SecretAccessKey><SessionToken>made-up</SessionToken>"
         "<Expiration>2026-03-01T13:00:00Z</Expiration></Credentials></AssumeRoleResult>"
         "</AssumeRoleResponse>"},
    };
}

} // namespace tallylight::test
