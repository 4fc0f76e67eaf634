// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/medialiveclient.h"

#include "aws/connection.h"
#include "aws/medialivejson.h"
#include "aws/requesturl.h"

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

using Request = Expected<HttpRequest, ApiError>;

HttpRequest get(const QUrl &endpoint, const QByteArray &path, const QList<QueryItem> &query = {})
{
    return {QByteArrayLiteral("GET"), requestUrl(endpoint, path, query), {}, {}};
}

/// GET of /prod/<collection>/<id><rest>, unless \a id would change which path that is.
Request getOf(const QUrl &endpoint, const QByteArray &collection, const QString &id,
              const QByteArray &rest = {}, const QList<QueryItem> &query = {})
{
    if (!isPathSegment(id)) {
        ApiError error;
        error.category = ErrorCategory::BadRequest;
        error.message = u"\"%1\" can't be an id"_s.arg(id);
        return Unexpected{error};
    }
    return get(endpoint, "/prod/" + collection + '/' + percentEncoded(id) + rest, query);
}

QList<QueryItem> pageQuery(int maxResults, const QString &token)
{
    QList<QueryItem> query{{"maxResults", QString::number(maxResults)}};
    if (!token.isEmpty())
        query.append({"nextToken", token});
    return query;
}

QString filterName(AlertFilter filter)
{
    switch (filter) {
    case AlertFilter::Set:
        return u"SET"_s;
    case AlertFilter::Cleared:
        return u"CLEARED"_s;
    case AlertFilter::All:
        return u"ALL"_s;
    }
    return {};
}

constexpr int kAlertsPerPage = 100;

} // namespace

MediaLiveClient::MediaLiveClient(Connection &connection)
    : m_connection(&connection)
{
}

PagedJob<Channel> *MediaLiveClient::listChannels(QObject *parent, int maxResults)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new PagedJob<Channel>(
        *m_connection, u"ListChannels"_s, Priority::List,
        [endpoint, maxResults](const QString &token) -> Request {
            return get(endpoint, "/prod/channels", pageQuery(maxResults, token));
        },
        [](const HttpResponse &response) { return channelsFromJson(response.body); }, parent);
}

PagedJob<Input> *MediaLiveClient::listInputs(QObject *parent, int maxResults)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new PagedJob<Input>(
        *m_connection, u"ListInputs"_s, Priority::List,
        [endpoint, maxResults](const QString &token) -> Request {
            return get(endpoint, "/prod/inputs", pageQuery(maxResults, token));
        },
        [](const HttpResponse &response) { return inputsFromJson(response.body); }, parent);
}

TypedJob<Channel> *MediaLiveClient::describeChannel(const QString &id, QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new TypedJob<Channel>(
        *m_connection, u"DescribeChannel"_s, Priority::Detail,
        [endpoint, id] { return getOf(endpoint, "channels", id); },
        [](const HttpResponse &response) { return channelFromJson(response.body); }, parent);
}

TypedJob<Input> *MediaLiveClient::describeInput(const QString &id, QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new TypedJob<Input>(
        *m_connection, u"DescribeInput"_s, Priority::Detail,
        [endpoint, id] { return getOf(endpoint, "inputs", id); },
        [](const HttpResponse &response) { return inputFromJson(response.body); }, parent);
}

PagedJob<ChannelAlert> *MediaLiveClient::listAlerts(const QString &channelId, AlertFilter filter,
                                                    QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new PagedJob<ChannelAlert>(
        *m_connection, u"ListAlerts"_s, Priority::Detail,
        [endpoint, channelId, filter](const QString &token) {
            QList<QueryItem> query = pageQuery(kAlertsPerPage, token);
            query.append({"stateFilter", filterName(filter)});
            return getOf(endpoint, "channels", channelId, "/alerts", query);
        },
        [channelId](const HttpResponse &response) {
            return alertsFromJson(response.body, channelId);
        },
        parent);
}

TypedJob<QList<Thumbnail>> *MediaLiveClient::describeThumbnails(const QString &channelId,
                                                                const QString &pipelineId,
                                                                QObject *parent)
{
    const QUrl endpoint = m_connection->config().endpoint;
    return new TypedJob<QList<Thumbnail>>(
        *m_connection, u"DescribeThumbnails"_s, Priority::Detail,
        [endpoint, channelId, pipelineId] {
            return getOf(endpoint, "channels", channelId, "/thumbnails",
                         {{"pipelineId", pipelineId}, {"thumbnailType", u"CURRENT_ACTIVE"_s}});
        },
        [](const HttpResponse &response) { return thumbnailsFromJson(response.body); }, parent);
}

} // namespace tallylight::aws
