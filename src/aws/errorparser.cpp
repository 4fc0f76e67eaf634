// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/errorparser.h"

#include "core/errorcodes.h"
#include "core/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

constexpr qsizetype kMaxExcerpt = 300;
constexpr qsizetype kMaxExamined = 8192; // of an error body; a hostile one may be megabytes

QString firstString(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        const QString text = object.value(key).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// What is looked at of \a text. The word at the cut is dropped: half a secret would not be
/// recognised as one.
QString withoutTornWord(const QString &text)
{
    if (text.size() <= kMaxExamined)
        return text;
    qsizetype end = kMaxExamined;
    while (end > 0 && !text.at(end - 1).isSpace() && text.at(end - 1) != u'>')
        --end;
    return text.left(end);
}

struct BodyError
{
    QString code;
    QString message;
    QString requestId;
};

BodyError errorFromJson(const QJsonObject &object)
{
    BodyError error;
    error.code = firstString(object, {"__type"_L1, "code"_L1, "Code"_L1, "error"_L1});
    error.message = firstString(
        object, {"message"_L1, "Message"_L1, "errorMessage"_L1, "error_description"_L1});
    const QJsonArray problems = object.value("validationErrors"_L1).toArray();
    for (const QJsonValue &problem : problems) {
        error.message += u" ["_s + problem["elementPath"_L1].toString() + u": "_s
            + problem["errorMessage"_L1].toString() + u']';
    }
    return error;
}

/// <ErrorResponse><Error><Code>…</Code><Message>…</Message></Error><RequestId>…: the first of each
/// counts.
BodyError errorFromXml(const QByteArray &body)
{
    BodyError error;
    QXmlStreamReader xml(body);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        QString *field = nullptr;
        if (xml.name() == "Code"_L1)
            field = &error.code;
        else if (xml.name() == "Message"_L1)
            field = &error.message;
        else if (xml.name() == "RequestId"_L1 || xml.name() == "RequestID"_L1)
            field = &error.requestId;
        if (field != nullptr && field->isEmpty())
            *field = xml.readElementText(QXmlStreamReader::SkipChildElements);
    }
    return error;
}

bool looksLikeHtml(const QByteArray &body)
{
    const QByteArray start = body.left(256).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

BodyError errorFromBody(const QByteArray &wholeBody, const QStringList &secrets)
{
    const QByteArray trimmed = wholeBody.trimmed();
    const QJsonDocument document = QJsonDocument::fromJson(trimmed);
    if (document.isObject())
        return errorFromJson(document.object());
    // One byte more than is looked at tells that there was more.
    const QByteArray body = trimmed.left(kMaxExamined + 1);
    BodyError error;
    if (body.startsWith('<') && !looksLikeHtml(body)) {
        error = errorFromXml(body);
        if (!error.code.isEmpty() || !error.message.isEmpty())
            return error;
    }
    error.message = body.startsWith('<') ? textOfMarkup(body, secrets) : QString::fromUtf8(body);
    return error;
}

} // namespace

QString excerpt(const QString &text, const QStringList &secrets)
{
    QString line = redact(withoutTornWord(text).simplified(), secrets);
    if (line.size() > kMaxExcerpt)
        line = line.left(kMaxExcerpt - 1) + u'…';
    return line;
}

QString textOfMarkup(const QByteArray &body, const QStringList &secrets)
{
    static const QRegularExpression title(u"<title[^>]*>(.*?)</title>"_s,
                                          QRegularExpression::CaseInsensitiveOption
                                              | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression noText(u"<(script|style)\\b.*?</\\1\\s*>"_s,
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>?"_s);
    QString text = withoutTornWord(QString::fromUtf8(body.left(kMaxExamined + 1)));
    const QRegularExpressionMatch match = title.match(text);
    if (match.hasMatch() && !match.capturedView(1).trimmed().isEmpty())
        return excerpt(match.captured(1), secrets);
    text.replace(noText, u" "_s).replace(tag, u" "_s);
    return excerpt(text, secrets);
}

ApiError errorFromResponse(const HttpResponse &response, const QStringList &secrets)
{
    const BodyError body = errorFromBody(response.body, secrets);
    // With the query-error header its first part is the code people know from the documentation.
    QString code = QString::fromUtf8(response.header("x-amzn-query-error")).section(u';', 0, 0);
    if (code.trimmed().isEmpty())
        code = QString::fromUtf8(response.header("x-amzn-ErrorType"));
    if (code.trimmed().isEmpty())
        code = body.code;

    ApiError error;
    error.httpStatus = response.status;
    error.code = excerpt(sanitizedErrorCode(code), secrets).left(128);
    error.message = excerpt(body.message, secrets);
    if (error.message.isEmpty())
        error.message = u"HTTP %1 without an explanation"_s.arg(response.status);
    error.requestId = requestId(response, secrets);
    if (error.requestId.isEmpty())
        error.requestId = excerpt(body.requestId, secrets).left(128);
    error.category = categoryFor(error.code, response.status);
    if (response.status >= 300 && response.status < 400) {
        error.category = ErrorCategory::Server;
        error.message = u"redirect not followed (HTTP %1)"_s.arg(response.status);
    } else if (saysClockSkew(error)) {
        error.category = ErrorCategory::Skew;
    } else if (error.code.isEmpty() && response.status < 500 && isWebPage(response)) {
        // Above that AWS's own front doors write pages, too.
        error.code = errorcodes::kWebPage;
        // Whoever wrote the page refuses something, but it is not AWS that refuses a permission.
        const bool canWait = error.category == ErrorCategory::Throttled
            || error.category == ErrorCategory::Timeout;
        if (response.status >= 400 && response.status < 500 && !canWait)
            error.category = ErrorCategory::Malformed;
    }
    return error;
}

bool isWebPage(const HttpResponse &response)
{
    return looksLikeHtml(response.body) && requestId(response).isEmpty();
}

QString requestId(const HttpResponse &response, const QStringList &secrets)
{
    for (const char *name : {"x-amzn-requestid", "x-amz-request-id", "x-amz-apigw-id"}) {
        const QByteArray value = response.header(name);
        if (!value.isEmpty())
            return excerpt(QString::fromUtf8(value), secrets).left(128);
    }
    return {};
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse &response,
                                                    const QDateTime &utcNow)
{
    using std::chrono::milliseconds;
    constexpr qint64 kLongest = 24 * 3600 * 1000;
    bool isNumber = false;
    const qint64 asked = response.header("x-amz-retry-after").trimmed().toLongLong(&isNumber);
    if (isNumber && asked >= 0)
        return milliseconds(std::min(asked, kLongest));

    const QByteArray standard = response.header("Retry-After").trimmed();
    if (standard.isEmpty())
        return std::nullopt;
    const double seconds = standard.toDouble(&isNumber);
    if (isNumber && seconds >= 0.0)
        return milliseconds(
            static_cast<qint64>(std::min(seconds, double(kLongest) / 1000.0) * 1000.0));
    const QDateTime until = serverDate(HttpResponse{0, {{"Date", standard}}, {}});
    if (!until.isValid())
        return std::nullopt;
    return milliseconds(std::clamp<qint64>(utcNow.msecsTo(until), 0, kLongest));
}

QDateTime serverDate(const HttpResponse &response)
{
    const QByteArray amzDate = response.header("x-amz-date").trimmed();
    QDateTime date = QDateTime::fromString(QString::fromLatin1(amzDate), u"yyyyMMdd'T'HHmmss'Z'"_s);
    if (date.isValid()) {
        date.setTimeSpec(Qt::UTC);
        return date;
    }
    // RFC 1123 dates end in "GMT", which Qt's RFC 2822 parser does not know.
    QString text = QString::fromLatin1(response.header("Date").trimmed());
    if (!text.endsWith(" GMT"_L1))
        return {};
    text.replace(text.size() - 3, 3, u"+0000"_s);
    return QDateTime::fromString(text, Qt::RFC2822Date).toUTC();
}

bool mayBeClockSkew(const ApiError &error)
{
    return error.category == ErrorCategory::Skew || error.code == "InvalidSignatureException"_L1
        || error.code == "SignatureDoesNotMatch"_L1 || error.code == "AuthFailure"_L1;
}

bool saysClockSkew(const ApiError &error)
{
    return error.category == ErrorCategory::Skew
        || (mayBeClockSkew(error)
            && (error.message.contains("Signature expired"_L1)
                || error.message.contains("Signature not yet current"_L1)));
}

} // namespace tallylight::aws
