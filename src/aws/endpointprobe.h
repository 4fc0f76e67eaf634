// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/transporterror.h"
#include "aws/trust.h"
#include "core/apierror.h"
#include "core/clock.h"
#include "core/profile.h"
#include "core/secret.h"

#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

class QHostInfo;
class QNetworkReply;

namespace tallylight::aws {

/// Finds out whether hosts can be reached at all, before anything is signed: do their names
/// resolve, do they answer over TLS with a valid certificate, and what time do they think it is.
/// Sends no credentials.
class EndpointProbe : public QObject
{
    Q_OBJECT

public:
    struct Target
    {
        Service service = Service::MediaLive;
        QUrl endpoint;
        ProxySetting proxy;
        Secret proxyPassword; ///< for a manual proxy with a user
        QString caFile; ///< as in ConnectionConfig
    };
    enum class Kind {
        Names, ///< look the host names up; behind a proxy, the proxy's own name
        Connect, ///< ask for "/" unsigned; any HTTP answer will do, usually a 403
    };

    EndpointProbe(const QList<Target> &targets, Kind kind, const Clock &clock,
                  QObject *parent = nullptr);
    ~EndpointProbe() override;

    /// Asks one target after the other and stops at the first failure.
    void start();
    void cancel();

Q_SIGNALS:
    /// Exactly once; the probe then deletes itself. \a detail names the hosts asked, \a
    /// clockOffsetSeconds is the server's time minus ours where a Date header told it.
    void finished(const std::optional<tallylight::ApiError> &error, const QString &detail,
                  qint64 clockOffsetSeconds, bool offsetKnown);

private:
    void next();
    void findTrust(const Target &target);
    void findProxy(const Target &target);
    void begin(const Target &target, const QNetworkProxy &proxy);
    void lookUp(const Target &target, const QNetworkProxy &proxy);
    void ask(const Target &target, const QNetworkProxy &proxy);
    void takeReply(const Target &target, QNetworkReply *reply);
    void fail(const Target &target, ApiError error);
    void finish(const std::optional<ApiError> &error);

    QList<Target> m_remaining;
    Kind m_kind;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    QStringList m_asked;
    CertificateTrouble m_certificate;
    Trust m_trust;
    std::optional<qint64> m_offset;
    int m_lookup = -1;
    int m_proxyQuestions = 0; ///< asked by the proxy for the current target
    bool m_done = false;
};

} // namespace tallylight::aws
