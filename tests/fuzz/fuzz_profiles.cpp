// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzztarget.h"
#include "storage/profilejson.h"

#include <QSet>

using namespace tallylight;
using namespace tallylight::fuzz;
using namespace tallylight::storage;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json = bytesOf(data, size);
    const auto profiles = profilesFromJson(json);
    if (!profiles) {
        promise(!profiles.error().detail.isEmpty(), "an error says where");
        return 0;
    }
    QSet<QString> ids;
    for (const Profile &profile : *profiles) {
        promise(!profile.id.isEmpty() && !ids.contains(profile.id), "ids are unique");
        ids.insert(profile.id);
    }
    const QByteArray written = profilesToJson(*profiles, unknownRootFields(json));
    const auto again = profilesFromJson(written);
    promise(again.hasValue(), "what is written can be read");
    promise(profilesToJson(*again, unknownRootFields(written)) == written,
            "writing what was read changes nothing");
    return 0;
}
