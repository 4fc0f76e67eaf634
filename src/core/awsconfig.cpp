// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/awsconfig.h"

#include <QStringDecoder>
#include <QStringList>

#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr qsizetype kMaxBytes = qsizetype{4} * 1024 * 1024;
constexpr qsizetype kMaxLine = 64 * 1024;

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\v' || c == u'\f' || c == u'\r';
}

QStringView stripped(QStringView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && isSpace(line.at(indent)))
        ++indent;
    return indent;
}

/// Splits at the first of \a delimiters; nullopt when there is none, or nothing before it.
std::optional<std::pair<QString, QString>> keyAndValue(QStringView line, QStringView delimiters)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!delimiters.contains(line.at(i)))
            continue;
        const QStringView key = stripped(line.left(i));
        if (key.isEmpty())
            return std::nullopt;
        return std::pair(key.toString().toLower(), stripped(line.mid(i + 1)).toString());
    }
    return std::nullopt;
}

void overlay(AwsSection &below, const AwsSection &above)
{
    below.values.insert(above.values);
    for (auto it = above.nested.begin(); it != above.nested.end(); ++it)
        below.nested[it.key()].insert(it.value());
    if (!above.secretAccessKey.isEmpty())
        below.secretAccessKey = above.secretAccessKey;
    if (!above.sessionToken.isEmpty())
        below.sessionToken = above.sessionToken;
}

/// Builds an AwsConfig line by line.
class FileReader
{
public:
    FileReader(AwsFileKind kind, QString file)
        : m_kind(kind)
        , m_file(std::move(file))
    {
    }

    Expected<AwsConfig, AwsFileError> read(QStringView text);

private:
    using Kind = AwsFileError::Kind;

    Unexpected<AwsFileError> failure(Kind kind) const
    {
        return Unexpected{AwsFileError{kind, m_file, m_line, {}}};
    }
    std::optional<Kind> readLine(QStringView line);
    std::optional<Kind> openSection(QStringView line);
    std::optional<Kind> openNamed(const QString &header);
    void finishValue();
    void store(const QString &key, const QString &value);

    const AwsFileKind m_kind;
    const QString m_file;
    int m_line = 0;
    AwsConfig m_config;
    AwsSection m_ignored; ///< sections of kinds unknown here
    AwsSection m_explicitDefault; ///< [profile default] counts before [default]
    AwsSection *m_section = nullptr;
    QString m_key;
    QStringList m_value; ///< the lines of the value being read
    qsizetype m_indent = 0;
};

Expected<AwsConfig, AwsFileError> FileReader::read(QStringView text)
{
    while (!text.isEmpty()) {
        ++m_line;
        const qsizetype end = text.indexOf(u'\n');
        const QStringView line = end < 0 ? text : text.left(end);
        if (line.size() > kMaxLine)
            return failure(Kind::TooLarge);
        if (const auto problem = readLine(line))
            return failure(*problem);
        text = end < 0 ? QStringView() : text.mid(end + 1);
    }
    finishValue();
    if (m_explicitDefault != AwsSection())
        overlay(m_config.profiles[u"default"_s], m_explicitDefault);
    return std::move(m_config);
}

std::optional<AwsFileError::Kind> FileReader::readLine(QStringView line)
{
    const QStringView content = stripped(line);
    if (content.startsWith(u'#') || content.startsWith(u';'))
        return std::nullopt;
    if (content.isEmpty()) {
        if (!m_key.isEmpty())
            m_value.append(QString());
        return std::nullopt;
    }
    const qsizetype indent = indentOf(line);
    if (m_section != nullptr && !m_key.isEmpty() && indent > m_indent) {
        m_value.append(content.toString());
        return std::nullopt;
    }
    finishValue();
    m_indent = indent;
    if (content.startsWith(u'['))
        return openSection(content);
    if (m_section == nullptr)
        return Kind::NoSection;
    auto pair = keyAndValue(content, u"=:");
    if (!pair)
        return Kind::NoValue;
    m_key = std::move(pair->first);
    m_value = {std::move(pair->second)};
    return std::nullopt;
}

std::optional<AwsFileError::Kind> FileReader::openSection(QStringView line)
{
    const qsizetype end = line.lastIndexOf(u']');
    if (end < 2)
        return Kind::BadName;
    const QString header = line.mid(1, end - 1).toString();
    if (m_kind == AwsFileKind::Config)
        return openNamed(header);
    m_section = &m_config.profiles[header];
    return std::nullopt;
}

/// "profile NAME" and its like; NAME may be quoted.
std::optional<AwsFileError::Kind> FileReader::openNamed(const QString &header)
{
    const bool isNamed = header.startsWith("profile"_L1) || header.startsWith("sso-session"_L1)
        || header.startsWith("services"_L1);
    if (!isNamed) {
        // Any other bare name belongs to somebody else's settings.
        m_section = header == "default"_L1 ? &m_config.profiles[header] : &m_ignored;
        return std::nullopt;
    }
    const QStringList words = shellWords(header);
    if (words.isEmpty())
        return Kind::BadName;
    m_section = &m_ignored;
    if (words.size() != 2)
        return std::nullopt;
    if (words.at(0) == "profile"_L1)
        m_section
            = words.at(1) == "default"_L1 ? &m_explicitDefault : &m_config.profiles[words.at(1)];
    else if (words.at(0) == "sso-session"_L1)
        m_section = &m_config.ssoSessions[words.at(1)];
    else if (words.at(0) == "services"_L1)
        m_section = &m_config.services[words.at(1)];
    return std::nullopt;
}

void FileReader::finishValue()
{
    if (m_key.isEmpty())
        return;
    while (m_value.size() > 1 && m_value.last().isEmpty())
        m_value.removeLast();
    const QString key = std::exchange(m_key, {});
    const QStringList lines = std::exchange(m_value, {});
    if (lines.size() == 1 || !lines.first().isEmpty()) {
        store(key, lines.join(u'\n'));
        return;
    }
    QHash<QString, QString> &inner = m_section->nested[key];
    for (const QString &line : lines) {
        if (auto pair = keyAndValue(line, u"="))
            inner.insert(pair->first, pair->second);
    }
}

void FileReader::store(const QString &key, const QString &value)
{
    if (key == "aws_secret_access_key"_L1)
        m_section->secretAccessKey = Secret(value);
    else if (key == "aws_session_token"_L1 || key == "aws_security_token"_L1)
        m_section->sessionToken = Secret(value);
    else
        m_section->values.insert(key, value);
}

} // namespace

Expected<AwsConfig, AwsFileError> parseAwsConfig(const QByteArray &text, AwsFileKind kind,
                                                 const QString &file)
{
    if (text.size() > kMaxBytes)
        return Unexpected{AwsFileError{AwsFileError::Kind::TooLarge, file, 0, {}}};
    QStringDecoder decoder(QStringDecoder::Utf8); // drops a byte order mark
    const QString decoded = decoder.decode(text);
    if (decoder.hasError())
        return Unexpected{AwsFileError{AwsFileError::Kind::NotUtf8, file, 0, {}}};
    return FileReader(kind, file).read(decoded);
}

AwsConfig mergedAwsConfig(const AwsConfig &config, const AwsConfig &credentials)
{
    AwsConfig merged = config;
    for (auto it = credentials.profiles.begin(); it != credentials.profiles.end(); ++it) {
        AwsSection &below = merged.profiles[it.key()];
        // Keys come as a set: a token of one file must not go with the key of the other.
        if (it->values.contains(u"aws_access_key_id"_s)) {
            below.secretAccessKey = {};
            below.sessionToken = {};
        }
        below.inCredentialsFile
            |= it->values.contains(u"aws_access_key_id"_s) || !it->secretAccessKey.isEmpty();
        overlay(below, *it);
    }
    return merged;
}

QStringList shellWords(const QString &text)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool escapes = c == u'\\' && quote != u'\'';
        if (escapes) {
            if (i + 1 >= text.size())
                return {};
            const QChar next = text.at(++i);
            if (quote == u'"' && next != u'"' && next != u'\\')
                word += c;
            word += next;
            inWord = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c.isSpace()) {
            if (std::exchange(inWord, false))
                words.append(std::exchange(word, {}));
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return {};
    if (inWord)
        words.append(word);
    return words;
}

QStringList windowsWords(const QString &text)
{
    QStringList words;
    QString word;
    bool inWord = false;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        qsizetype backslashes = 0;
        while (i < text.size() && text.at(i) == u'\\') {
            ++backslashes;
            ++i;
        }
        const bool isAtEnd = i >= text.size();
        const bool isQuote = !isAtEnd && text.at(i) == u'"';
        // Before a quote two of them stand for one, and one that is left makes the quote ordinary.
        const bool isEscaped = isQuote && backslashes % 2 == 1;
        word += QString(isQuote ? backslashes / 2 : backslashes, u'\\');
        inWord |= backslashes > 0 || isQuote;
        if (isAtEnd)
            break;
        const QChar c = text.at(i);
        if (isQuote && !isEscaped) {
            isQuoted = !isQuoted;
        } else if ((c == u' ' || c == u'\t') && !isQuoted) {
            if (std::exchange(inWord, false))
                words.append(std::exchange(word, {}));
        } else {
            word += c;
            inWord = true;
        }
    }
    if (isQuoted)
        return {};
    if (inWord)
        words.append(word);
    return words;
}

} // namespace tallylight
