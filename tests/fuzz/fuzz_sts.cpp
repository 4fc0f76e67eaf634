// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/stsxml.h"
#include "fuzz/fuzztarget.h"

using namespace tallylight::aws;
using namespace tallylight::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto identity = callerIdentityFromXml(bytesOf(data, size));
    if (identity) {
        promise(!identity->account.isEmpty(), "an identity has an account");
    } else {
        promise(!identity.error().message.isEmpty(), "an error has words");
        promise(identity.error().message.size() < 2000, "an error is short");
    }
    const auto role = assumedRoleFromXml(bytesOf(data, size));
    if (role) {
        promise(role->credentials.isComplete(), "a role has keys");
        promise(!role->credentials.sessionToken.isEmpty(), "a role has a session token");
        promise(role->credentials.expiresAt.isValid(), "a role's keys have an end");
    } else {
        promise(!role.error().message.isEmpty(), "an error has words");
        promise(role.error().message.size() < 2000, "an error is short");
    }
    return 0;
}
