// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/awsconfig.h"
#include "core/credentialplan.h"
#include "fuzz/fuzztarget.h"

using namespace tallylight;
using namespace tallylight::fuzz;

namespace {

void readAs(AwsFileKind kind, const QByteArray &text, AwsConfig *config)
{
    const QString file = QStringLiteral("the-file");
    const auto read = parseAwsConfig(text, kind, file);
    if (!read) {
        promise(read.error().file == file, "an error names the file");
        promise(read.error().line >= 0, "lines count from one");
        // Errors may be shown and logged; a line of such a file may hold a key.
        promise(!read.error().detail.contains(QStringLiteral("SECRETOFTHECORPUS")),
                "an error quotes no line");
        return;
    }
    *config = *read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = bytesOf(data, size);
    AwsConfig config;
    AwsConfig credentials;
    readAs(AwsFileKind::Config, text, &config);
    readAs(AwsFileKind::Credentials, text, &credentials);
    const AwsConfig merged = mergedAwsConfig(config, credentials);
    promise(merged.profiles.size() >= config.profiles.size(), "merging loses no profile");
    for (auto it = merged.profiles.begin(); it != merged.profiles.end(); ++it) {
        // Chains of roles may run in circles; a plan has an end all the same.
        const auto plan = credentialPlan(merged, it.key());
        promise(plan.hasValue() || it.key().isEmpty() || !plan.error().profile.isEmpty(),
                "a problem says in which profile");
        const AwsProfileSettings settings = awsProfileSettings(merged, it.key());
        for (const QUrl &url : {settings.medialive, settings.monitoring, settings.sts}) {
            promise(url.isEmpty() || checkEndpoint(url) == EndpointProblem::None,
                    "an endpoint that may not be one is told apart");
        }
    }
    shellWords(QString::fromUtf8(text));
    windowsWords(QString::fromUtf8(text));
    return 0;
}
