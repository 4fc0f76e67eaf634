// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/medialivejson.h"
#include "fuzz/fuzztarget.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::aws;
using namespace tallylight::fuzz;

namespace {

/// A decoder either names what is wrong, in few words, or returns rows that can be told apart.
template<typename T> void judgePage(const Parsed<Page<T>> &page)
{
    if (!page) {
        promise(!page.error().message.isEmpty(), "an error has words");
        promise(page.error().message.size() < 2000, "an error is short");
        return;
    }
    for (const T &item : page->items)
        promise(!item.id.isEmpty(), "every item has an id");
}

/// What is shown and exported as a target names nobody's password.
void judgeTarget(const QString &target)
{
    const QUrl url(target.section(u' ', 0, 0), QUrl::StrictMode);
    promise(!url.isValid() || url.host().isEmpty() || url.password().isEmpty()
                || url.password() == "***"_L1,
            "a target's password is masked");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = bytesOf(data, size);
    const auto channels = channelsFromJson(body);
    judgePage(channels);
    if (channels) {
        for (const Channel &channel : channels->items) {
            for (const ChannelDestination &destination : channel.destinations) {
                for (const QString &target : destination.targets)
                    judgeTarget(target);
            }
        }
    }
    const auto inputs = inputsFromJson(body);
    judgePage(inputs);
    if (inputs) {
        for (const Input &input : inputs->items) {
            for (const InputSource &source : input.sources)
                judgeTarget(source.url);
        }
    }
    judgePage(alertsFromJson(body, u"123"_s));
    const auto channel = channelFromJson(body);
    promise(!channel || !channel->id.isEmpty(), "a channel has an id");
    const auto input = inputFromJson(body);
    promise(!input || !input->id.isEmpty(), "an input has an id");
    const auto thumbnails = thumbnailsFromJson(body);
    promise(thumbnails || !thumbnails.error().message.isEmpty(), "an error has words");
    return 0;
}
