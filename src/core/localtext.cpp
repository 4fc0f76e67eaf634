// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/localtext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight {

LocalText::LocalText(QMap<QString, QString> byLanguage)
    : m_byLanguage(std::move(byLanguage))
{
}

LocalText::LocalText(const QString &text)
    : m_byLanguage{{u"en"_s, text}}
{
}

QString LocalText::in(const QLocale &locale) const
{
    if (m_byLanguage.isEmpty())
        return {};
    const auto own = m_byLanguage.constFind(QLocale::languageToCode(locale.language()));
    if (own != m_byLanguage.constEnd())
        return *own;
    const auto english = m_byLanguage.constFind(u"en"_s);
    return english != m_byLanguage.constEnd() ? *english : m_byLanguage.first();
}

} // namespace tallylight
