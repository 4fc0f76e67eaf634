// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoregion.h"

#include "demo/demoserver.h"

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

Credentials credentialsOf(const DemoOptions &options)
{
    return {options.accessKeyId, options.secretAccessKey, options.sessionToken, {}};
}

} // namespace

DemoRegion::DemoRegion(const DemoOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_faults(credentialsOf(options))
    , m_clock(clock)
{
    m_faults.setLatency(options.latency);
    m_faults.signIns().approveAfter(options.approveSignInAfter);
    m_thread.setObjectName("demo "_L1 + options.region);
}

DemoRegion::~DemoRegion()
{
    m_thread.quit();
    m_thread.wait();
}

bool DemoRegion::start(QString *error)
{
    if (m_port != 0)
        return true;
    if (!m_thread.isRunning()) {
        m_server = new DemoServer(m_options, m_clock, m_faults);
        m_server->moveToThread(&m_thread);
        // Runs in the thread itself as its last act, so nothing is left when wait() returns.
        connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
    }
    QString problem;
    QMetaObject::invokeMethod(
        m_server, [this, &problem] { m_port = m_server->open(&problem); },
        Qt::BlockingQueuedConnection);
    if (m_port == 0 && error)
        *error = problem;
    return m_port != 0;
}

QUrl DemoRegion::endpoint() const
{
    QUrl url;
    if (m_port == 0)
        return url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    return url;
}

void DemoRegion::setOffline(bool offline)
{
    m_faults.setOffline(offline);
    if (offline && m_thread.isRunning()) {
        QMetaObject::invokeMethod(
            m_server, [this] { m_server->dropConnections(); }, Qt::BlockingQueuedConnection);
    }
}

} // namespace tallylight::demo
