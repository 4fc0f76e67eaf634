// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/typedjob.h"
#include "core/metric.h"

namespace tallylight::aws {

class Connection;

/// The one STS call needed: who am I. It needs no permission, so it is the first step of a
/// connection test.
class StsClient
{
public:
    explicit StsClient(Connection &connection);

    /// Returned not started; belongs to \a parent until it finishes.
    TypedJob<CallerIdentity> *getCallerIdentity(QObject *parent);

private:
    Connection *m_connection;
};

} // namespace tallylight::aws
