// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/channeldetailtext.h"

#include <QWidget>

class QLabel;

namespace tallylight::ui {

class FactGrid;
class StateMark;
class ThumbnailView;
struct Theme;

/// One leg of a channel: state, the picture it receives with its age, active input, alerts.
class LegCard : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the card.
    LegCard(const QString &pipeline, const Theme &theme, QWidget *parent = nullptr);

    void setLeg(const LegText &leg);
    const LegText &leg() const { return m_leg; }
    /// True while a picture is on show.
    bool hasPicture() const;

    /// What the words take, picture left out, in pixels.
    int wordsHeight() const;
    /// Gives the picture \a height pixels, or as near as it gets (ThumbnailView::fitHeight()).
    void setPictureHeight(int height);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    const Theme &m_theme;
    LegText m_leg;
    QLabel *m_title;
    StateMark *m_shape;
    QLabel *m_state;
    ThumbnailView *m_picture;
    QLabel *m_caption;
    FactGrid *m_facts;
};

} // namespace tallylight::ui
