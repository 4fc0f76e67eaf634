// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/ssojson.h"
#include "core/ssotoken.h"
#include "fuzz/fuzztarget.h"

using namespace tallylight;
using namespace tallylight::fuzz;

namespace {

template<typename T> void errorHasWords(const aws::Parsed<T> &parsed)
{
    if (parsed)
        return;
    promise(!parsed.error().message.isEmpty(), "an error has words");
    promise(parsed.error().message.size() < 2000, "an error is short");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto client = aws::ssoRegistrationFromReply(bytes);
    errorHasWords(client);
    if (client)
        promise(!client->clientSecret.isEmpty(), "a registration has a secret");
    const auto device = aws::deviceAuthorizationFromReply(bytes);
    errorHasWords(device);
    if (device) {
        promise(isStartUrl(device->page().toString()), "a page is https");
        promise(device->interval.count() >= 0 && device->expiresIn.count() >= 0, "no time below 0");
    }
    const auto grant = aws::ssoGrantFromReply(bytes);
    errorHasWords(grant);
    const auto keys = aws::roleCredentialsFromReply(bytes);
    errorHasWords(keys);
    if (keys)
        promise(keys->isComplete(), "a role has keys");
    errorHasWords(aws::ssoAccountsFromReply(bytes));
    errorHasWords(aws::ssoRolesFromReply(bytes));

    const auto token = ssoTokenFromJson(bytes);
    if (token) {
        promise(token->expiresAt.isValid(), "a token has an end");
        const auto again = ssoTokenFromJson(ssoTokenToJson(*token, {}));
        promise(again && again->accessToken == token->accessToken, "a token can be written");
    } else {
        promise(!token.error().isEmpty(), "an error has words");
    }
    (void) ssoRegistrationFromJson(bytes);
    return 0;
}
