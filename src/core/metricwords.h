// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jsonwords.h"
#include "core/metricinfo.h"

#include <array>

namespace tallylight {

/// What "appliesWhen" may say, in metrics.json and in the health rules alike.
inline constexpr std::array kAppliesWords{
    Word{QLatin1StringView("always"), MetricApplies::Always},
    Word{QLatin1StringView("rtpInput"), MetricApplies::RtpInput},
    Word{QLatin1StringView("inputFailover"), MetricApplies::InputFailover},
    Word{QLatin1StringView("httpOutput"), MetricApplies::HttpOutput},
    Word{QLatin1StringView("twoPipelines"), MetricApplies::TwoPipelines},
    Word{QLatin1StringView("pipelineLocking"), MetricApplies::PipelineLocking},
    Word{QLatin1StringView("mediaQualityOutput"), MetricApplies::MediaQualityOutput},
    Word{QLatin1StringView("audioOutput"), MetricApplies::AudioOutput},
    Word{QLatin1StringView("linkDevice"), MetricApplies::LinkDevice},
};

} // namespace tallylight
