// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/story.h"

#include <QByteArray>
#include <QCache>
#include <QImage>

class QPainter;

namespace tallylight::demo {

/// A still of what a pipeline receives.
struct TestCard
{
    QByteArray jpeg; ///< 480 × 270
    Moment takenAt = 0;
};

/// Paints the pictures that simulated pipelines receive: colour bars with the channel's name, a
/// running time code, a moving sweep and the pipeline's number; standing still while the story says
/// frozen, black while it says black or the source has been gone for a while.
///
/// Text needs a QGuiApplication; without one the picture is painted without text. Used from one
/// thread only.
class TestCardPainter
{
public:
    /// \a story must outlive the painter. With \a still the pictures never move.
    TestCardPainter(const Story &story, bool still);

    /// The newest picture of pipeline \a leg; a new one every second.
    TestCard cardFor(int channel, int leg, Moment at) const;

    /// The moment whose picture is on air at \a at: earlier than \a at while frozen.
    Moment shownMoment(int channel, int leg, Moment at) const;
    bool isBlack(int channel, int leg, Moment at) const;

private:
    QImage paint(int channel, int leg, Moment shown) const;
    void paintText(QPainter &painter, int channel, int leg, Moment shown) const;

    const Story &m_story;
    bool m_still;
    mutable QCache<QString, QByteArray> m_recent;
};

} // namespace tallylight::demo
