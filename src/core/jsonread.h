// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace tallylight {

/// Reads typed fields out of a JSON object, tolerating what AWS allows (absent fields, unknown
/// keys, null) and remembering what is malformed with its path, so that an error can name it:
/// "channels[3].id: expected a string, found an object".
///
/// A reader and its children share one list of problems; the first one is enough for a message.
class JsonReader
{
public:
    JsonReader(QJsonObject object, QString path, QStringList *problems);

    /// Empty when the field is absent or null; a number is accepted where a string is expected,
    /// because services have changed their mind about ids before.
    QString string(QLatin1StringView key) const;
    /// As string(), but its absence is a problem too.
    QString requiredString(QLatin1StringView key) const;
    std::optional<int> integer(QLatin1StringView key) const;
    std::optional<double> number(QLatin1StringView key) const;
    std::optional<bool> boolean(QLatin1StringView key) const;
    /// An ISO-8601 string or epoch seconds (fractions allowed), as UTC; invalid when absent.
    QDateTime time(QLatin1StringView key) const;
    QStringList strings(QLatin1StringView key) const;
    QMap<QString, QString> stringMap(QLatin1StringView key) const;
    std::optional<JsonReader> object(QLatin1StringView key) const;
    /// Calls \a each for every object of the array; anything else in it is a problem.
    void objects(QLatin1StringView key, const std::function<void(const JsonReader &)> &each) const;

    const QJsonObject &json() const { return m_object; }
    void reportProblem(QLatin1StringView key, const QString &what) const;

private:
    QString pathOf(QLatin1StringView key) const;

    QJsonObject m_object;
    QString m_path;
    QStringList *m_problems;
};

/// "a string", "an array", …: the JSON type of \a value in words for problem texts (English,
/// technical).
QString jsonTypeName(const QJsonValue &value);

/// A time as MediaLive and CloudWatch write it: ISO-8601 text with or without a zone (UTC is
/// meant), or epoch seconds. Invalid when it is neither.
QDateTime timeFromJson(const QJsonValue &value);

} // namespace tallylight
