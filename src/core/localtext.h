// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QMap>
#include <QString>

namespace tallylight {

/// A text that comes from a data file in several languages, keyed by ISO 639 code ("en", "de"), so
/// that a file an operator edits needs no translator.
class LocalText
{
public:
    LocalText() = default;
    explicit LocalText(QMap<QString, QString> byLanguage);
    /// One text for every language.
    explicit LocalText(const QString &text);

    bool isEmpty() const { return m_byLanguage.isEmpty(); }
    const QMap<QString, QString> &byLanguage() const { return m_byLanguage; }
    /// In the language of \a locale, else in English, else in any; empty when there is none.
    QString in(const QLocale &locale = QLocale()) const;

    bool operator==(const LocalText &) const = default;

private:
    QMap<QString, QString> m_byLanguage;
};

} // namespace tallylight
