// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jumpsearch.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("JumpSearch", source);
}

bool hasAllWords(const QString &folded, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&folded](const QString &word) { return folded.contains(word); });
}

/// How well a target fits the query, the best first.
enum class Fit {
    Name,
    NamePrefix,
    WordPrefix,
    Id,
    IdPrefix,
    NamePart,
    IdPart,
    Elsewhere, ///< in a tag, an address, another column
};

/// True when a word of \a folded, which isn't its first, begins with \a query.
bool hasWordPrefix(const QString &folded, const QString &query)
{
    for (qsizetype at = folded.indexOf(query, 1); at >= 0; at = folded.indexOf(query, at + 1)) {
        if (!folded.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

Fit fitOf(const QString &name, const QString &id, const QString &query)
{
    if (name == query)
        return Fit::Name;
    if (name.startsWith(query))
        return Fit::NamePrefix;
    if (hasWordPrefix(name, query))
        return Fit::WordPrefix;
    if (id == query)
        return Fit::Id;
    if (id.startsWith(query))
        return Fit::IdPrefix;
    if (name.contains(query))
        return Fit::NamePart;
    return id.contains(query) ? Fit::IdPart : Fit::Elsewhere;
}

/// Enough to rank by, without making a target of each of ten thousand rows.
struct Candidate
{
    Fit fit = Fit::Elsewhere;
    JumpTarget::Kind kind = JumpTarget::Kind::Page;
    qsizetype length = 0; ///< of the name
    std::function<JumpTarget()> target;

    bool operator<(const Candidate &other) const
    {
        return std::tie(fit, kind, length) < std::tie(other.fit, other.kind, other.length);
    }
};

Candidate candidate(JumpTarget::Kind kind, const QString &name, const QString &id,
                    const QString &query, std::function<JumpTarget()> target)
{
    return {fitOf(models::foldedForSearch(name), models::foldedForSearch(id), query), kind,
            name.size(), std::move(target)};
}

JumpTarget pageTarget(Page page)
{
    return {JumpTarget::Kind::Page,
            page,
            {},
            {},
            pageTitle(page),
            translated(QT_TRANSLATE_NOOP("JumpSearch", "Page")),
            models::StateLevel::None};
}

JumpTarget regionTarget(const RegionOverview &region)
{
    return {JumpTarget::Kind::Profile,
            Page::General,
            region.profile.id,
            {},
            region.profile.name,
            //: What kind of thing a jump leads to, and its AWS region.
            translated(QT_TRANSLATE_NOOP("JumpSearch", "Region · %1")).arg(region.profile.region),
            region.level};
}

JumpTarget channelTarget(const models::ChannelModel &model, int row)
{
    const models::ChannelRow &one = *model.rowAt(row);
    return {JumpTarget::Kind::Channel, Page::Channels, one.profile.id, one.channel.id,
            one.channel.name.isEmpty() ? one.channel.id : one.channel.name,
            //: A channel's id and the profile it belongs to.
            translated(QT_TRANSLATE_NOOP("JumpSearch", "Channel %1 · %2"))
                .arg(one.channel.id, one.profile.name),
            model.verdictAt(row).level};
}

JumpTarget inputTarget(const models::InputModel &model, int row)
{
    const models::InputRow &one = *model.rowAt(row);
    return {JumpTarget::Kind::Input,
            Page::Inputs,
            one.profile.id,
            one.input.id,
            one.input.name.isEmpty() ? one.input.id : one.input.name,
            translated(QT_TRANSLATE_NOOP("JumpSearch", "Input %1 · %2"))
                .arg(one.input.id, one.profile.name),
            model.verdictAt(row).level};
}

} // namespace

QString pageTitle(Page page)
{
    switch (page) {
    case Page::General:
        //: Tab: accounts, endpoints and how the APIs answer.
        return translated(QT_TRANSLATE_NOOP("JumpSearch", "General"));
    case Page::Inputs:
        return translated(QT_TRANSLATE_NOOP("JumpSearch", "Inputs"));
    case Page::Channels:
        return translated(QT_TRANSLATE_NOOP("JumpSearch", "Channels"));
    case Page::Health:
        return translated(QT_TRANSLATE_NOOP("JumpSearch", "Channels Health"));
    }
    return {};
}

QString pageName(Page page)
{
    switch (page) {
    case Page::General:
        return u"general"_s;
    case Page::Inputs:
        return u"inputs"_s;
    case Page::Channels:
        return u"channels"_s;
    case Page::Health:
        return u"health"_s;
    }
    return {};
}

QList<Page> allPages()
{
    return {Page::General, Page::Inputs, Page::Channels, Page::Health};
}

QList<JumpTarget> findJumpTargets(const QString &query, const QList<RegionOverview> &regions,
                                  const models::ChannelModel &channels,
                                  const models::InputModel &inputs, int limit)
{
    const QString folded = models::foldedForSearch(query.simplified());
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    std::vector<Candidate> found;
    const QList<Page> pages = allPages();
    for (const Page page : pages) {
        if (hasAllWords(models::foldedForSearch(pageTitle(page)), words))
            found.push_back(candidate(JumpTarget::Kind::Page, pageTitle(page), {}, folded,
                                      [page] { return pageTarget(page); }));
    }
    for (const RegionOverview &region : regions) {
        const Profile &profile = region.profile;
        const QString all = profile.name + u' ' + profile.region + u' ' + profile.accountId;
        if (hasAllWords(models::foldedForSearch(all), words))
            found.push_back(candidate(JumpTarget::Kind::Profile, profile.name, profile.region,
                                      folded, [&region] { return regionTarget(region); }));
    }
    for (int row = 0; !words.isEmpty() && row < channels.rowCount(); ++row) {
        if (!hasAllWords(channels.searchTextAt(row), words))
            continue;
        const Channel &channel = channels.rowAt(row)->channel;
        found.push_back(candidate(JumpTarget::Kind::Channel, channel.name, channel.id, folded,
                                  [&channels, row] { return channelTarget(channels, row); }));
    }
    for (int row = 0; !words.isEmpty() && row < inputs.rowCount(); ++row) {
        if (!hasAllWords(inputs.searchTextAt(row), words))
            continue;
        const Input &input = inputs.rowAt(row)->input;
        found.push_back(candidate(JumpTarget::Kind::Input, input.name, input.id, folded,
                                  [&inputs, row] { return inputTarget(inputs, row); }));
    }
    // An empty query offers pages and regions in their own order.
    if (!words.isEmpty())
        std::stable_sort(found.begin(), found.end());
    QList<JumpTarget> targets;
    for (const Candidate &one : found) {
        if (targets.size() >= limit)
            break;
        targets.append(one.target());
    }
    return targets;
}

} // namespace tallylight::ui
