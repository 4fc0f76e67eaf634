// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/regionservice.h"
#include "demo/tappedtcpserver.h"

#include <QAbstractHttpServer>
#include <QPointer>

#include <memory>

namespace tallylight::demo {

/// Puts a RegionService on a loopback port. Lives in one thread, its constructor may run in
/// another.
class DemoServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// \a clock and \a faults must outlive the server.
    DemoServer(const DemoOptions &options, const Clock &clock, FaultPlan &faults);
    ~DemoServer() override;

    /// Opens the port; 0 on failure, with the system's words in \a error.
    quint16 open(QString *error);
    void dropConnections();

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    static ApiRequest requestOf(const QHttpServerRequest &request, QTcpSocket *socket);
    static void send(QTcpSocket *socket, const ServiceOutcome &outcome, bool close);

    DemoOptions m_options;
    FaultPlan &m_faults;
    RegionService m_service;
    TappedTcpServer *m_listener = nullptr;
};

} // namespace tallylight::demo
