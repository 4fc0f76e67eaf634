// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace tallylight {

/// What a channel's configuration says about which metrics can apply to it (aws-facts §3.2). Every
/// part is nullopt until MediaLive has told; the attachments come with ListChannels, the rest only
/// with DescribeChannel. Unknown is neither yes nor no.
struct ChannelTraits
{
    std::optional<bool> hasFailoverPair; ///< automatic input failover: PrimaryInputActive applies
    std::optional<bool> primaryPreferred; ///< it returns to its primary input when that is back
    std::optional<bool> hasHttpOutput; ///< Output4xxErrors and Output5xxErrors apply
    std::optional<bool> lockingConfigured; ///< the pipelines are to be locked: PipelinesLocked
                                           ///< applies

    bool operator==(const ChannelTraits &) const = default;
};

} // namespace tallylight
