// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings.h"
#include "monitor/profileservice.h"
#include "monitor/recorder.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/recordingpage.h"
#include "ui/recordingwords.h"
#include "ui/settingsdialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using namespace tallylight::ui;
using Phase = RecordingStatus::Phase;

namespace {

struct Bench
{
    Bench()
        : file(folder.filePath(u"profiles.json"_s))
        , secrets(keys)
        , profiles(file, secrets)
        , recorder(folder.filePath(u"history.sqlite"_s), clock)
    {
        recorder.setSettings(recordingSettings(settings));
        [[maybe_unused]] const auto loaded = profiles.load();
        profile = makeProfile();
        profile.name = u"Frankfurt"_s;
        profile.region = u"eu-central-1"_s;
        [[maybe_unused]] const auto saved = profiles.save(profile);
        Channel channel;
        channel.id = u"1"_s;
        recorder.recordChannels(profile.id, {channel}, clock.utcNow());
    }

    QTemporaryDir folder;
    SystemClock clock;
    MemorySettings settings;
    storage::ProfileStore file;
    storage::MemorySecretStore keys;
    storage::SessionSecretStore secrets;
    monitor::ProfileService profiles;
    monitor::Recorder recorder;
    Profile profile;
};

QPushButton *buttonWith(QWidget &parent, const QString &text)
{
    for (QPushButton *button : parent.findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisibleTo(&parent))
            return button;
    }
    return nullptr;
}

} // namespace

class SettingsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreListedAndTheFirstIsShown()
    {
        SettingsDialog dialog;
        auto *first = new QLabel(u"one"_s);
        auto *second = new QLabel(u"two"_s);
        dialog.addPage(u"First"_s, first);
        dialog.addPage(u"Second"_s, second);
        dialog.show();
        QVERIFY(!dialog.isModal());
        QVERIFY(first->isVisible());
        dialog.showPage(u"Second"_s);
        QVERIFY(second->isVisible());
        QVERIFY(!first->isVisible());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void aWidePageIsNeverCutOff()
    {
        SettingsDialog dialog;
        auto *page = new QWidget;
        auto *line = new QHBoxLayout(page);
        auto *wide = new QPushButton(u"Delete"_s);
        line->addWidget(wide);
        dialog.addPage(u"First"_s, page);
        dialog.resize(500, 400);
        dialog.show();
        wide->setMinimumWidth(900); // what arrives later may be wider than what was there first
        QTRY_VERIFY(!wide->visibleRegion().isEmpty());
        QTRY_VERIFY(wide->visibleRegion().boundingRect().width() >= 900);
    }

    void aChangeTakesEffectAtOnceAndIsRemembered()
    {
        Bench bench;
        RecordingPage page(bench.recorder, bench.profiles, bench.settings);
        auto *minutes = page.findChild<QSpinBox *>(u"pointDays60"_s);
        QVERIFY(minutes);
        QCOMPARE(minutes->value(), 15);
        minutes->setValue(90);
        QCOMPARE(bench.recorder.settings().retention.pointDays[1], 90);
        // The next coarser resolution follows, and the page says so.
        QCOMPARE(page.findChild<QSpinBox *>(u"pointDays300"_s)->value(), 90);
        QCOMPARE(recordingSettings(bench.settings), bench.recorder.settings());
    }

    void recordingCanBeSwitchedOffAndOn()
    {
        Bench bench;
        QTRY_COMPARE(bench.recorder.status().phase, Phase::Recording);
        RecordingPage page(bench.recorder, bench.profiles, bench.settings);
        auto *enabled = page.findChild<QCheckBox *>(u"recordingEnabled"_s);
        auto *status = page.findChild<QLabel *>(u"recordingStatus"_s);
        QVERIFY(enabled->isChecked());
        enabled->click();
        QCOMPARE(bench.recorder.status().phase, Phase::Off);
        QVERIFY(status->text().startsWith(u"Off"_s));
        QVERIFY(!recordingSettings(bench.settings).enabled);
        enabled->click();
        QTRY_COMPARE(bench.recorder.status().phase, Phase::Recording);
        QTRY_COMPARE(status->text(), u"Recording."_s);
    }

    void sizesAreShownAndAHistoryIsDeletedAfterAQuestion()
    {
        Bench bench;
        RecordingPage page(bench.recorder, bench.profiles, bench.settings);
        page.show();
        const auto named = [&page] {
            for (const QLabel *label : page.findChildren<QLabel *>()) {
                if (label->text() == u"Frankfurt" && label->isVisible())
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(named());
        QVERIFY(page.findChild<QLabel *>(u"recordingTotal"_s)->text().contains(u"in all"_s));
        buttonWith(page, u"Delete history…"_s)->click();
        QVERIFY(!named());
        QTRY_VERIFY(buttonWith(page, u"Keep"_s));
        buttonWith(page, u"Keep"_s)->click(); // thought better of it
        QTRY_VERIFY(named());
        buttonWith(page, u"Delete history…"_s)->click();
        auto *yes = page.findChild<QPushButton *>(u"deleteHistory"_s);
        QVERIFY(yes);
        yes->click();
        QTRY_VERIFY(!buttonWith(page, u"Delete"_s));
        QTRY_VERIFY(!buttonWith(page, u"Delete history…"_s));
    }

    void everyTroubleSaysWhatToDo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("hint");
        using Kind = RecordingTrouble::Kind;
        QTest::newRow("unwritable") << int(Kind::Unwritable) << u"access rights"_s;
        QTest::newRow("full") << int(Kind::DiskFull) << u"Make room"_s;
        QTest::newRow("locked") << int(Kind::Locked) << u"Close it"_s;
        QTest::newRow("corrupt") << int(Kind::Corrupt) << u"damaged"_s;
        QTest::newRow("newer") << int(Kind::NewerVersion) << u"Update"_s;
        QTest::newRow("driver") << int(Kind::NoDriver) << u"Install"_s;
        QTest::newRow("other") << int(Kind::Failed) << u"can't be written"_s;
    }
    void everyTroubleSaysWhatToDo()
    {
        QFETCH(int, kind);
        QFETCH(QString, hint);
        RecordingStatus status;
        status.phase = Phase::Trouble;
        status.trouble = RecordingTrouble{static_cast<RecordingTrouble::Kind>(kind),
                                          u"/data/history.sqlite"_s,
                                          u"os words"_s,
                                          {}};
        const auto message = recordingMessage(status);
        QVERIFY(message);
        QVERIFY2(message->text.contains(hint), qPrintable(message->text));
        QVERIFY(message->title.contains(u"watching goes on"_s));
        QCOMPARE(message->details, u"os words"_s);
        QVERIFY(!message->actions.isEmpty());
        QVERIFY(recordingPhaseText(status).contains(hint));
    }

    void whatIsWellNeedsNoMessage()
    {
        QVERIFY(!recordingMessage({}));
        RecordingStatus status;
        status.phase = Phase::Recording;
        QVERIFY(!recordingMessage(status));
    }
};

QTEST_MAIN(SettingsDialogTest)
#include "tst_settingsdialog.moc"
