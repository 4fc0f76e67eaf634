// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthcharttile.h"

#include "models/errortext.h"
#include "ui/chartsample.h"
#include "ui/healthchart.h"
#include "ui/noticebar.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

struct NewestPoint
{
    double at = 0.0;
    std::optional<double> value;
};

NewestPoint newestOf(const ChartLine &line)
{
    if (line.segments.isEmpty())
        return {};
    const models::ChartPoint last = line.segments.last().last();
    return {last.at, last.value};
}

} // namespace

HealthChartTile::HealthChartTile(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_legBox(new QWidget(this))
    , m_notice(new NoticeBar(theme, this))
    , m_chart(new HealthChart(theme, this))
{
    setObjectName(u"healthChartTile"_s);
    m_title->setObjectName(u"chartTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(10 * kGrid);
    m_notice->setObjectName(u"chartNotice"_s);
    // A view wants room for scroll bars, which a chart never has.
    m_chart->setMinimumHeight(4 * kGrid);

    auto *headline = new QHBoxLayout;
    headline->setContentsMargins(kGrid, 1, 2 * kGrid, 0);
    headline->setSpacing(kGrid);
    headline->addWidget(m_title, 1);
    headline->addWidget(m_legBox);
    auto *legs = new QHBoxLayout(m_legBox);
    legs->setContentsMargins(0, 0, 0, 0);
    legs->setSpacing(kGrid);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(headline);
    column->addWidget(m_notice);
    column->addWidget(m_chart, 1);
    column->addStretch(); // keeps the notice together while the chart is hidden
    applyColors();
}

void HealthChartTile::setSubject(const MetricInfo &metric, const QString &title,
                                 const QString &toolTip)
{
    m_metric = metric;
    m_fullTitle = title;
    m_title->setToolTip(toolTip);
    setAccessibleName(title);
    elideTitle();
}

void HealthChartTile::setRules(const HealthRules &rules)
{
    m_rules = rules;
    if (m_loaded)
        m_chart->setThresholds(thresholdsOf(m_metric, rules));
}

void HealthChartTile::setTimeZone(models::TimeZoneChoice zone)
{
    m_chart->setTimeZone(zone);
    updateReadout();
}

void HealthChartTile::showLoading()
{
    m_loaded = false;
    m_chart->clearContent();
    m_chart->setVisible(false);
    m_notice->setToolTip({});
    m_notice->showNotice(models::StateLevel::None, tr("Loading…"), {});
    m_metricsRequested = 0;
    buildLegs();
}

void HealthChartTile::showCancelled()
{
    if (!m_loaded)
        m_notice->showNotice(models::StateLevel::None, tr("Not loaded"), {});
}

void HealthChartTile::showResult(const monitor::HistoryResult &result, bool running, bool keepView)
{
    m_loaded = true;
    m_metricsRequested = static_cast<int>(result.asked.size());
    m_wasFree = result.askedFree;
    m_chart->setContent(chartContent(result, m_metric, m_rules), keepView);
    //: Name of a chart for screen readers: %1 is a metric, %2 what else the chart is about
    m_chart->setAccessibleName(tr("%1: %2").arg(metricTitle(m_metric), m_fullTitle));
    showProblem(result, running);
    buildLegs();
}

void HealthChartTile::showProblem(const monitor::HistoryResult &result, bool running)
{
    using models::StateLevel;
    const bool hasData = m_chart->content().hasData();
    // An empty plot says nothing that the notice does not say better.
    m_chart->setVisible(hasData);
    if (result.error) {
        const QString title = hasData ? tr("Incomplete: %1").arg(models::errorTitle(*result.error))
                                      : models::errorTitle(*result.error);
        // Beside lines there is only room for what is wrong; what to do is in the tool tip.
        m_notice->showNotice(StateLevel::Unknown, title,
                             hasData ? QString() : models::errorAdvice(*result.error));
        m_notice->setToolTip(models::errorAdvice(*result.error) + u'\n'
                             + models::errorDetails(*result.error));
        return;
    }
    QStringList words;
    bool forbidden = false;
    bool incomplete = false;
    for (const MetricSeries &series : result.series) {
        forbidden = forbidden || series.status == SeriesStatus::Forbidden;
        incomplete = incomplete || series.status == SeriesStatus::Partial
            || series.status == SeriesStatus::InternalError;
        words += series.messages;
    }
    words.removeDuplicates();
    m_notice->setToolTip(words.join(u'\n'));
    if (forbidden) {
        m_notice->showNotice(StateLevel::Unknown, tr("Access denied"),
                             tr("These credentials may not read this metric. Allow "
                                "cloudwatch:GetMetricData in the account it belongs to."));
    } else if (incomplete) {
        const QString advice = tr("CloudWatch could not give every point. Load again in a moment.");
        words.prepend(advice);
        m_notice->showNotice(StateLevel::Unknown, tr("Incomplete"), hasData ? QString() : advice);
        m_notice->setToolTip(words.join(u'\n'));
    } else if (!hasData) {
        showNoData(result, running);
    } else {
        m_notice->clear();
    }
}

void HealthChartTile::showNoData(const monitor::HistoryResult &result, bool running)
{
    using models::StateLevel;
    const QString meaning = m_metric.noDataMeaning.in();
    if (!running)
        m_notice->showNotice(StateLevel::Idle, tr("No data in this range"),
                             tr("The channel is not running, so it publishes no metrics."));
    else if (result.unpublished.contains(m_metric.name, Qt::CaseInsensitive))
        m_notice->showNotice(StateLevel::Idle, tr("Not published by this channel"), meaning);
    else
        m_notice->showNotice(m_metric.isOptional() ? StateLevel::Idle : StateLevel::Unknown,
                             tr("No data in this range"), meaning);
}

void HealthChartTile::buildLegs()
{
    const QList<ChartLine> &lines = m_chart->content().lines;
    while (m_legs.size() > lines.size()) {
        const LegLabels gone = m_legs.takeLast();
        delete gone.sample;
        delete gone.text;
    }
    while (m_legs.size() < lines.size()) {
        const QString &pipeline = lines.at(m_legs.size()).pipeline;
        ChartMark mark;
        mark.pipeline = pipeline;
        LegLabels leg{new ChartSample(mark, m_theme, m_legBox), new QLabel(m_legBox)};
        leg.text->setObjectName(u"chartReadoutLeg"_s + pipeline);
        leg.text->setTextFormat(Qt::PlainText);
        m_legBox->layout()->addWidget(leg.sample);
        m_legBox->layout()->addWidget(leg.text);
        m_legs.append(leg);
    }
    applyColors();
    updateReadout();
}

void HealthChartTile::updateReadout()
{
    const std::optional<ChartReadout> readout = m_chart->readout();
    const ChartContent &content = m_chart->content();
    double newest = 0.0;
    for (const ChartLine &line : content.lines)
        newest = std::max(newest, newestOf(line).at);
    for (qsizetype i = 0; i < m_legs.size(); ++i) {
        const ChartLine &line = content.lines.at(i);
        QString value;
        if (readout) {
            value = readout->values.at(i).text;
        } else {
            // Beside a newer leg, an old last value would pass for a present one.
            const NewestPoint last = newestOf(line);
            const bool current = last.value
                && last.at >= newest - 2000.0 * static_cast<double>(content.period.count());
            value = current ? metricValueText(content.metric, *last.value, 2) : tr("no data");
        }
        m_legs.at(i).text->setText(value);
        //: One leg's value in a chart's headline: %1 is 0 or 1, %2 a value with unit. "Leg" is one
        //: of a channel's two redundant pipelines.
        const QString words = tr("Leg %1: %2").arg(line.pipeline, value);
        m_legs.at(i).text->setToolTip(words);
        m_legs.at(i).text->setAccessibleName(words);
    }
}

QString HealthChartTile::readoutText() const
{
    QStringList parts;
    for (const LegLabels &leg : m_legs)
        parts << leg.text->toolTip();
    return parts.join(u" | "_s);
}

QDateTime HealthChartTile::newestAt() const
{
    double newest = 0.0;
    for (const ChartLine &line : m_chart->content().lines)
        newest = std::max(newest, newestOf(line).at);
    return newest > 0.0 ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(newest), Qt::UTC)
                        : QDateTime();
}

void HealthChartTile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void HealthChartTile::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideTitle();
}

void HealthChartTile::elideTitle()
{
    m_title->setText(m_title->fontMetrics().elidedText(m_fullTitle, Qt::ElideMiddle,
                                                       std::max(10 * kGrid, m_title->width())));
}

void HealthChartTile::applyColors()
{
    const QFont strong = strongFont(font());
    if (m_title->font() != strong)
        m_title->setFont(strong);
    const QFont figures = tabularFont(font());
    for (const LegLabels &leg : m_legs) {
        leg.text->setFont(figures);
        // Values that change must not push the title about.
        leg.text->setMinimumWidth(
            QFontMetrics(figures).horizontalAdvance(u"0000.0 "_s + m_metric.unit));
        leg.sample->update();
    }
}

} // namespace tallylight::ui
