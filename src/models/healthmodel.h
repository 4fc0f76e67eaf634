// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/healthrules.h"
#include "core/metriccatalogue.h"
#include "models/keyedtablemodel.h"

#include <optional>

namespace tallylight::models {

/// Channels Health over all profiles: a row per running pipeline, and one per channel that doesn't
/// run.
///
/// A reading without a value says why in a word and is never shown as 0.
class HealthModel final : public KeyedTableModel<HealthRow>
{
    Q_OBJECT

public:
    enum class Column {
        Profile,
        Region,
        Channel, ///< name; links to the channel
        Id, ///< channel id; links to the channel
        Pipeline,
        Health, ///< the verdict's word; sorts by badness
        Reasons,
        Since, ///< from when the verdict's level is what it is
        State, ///< the channel's
        Alerts, ///< how many are set, from the free ListAlerts
        ActiveAlerts, ///< from here on the metrics, in the order of HealthMetric
        InputVideoFrameRate,
        NetworkIn,
        NetworkOut,
        FillMsec,
        DroppedFrames,
        SvqTime,
        ActiveOutputs,
        Output4xxErrors,
        Output5xxErrors,
        InputLossSeconds,
        PipelinesLocked,
        PrimaryInputActive,
        RtpPacketsLost,
        ChannelInputErrorSeconds,
        MinMqcs,
        ActiveInput,
        MissingReadings, ///< which readings have no value, and why
        Age, ///< of the oldest part the row shows
    };
    Q_ENUM(Column)

    explicit HealthModel(const Clock &clock, QObject *parent = nullptr);

    static std::span<const ColumnSpec> columnSpecs();
    /// The rules the rows are judged by; the built-in ones until setRules(), which judges all rows
    /// again at once.
    const HealthRules &rules() const { return m_rules; }
    void setRules(const HealthRules &rules);
    /// What is known about the metrics; the built-in catalogue until setCatalogue().
    const MetricCatalogue &catalogue() const { return m_catalogue; }
    void setCatalogue(const MetricCatalogue &catalogue);
    /// Nobody will look again, as in an export: what must last counts at once, and a verdict is as
    /// old only as AWS says. Before the first row.
    void setSingleLook(bool single) { m_singleLook = single; }
    /// The metric \a column shows; nullopt for the other columns.
    static std::optional<HealthMetric> metricOf(int column);

    /// How the alert sweep or the metrics of all rows of \a profileId have been observed now.
    void updateAlertsFreshness(const QString &profileId, const Freshness &freshness);
    void updateMetricsFreshness(const QString &profileId, const Freshness &freshness);

Q_SIGNALS:
    /// rules() are others than before.
    void rulesChanged();

protected:
    QString text(const HealthRow &row, const RowVerdict &verdict, int column) const override;
    QVariant value(const HealthRow &row, const RowVerdict &verdict, int column) const override;
    QString toolTip(const HealthRow &row, const RowVerdict &verdict, int column) const override;
    QDateTime observedAt(const HealthRow &row) const override;
    QStringList links(const HealthRow &row, int column) const override;
    StateLevel cellLevel(const HealthRow &row, const RowVerdict &verdict,
                         int column) const override;
    const Freshness &cellFreshness(const HealthRow &row, int column) const override;
    std::optional<Observation> cellObservation(const HealthRow &row, int column) const override;
    TrustMark trustMark(const HealthRow &row, TrustMemo &memo) const override;
    RowVerdict judge(const HealthRow &row, const TrustMark &mark, const QDateTime &utcNow,
                     const RowVerdict &before) const override;
    bool textFollowsVerdict() const override { return true; }
    QMap<QString, QString> tags(const HealthRow &row) const override;
    std::pair<QString, QString> idAndName(const HealthRow &row) const override;

private:
    bool startsNow(const PipelineHealth &health) const;
    ReadingStatus statusOf(const PipelineHealth &health, HealthMetric metric) const;
    QString metricText(const PipelineHealth &health, HealthMetric metric) const;
    QVariant metricValue(const PipelineHealth &health, HealthMetric metric) const;
    QString metricToolTip(const HealthRow &row, HealthMetric metric) const;
    StateLevel readingLevel(const HealthRow &row, const RowVerdict &verdict, HealthMetric metric,
                            Trust metricsTrust) const;
    QStringList missingReadings(const PipelineHealth &health, bool forExport) const;

    HealthRules m_rules = HealthRules::builtIn();
    MetricCatalogue m_catalogue = MetricCatalogue::builtIn();
    bool m_singleLook = false;
    int m_rulesVersion = 0; ///< so that every row's mark differs after a change
};

} // namespace tallylight::models
