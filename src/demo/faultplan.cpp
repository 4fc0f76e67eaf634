// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/faultplan.h"

using namespace Qt::StringLiterals;

namespace tallylight::demo {

FaultPlan::FaultPlan(Credentials credentials)
    : m_credentials(std::move(credentials))
{
}

template<typename What>
std::optional<What> FaultPlan::take(QList<Planned<What>> &plans, const QString &operation)
{
    for (qsizetype i = 0; i < plans.size(); ++i) {
        Planned<What> &plan = plans[i];
        if (!plan.operation.isEmpty() && plan.operation != operation)
            continue;
        const What what = plan.what;
        if (--plan.left <= 0)
            plans.removeAt(i);
        return what;
    }
    return std::nullopt;
}

void FaultPlan::failNext(int count, int status, const QString &code, const QString &operation)
{
    const QMutexLocker lock(&m_mutex);
    if (count > 0)
        m_failures.append({{status, code}, count, operation});
}

std::optional<PlannedFailure> FaultPlan::takeFailure(const QString &operation)
{
    const QMutexLocker lock(&m_mutex);
    return take(m_failures, operation);
}

void FaultPlan::malformedNext(Malformation kind, int count, const QString &operation)
{
    const QMutexLocker lock(&m_mutex);
    if (count > 0)
        m_malformations.append({kind, count, operation});
}

std::optional<Malformation> FaultPlan::takeMalformation(const QString &operation)
{
    const QMutexLocker lock(&m_mutex);
    return take(m_malformations, operation);
}

void FaultPlan::setOffline(bool offline)
{
    const QMutexLocker lock(&m_mutex);
    m_offline = offline;
}

bool FaultPlan::isOffline() const
{
    const QMutexLocker lock(&m_mutex);
    return m_offline;
}

void FaultPlan::setLatency(std::chrono::milliseconds latency)
{
    const QMutexLocker lock(&m_mutex);
    m_latency = latency;
}

std::chrono::milliseconds FaultPlan::latency() const
{
    const QMutexLocker lock(&m_mutex);
    return m_latency;
}

void FaultPlan::setForbidden(const QString &operation, bool forbidden)
{
    const QMutexLocker lock(&m_mutex);
    if (forbidden)
        m_forbidden.insert(operation);
    else
        m_forbidden.remove(operation);
}

bool FaultPlan::isForbidden(const QString &operation) const
{
    const QMutexLocker lock(&m_mutex);
    return m_forbidden.contains(operation);
}

void FaultPlan::setClockSkew(std::chrono::seconds skew)
{
    const QMutexLocker lock(&m_mutex);
    m_skew = skew;
}

std::chrono::seconds FaultPlan::clockSkew() const
{
    const QMutexLocker lock(&m_mutex);
    return m_skew;
}

Credentials FaultPlan::credentials() const
{
    const QMutexLocker lock(&m_mutex);
    return m_credentials;
}

void FaultPlan::expireCredentials()
{
    const QMutexLocker lock(&m_mutex);
    m_expired = true;
}

bool FaultPlan::areCredentialsExpired() const
{
    const QMutexLocker lock(&m_mutex);
    return m_expired;
}

Credentials FaultPlan::rotateCredentials()
{
    const QMutexLocker lock(&m_mutex);
    ++m_rotations;
    const QString number = QString::number(m_rotations).rightJustified(4, u'0');
    m_credentials.accessKeyId = "ASIATALLYLIGHTDE"_L1 + number;
    m_credentials.secretAccessKey = Secret("renewed/demo+key/that+opens+nothing/"_L1 + number);
    m_credentials.sessionToken = Secret("demo//session+token/"_L1 + number + "=="_L1);
    m_expired = false;
    return m_credentials;
}

void FaultPlan::setMfaCode(const QString &code)
{
    const QMutexLocker lock(&m_mutex);
    m_mfaCode = code;
}

QString FaultPlan::mfaCode() const
{
    const QMutexLocker lock(&m_mutex);
    return m_mfaCode;
}

RequestCounts FaultPlan::counts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_counts;
}

void FaultPlan::resetCounts()
{
    const QMutexLocker lock(&m_mutex);
    m_counts = {};
}

} // namespace tallylight::demo
