// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thumbnailview.h"

#include "ui/theme.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 32 * kGrid;
constexpr int kHeight = kWidth * 9 / 16;
constexpr int kLeastHeight = 90; // 160 wide: black, frozen and bars can still be told apart
// MediaLive's thumbnails are a few hundred pixels wide; more than this would be an attempt to use
// up memory.
constexpr int kLargestSide = 4096;

QPixmap decoded(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kLargestSide || size.height() > kLargestSide)
        return {};
    return QPixmap::fromImageReader(&reader);
}

} // namespace

ThumbnailView::ThumbnailView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(kWidth, kHeight);
}

void ThumbnailView::fitHeight(int height)
{
    const int fitted = std::clamp(height, kLeastHeight, kHeight);
    const int step = fitted - fitted % 9; // whole pixels for both sides
    setFixedSize(step * kWidth / kHeight, step);
}

QSize ThumbnailView::sizeHint() const
{
    return {kWidth, kHeight};
}

void ThumbnailView::setImage(const QByteArray &image, bool stale, const QString &words)
{
    if (image != m_image) {
        m_image = image;
        m_picture = image.isEmpty() ? QPixmap() : decoded(image);
    }
    m_stale = stale;
    m_words = !image.isEmpty() && m_picture.isNull() ? tr("The picture can't be read.") : words;
    setAccessibleName(hasPicture() ? tr("Picture of the input") : m_words);
    update();
}

void ThumbnailView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.base);
    if (hasPicture()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSizeF fitted = QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatio);
        const QRectF target(
            QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted);
        painter.setOpacity(m_stale ? 0.35 : 1.0);
        painter.drawPixmap(target, m_picture, QRectF(m_picture.rect()));
        painter.setOpacity(1.0);
    } else {
        painter.setPen(m_theme.textMuted);
        painter.drawText(rect().adjusted(kGrid, kGrid / 2, -kGrid, -kGrid / 2),
                         Qt::AlignCenter | Qt::TextWordWrap, m_words);
    }
    painter.setPen(m_theme.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tallylight::ui
