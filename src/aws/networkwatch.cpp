// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/networkwatch.h"

#include <QNetworkInformation>

namespace tallylight::aws {

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
    , m_available(
          QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
{
    if (!m_available)
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            &NetworkWatch::look);
    look();
}

void NetworkWatch::look()
{
    // Less than "online" may well reach a proxy or a private endpoint; only "disconnected" is sure.
    const bool lostNow = QNetworkInformation::instance()->reachability()
        == QNetworkInformation::Reachability::Disconnected;
    if (lostNow == m_lost)
        return;
    m_lost = lostNow;
    if (m_lost)
        Q_EMIT lost();
    else
        Q_EMIT returned();
}

} // namespace tallylight::aws
