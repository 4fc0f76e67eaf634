// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/httpmessage.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallylight::demo {

/// A request as it arrived, byte for byte where it matters for the signature.
struct ApiRequest
{
    QByteArray method;
    QByteArray path; ///< as on the wire, percent-encoded
    QByteArray query; ///< as on the wire, without the '?'
    QList<aws::HttpHeader> headers;
    QByteArray body;

    /// The first value of a header, in whatever case either is written.
    QByteArray header(QByteArrayView name) const;
    /// A query parameter, decoded; null when it is absent.
    QString queryValue(QByteArrayView name) const;
    /// A parameter of a form in the body, decoded; null when it is absent.
    QString formValue(QByteArrayView name) const;
};

/// An answer before it is put on the wire.
struct ApiReply
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<aws::HttpHeader> headers;
};

/// How a service spells calls and errors.
enum class Protocol {
    RestJson, ///< MediaLive: paths, lowerCamelCase
    AwsJson, ///< CloudWatch, AWS JSON 1.0
    Query, ///< STS, and CloudWatch for older clients: forms and XML
};

/// Which call a request is.
struct ApiCall
{
    Protocol protocol = Protocol::RestJson;
    QString service; ///< signing name; empty when no service could be told
    QString operation; ///< "ListChannels"; empty for a path or action that is not offered
    QString resourceId; ///< channel or input id of the path

    bool isKnown() const { return !operation.isEmpty(); }
    /// How an IAM policy names it: "medialive:ListChannels", "cloudwatch:GetMetricData".
    QString iamAction() const;
};

/// Finds out which call \a request is, from path, X-Amz-Target or form.
ApiCall routeOf(const ApiRequest &request);

/// A failure as a service means it; how it looks depends on the protocol.
struct ApiFailure
{
    int status = 400;
    QString code; ///< without prefix and suffix
    QString message;
    bool capitalMessage = false; ///< "Message" instead of "message", as access control writes it
};

/// \a failure in the shape of \a call's protocol, with the headers that go with it (aws-facts §1.4,
/// §2.2, §2.4).
ApiReply failureReply(const ApiCall &call, const ApiRequest &request, const ApiFailure &failure,
                      const QString &requestId);

} // namespace tallylight::demo
