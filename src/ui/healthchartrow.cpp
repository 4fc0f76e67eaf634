// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/healthchartrow.h"

#include "models/errortext.h"
#include "ui/healthchart.h"
#include "ui/noticebar.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

/// A short piece of a leg's line, as the chart draws it.
class LineSample final : public QWidget
{
public:
    LineSample(const QString &pipeline, const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_pipeline(pipeline)
        , m_theme(theme)
    {
        setFixedSize(3 * kGrid, 2 * kGrid);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(legColor(m_pipeline, m_theme), 2.0);
        pen.setCapStyle(Qt::FlatCap);
        if (isSecondLeg(m_pipeline))
            pen.setDashPattern({3.5, 1.5});
        painter.setPen(pen);
        const qreal y = height() / 2.0;
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }

private:
    QString m_pipeline;
    const Theme &m_theme;
};

struct NewestPoint
{
    double at = 0.0;
    std::optional<double> value;
};

NewestPoint newestOf(const ChartLine &line)
{
    if (line.segments.isEmpty())
        return {};
    const QPointF last = line.segments.last().last();
    return {last.x(), last.y()};
}

} // namespace

HealthChartRow::HealthChartRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_legBox(new QWidget(this))
    , m_time(new QLabel(this))
    , m_notice(new NoticeBar(theme, this))
    , m_chart(new HealthChart(theme, this))
{
    setObjectName(u"healthChartRow"_s);
    m_title->setObjectName(u"chartTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(10 * kGrid);
    m_time->setObjectName(u"chartReadoutTime"_s);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_notice->setObjectName(u"chartNotice"_s);

    auto *headline = new QHBoxLayout;
    headline->setContentsMargins(kGrid, 2, 2 * kGrid, 2);
    headline->setSpacing(2 * kGrid);
    headline->addWidget(m_title, 1);
    headline->addWidget(m_legBox);
    headline->addWidget(m_time);
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

void HealthChartRow::setTitle(const QString &title, const QString &toolTip)
{
    m_fullTitle = title;
    m_title->setToolTip(toolTip);
    setAccessibleName(title);
    elideTitle();
}

void HealthChartRow::setTimeZone(models::TimeZoneChoice zone)
{
    m_zone = zone;
    m_chart->setTimeZone(zone);
    updateReadout();
}

void HealthChartRow::showNothing()
{
    m_notice->clear();
    m_chart->clearContent();
    m_metricsRequested = 0;
    buildLegs();
}

void HealthChartRow::showResult(const monitor::HistoryResult &result, bool running, bool keepView)
{
    m_metricsRequested = static_cast<int>(result.series.size());
    const ChartContent content = chartContent(result);
    m_chart->setContent(content, keepView);
    //: Name of a chart for screen readers: %1 is a metric, %2 a channel
    m_chart->setAccessibleName(tr("%1 of %2").arg(metricTitle(content.metric), m_fullTitle));
    showProblem(result, running);
    buildLegs();
}

void HealthChartRow::showProblem(const monitor::HistoryResult &result, bool running)
{
    using models::StateLevel;
    const bool hasData = m_chart->content().hasData();
    // An empty plot says nothing that the notice does not say better.
    m_chart->setVisible(hasData || !(result.error || !result.series.isEmpty()));
    if (result.error) {
        const QString title = hasData ? tr("Incomplete: %1").arg(models::errorTitle(*result.error))
                                      : models::errorTitle(*result.error);
        m_notice->showNotice(StateLevel::Unknown, title, models::errorAdvice(*result.error));
        m_notice->setToolTip(models::errorDetails(*result.error));
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
    const HealthMetric metric = m_chart->content().metric;
    if (forbidden) {
        m_notice->showNotice(StateLevel::Unknown, tr("Access denied"),
                             tr("These credentials may not read this metric. Allow "
                                "cloudwatch:GetMetricData in the account it belongs to."));
    } else if (incomplete) {
        m_notice->showNotice(StateLevel::Unknown, tr("Incomplete"),
                             tr("CloudWatch could not give every point. Load again in a moment."));
    } else if (!hasData) {
        const QString why = running ? metricExplanation(metric)
                                    : tr("The channel is not running, so it publishes no metrics.");
        m_notice->showNotice(StateLevel::Idle, tr("No data in this range"), why);
    } else {
        m_notice->clear();
    }
}

void HealthChartRow::buildLegs()
{
    const QList<ChartLine> &lines = m_chart->content().lines;
    while (m_legs.size() > lines.size()) {
        const LegLabels gone = m_legs.takeLast();
        delete gone.sample;
        delete gone.text;
    }
    while (m_legs.size() < lines.size()) {
        const QString &pipeline = lines.at(m_legs.size()).pipeline;
        LegLabels leg{new LineSample(pipeline, m_theme, m_legBox), new QLabel(m_legBox)};
        leg.text->setObjectName(u"chartReadoutLeg"_s + pipeline);
        leg.text->setTextFormat(Qt::PlainText);
        m_legBox->layout()->addWidget(leg.sample);
        m_legBox->layout()->addWidget(leg.text);
        m_legs.append(leg);
    }
    applyColors();
    updateReadout();
}

void HealthChartRow::updateReadout()
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
        //: One leg's value in a chart's headline: %1 is 0 or 1, %2 a value with unit. "Leg" is one
        //: of a channel's two redundant pipelines.
        m_legs.at(i).text->setText(tr("Leg %1  %2").arg(line.pipeline, value));
    }
    QString time;
    if (readout) {
        time = readout->time;
    } else if (newest > 0.0) {
        //: Before the time of a chart's newest point
        time = tr("newest: %1")
                   .arg(models::formatTime(
                       QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(newest), Qt::UTC),
                       m_zone));
    }
    m_time->setText(time);
}

QString HealthChartRow::readoutText() const
{
    QStringList parts;
    for (const LegLabels &leg : m_legs)
        parts << leg.text->text();
    parts << m_time->text();
    return parts.join(u" | "_s);
}

void HealthChartRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void HealthChartRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideTitle();
}

void HealthChartRow::elideTitle()
{
    m_title->setText(m_title->fontMetrics().elidedText(m_fullTitle, Qt::ElideMiddle,
                                                       std::max(10 * kGrid, m_title->width())));
}

void HealthChartRow::applyColors()
{
    const QFont strong = strongFont(font());
    if (m_title->font() != strong)
        m_title->setFont(strong);
    const QFont figures = tabularFont(font());
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    m_time->setFont(figures);
    m_time->setPalette(muted);
    const QFontMetrics metrics(figures);
    m_time->setMinimumWidth(metrics.horizontalAdvance(u"newest: 0000-00-00 00:00:00 CEST"_s));
    for (const LegLabels &leg : m_legs) {
        leg.text->setFont(figures);
        leg.text->setMinimumWidth(metrics.horizontalAdvance(u"Leg 0  0000.00 Mbit/s"_s));
        leg.sample->update();
    }
}

} // namespace tallylight::ui
