// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/shapewriter.h"
#include "demo/story.h"

namespace tallylight::demo {

/// Writes channels as MediaLive describes them (aws-facts §1.5).
class ChannelShape
{
public:
    /// \a story must outlive this.
    explicit ChannelShape(const Story &story);

    /// One element of ListChannels, as it is at \a at.
    void writeSummary(ShapeWriter &out, int channel, Moment at) const;
    /// The answer of DescribeChannel: with encoderSettings and pipelineDetails.
    void writeDescription(ShapeWriter &out, int channel, Moment at) const;

private:
    void writeCommon(ShapeWriter &out, int channel, const ChannelMoment &now, Moment at) const;
    void writeAttachments(ShapeWriter &out, int channel) const;
    void writeAttachment(ShapeWriter &out, int channel, bool secondary) const;
    void writeDestinations(ShapeWriter &out, int channel) const;
    void writeTargets(ShapeWriter &out, int channel, const OutputGroupFact &group) const;
    void writeMaintenance(ShapeWriter &out, int channel, Moment at) const;
    void writeEngine(ShapeWriter &out, QLatin1String key, int channel, Moment at) const;
    void writePipelines(ShapeWriter &out, int channel, const ChannelMoment &now, Moment at) const;
    void writeEncoder(ShapeWriter &out, int channel) const;
    void writeOutputGroup(ShapeWriter &out, int channel, const OutputGroupFact &group) const;
    void writeTags(ShapeWriter &out, int channel) const;

    const Story &m_story;
};

} // namespace tallylight::demo
