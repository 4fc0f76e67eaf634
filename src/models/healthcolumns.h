// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/columns.h"

#include <QtGlobal>

#include <array>

namespace tallylight::models {

/// The columns of Channels Health, in the order of HealthModel::Column.
inline constexpr std::array kHealthColumns{
    ColumnSpec{"profile", QT_TRANSLATE_NOOP("Columns", "Profile"),
               QT_TRANSLATE_NOOP("Columns", "The region profile this row was read with"),
               ColumnKind::Text, 14},
    ColumnSpec{"region", QT_TRANSLATE_NOOP("Columns", "Region"),
               QT_TRANSLATE_NOOP("Columns", "AWS region"), ColumnKind::Text, 12},
    ColumnSpec{"channel", QT_TRANSLATE_NOOP("Columns", "Channel"),
               QT_TRANSLATE_NOOP("Columns", "The channel's name"), ColumnKind::Link, 24},
    ColumnSpec{"id", QT_TRANSLATE_NOOP("Columns", "Id"),
               QT_TRANSLATE_NOOP("Columns", "The channel's id"), ColumnKind::Link, 9, false},
    ColumnSpec{"pipeline", QT_TRANSLATE_NOOP("Columns", "Pipeline"),
               QT_TRANSLATE_NOOP("Columns", "Which leg of the channel; empty when it does not run"),
               ColumnKind::Text, 9},
    ColumnSpec{"health", QT_TRANSLATE_NOOP("Columns", "Health"),
               QT_TRANSLATE_NOOP("Columns",
                                 "The verdict on this pipeline; Unknown while something "
                                 "needed to judge is missing or out of date"),
               ColumnKind::State, 11},
    ColumnSpec{"reasons", QT_TRANSLATE_NOOP("Columns", "Reasons"),
               QT_TRANSLATE_NOOP("Columns", "What the verdict rests on, worst first"),
               ColumnKind::List, 26},
    ColumnSpec{"since", QT_TRANSLATE_NOOP("Columns", "Since"),
               QT_TRANSLATE_NOOP("Columns", "Since when the verdict is what it is"),
               ColumnKind::Time, 26},
    ColumnSpec{"state", QT_TRANSLATE_NOOP("Columns", "State"),
               QT_TRANSLATE_NOOP("Columns", "What the channel is doing, as AWS says"),
               ColumnKind::State, 12},
    ColumnSpec{"alerts", QT_TRANSLATE_NOOP("Columns", "Alerts"),
               QT_TRANSLATE_NOOP("Columns", "Alerts set on this pipeline, from MediaLive itself"),
               ColumnKind::Number, 7},
    ColumnSpec{"activeAlerts", QT_TRANSLATE_NOOP("Columns", "Active alerts"),
               QT_TRANSLATE_NOOP("Columns", "Alerts active in the newest period, from CloudWatch"),
               ColumnKind::Number, 11, false},
    ColumnSpec{"inputVideoFrameRate", QT_TRANSLATE_NOOP("Columns", "Frame rate"),
               QT_TRANSLATE_NOOP("Columns",
                                 "Frames per second of the input; 0 means that video came "
                                 "before and does not now"),
               ColumnKind::Number, 11},
    ColumnSpec{"networkIn", QT_TRANSLATE_NOOP("Columns", "Network in"),
               QT_TRANSLATE_NOOP("Columns", "Traffic into the pipeline, in Mbit/s"),
               ColumnKind::Number, 12},
    ColumnSpec{"networkOut", QT_TRANSLATE_NOOP("Columns", "Network out"),
               QT_TRANSLATE_NOOP("Columns", "Traffic out of the pipeline, in Mbit/s"),
               ColumnKind::Number, 12},
    ColumnSpec{"fillMsec", QT_TRANSLATE_NOOP("Columns", "Fill"),
               QT_TRANSLATE_NOOP("Columns",
                                 "For how long fill frames have replaced the input, in ms; "
                                 "counted up to 60,000"),
               ColumnKind::Number, 11},
    ColumnSpec{"droppedFrames", QT_TRANSLATE_NOOP("Columns", "Dropped frames"),
               QT_TRANSLATE_NOOP("Columns", "Frames dropped because the encoder can't keep up"),
               ColumnKind::Number, 11},
    ColumnSpec{
        "svqTime", QT_TRANSLATE_NOOP("Columns", "SVQ"),
        QT_TRANSLATE_NOOP("Columns", "Share of the time with quality reduced to keep up, in %"),
        ColumnKind::Number, 11},
    ColumnSpec{
        "activeOutputs", QT_TRANSLATE_NOOP("Columns", "Active outputs"),
        QT_TRANSLATE_NOOP("Columns", "Outputs written in the output group that writes fewest"),
        ColumnKind::Number, 11},
    ColumnSpec{"output4xxErrors", QT_TRANSLATE_NOOP("Columns", "4xx errors"),
               QT_TRANSLATE_NOOP("Columns", "HTTP 4xx answers of the outputs' destinations"),
               ColumnKind::Number, 11},
    ColumnSpec{"output5xxErrors", QT_TRANSLATE_NOOP("Columns", "5xx errors"),
               QT_TRANSLATE_NOOP("Columns", "HTTP 5xx answers of the outputs' destinations"),
               ColumnKind::Number, 11},
    ColumnSpec{"inputLossSeconds", QT_TRANSLATE_NOOP("Columns", "Input loss"),
               QT_TRANSLATE_NOOP("Columns", "Seconds without packets in the newest period"),
               ColumnKind::Number, 11},
    ColumnSpec{"pipelinesLocked", QT_TRANSLATE_NOOP("Columns", "Lock"),
               QT_TRANSLATE_NOOP("Columns", "Whether both pipelines are frame-synchronised"),
               ColumnKind::Flag, 11},
    ColumnSpec{
        "primaryInputActive", QT_TRANSLATE_NOOP("Columns", "Primary input"),
        QT_TRANSLATE_NOOP("Columns", "Whether the preferred input of a failover pair is on air"),
        ColumnKind::Flag, 11},
    ColumnSpec{
        "rtpPacketsLost", QT_TRANSLATE_NOOP("Columns", "RTP lost"),
        QT_TRANSLATE_NOOP("Columns",
                          "RTP packets of the input that were lost and not recovered, in the "
                          "newest period"),
        ColumnKind::Number, 11, false},
    ColumnSpec{"channelInputErrorSeconds", QT_TRANSLATE_NOOP("Columns", "Input errors"),
               QT_TRANSLATE_NOOP("Columns",
                                 "Seconds of the newest period with a packet that could not be "
                                 "recovered"),
               ColumnKind::Number, 11, false},
    ColumnSpec{"minMQCS", QT_TRANSLATE_NOOP("Columns", "Media quality"),
               QT_TRANSLATE_NOOP("Columns",
                                 "The lowest media quality score of the outputs, from 0 to 100; "
                                 "100 is flawless"),
               ColumnKind::Number, 11, false},
    ColumnSpec{"activeInput", QT_TRANSLATE_NOOP("Columns", "Active input"),
               QT_TRANSLATE_NOOP("Columns", "The input attachment this pipeline takes in now"),
               ColumnKind::Text, 20},
    ColumnSpec{"missingReadings", QT_TRANSLATE_NOOP("Columns", "Missing readings"),
               QT_TRANSLATE_NOOP("Columns", "Readings without a value, and why"), ColumnKind::List,
               28, false},
    ColumnSpec{
        "age", QT_TRANSLATE_NOOP("Columns", "Age"),
        QT_TRANSLATE_NOOP("Columns", "Time since the oldest part of this row was seen on AWS"),
        ColumnKind::Age, 8},
};

} // namespace tallylight::models
