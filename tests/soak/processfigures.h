// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tallylight::soak {

/// What this process holds right now.
struct ProcessFigures
{
    double residentMb = 0.0; ///< what the system counts
    double heapMb
        = 0.0; ///< handed out by malloc and not given back: free of the allocator's own slack
    double keptMb = 0.0; ///< of it for charts to be shown again, which has a limit of its own
    int files = 0; ///< open descriptors
    int threads = 0;
};

/// Reads them from /proc and from the allocator; zeros where the system has neither.
ProcessFigures processFigures();

} // namespace tallylight::soak
