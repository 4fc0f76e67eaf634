// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/names.h"

#include "demo/demohash.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

// Every seventeenth channel has one of these: what breaks a layout should be seen in the demo
// first.
constexpr int kLongNameEvery = 17;
constexpr int kLongNameAt = 5;

const QStringList &longNames()
{
    static const QStringList names{
        u"Regionalfenster Mecklenburgische Seenplatte und Vorpommersche Boddenlandschaft (Vorabend, Untertitel)"_s,
        u"みなと放送 地域情報チャンネル 湾岸スタジオ第二副調整室（字幕・解説放送あり）"_s,
        u"Sondersendungsübertragungskanal Hochwasserlagezentrum Donau-Ries"_s,
        u"北斗ニュース 24時間ライブ配信 国際放送向け 多言語字幕版"_s,
        u"Bürgerschaftssitzungslivestream mit Gebärdensprachdolmetschung"_s,
        u"あおぞらテレビ 高校野球 地方大会 第三球場 予備系"_s,
    };
    return names;
}

QStringList brands(const QString &region)
{
    if (region.startsWith("ap-northeast"_L1))
        return {u"みなと放送"_s,  u"あおぞらテレビ"_s, u"北斗ニュース"_s,      u"さくらシネマ"_s,
                u"Kaze Sports"_s, u"Hinode Kids"_s,    u"潮風ラジオビジョン"_s};
    if (region.startsWith("us-"_L1) || region.startsWith("ca-"_L1))
        return {u"Cascadia One"_s, u"Redwood"_s,       u"Pacific Ledger"_s, u"Bluebird"_s,
                u"Prairie"_s,      u"Juniper Creek"_s, u"Harbor & Pine"_s};
    return {u"Nordlicht"_s, u"Kanal Elbe"_s, u"Alpenfunk"_s,          u"Rheinwelle"_s,
            u"Havelbild"_s, u"Moselkanal"_s, u"Küstenfernsehen Süd"_s};
}

QStringList genres(const QString &region)
{
    if (region.startsWith("ap-northeast"_L1))
        return {u"ニュース24"_s, u"スポーツ1"_s, u"ドラマ"_s, u"キッズ"_s,   u"天気"_s, u"映画"_s,
                u"Event 1"_s,    u"Event 2"_s,   u"音楽"_s,   u"国会中継"_s, u"Test"_s};
    if (region.startsWith("us-"_L1) || region.startsWith("ca-"_L1))
        return {u"News 24"_s,  u"Sports 1"_s, u"Sports 2"_s,     u"Movies"_s,
                u"Kids"_s,     u"Weather"_s,  u"City Council"_s, u"Music"_s,
                u"Outdoors"_s, u"Event 1"_s,  u"Event 2"_s};
    return {u"Nachrichten 24"_s, u"Sport 1"_s,         u"Sport 2"_s,        u"Film"_s,
            u"Kinder"_s,         u"Wetter"_s,          u"Landtag"_s,        u"Musik"_s,
            u"Doku"_s,           u"Veranstaltung 1"_s, u"Veranstaltung 2"_s};
}

QString withNumber(const QString &name, int round)
{
    return round == 0 ? name : name + u" · "_s + QString::number(round + 1);
}

} // namespace

QString channelName(int index, const QString &region, quint32 seed)
{
    if (index % kLongNameEvery == kLongNameAt) {
        const int turn = index / kLongNameEvery;
        const int count = static_cast<int>(longNames().size());
        return withNumber(longNames().at(turn % count), turn / count);
    }
    static constexpr std::array kVariants{QLatin1String(" HD"), QLatin1String(" UHD"),
                                          QLatin1String("")};
    const QStringList brand = brands(region);
    const QStringList genre = genres(region);
    const int brandCount = static_cast<int>(brand.size());
    const int genreCount = static_cast<int>(genre.size());
    const int variantCount = static_cast<int>(kVariants.size());
    const int shift = static_cast<int>(mixed(seed) % 1000);
    // As 7 and 11 share no factor, brand and genre walk side by side through all their pairs.
    const int round = index / (brandCount * genreCount * variantCount);
    const QLatin1String variant = kVariants.at(
        static_cast<std::size_t>((index / (brandCount * genreCount) + shift) % variantCount));
    return withNumber(brand.at((index + shift) % brandCount) + u' '
                          + genre.at((index + shift) % genreCount) + variant,
                      round);
}

QString feedName(const QString &channel, bool secondary)
{
    return channel + (secondary ? u" – Zubringer B"_s : u" – Zubringer A"_s);
}

QString spareName(int index, quint32 seed)
{
    static const QStringList stems{u"OB van"_s, u"Reserve-Encoder Sendezentrum"_s, u"Flyaway"_s,
                                   u"中継車"_s, u"Übertragungswagen Stadion"_s,    u"Test feed"_s};
    const int shift = static_cast<int>(mixed(seed) % 1000);
    return stems.at((index + shift) % stems.size()) + u' ' + QString::number(index + 1);
}

QString slug(const QString &name, int index)
{
    QString text;
    for (const QChar c : name.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            text += c;
        else if (!text.isEmpty() && !text.endsWith(u'-'))
            text += u'-';
        if (text.size() >= 24)
            break;
    }
    while (text.endsWith(u'-'))
        text.chop(1);
    return text + (text.isEmpty() ? "ch"_L1 : "-"_L1) + QString::number(index);
}

} // namespace tallylight::demo
