// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthchartbar.h"

#include "core/metriccatalogue.h"
#include "models/timeformat.h"
#include "ui/chartcontent.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kMetricKey = "layout/chart/metric"_L1;
constexpr auto kRangeKey = "layout/chart/rangeSeconds"_L1;
constexpr auto kFromZeroKey = "layout/chart/fromZero"_L1;

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

} // namespace

HealthChartBar::HealthChartBar(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    auto *choices = new QHBoxLayout;
    addChoices(choices);
    choices->addStretch();
    addButtons(choices);
    column->addLayout(choices);
    auto *status = new QHBoxLayout;
    addStatus(status);
    column->addLayout(status);
    restore();

    connect(m_metricBox, &QComboBox::currentIndexChanged, this, [this] { keepChoice(); });
    connect(m_rangeButtons, &QButtonGroup::idClicked, this, [this] { keepChoice(); });
    connect(m_fromZero, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setValue(kFromZeroKey, on);
        Q_EMIT fromZeroChanged(on);
    });
}

void HealthChartBar::addChoices(QHBoxLayout *line)
{
    m_metricBox = new QComboBox(this);
    m_metricBox->setObjectName(u"chartMetric"_s);
    m_metricBox->setAccessibleName(tr("Metric"));
    m_metricBox->setMaxVisibleItems(static_cast<int>(kHealthMetricCount));
    for (const HealthMetric metric : kHealthMetrics) {
        const QString unit = healthMetricInfo(metric).unit;
        //: A metric and its unit: "Network in (Mbit/s)"
        m_metricBox->addItem(unit.isEmpty() ? metricTitle(metric)
                                            : tr("%1 (%2)").arg(metricTitle(metric), unit),
                             static_cast<int>(metric));
        m_metricBox->setItemData(m_metricBox->count() - 1, metricExplanation(metric),
                                 Qt::ToolTipRole);
    }
    line->addWidget(m_metricBox);
    line->addSpacing(kGrid);

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
    line->addSpacing(kGrid);
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
    m_saveButton = new QPushButton(tr("Save"), this);
    m_saveButton->setObjectName(u"chartSave"_s);
    m_saveButton->setAccessibleName(tr("Save the chart"));
    m_saveButton->setAutoDefault(false);
    auto *menu = new QMenu(m_saveButton);
    connect(menu->addAction(tr("As an image (PNG)…")), &QAction::triggered, this,
            &HealthChartBar::saveImageRequested);
    connect(menu->addAction(tr("As values (CSV)…")), &QAction::triggered, this,
            &HealthChartBar::saveValuesRequested);
    m_saveButton->setMenu(menu);
    for (QWidget *button :
         std::initializer_list<QWidget *>{m_resetButton, m_reloadButton, m_saveButton})
        line->addWidget(button);
    connect(m_resetButton, &QToolButton::clicked, this, &HealthChartBar::resetRequested);
    connect(m_reloadButton, &QToolButton::clicked, this, &HealthChartBar::reloadRequested);
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
    const QString wanted = m_settings.value(kMetricKey).toString();
    HealthMetric metric = HealthMetric::InputVideoFrameRate;
    for (const HealthMetric candidate : kHealthMetrics) {
        if (wanted == healthMetricInfo(candidate).name)
            metric = candidate;
    }
    m_metricBox->setCurrentIndex(m_metricBox->findData(static_cast<int>(metric)));
    m_metricBox->setToolTip(metricExplanation(metric));
    const int kept = m_settings.value(kRangeKey).toInt();
    const int oneHour = static_cast<int>(std::chrono::seconds(1h).count());
    QAbstractButton *button = m_rangeButtons->button(kept);
    (button ? button : m_rangeButtons->button(oneHour))->setChecked(true);
    m_fromZero->setChecked(m_settings.value(kFromZeroKey, true).toBool());
}

void HealthChartBar::keepChoice()
{
    m_settings.setValue(kMetricKey, healthMetricInfo(metric()).name);
    m_settings.setValue(kRangeKey, m_rangeButtons->checkedId());
    m_metricBox->setToolTip(metricExplanation(metric()));
    Q_EMIT choiceChanged();
}

QList<std::chrono::seconds> HealthChartBar::ranges()
{
    QList<std::chrono::seconds> lengths;
    for (const RangeChoice &choice : kRanges)
        lengths << choice.length;
    return lengths;
}

HealthMetric HealthChartBar::metric() const
{
    return static_cast<HealthMetric>(m_metricBox->currentData().toInt());
}

void HealthChartBar::setMetric(HealthMetric metric)
{
    m_metricBox->setCurrentIndex(m_metricBox->findData(static_cast<int>(metric)));
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
