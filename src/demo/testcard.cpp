// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/testcard.h"

#include <QBuffer>
#include <QDateTime>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

constexpr QSize kSize(480, 270);
constexpr int kQuality = 75;
constexpr int kCachedPictures = 64;
// How long the last picture stays when the source is gone, before it turns black.
constexpr Moment kHoldsFor = 10'000;
// What a region that never changes shows.
constexpr Moment kStillMoment = 1'700'000'000'000;

constexpr std::array<QRgb, 7> kBars{0xffbfbfbf, 0xffbfbf00, 0xff00bfbf, 0xff00bf00,
                                    0xffbf00bf, 0xffbf0000, 0xff0000bf};

bool canPaintText()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
}

QByteArray encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", kQuality);
    return bytes;
}

} // namespace

TestCardPainter::TestCardPainter(const Story &story, bool still)
    : m_story(story)
    , m_still(still)
    , m_recent(kCachedPictures)
{
}

Moment TestCardPainter::shownMoment(int channel, int leg, Moment at) const
{
    if (m_still)
        return kStillMoment;
    Moment shown = at / 1000 * 1000;
    const QList<Incident> incidents = m_story.incidents(channel, at, at + 1);
    for (const Incident &incident : incidents) {
        const bool stops
            = incident.kind == IncidentKind::Frozen || incident.kind == IncidentKind::InputLoss;
        if (stops && incident.hits(leg))
            shown = std::min(shown, incident.from / 1000 * 1000);
    }
    return shown;
}

bool TestCardPainter::isBlack(int channel, int leg, Moment at) const
{
    const QList<Incident> incidents = m_story.incidents(channel, at, at + 1);
    return std::any_of(incidents.begin(), incidents.end(), [leg, at](const Incident &incident) {
        if (!incident.hits(leg))
            return false;
        return incident.kind == IncidentKind::Black
            || (incident.kind == IncidentKind::InputLoss && at - incident.from > kHoldsFor);
    });
}

TestCard TestCardPainter::cardFor(int channel, int leg, Moment at) const
{
    const bool black = isBlack(channel, leg, at);
    const Moment shown = shownMoment(channel, leg, at);
    const QString key = black ? u"black"_s : u"%1/%2/%3"_s.arg(channel).arg(leg).arg(shown);
    if (const QByteArray *known = m_recent.object(key))
        return {*known, at};
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(Qt::black);
    if (!black)
        image = paint(channel, leg, shown);
    const QByteArray jpeg = encoded(image);
    m_recent.insert(key, new QByteArray(jpeg));
    return {jpeg, at};
}

QImage TestCardPainter::paint(int channel, int leg, Moment shown) const
{
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(QColor(24, 26, 30));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);

    const int barHeight = kSize.height() * 2 / 3;
    const int count = static_cast<int>(kBars.size());
    const int turn = static_cast<int>(m_story.cast().channelHash(channel, 50) % kBars.size());
    for (int i = 0; i < count; ++i) {
        const QRect bar(kSize.width() * i / count, 0,
                        kSize.width() * (i + 1) / count - kSize.width() * i / count, barHeight);
        painter.fillRect(bar,
                         QColor::fromRgb(kBars.at(static_cast<std::size_t>((i + turn) % count))));
    }
    // A block that runs across once in ten seconds, and a hand that turns once a minute: motion at
    // a glance.
    const qint64 seconds = shown / 1000;
    const int x = static_cast<int>(seconds % 10) * (kSize.width() - 48) / 9;
    painter.fillRect(QRect(x, barHeight, 48, 10), Qt::white);
    const QPointF centre(kSize.width() - 52, kSize.height() - 44);
    const double angle = static_cast<double>(seconds % 60) / 60.0 * 2.0 * std::numbers::pi;
    painter.setPen(QPen(Qt::white, 3));
    painter.drawEllipse(centre, 30, 30);
    painter.drawLine(centre, centre + QPointF(std::sin(angle) * 28, -std::cos(angle) * 28));
    // The leg as blocks, readable even where no font is.
    for (int i = 0; i <= leg; ++i)
        painter.fillRect(QRect(14 + i * 22, barHeight + 22, 16, 16), QColor(240, 180, 40));
    if (canPaintText())
        paintText(painter, channel, leg, shown);
    return image;
}

void TestCardPainter::paintText(QPainter &painter, int channel, int leg, Moment shown) const
{
    QFont font;
    font.setPixelSize(18);
    font.setBold(true);
    painter.setFont(font);
    const QString name = painter.fontMetrics().elidedText(m_story.cast().channelName(channel),
                                                          Qt::ElideRight, kSize.width() - 60);
    const QRect plate(20, 60, kSize.width() - 40, 34);
    painter.fillRect(plate, QColor(0, 0, 0, 190));
    painter.setPen(Qt::white);
    painter.drawText(plate, Qt::AlignCenter, name);

    const QDateTime time = QDateTime::fromMSecsSinceEpoch(shown, Qt::UTC);
    const int below = kSize.height() * 2 / 3;
    font.setPixelSize(22);
    painter.setFont(font);
    painter.drawText(QRect(70, below + 14, 300, 34), Qt::AlignLeft | Qt::AlignVCenter,
                     time.toString(u"HH:mm:ss"_s) + ":00 UTC"_L1);
    font.setPixelSize(14);
    painter.setFont(font);
    painter.drawText(QRect(14, below + 52, 360, 24), Qt::AlignLeft | Qt::AlignVCenter,
                     m_story.cast().region() + u" · pipeline "_s + QString::number(leg));
}

} // namespace tallylight::demo
