// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonread.h"

#include <QJsonArray>

#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr qsizetype kMaxProblems = 20; // enough for a message, bounded for a hostile document

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

} // namespace

QString jsonTypeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"a boolean"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a string"_s;
    case QJsonValue::Array:
        return u"an array"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing"_s;
}

QDateTime timeFromJson(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double seconds = value.toDouble();
        // Years 1900 to 9999; a value outside is no time, and the conversion below would be
        // undefined.
        if (!std::isfinite(seconds) || seconds < -2208988800.0 || seconds > 253402300799.0)
            return {};
        return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000.0), Qt::UTC);
    }
    if (!value.isString())
        return {};
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

JsonReader::JsonReader(QJsonObject object, QString path, QStringList *problems)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problems(problems)
{
}

QString JsonReader::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

void JsonReader::reportProblem(QLatin1StringView key, const QString &what) const
{
    if (m_problems->size() < kMaxProblems)
        m_problems->append(pathOf(key) + u": "_s + what);
}

QString JsonReader::string(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isString())
        return value.toString();
    if (value.isDouble() && std::abs(value.toDouble()) < 9.0e15)
        return QString::number(value.toDouble(), 'f', 0);
    if (!isMissing(value))
        reportProblem(key, u"expected a string, found "_s + jsonTypeName(value));
    return {};
}

QString JsonReader::requiredString(QLatin1StringView key) const
{
    if (isMissing(m_object.value(key))) {
        reportProblem(key, u"is missing"_s);
        return {};
    }
    return string(key);
}

std::optional<int> JsonReader::integer(QLatin1StringView key) const
{
    const std::optional<double> value = number(key);
    if (!value)
        return std::nullopt;
    if (!(*value >= std::numeric_limits<int>::min() && *value <= std::numeric_limits<int>::max())) {
        reportProblem(key, u"is out of range"_s);
        return std::nullopt;
    }
    if (*value != std::trunc(*value)) {
        reportProblem(key, u"expected a whole number, found a fraction"_s);
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

std::optional<double> JsonReader::number(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isDouble())
        return value.toDouble();
    if (!isMissing(value))
        reportProblem(key, u"expected a number, found "_s + jsonTypeName(value));
    return std::nullopt;
}

std::optional<bool> JsonReader::boolean(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isBool())
        return value.toBool();
    if (!isMissing(value))
        reportProblem(key, u"expected a boolean, found "_s + jsonTypeName(value));
    return std::nullopt;
}

QDateTime JsonReader::time(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (isMissing(value))
        return {};
    const QDateTime time = timeFromJson(value);
    if (!time.isValid())
        reportProblem(key, u"expected a time, found "_s + jsonTypeName(value));
    return time;
}

QStringList JsonReader::strings(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    QStringList result;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            if (item.isString())
                result.append(item.toString());
            else
                reportProblem(key, u"expected strings, found "_s + jsonTypeName(item));
        }
    } else if (!isMissing(value)) {
        reportProblem(key, u"expected an array, found "_s + jsonTypeName(value));
    }
    return result;
}

QMap<QString, QString> JsonReader::stringMap(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    QMap<QString, QString> result;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.value().isString())
                result.insert(it.key(), it.value().toString());
            else
                reportProblem(key, u"expected string values, found "_s + jsonTypeName(it.value()));
        }
    } else if (!isMissing(value)) {
        reportProblem(key, u"expected an object, found "_s + jsonTypeName(value));
    }
    return result;
}

std::optional<JsonReader> JsonReader::object(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isObject())
        return JsonReader(value.toObject(), pathOf(key), m_problems);
    if (!isMissing(value))
        reportProblem(key, u"expected an object, found "_s + jsonTypeName(value));
    return std::nullopt;
}

void JsonReader::objects(QLatin1StringView key,
                         const std::function<void(const JsonReader &)> &each) const
{
    const QJsonValue value = m_object.value(key);
    if (isMissing(value))
        return;
    if (!value.isArray()) {
        reportProblem(key, u"expected an array, found "_s + jsonTypeName(value));
        return;
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = pathOf(key) + u'[' + QString::number(i) + u']';
        if (array.at(i).isObject())
            each(JsonReader(array.at(i).toObject(), path, m_problems));
        else if (m_problems->size() < kMaxProblems)
            m_problems->append(path + u": expected an object, found "_s
                               + jsonTypeName(array.at(i)));
    }
}

} // namespace tallylight
