// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/historyrequest.h"

#include "monitor/metricasker.h"

namespace tallylight::monitor {

HistoryRequest::HistoryRequest(QObject *parent)
    : QObject(parent)
{
}

HistoryRequest::~HistoryRequest() = default;

void HistoryRequest::cancel()
{
    if (m_finished)
        return;
    if (m_asker) {
        m_asker->cancel(); // its finished() leads to finish()
        return;
    }
    ApiError cancelled;
    cancelled.category = ErrorCategory::Cancelled;
    m_result.error = cancelled;
    finish(m_result);
}

void HistoryRequest::finish(HistoryResult result)
{
    if (m_finished)
        return;
    m_finished = true;
    if (m_complete)
        m_complete(result);
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace tallylight::monitor
