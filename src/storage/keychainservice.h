// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tallylight::storage {

/// True unless it is certain that no keychain can answer on this desktop: on Linux, that there is
/// no session bus, or that it neither runs nor can start a Secret Service or KWallet. Asks the bus
/// itself, a matter of a millisecond, and never a keychain, so nothing is unlocked by it. True on
/// other systems, whose keychain is always there.
bool keychainServiceMayAnswer();

} // namespace tallylight::storage
