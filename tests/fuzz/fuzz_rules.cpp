// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/costmeter.h"
#include "core/healthrulesjson.h"
#include "core/inventoryjson.h"
#include "core/redact.h"
#include "fuzz/fuzztarget.h"

#include <optional>

using namespace tallylight;
using namespace tallylight::fuzz;

/// Files of the program's own that somebody may have edited, and the texts that are redacted.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    readHealthRules(bytes, [](const QString &) { return std::optional<HealthRule>(); });
    if (const auto channel = channelFromJson(bytes))
        promise(channelFromJson(channelToJson(*channel)).has_value(), "a channel can be kept");
    if (const auto input = inputFromJson(bytes))
        promise(inputFromJson(inputToJson(*input)).has_value(), "an input can be kept");
    // What can't be kept, such as a time no calendar has, is lost at the first writing.
    const QByteArray kept = CostMeter::fromJson(CostMeter::fromJson(bytes).toJson()).toJson();
    promise(CostMeter::fromJson(kept).toJson() == kept, "what was counted can be kept");
    const QString text = QString::fromUtf8(bytes);
    const QString once = redact(text);
    promise(redact(once, {QStringLiteral("IQoJb3JpZ2luX2VjEXAMPLETOKEN")})
                    .contains(QStringLiteral("IQoJb3JpZ2luX2VjEXAMPLETOKEN"))
                == false,
            "a known secret is taken out");
    return 0;
}
