// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/callrecord.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace tallylight::monitor {

/// A finished call with the profile it was made for.
struct LedgerCall
{
    quint64 serial = 0; ///< counts all calls of this run, from 1
    QString profileId; ///< empty for what several profiles share, such as a sign-in
    CallRecord record;
};

/// The last calls of every profile, for the call inspector and the diagnostics bundle. Bounded, so
/// that a run of months needs no more memory than one of an hour. Lives on the GUI thread.
class CallLedger : public QObject
{
    Q_OBJECT

public:
    /// Keeps the last \a perProfile calls of each profile.
    explicit CallLedger(qsizetype perProfile = 500, QObject *parent = nullptr);

    /// Enters a call. Texts that came from a server are redacted once more on the way in.
    void add(const QString &profileId, const CallRecord &record);
    /// Everything kept, in the order of the calls' ends.
    QList<LedgerCall> calls() const;
    /// How far the profile's servers' clocks are ahead of this computer's, as the newest answer
    /// told; no value before one did.
    std::optional<qint64> clockSkewSeconds(const QString &profileId) const;

    /// While paused, calls go on and are not kept.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// How many calls have not been kept since the last clear() because of a pause.
    qsizetype missed() const { return m_missed; }
    void clear();
    /// The profile is gone, and what was kept of it.
    void forgetProfile(const QString &profileId);

Q_SIGNALS:
    void added(const tallylight::monitor::LedgerCall &call);
    /// The call with this serial has made room for newer ones, or its profile is gone.
    void dropped(quint64 serial);
    void cleared();
    void pausedChanged(bool paused);

private:
    qsizetype m_perProfile;
    QHash<QString, QList<LedgerCall>> m_calls;
    QHash<QString, qint64> m_skew;
    quint64 m_serial = 0;
    qsizetype m_missed = 0;
    bool m_paused = false;
};

} // namespace tallylight::monitor

Q_DECLARE_METATYPE(tallylight::monitor::LedgerCall)
