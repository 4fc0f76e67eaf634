// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingpage.h"

#include "models/timeformat.h"
#include "monitor/profileservice.h"
#include "monitor/recorder.h"
#include "ui/recordingwords.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMostDays = 3650;
constexpr std::chrono::seconds kRefreshEvery = 30s;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(strongFont(label->font()));
    return label;
}

QLabel *paragraph(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

RecordingPage::RecordingPage(monitor::Recorder &recorder, monitor::ProfileService &profiles,
                             Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_recorder(recorder)
    , m_profiles(profiles)
    , m_settings(settings)
    , m_enabled(new QCheckBox(tr("&Keep a history on this computer")))
    , m_status(paragraph())
    , m_total(new QLabel)
    , m_sizesGrid(new QGridLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(2 * kGrid);
    column->addLayout(makeSwitch());
    column->addLayout(makeRetention());
    column->addLayout(makePlace());
    column->addStretch(1);
    connect(&m_recorder, &monitor::Recorder::statusChanged, this, &RecordingPage::showStatus);
    connect(&m_recorder, &monitor::Recorder::sizesChanged, this, &RecordingPage::askSizes);
    connect(&m_profiles, &monitor::ProfileService::profilesChanged, this, &RecordingPage::askSizes);
    m_refresh.setInterval(kRefreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, &RecordingPage::askSizes);
    m_refresh.start();
    showStatus();
    askSizes();
}

RecordingPage::~RecordingPage() = default;

QLayout *RecordingPage::makeSwitch()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(kGrid / 2);
    m_enabled->setObjectName(u"recordingEnabled"_s);
    m_enabled->setChecked(m_recorder.settings().enabled);
    m_status->setObjectName(u"recordingStatus"_s);
    column->addWidget(m_enabled);
    column->addWidget(m_status);
    column->addWidget(paragraph(
        tr("States, alerts, changes of the inventory, call outcomes and metrics, so that charts, "
           "\"since when\" and the next start know what happened. Never a key.")));
    connect(m_enabled, &QCheckBox::toggled, this, &RecordingPage::apply);
    return column;
}

QSpinBox *RecordingPage::makeDays(const QString &name, int days)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(1, kMostDays);
    //: After a number of days
    box->setSuffix(tr(" days"));
    box->setValue(days);
    box->setKeyboardTracking(false);
    box->setFocusPolicy(Qt::StrongFocus);
    connect(box, &QSpinBox::valueChanged, this, &RecordingPage::apply);
    return box;
}

QLayout *RecordingPage::makeRetention()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->addWidget(heading(tr("How long it is kept")), 0, 0, 1, 2);
    const Retention &retention = m_recorder.settings().retention;
    const std::array labels{
        tr("Metrics every &10 seconds, then merged to minutes"),
        tr("Metrics every &minute, then merged to five minutes"),
        tr("Metrics every &five minutes, then merged to hours"),
        tr("Metrics every &hour, then deleted"),
    };
    const auto addRow = [grid](int row, const QString &text, QSpinBox *box) {
        auto *label = new QLabel(text);
        label->setBuddy(box);
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1);
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        m_pointDays[i]
            = makeDays(u"pointDays%1"_s.arg(kRecordedPeriods[i].count()), retention.pointDays[i]);
        addRow(static_cast<int>(i) + 1, labels[i], m_pointDays[i]);
    }
    m_eventDays = makeDays(u"eventDays"_s, retention.eventDays);
    addRow(5, tr("&States, alerts and changes"), m_eventDays);
    grid->setColumnStretch(2, 1);
    return grid;
}

QLayout *RecordingPage::makePlace()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(kGrid / 2);
    column->addWidget(heading(tr("Where it is, and how large")));
    auto *line = new QHBoxLayout;
    auto *place = paragraph(QDir::toNativeSeparators(m_recorder.file()));
    place->setAccessibleName(tr("File of the history"));
    auto *open = new QPushButton(tr("Open folder"));
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_recorder.file()).absolutePath()));
    });
    line->addWidget(place, 1);
    line->addWidget(open);
    column->addLayout(line);
    m_total->setObjectName(u"recordingTotal"_s);
    column->addWidget(m_total);
    m_sizesGrid->setHorizontalSpacing(2 * kGrid);
    m_sizesGrid->setVerticalSpacing(kGrid / 2);
    column->addLayout(m_sizesGrid);
    return column;
}

void RecordingPage::apply()
{
    RecordingSettings wanted;
    wanted.enabled = m_enabled->isChecked();
    for (std::size_t i = 0; i < m_pointDays.size(); ++i)
        wanted.retention.pointDays[i] = m_pointDays[i]->value();
    wanted.retention.eventDays = m_eventDays->value();
    m_recorder.setSettings(wanted);
    const RecordingSettings &taken = m_recorder.settings();
    keepRecordingSettings(m_settings, taken);
    // A coarser resolution is never kept shorter than a finer one; show what came of it.
    for (std::size_t i = 0; i < m_pointDays.size(); ++i) {
        const QSignalBlocker quiet(m_pointDays[i]);
        m_pointDays[i]->setValue(taken.retention.pointDays[i]);
    }
    showStatus();
    askSizes();
}

void RecordingPage::showStatus()
{
    const RecordingStatus &status = m_recorder.status();
    QString text = recordingPhaseText(status);
    const qint64 lost = status.droppedEvents + status.droppedPoints;
    if (lost > 0) {
        //: %1 is a number
        text += u' '
            + tr("%1 values could not be written in time and are lost.")
                  .arg(QLocale().toString(lost));
    }
    m_status->setText(text);
}

void RecordingPage::askSizes()
{
    if (m_recorder.status().phase == RecordingStatus::Phase::Off) {
        showSizes({});
        return;
    }
    if (m_total->text().isEmpty())
        m_total->setText(tr("Counting…"));
    m_recorder.loadSizes(this, [this](const HistorySizes &sizes) { showSizes(sizes); });
}

void RecordingPage::showSizes(const HistorySizes &sizes)
{
    const bool off = m_recorder.status().phase == RecordingStatus::Phase::Off;
    m_total->setText(off ? tr("Not counted while recording is off.")
                         //: %1 is a size such as "12.3 MB"
                         : tr("%1 in all").arg(QLocale().formattedDataSize(sizes.fileBytes)));
    delete m_sizes;
    m_sizes = new QWidget;
    auto *grid = new QGridLayout(m_sizes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->setColumnStretch(0, 1);
    m_sizesGrid->addWidget(m_sizes, 0, 0);
    int row = 0;
    for (const ProfileHistorySize &size : sizes.profiles) {
        QString name;
        for (const Profile &profile : m_profiles.profiles()) {
            if (profile.id == size.profileId)
                name = profile.name;
        }
        addSizeRow(row++, name.isEmpty() ? tr("A region that is no longer here") : name, size,
                   !name.isEmpty());
    }
}

void RecordingPage::addSizeRow(int row, const QString &name, const ProfileHistorySize &size,
                               bool known)
{
    auto *grid = qobject_cast<QGridLayout *>(m_sizes->layout());
    auto *title = new QLabel(name);
    title->setTextFormat(Qt::PlainText);
    title->setEnabled(known);
    auto *numbers = new QLabel(tr("%L1 points, %L2 events").arg(size.points).arg(size.events));
    //: %1 is a time with its zone
    auto *oldest = new QLabel(
        size.oldest.isValid()
            ? tr("since %1").arg(models::formatTime(size.oldest, models::TimeZoneChoice::Utc))
            : QString());
    auto *remove = new QPushButton(tr("Delete history…"));
    remove->setAutoDefault(false);
    //: For screen readers; %1 is a region's name
    remove->setAccessibleName(tr("Delete the history of %1").arg(name));
    connect(remove, &QPushButton::clicked, this,
            [this, row, id = size.profileId, name] { confirmDelete(row, id, name); });
    grid->addWidget(title, row, 0);
    grid->addWidget(numbers, row, 1, Qt::AlignRight);
    grid->addWidget(oldest, row, 2);
    grid->addWidget(remove, row, 3);
}

void RecordingPage::confirmDelete(int row, const QString &profileId, const QString &name)
{
    // Asked in place of the row, without a dialog on a dialog; the next count brings the row back.
    auto *grid = qobject_cast<QGridLayout *>(m_sizes->layout());
    for (int column = 0; column < 4; ++column) {
        if (QLayoutItem *item = grid->itemAtPosition(row, column); item && item->widget())
            item->widget()->hide();
    }
    m_refresh.stop();
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        paragraph(tr("Delete everything recorded of %1? It can't be brought back.").arg(name)), 1);
    auto *yes = new QPushButton(tr("Delete"));
    yes->setObjectName(u"deleteHistory"_s);
    auto *no = new QPushButton(tr("Keep"));
    for (QPushButton *button : {yes, no}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(yes, &QPushButton::clicked, this, [this, profileId] {
        m_refresh.start();
        m_recorder.forgetProfile(profileId); // which makes this page count again
    });
    connect(no, &QPushButton::clicked, this, [this] {
        m_refresh.start();
        askSizes();
    });
    grid->addWidget(line, row, 0, 1, 4);
    no->setFocus(Qt::OtherFocusReason);
}

} // namespace tallylight::ui
