// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/demofixture.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "ui/aboutdialog.h"
#include "ui/channeldetailpanel.h"
#include "ui/channeldetailtext.h"
#include "ui/factgrid.h"
#include "ui/legcard.h"
#include "ui/pagenotice.h"
#include "ui/theme.h"
#include "ui/thumbnailview.h"

#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using models::StateLevel;
using models::TimeZoneChoice;
using ui::ChannelDetail;
using ui::ChannelDetailPanel;
using ui::Fact;
using ui::LegText;

namespace {

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 23), QTime(14, 30), Qt::UTC);
}

QByteArray picture(const char *format = "PNG")
{
    QImage image(64, 36, QImage::Format_RGB32);
    image.fill(Qt::darkBlue);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A STANDARD channel with everything in order, seen a moment ago.
ChannelDetail healthy()
{
    ChannelDetail detail;
    detail.profileName = u"Frankfurt"_s;
    detail.listed = true;
    detail.described = true;
    Channel &channel = detail.channel;
    channel.id = u"1001"_s;
    channel.name = u"Sports 1"_s;
    channel.state = u"RUNNING"_s;
    channel.channelClass = u"STANDARD"_s;
    channel.pipelinesRunning = 2;
    channel.inputAttachments = {{u"main"_s, u"7001"_s, u"7002"_s, u"PRIMARY_INPUT_PREFERRED"_s},
                                {u"slate"_s, u"7003"_s, {}, {}}};
    channel.pipelineDetails
        = {{u"0"_s, u"main"_s, u"Initial Channel Input"_s}, {u"1"_s, u"slate"_s, u"to-slate-1"_s}};
    channel.outputGroups = {u"HLS"_s};
    channel.maintenance = {u"TUESDAY"_s, u"02:00"_s, now().addDays(3), {}};
    detail.inputNames = {{u"7001"_s, u"Stadium A"_s}, {u"7002"_s, u"Stadium B"_s}};
    detail.listing = {now().addSecs(-4), 10s, {}};
    detail.description = {now().addSecs(-4), 10s, {}};
    detail.thumbnailFreshness = {now().addSecs(-2), 10s, {}};
    detail.thumbnailsAsked = true;
    detail.thumbnails.insert(
        u"0"_s, {u"0"_s, u"CURRENT_ACTIVE"_s, u"image/png"_s, picture(), now().addSecs(-3)});
    detail.alertFreshness = {now().addSecs(-5), 10s, {}};
    return detail;
}

std::optional<Fact> factOf(const LegText &leg, const QString &label)
{
    const auto found = std::find_if(leg.facts.begin(), leg.facts.end(),
                                    [&](const Fact &fact) { return fact.label == label; });
    return found == leg.facts.end() ? std::nullopt : std::optional(*found);
}

LegText leg(const ChannelDetail &detail, const QString &pipeline)
{
    return ui::legText(detail, pipeline, now(), TimeZoneChoice::Utc);
}

QString allFacts(const ChannelDetail &detail)
{
    QStringList lines;
    for (const ui::FactGroup &group : ui::channelFacts(detail, now(), TimeZoneChoice::Utc)) {
        for (const Fact &fact : group.facts)
            lines << fact.label + u": "_s + fact.value;
    }
    return lines.join(u'\n');
}

ApiError denied(const QString &operation)
{
    ApiError error;
    error.category = ErrorCategory::Forbidden;
    error.service = u"medialive"_s;
    error.operation = operation;
    error.at = now();
    return error;
}

} // namespace

class ChannelDetailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLegHasItsOwnInputAndSwitch()
    {
        const ChannelDetail detail = healthy();
        QCOMPARE(leg(detail, u"0"_s).level, StateLevel::Ok);
        QCOMPARE(factOf(leg(detail, u"0"_s), u"Active input"_s)->value, u"main"_s);
        QCOMPARE(factOf(leg(detail, u"1"_s), u"Active input"_s)->value, u"slate"_s);
        QCOMPARE(factOf(leg(detail, u"1"_s), u"Switched by"_s)->value, u"to-slate-1"_s);
        QCOMPARE(factOf(leg(detail, u"0"_s), u"Alerts"_s)->value, u"none"_s);
    }

    void aPictureHasItsAgeAndGetsStale()
    {
        ChannelDetail detail = healthy();
        QCOMPARE(leg(detail, u"0"_s).pictureText, u"Input, 3 s ago"_s);
        QVERIFY(leg(detail, u"0"_s).pictureToolTip.contains(u"UTC"_s));
        QVERIFY(!leg(detail, u"0"_s).pictureStale);
        detail.thumbnails[u"0"_s].takenAt = now().addSecs(-60);
        QVERIFY(leg(detail, u"0"_s).pictureStale);
        QVERIFY(leg(detail, u"0"_s).pictureText.contains(u"1 min"_s));
        detail = healthy();
        detail.thumbnailFreshness.heldBy = StaleCause::NetworkLost;
        QVERIFY(leg(detail, u"0"_s).pictureStale);
    }

    void aMissingPictureSaysWhy_data()
    {
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("word");
        QTest::newRow("stopped") << u"stopped"_s << u"not running"_s;
        QTest::newRow("denied") << u"denied"_s << u"medialive:DescribeThumbnails"_s;
        QTest::newRow("none made") << u"none"_s << u"switched off"_s;
        QTest::newRow("not yet") << u"waiting"_s << u"Waiting"_s;
    }

    void aMissingPictureSaysWhy()
    {
        QFETCH(QString, why);
        QFETCH(QString, word);
        ChannelDetail detail = healthy();
        detail.thumbnails.clear();
        if (why == u"stopped")
            detail.channel.state = u"IDLE"_s;
        if (why == u"denied")
            detail.thumbnailFreshness.error = denied(u"DescribeThumbnails"_s);
        if (why == u"waiting")
            detail.thumbnailsAsked = false;
        const LegText text = leg(detail, u"0"_s);
        QVERIFY(text.picture.isEmpty());
        QVERIFY2(text.pictureText.contains(word), qPrintable(text.pictureText));
    }

    void aLegIsNeverGreenWhenItMayNotRun()
    {
        ChannelDetail one = healthy();
        one.channel.pipelinesRunning = 1;
        one.channel.pipelineDetails.removeLast();
        QCOMPARE(leg(one, u"0"_s).level, StateLevel::Unknown);
        QCOMPARE(leg(one, u"1"_s).level, StateLevel::Unknown);
        QVERIFY(leg(one, u"1"_s).state.contains(u"not running"_s));
        ChannelDetail stale = healthy();
        stale.listing.observedAt = now().addSecs(-120);
        QCOMPARE(leg(stale, u"0"_s).level, StateLevel::Unknown);
        QVERIFY(ui::detailHeadline(stale, now()).level == StateLevel::Unknown);
        QVERIFY(ui::detailHeadline(stale, now()).age.contains(u"out of date"_s));
        ChannelDetail none = healthy();
        none.channel.pipelinesRunning = 0;
        QCOMPARE(leg(none, u"0"_s).level, StateLevel::Critical);
        ChannelDetail idle = healthy();
        idle.channel.state = u"IDLE"_s;
        QCOMPARE(leg(idle, u"0"_s).level, StateLevel::Idle);
    }

    void aSinglePipelineChannelHasNoSecondLeg()
    {
        ChannelDetail detail = healthy();
        detail.channel.channelClass = u"SINGLE_PIPELINE"_s;
        detail.channel.pipelinesRunning = 1;
        QVERIFY(leg(detail, u"0"_s).exists);
        QVERIFY(!leg(detail, u"1"_s).exists);
        QVERIFY(leg(detail, u"1"_s).pictureText.contains(u"redundancy"_s));
    }

    void whatHasNotBeenToldIsNotNone()
    {
        ChannelDetail detail = healthy();
        detail.described = false;
        detail.channel.pipelineDetails.clear();
        QCOMPARE(factOf(leg(detail, u"0"_s), u"Active input"_s)->value, u"asking…"_s);
        detail.description.error = denied(u"DescribeChannel"_s);
        QCOMPARE(factOf(leg(detail, u"0"_s), u"Active input"_s)->level, StateLevel::Unknown);
        QVERIFY(allFacts(detail).contains(u"Output groups: Access denied"_s));
        detail.alertFreshness = {};
        QCOMPARE(factOf(leg(detail, u"0"_s), u"Alerts"_s)->value, u"not known"_s);
    }

    void anOldDescriptionSaysHowOldItIs()
    {
        ChannelDetail detail = healthy();
        detail.description.observedAt = now().addSecs(-300);
        const LegText text = leg(detail, u"0"_s);
        QCOMPARE(factOf(text, u"Active input"_s)->level, StateLevel::Unknown);
        QVERIFY(factOf(text, u"Active input"_s)->value.contains(u"5 min"_s));
    }

    void alertsStandOnTheirLeg()
    {
        ChannelDetail detail = healthy();
        const auto alert = [](const QString &id, const QString &type, const QString &pipeline) {
            return ChannelAlert{u"1001"_s,          id, type, u"m"_s, pipeline, u"SET"_s,
                                now().addSecs(-60), {}};
        };
        ChannelAlert over = alert(u"1"_s, u"RTMP Stream Not Found"_s, u"1"_s);
        over.state = u"CLEARED"_s;
        over.setAt = now().addSecs(-900);
        over.clearedAt = now().addSecs(-200);
        AlertRecord stopped = AlertRecord::of(alert(u"4"_s, u"Audio Not Detected"_s, u"0"_s));
        stopped.ending = AlertEnding::ChannelStopped;
        stopped.endSeen = now().addSecs(-30);
        detail.alerts = {AlertRecord::of(over),
                         AlertRecord::of(alert(u"2"_s, u"Video Not Detected"_s, u"1"_s)),
                         AlertRecord::of(alert(u"3"_s, u"Something General"_s, {})), stopped};
        QCOMPARE(factOf(leg(detail, u"0"_s), u"Alerts"_s)->value, u"none"_s);
        const std::optional<Fact> first = factOf(leg(detail, u"1"_s), u"Alerts"_s);
        QVERIFY(first->value.startsWith(u"Video Not Detected"_s)); // set ones come first
        QVERIFY(first->value.contains(u"UTC"_s));
        QCOMPARE(first->level, StateLevel::Critical);
        QVERIFY(allFacts(detail).contains(u"Something General"_s));
        // What is over says so, how, and from when to when.
        const std::optional<Fact> earlier = factOf(leg(detail, u"0"_s), u"Earlier alerts"_s);
        QVERIFY(earlier->value.startsWith(u"Audio Not Detected (Channel stopped)"_s));
        QCOMPARE(earlier->level, StateLevel::Idle);
    }

    void factsNameInputsWithFailoverAndWhatIsDue()
    {
        const QString facts = allFacts(healthy());
        QVERIFY2(facts.contains(u"main: Stadium A (7001), active on leg 0"_s), qPrintable(facts));
        QVERIFY(facts.contains(u"fails over to Stadium B (7002), returns to the first"_s));
        QVERIFY(facts.contains(u"slate: 7003, active on leg 1"_s));
        QVERIFY(facts.contains(u"Output groups: HLS"_s));
        QVERIFY(facts.contains(u"02:00 UTC"_s));
        QVERIFY(facts.contains(u"Required by: 2026-11-26 14:30:00 UTC"_s));
    }

    void anEmptyChannelIsNoTrouble()
    {
        const ChannelDetail nothing;
        QCOMPARE(leg(nothing, u"0"_s).level, StateLevel::Unknown);
        QVERIFY(!allFacts(nothing).isEmpty());
    }

    void picturesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("shown");
        QByteArray huge("BM");
        huge.resize(54);
        huge.fill('\0', 54);
        huge.replace(0, 2, "BM");
        huge[10] = 54;
        huge[14] = 40;
        huge[20] = 1; // 65,536 wide
        huge[24] = 1; // and high
        huge[26] = 1;
        huge[28] = 24;
        QTest::newRow("PNG") << picture() << true;
        QTest::newRow("JPEG") << picture("JPG") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("text") << QByteArray("<html>sign in</html>") << false;
        QTest::newRow("cut off") << picture().left(30) << false;
        QTest::newRow("enormous") << huge << false;
    }

    void picturesThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, bytes);
        ui::ThumbnailView view(m_theme);
        view.setImage(bytes, false, u"words"_s);
        QTEST(view.hasPicture(), "shown");
        view.grab();
    }

    void theFactGridShowsAndForgetsFacts()
    {
        ui::FactGrid grid(m_theme);
        grid.setGroups({{u"One"_s,
                         {{u"a"_s, u"1"_s, StateLevel::Warning, {}},
                          {u"b"_s, u"2"_s, StateLevel::None, {}}}}});
        QCOMPARE(grid.text(), u"One\na: 1\nb: 2"_s);
        grid.setFacts({{u"c"_s, u"3"_s, StateLevel::None, {}}});
        QCOMPARE(grid.text(), u"c: 3"_s);
        int visible = 0;
        for (const QLabel *label : grid.findChildren<QLabel *>())
            visible += !label->isHidden() && !label->text().isEmpty();
        QCOMPARE(visible, 2);
    }

    void thePanelSaysWhatToDoAndRemembersBeingCollapsed()
    {
        tests::DemoFixture demo;
        monitor::MonitorHub hub(demo.secrets(), demo.clock());
        MemorySettings settings;
        {
            ChannelDetailPanel panel(hub, demo.clock(), m_theme, settings);
            auto *notice = panel.findChild<ui::PageNotice *>();
            QCOMPARE(notice->content().title, u"No channel selected"_s);
            panel.findChild<QToolButton *>(u"detailToggle"_s)->click();
            QVERIFY(panel.isCollapsed());
        }
        ChannelDetailPanel again(hub, demo.clock(), m_theme, settings);
        QVERIFY(again.isCollapsed());
    }

    void aSelectedChannelIsFollowedWhileItIsOnShow()
    {
        tests::DemoFixture demo;
        monitor::MonitorHub hub(demo.secrets(), demo.clock());
        MemorySettings settings;
        ChannelDetailPanel panel(hub, demo.clock(), m_theme, settings);
        panel.resize(1000, 400);
        panel.show();
        hub.setProfiles({demo.profile()});
        monitor::RegionMonitor *region = hub.region(demo.profile().id);
        QTRY_VERIFY_WITH_TIMEOUT(!region->channels().isEmpty(), 10000);
        const QList<Channel> channels = region->channels();
        const auto running = std::find_if(channels.begin(), channels.end(), [](const Channel &c) {
            return c.isRunning() && c.pipelinesExpected() == 2;
        });
        QVERIFY(running != channels.end());
        panel.setChannel(demo.profile().id, running->id);
        QCOMPARE(panel.findChild<QLabel *>(u"detailName"_s)->text(), running->name);
        QTRY_VERIFY_WITH_TIMEOUT(panel.detail().described, 10000);
        auto *card = panel.findChild<ui::LegCard *>(u"legCard0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(card->hasPicture(), 10000);
        QVERIFY(!factOf(card->leg(), u"Active input"_s)->value.isEmpty());
        // Nobody looks: nothing is asked.
        QVERIFY(panel.findChild<monitor::ChannelDetailWatch *>());
        panel.setCollapsed(true);
        QVERIFY(!panel.findChild<monitor::ChannelDetailWatch *>());
        panel.setCollapsed(false);
        QVERIFY(panel.findChild<monitor::ChannelDetailWatch *>());
        // The region goes away.
        hub.setProfiles({});
        QCOMPARE(panel.findChild<ui::PageNotice *>()->content().title, u"No channel selected"_s);
    }

    void aLowPanelGivesUpPictureBeforeWords()
    {
        tests::DemoFixture demo;
        monitor::MonitorHub hub(demo.secrets(), demo.clock());
        MemorySettings settings;
        ChannelDetailPanel panel(hub, demo.clock(), m_theme, settings);
        panel.showDetail(healthy());
        panel.resize(1000, 400);
        panel.show();
        const auto *picture = panel.findChild<ui::ThumbnailView *>();
        QTRY_COMPARE(picture->size(), picture->sizeHint());
        panel.resize(1000, 215);
        QTRY_VERIFY(picture->height() < picture->sizeHint().height());
        QCOMPARE(picture->width() * 9, picture->height() * 16);
        const auto *scroll = panel.findChild<QScrollArea *>();
        const auto *card = panel.findChild<ui::LegCard *>(u"legCard0"_s);
        QTRY_VERIFY(card->geometry().bottom() < scroll->viewport()->height());
    }

    void aboutNamesVersionAndQt()
    {
        ui::AboutDialog dialog(m_theme);
        dialog.show();
        QVERIFY(dialog.findChild<QLabel *>(u"versionLabel"_s)
                    ->text()
                    .contains(QStringLiteral(TALLYLIGHT_VERSION)));
        QVERIFY(ui::AboutDialog::versions().contains(QString::fromLatin1(qVersion())));
        QVERIFY(dialog.findChild<QLabel *>(u"licenceLabel"_s)
                    ->text()
                    .contains(u"General Public License"_s));
    }

private:
    ui::Theme m_theme = ui::themeFor(ui::ThemeChoice::Dark, {});
};

QTEST_MAIN(ChannelDetailTest)
#include "tst_channeldetail.moc"
