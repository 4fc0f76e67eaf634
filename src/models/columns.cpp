// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/columns.h"

#include <QCoreApplication>

namespace tallylight::models {

QString columnTitle(const ColumnSpec &spec)
{
    return QCoreApplication::translate("Columns", spec.title);
}

QString columnToolTip(const ColumnSpec &spec)
{
    return QCoreApplication::translate("Columns", spec.toolTip);
}

} // namespace tallylight::models
