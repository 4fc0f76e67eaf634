// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tablemodel.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

/// The "C" locale collates by code point and ignores numeric mode; English order serves its users
/// better.
QLocale collationLocale(const QLocale &locale)
{
    if (locale.language() == QLocale::C)
        return QLocale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

} // namespace

TableModel::TableModel(const Clock &clock, std::span<const ColumnSpec> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_columns(columns)
    , m_collator(collationLocale(m_locale))
{
    m_collator.setNumericMode(true);
}

TableModel::~TableModel() = default;

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec &spec = column(section);
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(spec);
    case Qt::ToolTipRole:
        return columnToolTip(spec);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(static_cast<int>(spec.alignment()));
    case RawRole:
        return QString::fromLatin1(spec.id);
    default:
        return {};
    }
}

int TableModel::columnOf(const QString &id) const
{
    const auto found
        = std::find_if(m_columns.begin(), m_columns.end(),
                       [&id](const ColumnSpec &spec) { return id == QLatin1StringView(spec.id); });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

void TableModel::setTimeZone(TimeZoneChoice zone)
{
    if (m_timeZone == zone)
        return;
    m_timeZone = zone;
    allTextsChanged();
}

void TableModel::allTextsChanged()
{
    dropTextCaches();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

LevelCounts TableModel::levelCounts() const
{
    LevelCounts counts;
    for (int row = 0; row < rowCount(); ++row)
        ++counts[verdictAt(row).level];
    return counts;
}

QString TableModel::nameWithId(const QString &name, const QString &id)
{
    if (name.isEmpty())
        return id;
    return name + u" ("_s + id + u')';
}

QVariant TableModel::textValue(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant TableModel::listValue(const QStringList &texts)
{
    return texts; // an empty list is known to be empty, which is not nothing
}

QVariant TableModel::timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toUTC()) : QVariant();
}

QSet<QString> TableModel::mergeNames(QHash<QString, QString> &names,
                                     const QHash<QString, QString> &news)
{
    QSet<QString> changed;
    for (auto it = news.begin(); it != news.end(); ++it) {
        QString &name = names[it.key()];
        if (name == it.value())
            continue;
        name = it.value();
        changed.insert(it.key());
    }
    return changed;
}

QStringList TableModel::tagTexts(const QMap<QString, QString> &tags)
{
    QStringList texts;
    texts.reserve(tags.size());
    for (auto it = tags.begin(); it != tags.end(); ++it)
        texts << it.key() + u'=' + it.value();
    return texts;
}

QString TableModel::plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

qint64 TableModel::secondsSince(const QDateTime &at) const
{
    return std::max<qint64>(0, at.secsTo(m_clock.utcNow()));
}

QString foldedForSearch(const QString &text)
{
    QString folded;
    appendFolded(folded, text);
    return folded;
}

void appendFolded(QString &folded, QStringView text)
{
    const bool ascii
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii) {
        const qsizetype start = folded.size();
        folded.append(text);
        for (auto c = folded.begin() + start; c != folded.end(); ++c) {
            if (*c >= u'A' && *c <= u'Z')
                *c = QChar(c->unicode() + 0x20);
        }
        return;
    }
    QString plain = text.toString().normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    folded += plain.toCaseFolded();
}

} // namespace tallylight::models
