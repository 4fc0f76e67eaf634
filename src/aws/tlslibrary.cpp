// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/tlslibrary.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

QString tlsLibrary()
{
    if (!QSslSocket::supportsSsl())
        return u"none"_s;
    return QSslSocket::activeBackend() + u", "_s + QSslSocket::sslLibraryVersionString();
}

} // namespace tallylight::aws
