// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/overview.h"
#include "ui/theme.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tallylight::ui {

/// Everything about one region on the General page: who is asking, how each API answers, what was
/// last heard.
class RegionCard final : public QFrame
{
    Q_OBJECT

public:
    /// \a theme outlives the card.
    RegionCard(const Theme &theme, const QString &profileId, QWidget *parent = nullptr);

    QString profileId() const { return m_profileId; }
    void setRegion(const RegionOverview &region, const QDateTime &utcNow,
                   models::TimeZoneChoice zone);

Q_SIGNALS:
    void callsRequested(const QString &profileId);
    void editRequested(const QString &profileId);
    /// The keys are to be renewed by hand.
    void signInRequested(const QString &profileId);
    void refreshRequested(const QString &profileId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QLabel *makeValue(const QString &name);
    void setMuted(QLabel *label) const;
    void applyColors();

    const Theme &m_theme;
    QString m_profileId;
    RegionOverview m_region;
    QDateTime m_now;
    models::TimeZoneChoice m_zone = models::TimeZoneChoice::Utc;
    QLabel *m_title;
    QLabel *m_subtitle;
    QPushButton *m_signIn; ///< only while there is something to sign in for
    QGridLayout *m_facts;
    QGridLayout *m_services;
    QList<QLabel *> m_factValues;
    QList<QLabel *> m_mutedLabels;
    QList<QList<QLabel *>> m_cells; ///< by API, then column
};

} // namespace tallylight::ui
