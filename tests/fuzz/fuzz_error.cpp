// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/errorparser.h"
#include "fuzz/fuzztarget.h"

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::fuzz;

namespace {

/// An answer as people write it down: the status, header lines, an empty line, the body.
HttpResponse responseFrom(const QByteArray &text)
{
    HttpResponse response;
    qsizetype position = 0;
    const auto nextLine = [&text, &position] {
        const qsizetype end = text.indexOf('\n', position);
        const QByteArray line = text.mid(position, end < 0 ? -1 : end - position);
        position = end < 0 ? text.size() : end + 1;
        return line;
    };
    response.status = nextLine().trimmed().toInt();
    while (position < text.size()) {
        const QByteArray line = nextLine();
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        response.headers.append({line.left(colon), line.mid(colon + 1)});
    }
    response.body = text.mid(position);
    return response;
}

bool quotes(const ApiError &error, const QString &secret)
{
    return error.code.contains(secret) || error.message.contains(secret)
        || error.requestId.contains(secret) || error.toLogLine().contains(secret);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // The corpus quotes it, as a hostile server could.
    const QString secret = u"IQoJb3JpZ2luX2VjEXAMPLETOKEN"_s;
    const HttpResponse response = responseFrom(bytesOf(data, size));
    const ApiError error = errorFromResponse(response, {secret});
    promise(error.message.size() <= 300, "a message is short");
    promise(!error.message.isEmpty(), "an error has words");
    promise(!error.message.contains(u'\n') && !error.code.contains(u'\n'), "texts have one line");
    promise(error.code.size() <= 128 && error.requestId.size() <= 128, "code and id are short");
    promise(!quotes(error, secret), "a session token is not repeated");
    promise(response.status < 400 || error.category != ErrorCategory::None, "an error is one");

    const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    const auto wait = retryAfter(response, now);
    promise(!wait || wait->count() >= 0, "nobody waits backwards");
    promise(!wait || *wait <= std::chrono::hours(24), "nobody waits forever");
    serverDate(response);
    return 0;
}
