// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace tallylight::demo {

/// The key every demo region accepts. It is printed, documented and opens nothing but a simulation
/// on this computer's loopback: no secret.
QString demoAccessKeyId();
Secret demoSecretAccessKey();

/// What a simulated region looks like and how it behaves.
struct DemoOptions
{
    quint16 port = 0; ///< on loopback; 0 takes any free one
    int channels = 24;
    int inputs = 30;
    QString scenario = QStringLiteral("living"); ///< one of scenarioNames()
    quint32 seed = 1; ///< the same seed tells the same story
    bool limit = true; ///< enforce AWS's request rates
    double timeFactor
        = 1.0; ///< how much faster than real the story runs; times in answers stay real
    QString region = QStringLiteral("eu-central-1");
    QString account = QStringLiteral("123456789012");
    QString accessKeyId = demoAccessKeyId();
    Secret secretAccessKey = demoSecretAccessKey();
    Secret sessionToken; ///< when set, requests must carry it
    std::chrono::milliseconds latency{0}; ///< added to every answer
    int approveSignInAfter
        = -1; ///< polls after which a sign-in is confirmed by itself; negative: on the page only
    QString name; ///< how a profile for it is called
    QString color; ///< "#rrggbb" of that profile; empty for none
    bool production = false; ///< that profile's production mark
};

/// living (also: default), calm, storm, static, churn.
QStringList scenarioNames();

/// "default" reduced to "living"; empty for a name that is no scenario.
QString canonicalScenario(const QString &name);

/// The most channels or inputs a region can have.
constexpr int kMaxResources = 100'000;

} // namespace tallylight::demo
