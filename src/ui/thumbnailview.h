// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QPixmap>
#include <QWidget>

namespace tallylight::ui {

struct Theme;

/// A picture in a frame of sixteen to nine, or the words that stand in its place.
class ThumbnailView : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the view.
    explicit ThumbnailView(const Theme &theme, QWidget *parent = nullptr);

    /// \a image is an encoded still; what can't be decoded, or is larger than any thumbnail, shows
    /// \a words. A stale picture is dimmed.
    void setImage(const QByteArray &image, bool stale, const QString &words);
    bool hasPicture() const { return !m_picture.isNull(); }

    /// Makes it as high as \a height allows, between 90 and 144 pixels; always 16 to 9.
    void fitHeight(int height);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QByteArray m_image;
    QPixmap m_picture;
    QString m_words;
    bool m_stale = false;
};

} // namespace tallylight::ui
