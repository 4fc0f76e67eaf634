// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace tallylight::ui {

/// Paints the shape of a state, as large as fits centred into \a rect:
/// critical a filled octagon, warning a filled triangle with a bar, unknown a hollow diamond with a
/// question mark, ok a filled circle, idle a hollow bar, None nothing. They differ without any
/// colour; the word that goes with a shape is models::levelWord() or models::stateWord().
/// \a sign stands inside the diamond and says which kind of unknown it is
/// (models::observationSign()).
void paintStateShape(QPainter *painter, const QRectF &rect, models::StateLevel level,
                     const Theme &theme, QChar sign = u'?');

/// The same shape as an icon of \a size device-independent pixels, for buttons, tabs and menus.
QIcon stateIcon(models::StateLevel level, const Theme &theme, int size = 16, QChar sign = u'?');

} // namespace tallylight::ui
