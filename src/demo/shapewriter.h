// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallylight::demo {

/// Writes the answer of a call as a tree of structures and lists, in whichever protocol was asked
/// in.
///
/// Inside a structure name() comes before every value; inside a list it never does. Written for
/// speed: whole regions go through it on every poll, so nothing is built up and copied first.
class ShapeWriter
{
public:
    virtual ~ShapeWriter() = default;

    virtual void beginStructure() = 0;
    virtual void endStructure() = 0;
    virtual void beginList() = 0;
    virtual void endList() = 0;
    virtual void name(QLatin1String name) = 0;
    virtual void text(QStringView value) = 0;
    virtual void number(double value) = 0;
    virtual void integer(qint64 value) = 0;
    virtual void boolean(bool value) = 0;
    /// A moment in whole seconds since 1970 UTC.
    virtual void time(qint64 seconds) = 0;

    void field(QLatin1String key, QStringView value);
    void field(QLatin1String key, QLatin1String value);
    void integerField(QLatin1String key, qint64 value);
    void textList(QLatin1String key, const QStringList &values);

protected:
    ShapeWriter() = default;
    ShapeWriter(const ShapeWriter &) = default;
    ShapeWriter &operator=(const ShapeWriter &) = default;
};

/// Compact JSON as AWS writes it: times as numbers, NaN and infinities as strings.
class JsonShapeWriter final : public ShapeWriter
{
public:
    void beginStructure() override;
    void endStructure() override;
    void beginList() override;
    void endList() override;
    void name(QLatin1String name) override;
    void text(QStringView value) override;
    void number(double value) override;
    void integer(qint64 value) override;
    void boolean(bool value) override;
    void time(qint64 seconds) override;
    /// A piece of JSON that was written before.
    void raw(const QByteArray &json);

    QByteArray take() { return std::move(m_out); }

private:
    void separate();

    QByteArray m_out;
    bool m_needsComma = false;
};

/// XML of the query protocol: lists are made of <member>, times are ISO 8601.
class XmlShapeWriter final : public ShapeWriter
{
public:
    void beginStructure() override;
    void endStructure() override;
    void beginList() override;
    void endList() override;
    void name(QLatin1String name) override;
    void text(QStringView value) override;
    void number(double value) override;
    void integer(qint64 value) override;
    void boolean(bool value) override;
    void time(qint64 seconds) override;

    QByteArray take() { return std::move(m_out); }

private:
    struct Level
    {
        QByteArray element;
        bool isList;
    };
    void element(const QByteArray &content);
    QByteArray nextElement();

    QByteArray m_out;
    QByteArray m_name;
    QList<Level> m_levels;
};

/// \a text with &, <, > and quotes escaped for XML.
QByteArray xmlEscaped(QStringView text);

} // namespace tallylight::demo
