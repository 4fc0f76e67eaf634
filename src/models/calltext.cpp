// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/calltext.h"

#include "models/callmodel.h"
#include "models/errortext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

struct CallText
{
    Q_DECLARE_TR_FUNCTIONS(CallText)
};

/// AWS's Date headers have whole seconds and travel a while.
constexpr qint64 kInStepSeconds = 2;

} // namespace

QString serviceTitle(Service service)
{
    switch (service) {
    case Service::MediaLive:
        return u"MediaLive"_s;
    case Service::CloudWatch:
        return u"CloudWatch"_s;
    case Service::Sts:
        return u"STS"_s;
    default:
        return signingName(service);
    }
}

QString callResult(const CallRecord &record)
{
    //: A call to AWS has succeeded
    return record.error ? errorTitle(*record.error) : CallText::tr("OK");
}

QString formatDuration(std::chrono::milliseconds duration)
{
    constexpr std::chrono::milliseconds kSecond{1000};
    if (duration < kSecond) {
        //: A duration in milliseconds
        return CallText::tr("%1 ms").arg(duration.count());
    }
    //: A duration in seconds
    return CallText::tr("%1 s").arg(formatNumber(static_cast<double>(duration.count()) / 1000.0));
}

QString clockSkewText(std::optional<qint64> seconds)
{
    if (!seconds) {
        //: Of a server's clock
        return CallText::tr("not known yet");
    }
    if (std::llabs(*seconds) <= kInStepSeconds) {
        //: A server's clock agrees with this computer's
        return CallText::tr("in step");
    }
    const QString much = formatAge(std::chrono::seconds(std::llabs(*seconds)));
    //: This computer's clock against a server's; %1 is a duration
    return *seconds > 0 ? CallText::tr("this computer is %1 behind").arg(much)
                        : CallText::tr("this computer is %1 ahead").arg(much);
}

QString callDetails(const CallRow &row, TimeZoneChoice zone)
{
    const CallRecord &record = row.record;
    QStringList lines;
    const auto fact = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << u"%1: %2"_s.arg(label, value);
    };
    if (!record.error) {
        lines << (record.attempts > 1
                      ? CallText::tr("It succeeded. More than one request was sent: an answer "
                                     "of several pages, or an attempt that failed first.")
                      : CallText::tr("It succeeded."));
    } else {
        // What it means first: that is what people open this for.
        const ApiError &error = *record.error;
        lines << errorTitle(error);
        if (const QString advice = errorAdvice(error); !advice.isEmpty())
            lines << advice;
        lines << QString();
        if (error.category == ErrorCategory::Forbidden)
            fact(CallText::tr("Missing permission"), iamAction(error));
        fact(CallText::tr("Error code"), error.code);
        //: What a server or the network layer said about an error
        fact(CallText::tr("In its own words"), error.message);
    }
    lines << QString();
    fact(CallText::tr("Operation"),
         u"%1, %2"_s.arg(record.operation, serviceTitle(record.service)));
    fact(CallText::tr("Profile"), row.profileName);
    fact(CallText::tr("Started"), formatTime(record.startedAt, zone));
    fact(CallText::tr("Took"), formatDuration(record.duration));
    fact(CallText::tr("Attempts"), QString::number(record.attempts));
    if (record.httpStatus != 0)
        fact(CallText::tr("HTTP status"), QString::number(record.httpStatus));
    fact(CallText::tr("Received"),
         QLocale().formattedDataSize(record.bytesReceived, 1, QLocale::DataSizeTraditionalFormat));
    if (record.metricsRequested > 0)
        fact(CallText::tr("Metrics asked for"), QString::number(record.metricsRequested));
    fact(CallText::tr("Request id"), record.requestId);
    fact(CallText::tr("Address"), record.host + record.path);
    if (record.clockSkewSeconds)
        fact(CallText::tr("Clock"), clockSkewText(record.clockSkewSeconds));
    return lines.join(u'\n');
}

} // namespace tallylight::models
