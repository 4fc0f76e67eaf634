// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/credentialsession.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace tallylight::monitor {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// As AWS's own SDKs do (aws-facts §5.1), and earlier for short sessions.
constexpr seconds kRenewAhead = 10min;
constexpr int kShareOfLife = 4;
// The source may keep giving what it has; asking more often than this brings nothing new.
constexpr seconds kLeastApart = 60s;
constexpr milliseconds kFirstHold = 5s;
constexpr milliseconds kLongestHold = 60s;
constexpr milliseconds kCheckEvery = 15s;

/// The same keys, whatever is known of their end.
bool isSameKey(const Credentials &a, const Credentials &b)
{
    return a.accessKeyId == b.accessKeyId && a.secretAccessKey == b.secretAccessKey
        && a.sessionToken == b.sessionToken;
}

} // namespace

CredentialSession::CredentialSession(std::shared_ptr<CredentialOrigin> source, QString hint,
                                     const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_hint(std::move(hint))
    , m_clock(clock)
    , m_random([] { return QRandomGenerator::global()->generateDouble(); })
{
    connect(m_source.get(), &CredentialOrigin::changed, this, [this] {
        if (!m_current && !m_error && !m_isAsking)
            return; // nobody has asked yet
        m_isOutdated = m_isAsking;
        tryAgain();
    });
    // Coarse, because what counts is the wall clock, which may jump while the computer sleeps.
    connect(&m_timer, &QTimer::timeout, this, &CredentialSession::check);
    m_timer.start(kCheckEvery);
}

CredentialSession::~CredentialSession() = default;

QString CredentialSession::ownerHint() const
{
    return m_current ? m_current->accessKeyId : m_hint;
}

bool CredentialSession::isUsable() const
{
    return m_current
        && (m_lasts || !m_current->expiresAt.isValid() || m_clock.utcNow() < m_current->expiresAt);
}

bool CredentialSession::isDue() const
{
    if (!m_current || !m_renewAt.isValid() || m_clock.utcNow() < m_renewAt)
        return false;
    // What ends along with its source can't be renewed by asking the source.
    const QDateTime end = m_source->endsAt();
    return !end.isValid() || end > m_current->expiresAt;
}

bool CredentialSession::isHeldBack() const
{
    if (!m_error)
        return false;
    return needsPerson(secretProblemOf(*m_error)) || m_clock.elapsed() < m_holdUntil;
}

SecretProblem CredentialSession::problem() const
{
    if (isUsable())
        return SecretProblem::None;
    return m_error ? secretProblemOf(*m_error) : SecretProblem::None;
}

CredentialState CredentialSession::state() const
{
    CredentialState state;
    state.problem = problem();
    if (m_error && state.problem != SecretProblem::None)
        state.detail = m_error->message;
    if (m_error && isUsable()) {
        state.renewalProblem = secretProblemOf(*m_error);
        state.detail = m_error->message;
    }
    state.obstacle = m_source->obstacle();
    state.isWaiting = isWaiting();
    if (m_current && !m_lasts)
        state.expiresAt = m_current->expiresAt;
    if (m_current)
        state.endsAt = m_source->endsAt();
    state.isSignedInFor = m_source->isSignedInFor();
    state.mfaDevice = m_source->mfaDevice();
    return state;
}

void CredentialSession::fetch(QObject *context, Callback done)
{
    check();
    if (isUsable()) {
        const Credentials copy = *m_current;
        done(copy);
        return;
    }
    if (!m_isAsking && isHeldBack()) {
        const ApiError error = *m_error;
        done(Unexpected{error});
        return;
    }
    if (m_waiting.add(context, std::move(done)))
        Q_EMIT stateChanged();
    renew();
}

void CredentialSession::check()
{
    if (!m_isAsking && isUsable() && isDue() && !isHeldBack())
        renew();
}

void CredentialSession::renew()
{
    if (std::exchange(m_isAsking, true))
        return;
    // A source that keeps what it gave earlier has to know that it won't do.
    if (m_current)
        m_source->invalidate(*m_current);
    m_source->fetch(this, [this](const Result &result) { take(result); });
}

void CredentialSession::take(const Result &result)
{
    m_isAsking = false;
    if (std::exchange(m_isOutdated, false)) {
        renew();
        return;
    }
    const bool wasUnusable = m_error && !isUsable();
    if (!result)
        fail(result.error());
    else if (m_refused && isSameKey(*m_refused, *result))
        fail(credentialError(SecretProblem::Expired));
    else
        accept(*result);
    if (isUsable())
        m_waiting.answer(*m_current);
    else
        m_waiting.answer(Unexpected{*m_error});
    Q_EMIT stateChanged();
    if (wasUnusable && isUsable())
        Q_EMIT recovered();
}

void CredentialSession::accept(const Credentials &credentials)
{
    const QDateTime now = m_clock.utcNow();
    const bool isNew = !m_current || !isSameKey(*m_current, credentials);
    m_current = credentials;
    m_error.reset();
    m_failures = 0;
    m_renewAt = {};
    // Fresh keys that are over already are a matter of this computer's clock; AWS will tell when
    // they really are.
    m_lasts = credentials.expiresAt.isValid() && credentials.expiresAt <= now;
    if (!credentials.expiresAt.isValid() || m_lasts)
        return;
    const seconds life(now.secsTo(credentials.expiresAt));
    const seconds ahead = std::min(kRenewAhead, life / kShareOfLife);
    // Many profiles, and many people's programs, begin together; they need not renew together.
    const auto jitter = static_cast<qint64>(m_random() * static_cast<double>(ahead.count()) / 4);
    m_renewAt = credentials.expiresAt.addSecs(-ahead.count() - jitter);
    if (!isNew)
        m_renewAt = std::max(m_renewAt, now.addSecs(kLeastApart.count()));
}

void CredentialSession::fail(const ApiError &error)
{
    m_error = error;
    ++m_failures;
    milliseconds hold = kFirstHold;
    for (int i = 1; i < m_failures && hold < kLongestHold; ++i)
        hold *= 2;
    m_holdUntil = m_clock.elapsed() + std::min(hold, kLongestHold);
    if (!isUsable())
        m_current.reset();
}

void CredentialSession::letGo()
{
    m_current.reset();
    m_renewAt = {};
    m_lasts = false;
}

void CredentialSession::invalidate(const Credentials &refused)
{
    // A late refusal of what was in use before says nothing about what is in use now.
    if (!m_current || !isSameKey(*m_current, refused))
        return;
    m_refused = *m_current;
    m_source->invalidate(*m_current);
    letGo();
    m_error.reset();
    m_failures = 0;
    Q_EMIT stateChanged();
}

void CredentialSession::tryAgain()
{
    m_failures = 0;
    m_holdUntil = milliseconds(0);
    m_refused.reset();
    renew(); // unless the keychain, or whoever it is, is still thinking about the last question
}

void CredentialSession::forget()
{
    m_source->forget();
    m_refused.reset();
    letGo();
    m_error.reset();
    m_failures = 0;
    m_isOutdated = m_isAsking;
    Q_EMIT stateChanged();
}

void CredentialSession::giveMfaCode(const QString &code)
{
    m_source->giveMfaCode(Secret(code));
    m_isOutdated = m_isAsking;
    tryAgain();
}

} // namespace tallylight::monitor
