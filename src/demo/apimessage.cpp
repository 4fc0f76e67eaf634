// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/apimessage.h"

#include "demo/shapewriter.h"

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr QLatin1String kTargetPrefix("GraniteServiceVersion20100801.");

/// Decodes one piece of a query or form. A bare '+' is a space in both, so that a client that
/// forgets to encode the plus of a token finds out here.
QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

QString parameter(const QByteArray &text, QByteArrayView name)
{
    const QByteArrayList pairs = text.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        if (QByteArray::fromPercentEncoding(key) == name)
            return decoded(equals < 0 ? QByteArray("") : pair.mid(equals + 1));
    }
    return {};
}

ApiCall mediaLiveCall(const ApiRequest &request)
{
    ApiCall call{Protocol::RestJson, u"medialive"_s, {}, {}};
    const QStringList parts
        = QString::fromUtf8(QByteArray::fromPercentEncoding(request.path)).split(u'/');
    // "/prod/channels/1234567/alerts" comes apart as "", prod, channels, 1234567, alerts.
    if (request.method != "GET" || parts.size() < 3 || parts.size() > 5)
        return call;
    const QString collection = parts.at(2);
    const QString detail = parts.size() == 5 ? parts.at(4) : QString();
    call.resourceId = parts.size() > 3 ? parts.at(3) : QString();
    const bool channels = collection == "channels"_L1;
    if (parts.size() == 3 && channels)
        call.operation = u"ListChannels"_s;
    else if (parts.size() == 3 && collection == "inputs"_L1)
        call.operation = u"ListInputs"_s;
    else if (parts.size() == 4 && channels)
        call.operation = u"DescribeChannel"_s;
    else if (parts.size() == 4 && collection == "inputs"_L1)
        call.operation = u"DescribeInput"_s;
    else if (channels && detail == "alerts"_L1)
        call.operation = u"ListAlerts"_s;
    else if (channels && detail == "thumbnails"_L1)
        call.operation = u"DescribeThumbnails"_s;
    return call;
}

bool isCloudWatchOperation(const QString &name)
{
    return name == "GetMetricData"_L1 || name == "GetMetricStatistics"_L1
        || name == "ListMetrics"_L1 || name == "DescribeAlarms"_L1;
}

ApiCall postCall(const ApiRequest &request)
{
    const QString target = QString::fromLatin1(request.header("x-amz-target"));
    if (!target.isEmpty()) {
        ApiCall call{Protocol::AwsJson, {}, {}, {}};
        if (target.startsWith(kTargetPrefix)) {
            call.service = u"monitoring"_s;
            const QString name = target.mid(kTargetPrefix.size());
            if (isCloudWatchOperation(name))
                call.operation = name;
        }
        return call;
    }
    ApiCall call{Protocol::Query, {}, {}, {}};
    const QString version = parameter(request.body, "Version");
    const QString action = parameter(request.body, "Action");
    if (version == "2011-06-15"_L1) {
        call.service = u"sts"_s;
        if (action == "GetCallerIdentity"_L1 || action == "AssumeRole"_L1)
            call.operation = action;
    } else if (version == "2010-08-01"_L1) {
        call.service = u"monitoring"_s;
        if (isCloudWatchOperation(action))
            call.operation = action;
    }
    return call;
}

ApiReply jsonFailure(const ApiCall &call, const ApiRequest &request, const ApiFailure &failure)
{
    ApiReply reply;
    reply.status = failure.status;
    JsonShapeWriter body;
    body.beginStructure();
    if (call.protocol == Protocol::AwsJson) {
        reply.contentType = "application/x-amz-json-1.0";
        body.field("__type"_L1, QString("com.amazonaws.cloudwatch#"_L1 + failure.code));
        if (!request.header("x-amzn-query-mode").isEmpty()) {
            const QLatin1String fault = failure.status < 500 ? "Sender"_L1 : "Receiver"_L1;
            reply.headers.append({"x-amzn-query-error", (failure.code + u';' + fault).toUtf8()});
        }
    } else {
        reply.contentType = "application/json";
        // Some of AWS's front ends append where the name comes from; clients must cut it off.
        QByteArray type = failure.code.toUtf8();
        if (failure.status == 429)
            type += ":http://internal.example/throttling/";
        reply.headers.append({"x-amzn-ErrorType", type});
    }
    body.field(failure.capitalMessage ? "Message"_L1 : "message"_L1, failure.message);
    body.endStructure();
    reply.body = body.take();
    return reply;
}

ApiReply queryFailure(const ApiCall &call, const ApiFailure &failure, const QString &requestId)
{
    ApiReply reply;
    reply.status = failure.status;
    reply.contentType = "text/xml";
    const QByteArray space = call.service == "sts"_L1
        ? QByteArrayLiteral("https://sts.amazonaws.com/doc/2011-06-15/")
        : QByteArrayLiteral("http://monitoring.amazonaws.com/doc/2010-08-01/");
    reply.body = "<ErrorResponse xmlns=\"" + space + "\"><Error><Type>"
        + (failure.status < 500 ? "Sender" : "Receiver") + "</Type><Code>"
        + xmlEscaped(failure.code) + "</Code><Message>" + xmlEscaped(failure.message)
        + "</Message></Error><RequestId>" + xmlEscaped(requestId) + "</RequestId></ErrorResponse>";
    return reply;
}

} // namespace

QByteArray ApiRequest::header(QByteArrayView name) const
{
    for (const aws::HttpHeader &line : headers) {
        if (line.name.compare(name, Qt::CaseInsensitive) == 0)
            return line.value;
    }
    return {};
}

QString ApiRequest::queryValue(QByteArrayView name) const
{
    return parameter(query, name);
}

QString ApiRequest::formValue(QByteArrayView name) const
{
    return parameter(body, name);
}

QString ApiCall::iamAction() const
{
    const QLatin1String monitoring("cloudwatch");
    return (service == "monitoring"_L1 ? QString(monitoring) : service) + u':' + operation;
}

ApiCall routeOf(const ApiRequest &request)
{
    if (request.path == "/prod" || request.path.startsWith("/prod/"))
        return mediaLiveCall(request);
    if (request.method == "POST" && request.path == "/")
        return postCall(request);
    if (request.path.startsWith("/service/GraniteServiceVersion20100801/"))
        return {Protocol::AwsJson, u"monitoring"_s, {}, {}}; // RPC v2 CBOR is not spoken here
    return {Protocol::RestJson, {}, {}, {}};
}

ApiReply failureReply(const ApiCall &call, const ApiRequest &request, const ApiFailure &failure,
                      const QString &requestId)
{
    if (call.protocol == Protocol::Query)
        return queryFailure(call, failure, requestId);
    return jsonFailure(call, request, failure);
}

} // namespace tallylight::demo
