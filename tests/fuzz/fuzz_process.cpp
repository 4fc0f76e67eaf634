// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/processcredentials.h"
#include "fuzz/fuzztarget.h"
#include "storage/credentialsjson.h"

using namespace tallylight;
using namespace tallylight::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray output = bytesOf(data, size);
    const auto credentials = processCredentials(output);
    if (credentials) {
        promise(credentials->isComplete(), "credentials can sign");
    } else {
        promise(!credentials.error().isEmpty(), "an error has words");
        promise(!credentials.error().contains(QStringLiteral("SECRETOFTHECORPUS")),
                "an error quotes nothing");
    }
    // What a keychain gives back may have been changed by others, too.
    const auto stored = storage::credentialsFromJson(Secret(output));
    promise(!stored || stored->isComplete(), "stored credentials can sign");
    return 0;
}
