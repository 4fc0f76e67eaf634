// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/callledger.h"

#include "core/redact.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tallylight::monitor {

namespace {

Q_LOGGING_CATEGORY(lcCalls, "tallylight.calls")

void logCall(const CallRecord &record)
{
    if (record.error && record.error->category != ErrorCategory::Cancelled) {
        qCInfo(lcCalls).noquote() << redact(record.error->toLogLine());
        return;
    }
    qCDebug(lcCalls).noquote() << record.operation << "HTTP" << record.httpStatus
                               << record.duration.count() << "ms" << record.attempts
                               << "request(s)" << record.bytesReceived << "bytes"
                               << record.requestId;
}

} // namespace

CallLedger::CallLedger(qsizetype perProfile, QObject *parent)
    : QObject(parent)
    , m_perProfile(std::max<qsizetype>(1, perProfile))
{
}

void CallLedger::add(const QString &profileId, const CallRecord &record)
{
    if (record.clockSkewSeconds)
        m_skew.insert(profileId, *record.clockSkewSeconds);
    logCall(record);
    if (m_paused) {
        ++m_missed;
        return;
    }
    LedgerCall call{++m_serial, profileId, record};
    if (call.record.error)
        call.record.error->message = redact(call.record.error->message);
    QList<LedgerCall> &own = m_calls[profileId];
    if (own.size() >= m_perProfile)
        Q_EMIT dropped(own.takeFirst().serial);
    own.append(call);
    Q_EMIT added(call);
}

QList<LedgerCall> CallLedger::calls() const
{
    QList<LedgerCall> all;
    for (const QList<LedgerCall> &own : m_calls)
        all += own;
    std::sort(all.begin(), all.end(),
              [](const LedgerCall &a, const LedgerCall &b) { return a.serial < b.serial; });
    return all;
}

std::optional<qint64> CallLedger::clockSkewSeconds(const QString &profileId) const
{
    const auto found = m_skew.constFind(profileId);
    return found == m_skew.cend() ? std::nullopt : std::optional(*found);
}

void CallLedger::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    Q_EMIT pausedChanged(paused);
}

void CallLedger::clear()
{
    m_calls.clear();
    m_missed = 0;
    Q_EMIT cleared();
}

void CallLedger::forgetProfile(const QString &profileId)
{
    m_skew.remove(profileId);
    const QList<LedgerCall> gone = m_calls.take(profileId);
    for (const LedgerCall &call : gone)
        Q_EMIT dropped(call.serial);
}

} // namespace tallylight::monitor
