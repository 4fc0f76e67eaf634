// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jumpsearch.h"

#include <QCoreApplication>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

// Enough to rank among; a query that finds more is not finished being typed.
constexpr qsizetype kMostCandidates = 400;

QString translated(const char *source)
{
    return QCoreApplication::translate("JumpSearch", source);
}

bool hasAllWords(const QString &folded, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&folded](const QString &word) { return folded.contains(word); });
}

/// Exact, beginning, then anywhere; pages and profiles before resources that match as well.
int rank(const JumpTarget &target, const QString &query)
{
    const QString title = models::foldedForSearch(target.title);
    int place = 2;
    if (title == query || target.id == query)
        place = 0;
    else if (title.startsWith(query))
        place = 1;
    return place * 10 + static_cast<int>(target.kind);
}

template<typename Model, typename Describe>
void collect(const Model &model, const QStringList &words, QList<JumpTarget> &found,
             const Describe &describe)
{
    qsizetype taken = 0;
    for (int row = 0; row < model.rowCount() && taken < kMostCandidates; ++row) {
        if (!hasAllWords(model.searchTextAt(row), words))
            continue;
        JumpTarget target = describe(*model.rowAt(row));
        target.profileId = model.profileAt(row).id;
        target.level = model.verdictAt(row).level;
        found.append(target);
        ++taken;
    }
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
    const QString folded = models::foldedForSearch(query.trimmed());
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    QList<JumpTarget> found;
    const QList<Page> pages = allPages();
    for (const Page page : pages) {
        if (hasAllWords(models::foldedForSearch(pageTitle(page)), words))
            found.append({JumpTarget::Kind::Page,
                          page,
                          {},
                          {},
                          pageTitle(page),
                          translated(QT_TRANSLATE_NOOP("JumpSearch", "Page")),
                          models::StateLevel::None});
    }
    for (const RegionOverview &region : regions) {
        const QString all
            = region.profile.name + u' ' + region.profile.region + u' ' + region.profile.accountId;
        if (hasAllWords(models::foldedForSearch(all), words))
            found.append({JumpTarget::Kind::Profile,
                          Page::General,
                          region.profile.id,
                          {},
                          region.profile.name,
                          //: What kind of thing a jump leads to, and its AWS region.
                          translated(QT_TRANSLATE_NOOP("JumpSearch", "Region · %1"))
                              .arg(region.profile.region),
                          region.level});
    }
    if (!words.isEmpty()) {
        collect(channels, words, found, [](const models::ChannelRow &row) {
            return JumpTarget{JumpTarget::Kind::Channel,
                              Page::Channels,
                              {},
                              row.channel.id,
                              row.channel.name.isEmpty() ? row.channel.id : row.channel.name,
                              //: A channel's id and the profile it belongs to.
                              translated(QT_TRANSLATE_NOOP("JumpSearch", "Channel %1 · %2"))
                                  .arg(row.channel.id, row.profile.name),
                              {}};
        });
        collect(inputs, words, found, [](const models::InputRow &row) {
            return JumpTarget{JumpTarget::Kind::Input,
                              Page::Inputs,
                              {},
                              row.input.id,
                              row.input.name.isEmpty() ? row.input.id : row.input.name,
                              translated(QT_TRANSLATE_NOOP("JumpSearch", "Input %1 · %2"))
                                  .arg(row.input.id, row.profile.name),
                              {}};
        });
    }
    std::stable_sort(found.begin(), found.end(),
                     [&folded](const JumpTarget &a, const JumpTarget &b) {
                         return rank(a, folded) < rank(b, folded);
                     });
    return found.mid(0, limit);
}

} // namespace tallylight::ui
