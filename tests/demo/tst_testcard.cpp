// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/testcard.h"

#include <QImage>
#include <QTest>

using namespace tallylight::demo;
using namespace Qt::StringLiterals;

namespace {

constexpr Moment kNoon = 1'790'000'000'000;

struct World
{
    explicit World(const QString &scenario = u"living"_s)
        : cast(optionsFor(scenario))
        , story(cast, 1.0)
        , painter(story, scenario == "static"_L1)
    {
    }
    static DemoOptions optionsFor(const QString &scenario)
    {
        DemoOptions options;
        options.scenario = scenario;
        return options;
    }
    Cast cast;
    Story story;
    TestCardPainter painter;

    int first(Plot plot) const
    {
        for (int i = 0; i < cast.channelCount(); ++i) {
            if (cast.channel(i).plot == plot)
                return i;
        }
        return -1;
    }
    Incident next(int channel) const
    {
        const QList<Incident> all = story.incidents(channel, kNoon, kNoon + 7'200'000);
        for (const Incident &incident : all) {
            if (incident.from > kNoon)
                return incident;
        }
        return {};
    }
    QImage picture(int channel, int leg, Moment at) const
    {
        return QImage::fromData(painter.cardFor(channel, leg, at).jpeg, "JPG");
    }
};

bool isBlack(const QImage &image)
{
    for (int y = 0; y < image.height(); y += 9) {
        for (int x = 0; x < image.width(); x += 9) {
            if (qGray(image.pixel(x, y)) > 8)
                return false;
        }
    }
    return !image.isNull();
}

} // namespace

class TestTestCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChannelHasItsOwnPicture()
    {
        const World world(u"calm"_s);
        const QImage one = world.picture(0, 0, kNoon);
        QCOMPARE(one.size(), QSize(480, 270));
        QVERIFY(world.picture(1, 0, kNoon) != one);
        QVERIFY(!isBlack(one));
    }

    void aSecondLasts()
    {
        const World world(u"calm"_s);
        QCOMPARE(world.painter.cardFor(0, 0, kNoon).jpeg,
                 world.painter.cardFor(0, 0, kNoon + 999).jpeg);
        QCOMPARE(world.painter.cardFor(0, 0, kNoon + 999).takenAt, kNoon + 999);
        QVERIFY(world.painter.cardFor(0, 0, kNoon).jpeg
                != world.painter.cardFor(0, 0, kNoon + 1000).jpeg);
    }

    void aBlackSlateIsBlack()
    {
        const World world;
        const int channel = world.first(Plot::BlackSlate);
        const Incident black = world.next(channel);
        QVERIFY(!isBlack(world.picture(channel, 0, black.from - 1)));
        QVERIFY(isBlack(world.picture(channel, 0, black.from)));
        QVERIFY(isBlack(world.picture(channel, 0, black.to - 1)));
        QVERIFY(!isBlack(world.picture(channel, 0, black.to)));
    }

    void aFrozenPictureStandsStill()
    {
        const World world;
        const int channel = world.first(Plot::Frozen);
        const Incident frozen = world.next(channel);
        const QImage first = world.picture(channel, 0, frozen.from);
        QCOMPARE(world.picture(channel, 0, frozen.from + 30'000), first);
        QVERIFY(world.picture(channel, 0, frozen.to + 1000) != first);
    }

    void aLostInputHoldsThenTurnsBlack()
    {
        const World world;
        const int channel = world.first(Plot::InputLoss);
        const Incident loss = world.next(channel);
        const int leg = loss.hits(0) ? 0 : 1;
        const QImage held = world.picture(channel, leg, loss.from);
        QVERIFY(!isBlack(held));
        QCOMPARE(world.picture(channel, leg, loss.from + 9000), held);
        QVERIFY(isBlack(world.picture(channel, leg, loss.from + 11'000)));
        QVERIFY(!isBlack(world.picture(channel, 1 - leg, loss.from + 11'000)));
    }

    void aStaticRegionNeverMoves()
    {
        const World world(u"static"_s);
        QCOMPARE(world.picture(0, 0, kNoon), world.picture(0, 0, kNoon + 3'600'000));
    }
};

QTEST_MAIN(TestTestCard)
#include "tst_testcard.moc"
