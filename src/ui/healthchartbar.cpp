// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthchartbar.h"

#include "core/metric.h"
#include "models/timeformat.h"
#include "ui/chartcontent.h"
#include "ui/checkmenu.h"
#include "ui/flowlayout.h"
#include "ui/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kModeKey = "layout/chart/mode"_L1;
constexpr auto kMetricKey = "layout/chart/metric"_L1;
constexpr auto kMetricsKey = "layout/chart/metrics"_L1;
constexpr auto kRangeKey = "layout/chart/rangeSeconds"_L1;
constexpr auto kFromZeroKey = "layout/chart/fromZero"_L1;

constexpr auto kByMetric = "metric"_L1;

/// The charts of a channel until somebody chooses others: whether it gets a signal, encodes in time
/// and gets it out.
QStringList usualMetrics()
{
    return {u"InputVideoFrameRate"_s, u"NetworkIn"_s,    u"NetworkOut"_s, u"FillMsec"_s,
            u"DroppedFrames"_s,       u"ActiveAlerts"_s, u"SvqTime"_s,    u"ActiveOutputs"_s};
}

QString groupTitle(MetricGroup group)
{
    switch (group) {
    case MetricGroup::Channel:
        return HealthChartBar::tr("Channel");
    case MetricGroup::Input:
        return HealthChartBar::tr("Input");
    case MetricGroup::Network:
        return HealthChartBar::tr("Network");
    case MetricGroup::Encoder:
        return HealthChartBar::tr("Encoder");
    case MetricGroup::Output:
        return HealthChartBar::tr("Output");
    case MetricGroup::Redundancy:
        return HealthChartBar::tr("Redundancy");
    case MetricGroup::Audio:
        return HealthChartBar::tr("Audio");
    case MetricGroup::Quality:
        return HealthChartBar::tr("Picture quality");
    case MetricGroup::Link:
        return HealthChartBar::tr("Link device");
    case MetricGroup::Other:
        break;
    }
    //: A group of metrics this version does not know
    return HealthChartBar::tr("Other");
}

struct RangeChoice
{
    std::chrono::seconds length;
    const char *objectName;
};
constexpr std::array kRanges{
    RangeChoice{1h, "range1h"},        RangeChoice{3h, "range3h"},
    RangeChoice{24h, "range24h"},      RangeChoice{24h * 7, "range7d"},
    RangeChoice{24h * 14, "range14d"}, RangeChoice{24h * 63, "range63d"},
};

QString rangeText(std::chrono::seconds length)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(length).count();
    //: Length of time shown by a chart, on a button: %1 hours
    return hours <= 24 ? HealthChartBar::tr("%1 h").arg(hours)
                       //: Length of time shown by a chart, on a button: %1 days
                       : HealthChartBar::tr("%1 d").arg(hours / 24);
}

QToolButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QHBoxLayout *addGroup(QWidget *line)
{
    auto *group = new QWidget(line);
    auto *layout = new QHBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    line->layout()->addWidget(group);
    return layout;
}

} // namespace

HealthChartBar::HealthChartBar(const Theme &theme, Settings &settings,
                               const QList<MetricInfo> &metrics, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid, 2);
    column->setSpacing(2);
    // Two groups in a line, or in two where languages are long and windows narrow.
    auto *controls = new QWidget(this);
    auto *flow = new FlowLayout(controls, kGrid / 2);
    flow->setLastAtEnd(true);
    addChoices(addGroup(controls));
    addButtons(addGroup(controls));
    column->addWidget(controls);
    auto *status = new QHBoxLayout;
    addStatus(status);
    column->addLayout(status);
    for (const MetricInfo &info : metrics)
        addMetric(info);
    orderMetricMenu();
    restore();

    connect(m_modeButtons, &QButtonGroup::idClicked, this, [this] { keepChoice(); });
    connect(m_metricBox, &QComboBox::currentIndexChanged, this, [this] { keepChoice(); });
    connect(m_rangeButtons, &QButtonGroup::idClicked, this, [this] { keepChoice(); });
    connect(m_fromZero, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setValue(kFromZeroKey, on);
        Q_EMIT fromZeroChanged(on);
    });
}

void HealthChartBar::addMetric(const MetricInfo &info)
{
    m_offered.append(info);
    m_metricBox->addItem(metricTitleWithUnit(info), info.name);
    m_metricBox->setItemData(m_metricBox->count() - 1, metricExplanation(info), Qt::ToolTipRole);
    auto *action = new QAction(metricTitleWithUnit(info), this); // outlives a cleared menu
    action->setObjectName(u"metric_"_s + info.name);
    action->setCheckable(true);
    action->setToolTip(metricExplanation(info));
    connect(action, &QAction::triggered, this, [this] { keepChoice(); });
    m_metricActions.append(action);
}

void HealthChartBar::orderMetricMenu()
{
    m_metricsMenu->clear();
    for (const MetricGroup group :
         {MetricGroup::Input, MetricGroup::Encoder, MetricGroup::Output, MetricGroup::Network,
          MetricGroup::Channel, MetricGroup::Redundancy, MetricGroup::Audio, MetricGroup::Quality,
          MetricGroup::Link, MetricGroup::Other}) {
        bool titled = false;
        for (qsizetype i = 0; i < m_offered.size(); ++i) {
            if (m_offered.at(i).group != group)
                continue;
            if (!std::exchange(titled, true))
                m_metricsMenu->addSection(groupTitle(group));
            m_metricsMenu->addAction(m_metricActions.at(i));
        }
    }
    m_metricsMenu->addSeparator();
    auto *usual = new QAction(tr("The usual ones"), m_metricsMenu);
    usual->setObjectName(u"usualMetrics"_s);
    usual->setToolTip(tr("Shows the metrics that were shown before anybody chose others"));
    connect(usual, &QAction::triggered, this, &HealthChartBar::showUsualMetrics);
    m_metricsMenu->addAction(usual);
}

void HealthChartBar::offer(const QList<MetricInfo> &metrics)
{
    const qsizetype before = m_offered.size();
    const QSignalBlocker quiet(m_metricBox);
    for (const MetricInfo &info : metrics) {
        const bool known
            = std::any_of(m_offered.begin(), m_offered.end(), [&](const MetricInfo &other) {
                  return other.name.compare(info.name, Qt::CaseInsensitive) == 0;
              });
        if (!known)
            addMetric(info);
    }
    if (m_offered.size() == before)
        return;
    orderMetricMenu();
    // One that was chosen in an earlier run and was not known until now.
    const QStringList kept = m_settings.value(kMetricsKey).toStringList();
    for (qsizetype i = before; i < m_offered.size(); ++i)
        m_metricActions.at(i)->setChecked(kept.contains(m_offered.at(i).name));
}

void HealthChartBar::addChoices(QHBoxLayout *line)
{
    m_modeButtons = new QButtonGroup(this);
    const auto addMode
        = [&](ChartMode mode, const QString &text, const QString &name, const QString &toolTip) {
              QToolButton *button = makeButton(text, name, this);
              button->setCheckable(true);
              button->setToolTip(toolTip);
              m_modeButtons->addButton(button, static_cast<int>(mode));
              line->addWidget(button);
          };
    //: Button: charts of all chosen metrics of one channel
    addMode(ChartMode::ByChannel, tr("By channel"), u"chartByChannel"_s,
            tr("All chosen metrics of the first selected channel"));
    //: Button: charts of one metric, one for each selected channel
    addMode(ChartMode::ByMetric, tr("By metric"), u"chartByMetric"_s,
            tr("One metric of all selected channels, one below the other"));
    line->addSpacing(kGrid / 2);

    m_metricsButton = new QPushButton(tr("Metrics"), this);
    m_metricsButton->setObjectName(u"chartMetrics"_s);
    m_metricsButton->setAccessibleName(tr("Metrics shown"));
    m_metricsButton->setAutoDefault(false);
    m_metricsMenu = new CheckMenu(m_metricsButton);
    m_metricsMenu->setToolTipsVisible(true);
    m_metricsButton->setMenu(m_metricsMenu);
    line->addWidget(m_metricsButton);
    m_metricBox = new QComboBox(this);
    m_metricBox->setObjectName(u"chartMetric"_s);
    m_metricBox->setAccessibleName(tr("Metric"));
    m_metricBox->setMaxVisibleItems(24);
    m_metricBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_metricBox->setMinimumContentsLength(18);
    line->addWidget(m_metricBox);
    line->addSpacing(kGrid / 2);

    m_rangeButtons = new QButtonGroup(this);
    for (const RangeChoice &choice : kRanges) {
        const QString length = rangeText(choice.length);
        QToolButton *button = makeButton(length, QLatin1StringView(choice.objectName), this);
        button->setCheckable(true);
        //: Name of a button for screen readers; %1 is a length of time such as "24 h"
        button->setAccessibleName(tr("Show the last %1").arg(length));
        button->setToolTip(tr("The last %1, a point every %2")
                               .arg(length, models::formatAge(periodForRange(choice.length))));
        m_rangeButtons->addButton(button, static_cast<int>(choice.length.count()));
        line->addWidget(button);
    }
    line->addSpacing(kGrid / 2);
    m_fromZero = new QCheckBox(tr("From zero"), this);
    m_fromZero->setObjectName(u"chartFromZero"_s);
    m_fromZero->setAccessibleName(tr("Value axis from zero"));
    m_fromZero->setToolTip(tr("The value axis starts at zero rather than at the least value"));
    line->addWidget(m_fromZero);
}

void HealthChartBar::addButtons(QHBoxLayout *line)
{
    m_resetButton = makeButton(tr("Reset zoom"), u"chartResetZoom"_s, this);
    m_reloadButton = makeButton(tr("Reload"), u"chartReload"_s, this);
    m_fullButton = makeButton(tr("Full height"), u"chartFullHeight"_s, this);
    m_fullButton->setCheckable(true);
    m_fullButton->setToolTip(tr("Gives the charts the room of the table (F)"));
    addSaveMenu();
    for (QWidget *button : std::initializer_list<QWidget *>{m_resetButton, m_reloadButton,
                                                            m_fullButton, m_saveButton})
        line->addWidget(button);
    connect(m_resetButton, &QToolButton::clicked, this, &HealthChartBar::resetRequested);
    connect(m_reloadButton, &QToolButton::clicked, this, &HealthChartBar::reloadRequested);
    connect(m_fullButton, &QToolButton::toggled, this, &HealthChartBar::fullHeightChanged);
}

void HealthChartBar::addSaveMenu()
{
    m_saveButton = new QPushButton(tr("Save"), this);
    m_saveButton->setObjectName(u"chartSave"_s);
    m_saveButton->setAccessibleName(tr("Save the charts"));
    m_saveButton->setToolTip(tr("Save the charts or what they are drawn from (S)"));
    m_saveButton->setAutoDefault(false);
    auto *menu = new QMenu(m_saveButton);
    using What = ChartSaver::What;
    const auto add = [&](const QString &text, const QString &name, What what) {
        QAction *entry = menu->addAction(text);
        entry->setObjectName(name);
        connect(entry, &QAction::triggered, this, [this, what] { Q_EMIT saveRequested(what); });
    };
    add(tr("Image on &white (PNG)…"), u"savePngLight"_s, What::PngLight);
    add(tr("Image on &dark (PNG)…"), u"savePngDark"_s, What::PngDark);
    add(tr("Drawing on w&hite (SVG)…"), u"saveSvgLight"_s, What::SvgLight);
    add(tr("Drawing on d&ark (SVG)…"), u"saveSvgDark"_s, What::SvgDark);
    menu->addSeparator();
    add(tr("&Values (CSV)…"), u"saveValues"_s, What::Values);
    //: Alerts, channel states and times of no observation, as a file
    add(tr("&Events (CSV)…"), u"saveEvents"_s, What::Events);
    m_saveButton->setMenu(menu);
}

void HealthChartBar::addStatus(QHBoxLayout *line)
{
    m_note = new QLabel(this);
    m_note->setObjectName(u"chartNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumWidth(1); // rather cut off than in the way of a narrow window
    line->addWidget(m_note, 1);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"chartProgress"_s);
    m_progress->setAccessibleName(tr("Loading the chart"));
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(20 * kGrid, 6);
    line->addWidget(m_progress);
    m_cancelButton = new QPushButton(tr("Cancel"), this);
    m_cancelButton->setObjectName(u"chartCancel"_s);
    m_cancelButton->setAccessibleName(tr("Cancel loading"));
    m_cancelButton->setAutoDefault(false);
    line->addWidget(m_cancelButton);
    connect(m_cancelButton, &QPushButton::clicked, this, &HealthChartBar::cancelRequested);
    setProgress(std::nullopt);
    applyColors();
}

void HealthChartBar::restore()
{
    const bool byMetric = m_settings.value(kModeKey).toString() == kByMetric;
    setMode(byMetric ? ChartMode::ByMetric : ChartMode::ByChannel);
    const int chosen = m_metricBox->findData(m_settings.value(kMetricKey));
    const int usual = m_metricBox->findData(usualMetrics().first());
    m_metricBox->setCurrentIndex(chosen >= 0 ? chosen : std::max(0, usual));
    const QStringList kept = m_settings.value(kMetricsKey).toStringList();
    setMetrics(kept.isEmpty() ? usualMetrics() : kept);
    const int length = m_settings.value(kRangeKey).toInt();
    const int oneHour = static_cast<int>(std::chrono::seconds(1h).count());
    QAbstractButton *button = m_rangeButtons->button(length);
    (button ? button : m_rangeButtons->button(oneHour))->setChecked(true);
    m_fromZero->setChecked(m_settings.value(kFromZeroKey, true).toBool());
    showMode();
}

void HealthChartBar::keepChoice()
{
    m_settings.setValue(kModeKey,
                        mode() == ChartMode::ByMetric ? QString(kByMetric) : u"channel"_s);
    m_settings.setValue(kMetricKey, metric());
    m_settings.setValue(kMetricsKey, metrics());
    m_settings.setValue(kRangeKey, m_rangeButtons->checkedId());
    showMode();
    Q_EMIT choiceChanged();
}

void HealthChartBar::showMode()
{
    const bool byMetric = mode() == ChartMode::ByMetric;
    m_metricBox->setVisible(byMetric);
    m_metricsButton->setVisible(!byMetric);
    m_metricBox->setToolTip(m_metricBox->currentData(Qt::ToolTipRole).toString());
    //: Tool tip of the button that opens the list of metrics
    m_metricsButton->setToolTip(
        tr("%n metric(s) shown", nullptr, static_cast<int>(metrics().size())));
}

ChartMode HealthChartBar::mode() const
{
    return static_cast<ChartMode>(m_modeButtons->checkedId());
}

void HealthChartBar::setMode(ChartMode mode)
{
    QAbstractButton *button = m_modeButtons->button(static_cast<int>(mode));
    if (button->isChecked())
        return;
    const bool restoring = m_modeButtons->checkedId() < 0;
    button->setChecked(true);
    if (!restoring)
        keepChoice();
}

QList<std::chrono::seconds> HealthChartBar::ranges()
{
    QList<std::chrono::seconds> lengths;
    for (const RangeChoice &choice : kRanges)
        lengths << choice.length;
    return lengths;
}

QString HealthChartBar::metric() const
{
    return m_metricBox->currentData().toString();
}

void HealthChartBar::setMetric(const QString &name)
{
    if (const int index = m_metricBox->findData(name); index >= 0)
        m_metricBox->setCurrentIndex(index);
}

QStringList HealthChartBar::metrics() const
{
    QStringList names;
    for (qsizetype i = 0; i < m_offered.size(); ++i) {
        if (m_metricActions.at(i)->isChecked())
            names << m_offered.at(i).name;
    }
    return names;
}

void HealthChartBar::setMetrics(const QStringList &names)
{
    for (qsizetype i = 0; i < m_offered.size(); ++i)
        m_metricActions.at(i)->setChecked(names.contains(m_offered.at(i).name));
}

std::chrono::seconds HealthChartBar::range() const
{
    return std::chrono::seconds(m_rangeButtons->checkedId());
}

void HealthChartBar::setRange(std::chrono::seconds range)
{
    QAbstractButton *button = m_rangeButtons->button(static_cast<int>(range.count()));
    if (!button || button->isChecked())
        return;
    button->setChecked(true);
    keepChoice();
}

bool HealthChartBar::fromZero() const
{
    return m_fromZero->isChecked();
}

void HealthChartBar::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setToolTip(text);
}

void HealthChartBar::setProgress(std::optional<int> percent)
{
    m_progress->setVisible(percent.has_value());
    m_cancelButton->setVisible(percent.has_value());
    m_progress->setValue(percent.value_or(0));
}

void HealthChartBar::setPossible(bool reset, bool reload, bool save)
{
    m_resetButton->setEnabled(reset);
    m_reloadButton->setEnabled(reload);
    m_saveButton->setEnabled(save);
}

void HealthChartBar::setFullHeight(bool on)
{
    m_fullButton->setChecked(on);
}

void HealthChartBar::toggleFullHeight()
{
    m_fullButton->toggle();
}

void HealthChartBar::showUsualMetrics()
{
    setMetrics(usualMetrics());
    keepChoice();
}

void HealthChartBar::openSaveMenu()
{
    if (m_saveButton->isEnabled())
        m_saveButton->showMenu();
}

void HealthChartBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void HealthChartBar::applyColors()
{
    if (!m_note)
        return;
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    m_note->setPalette(muted);
}

} // namespace tallylight::ui
