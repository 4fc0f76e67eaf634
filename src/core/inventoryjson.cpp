// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventoryjson.h"

#include <QHashFunctions>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

/// Writes members that are not empty.
class Writer
{
public:
    void text(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            m_object.insert(QLatin1StringView(key), value);
    }
    void texts(const char *key, const QStringList &values)
    {
        if (!values.isEmpty())
            m_object.insert(QLatin1StringView(key), QJsonArray::fromStringList(values));
    }
    void time(const char *key, const QDateTime &value)
    {
        if (value.isValid())
            m_object.insert(QLatin1StringView(key), value.toUTC().toString(Qt::ISODateWithMs));
    }
    void map(const char *key, const QMap<QString, QString> &values)
    {
        QJsonObject object;
        for (auto it = values.begin(); it != values.end(); ++it)
            object.insert(it.key(), it.value());
        if (!object.isEmpty())
            m_object.insert(QLatin1StringView(key), object);
    }
    template<typename T, typename Write>
    void list(const char *key, const QList<T> &values, Write write)
    {
        QJsonArray array;
        for (const T &value : values) {
            Writer writer;
            write(writer, value);
            array.append(writer.m_object);
        }
        if (!array.isEmpty())
            m_object.insert(QLatin1StringView(key), array);
    }
    void number(const char *key, std::optional<int> value)
    {
        if (value)
            m_object.insert(QLatin1StringView(key), *value);
    }
    QByteArray json() const { return QJsonDocument(m_object).toJson(QJsonDocument::Compact); }

private:
    QJsonObject m_object;
};

/// The other way; what is not there stays as it is. The member functions mirror Writer's, so that
/// one description of a value serves both.
class Reader
{
public:
    explicit Reader(QJsonObject object)
        : m_object(std::move(object))
    {
    }
    void text(const char *key, QString &value) const { value = at(key).toString(); }
    void texts(const char *key, QStringList &values) const
    {
        const QJsonArray array = at(key).toArray();
        values.reserve(array.size());
        for (const QJsonValue &one : array) {
            if (one.isString())
                values.append(one.toString());
        }
    }
    void time(const char *key, QDateTime &value) const
    {
        const QString text = at(key).toString();
        if (!text.isEmpty())
            value = QDateTime::fromString(text, Qt::ISODateWithMs);
    }
    void map(const char *key, QMap<QString, QString> &values) const
    {
        const QJsonObject object = at(key).toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            values.insert(it.key(), it.value().toString());
    }
    template<typename T, typename Read>
    void list(const char *key, QList<T> &values, Read read) const
    {
        const QJsonArray array = at(key).toArray();
        for (const QJsonValue &one : array) {
            T value;
            const Reader reader(one.toObject());
            read(reader, value);
            values.append(value);
        }
    }
    void number(const char *key, std::optional<int> &value) const
    {
        const QJsonValue found = at(key);
        if (found.isDouble())
            value = found.toInt();
    }

private:
    QJsonValue at(const char *key) const { return m_object.value(QLatin1StringView(key)); }

    QJsonObject m_object;
};

/// Adds everything up to one number.
class Hasher
{
public:
    void text(const char *, const QString &value) { add(qHash(value, m_hash)); }
    void texts(const char *, const QStringList &values)
    {
        add(static_cast<size_t>(values.size()));
        for (const QString &value : values)
            add(qHash(value, m_hash));
    }
    void time(const char *, const QDateTime &value)
    {
        add(value.isValid() ? static_cast<size_t>(value.toMSecsSinceEpoch()) : 0);
    }
    void map(const char *, const QMap<QString, QString> &values)
    {
        add(static_cast<size_t>(values.size()));
        for (auto it = values.begin(); it != values.end(); ++it)
            add(qHash(it.key(), qHash(it.value(), m_hash)));
    }
    template<typename T, typename Add> void list(const char *, const QList<T> &values, Add each)
    {
        add(static_cast<size_t>(values.size()));
        for (const T &value : values)
            each(*this, value);
    }
    void number(const char *, std::optional<int> value)
    {
        add(value ? static_cast<size_t>(*value) + 1 : 0);
    }
    size_t hash() const { return m_hash; }

private:
    void add(size_t part) { m_hash = qHash(part, m_hash * 31 + 17); }

    size_t m_hash = 0;
};

// One description each for writing, reading and hashing. What only DescribeChannel tells is not
// part of it: a list does not have it, and its absence there is no change.

template<typename Visitor, typename Version> void visitVersion(Visitor &visitor, Version &version)
{
    visitor.text("version", version.version);
    visitor.time("expiresAt", version.expiresAt);
}

template<typename Visitor, typename C> void visitChannel(Visitor &visitor, C &channel)
{
    visitor.text("id", channel.id);
    visitor.text("name", channel.name);
    visitor.text("arn", channel.arn);
    visitor.text("state", channel.state);
    visitor.text("class", channel.channelClass);
    visitor.text("logLevel", channel.logLevel);
    visitor.text("roleArn", channel.roleArn);
    visitor.number("pipelinesRunning", channel.pipelinesRunning);
    visitor.text("inputCodec", channel.inputCodec);
    visitor.text("inputBitrate", channel.inputBitrate);
    visitor.text("inputResolution", channel.inputResolution);
    visitor.text("cdiResolution", channel.cdiResolution);
    visitor.list("inputAttachments", channel.inputAttachments, [](auto &one, auto &attachment) {
        one.text("name", attachment.name);
        one.text("inputId", attachment.inputId);
        one.text("secondaryInputId", attachment.secondaryInputId);
        one.text("inputPreference", attachment.inputPreference);
    });
    visitor.list("destinations", channel.destinations, [](auto &one, auto &destination) {
        one.text("id", destination.id);
        one.texts("targets", destination.targets);
    });
    visitor.texts("egressIps", channel.egressIps);
    visitor.text("maintenanceDay", channel.maintenance.day);
    visitor.text("maintenanceTime", channel.maintenance.startTime);
    visitor.time("maintenanceDeadline", channel.maintenance.deadline);
    visitor.time("maintenanceScheduled", channel.maintenance.scheduled);
    visitor.text("engineVersion", channel.engine.version);
    visitor.time("engineExpiresAt", channel.engine.expiresAt);
    visitor.list("usedEngines", channel.usedEngines,
                 [](auto &one, auto &version) { visitVersion(one, version); });
    visitor.text("anywhereClusterId", channel.anywhereClusterId);
    visitor.map("tags", channel.tags);
}

template<typename Visitor, typename I> void visitInput(Visitor &visitor, I &input)
{
    visitor.text("id", input.id);
    visitor.text("name", input.name);
    visitor.text("arn", input.arn);
    visitor.text("state", input.state);
    visitor.text("type", input.type);
    visitor.text("class", input.inputClass);
    visitor.text("sourceType", input.sourceType);
    visitor.text("networkLocation", input.networkLocation);
    visitor.text("roleArn", input.roleArn);
    visitor.texts("attachedChannels", input.attachedChannels);
    visitor.list("sources", input.sources, [](auto &one, auto &source) {
        one.text("url", source.url);
        one.text("username", source.username);
        one.text("passwordParam", source.passwordParam);
    });
    visitor.list("destinations", input.destinations, [](auto &one, auto &destination) {
        one.text("ip", destination.ip);
        one.text("port", destination.port);
        one.text("url", destination.url);
        one.text("network", destination.network);
        one.text("availabilityZone", destination.availabilityZone);
    });
    visitor.texts("securityGroups", input.securityGroups);
    visitor.texts("mediaConnectFlows", input.mediaConnectFlows);
    visitor.texts("inputDevices", input.inputDevices);
    visitor.texts("partnerInputIds", input.partnerInputIds);
    visitor.texts("sdiSources", input.sdiSources);
    visitor.map("tags", input.tags);
}

std::optional<QJsonObject> objectOf(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || document.object().value("id"_L1).toString().isEmpty())
        return std::nullopt;
    return document.object();
}

} // namespace

QByteArray channelToJson(const Channel &channel)
{
    Writer writer;
    visitChannel(writer, channel);
    return writer.json();
}

std::optional<Channel> channelFromJson(const QByteArray &json)
{
    const std::optional<QJsonObject> object = objectOf(json);
    if (!object)
        return std::nullopt;
    Channel channel;
    const Reader reader(*object);
    visitChannel(reader, channel);
    return channel;
}

QByteArray inputToJson(const Input &input)
{
    Writer writer;
    visitInput(writer, input);
    return writer.json();
}

std::optional<Input> inputFromJson(const QByteArray &json)
{
    const std::optional<QJsonObject> object = objectOf(json);
    if (!object)
        return std::nullopt;
    Input input;
    const Reader reader(*object);
    visitInput(reader, input);
    return input;
}

size_t contentHash(const Channel &channel)
{
    Hasher hasher;
    visitChannel(hasher, channel);
    return hasher.hash();
}

size_t contentHash(const Input &input)
{
    Hasher hasher;
    visitInput(hasher, input);
    return hasher.hash();
}

} // namespace tallylight
