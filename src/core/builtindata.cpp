// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/builtindata.h"

#include <QResource>

using namespace Qt::StringLiterals;

// The macro must stand outside of any namespace. It makes the linker keep the data,
// which nothing else in the static library refers to.
static void keepData()
{
    Q_INIT_RESOURCE(data);
}

namespace tallylight {

QByteArray builtInData(const QString &name)
{
    keepData();
    return QResource(u":/data/"_s + name).uncompressedData();
}

} // namespace tallylight
