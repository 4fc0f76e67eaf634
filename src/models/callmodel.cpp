// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/callmodel.h"

#include "models/calltext.h"
#include "models/errortext.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

constexpr std::array kCallColumns{
    ColumnSpec{"time", QT_TRANSLATE_NOOP("Columns", "Started"),
               QT_TRANSLATE_NOOP("Columns", "When the call was started"), ColumnKind::Time, 26},
    ColumnSpec{"profile", QT_TRANSLATE_NOOP("Columns", "Profile"),
               QT_TRANSLATE_NOOP("Columns", "The region profile the call was made for"),
               ColumnKind::Text, 24},
    ColumnSpec{"service", QT_TRANSLATE_NOOP("Columns", "Service"),
               QT_TRANSLATE_NOOP("Columns", "The AWS service that was asked"), ColumnKind::Text,
               13},
    ColumnSpec{"operation", QT_TRANSLATE_NOOP("Columns", "Operation"),
               QT_TRANSLATE_NOOP("Columns", "What was asked for, as AWS calls it"),
               ColumnKind::Text, 21},
    ColumnSpec{"result", QT_TRANSLATE_NOOP("Columns", "Result"),
               QT_TRANSLATE_NOOP("Columns", "How the call ended, after all attempts"),
               ColumnKind::State, 22},
    ColumnSpec{"status", QT_TRANSLATE_NOOP("Columns", "HTTP"),
               QT_TRANSLATE_NOOP("Columns", "HTTP status of the last answer; empty when none came"),
               ColumnKind::Number, 6},
    ColumnSpec{"durationMs", QT_TRANSLATE_NOOP("Columns", "Took"),
               QT_TRANSLATE_NOOP("Columns",
                                 "From the start to the end, with waiting for the request limit "
                                 "and repeated attempts"),
               ColumnKind::Number, 9},
    ColumnSpec{
        "attempts", QT_TRANSLATE_NOOP("Columns", "Attempts"),
        QT_TRANSLATE_NOOP("Columns", "Requests sent: pages, and repetitions after a failure"),
        ColumnKind::Number, 9},
    ColumnSpec{"bytes", QT_TRANSLATE_NOOP("Columns", "Size"),
               QT_TRANSLATE_NOOP("Columns", "Bytes received, decompressed"), ColumnKind::Number,
               10},
    ColumnSpec{"requestId", QT_TRANSLATE_NOOP("Columns", "Request id"),
               QT_TRANSLATE_NOOP("Columns", "AWS's own id of the last request, for a support case"),
               ColumnKind::Text, 30},
    ColumnSpec{"address", QT_TRANSLATE_NOOP("Columns", "Address"),
               QT_TRANSLATE_NOOP("Columns", "Host and path, without the query"), ColumnKind::Text,
               40},
};

QString addressOf(const CallRecord &record)
{
    return record.host + record.path;
}

} // namespace

StateLevel callLevel(const CallRecord &record)
{
    if (!record.error)
        return StateLevel::Ok;
    switch (record.error->category) {
    case ErrorCategory::None:
        return StateLevel::Ok;
    case ErrorCategory::Cancelled:
        return StateLevel::Idle;
    case ErrorCategory::Network:
    case ErrorCategory::Timeout:
    case ErrorCategory::Throttled:
    case ErrorCategory::NotFound:
    case ErrorCategory::Server:
    case ErrorCategory::Malformed:
        return StateLevel::Warning;
    case ErrorCategory::Tls:
    case ErrorCategory::Credentials:
    case ErrorCategory::Expired:
    case ErrorCategory::Skew:
    case ErrorCategory::Forbidden:
    case ErrorCategory::BadRequest:
    case ErrorCategory::Storage:
        return StateLevel::Critical;
    }
    return StateLevel::Unknown;
}

CallModel::CallModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    static_assert(kCallColumns.size() == static_cast<std::size_t>(Column::Address) + 1);
}

std::span<const ColumnSpec> CallModel::columnSpecs()
{
    return kCallColumns;
}

void CallModel::append(const CallRow &row)
{
    append(QList<CallRow>{row});
}

void CallModel::append(const QList<CallRow> &rows)
{
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

void CallModel::remove(quint64 serial)
{
    const auto found
        = std::lower_bound(m_rows.cbegin(), m_rows.cend(), serial,
                           [](const CallRow &row, quint64 wanted) { return row.serial < wanted; });
    if (found == m_rows.cend() || found->serial != serial)
        return;
    const int row = static_cast<int>(found - m_rows.cbegin());
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void CallModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void CallModel::setTimeZone(TimeZoneChoice zone)
{
    m_zone = zone;
    if (!m_rows.isEmpty()) {
        const int column = static_cast<int>(Column::Time);
        Q_EMIT dataChanged(index(0, column), index(static_cast<int>(m_rows.size()) - 1, column),
                           {Qt::DisplayRole});
    }
}

int CallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kCallColumns.size());
}

QString CallModel::text(const CallRow &row, Column column) const
{
    const CallRecord &record = row.record;
    const QLocale locale;
    switch (column) {
    case Column::Time:
        return formatTime(record.startedAt, m_zone);
    case Column::Profile:
        return row.profileName;
    case Column::Service:
        return serviceTitle(record.service);
    case Column::Operation:
        return record.operation;
    case Column::Result:
        return callResult(record);
    case Column::Status:
        return record.httpStatus == 0 ? QString() : QString::number(record.httpStatus);
    case Column::Duration:
        return formatDuration(record.duration);
    case Column::Attempts:
        return QString::number(record.attempts);
    case Column::Size:
        return locale.formattedDataSize(record.bytesReceived, 1,
                                        QLocale::DataSizeTraditionalFormat);
    case Column::RequestId:
        return record.requestId;
    case Column::Address:
        return addressOf(record);
    }
    return {};
}

QVariant CallModel::value(const CallRow &row, Column column) const
{
    const CallRecord &record = row.record;
    switch (column) {
    case Column::Time:
        return record.startedAt;
    case Column::Result:
        return record.error ? QVariant(record.error->code) : QVariant(u"OK"_s);
    case Column::Status:
        return record.httpStatus == 0 ? QVariant() : QVariant(record.httpStatus);
    case Column::Duration:
        return static_cast<qint64>(record.duration.count());
    case Column::Attempts:
        return record.attempts;
    case Column::Size:
        return record.bytesReceived;
    default:
        return text(row, column);
    }
}

QVariant CallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CallRow &row = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>(kCallColumns[static_cast<std::size_t>(index.column())].alignment());
    case Qt::ToolTipRole:
        if (column == Column::Time)
            return formatTimeBoth(row.record.startedAt);
        if (column == Column::Result && row.record.error)
            return errorDetails(*row.record.error).toHtmlEscaped().replace(u'\n', u"<br>"_s);
        return text(row, column).toHtmlEscaped();
    case RawRole:
        return value(row, column);
    case KeyRole:
        return QString::number(row.serial);
    case CellLevelRole:
        return static_cast<int>(column == Column::Result ? callLevel(row.record)
                                                         : StateLevel::None);
    case ProfileIdRole:
        return row.profileId;
    case ProfileColorRole:
        return row.profileColor;
    case ProductionRole:
        return row.production;
    default:
        return {};
    }
}

QVariant CallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec &spec = kCallColumns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(spec);
    case Qt::ToolTipRole:
        return columnToolTip(spec);
    case Qt::TextAlignmentRole:
        return static_cast<int>(spec.alignment());
    case RawRole:
        return QString::fromLatin1(spec.id);
    default:
        return {};
    }
}

CallFilter::CallFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
}

void CallFilter::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void CallFilter::setProblemsOnly(bool only)
{
    m_problemsOnly = only;
    invalidateFilter();
}

void CallFilter::setProfile(const QString &profileId)
{
    m_profileId = profileId;
    invalidateFilter();
}

bool CallFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const auto *model = qobject_cast<const CallModel *>(sourceModel());
    if (!model)
        return true;
    const CallRow &row = model->rowAt(sourceRow);
    if (!m_profileId.isEmpty() && row.profileId != m_profileId)
        return false;
    const StateLevel level = callLevel(row.record);
    if (m_problemsOnly && level != StateLevel::Critical && level != StateLevel::Warning)
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QVariant cell = model->data(model->index(sourceRow, column), Qt::DisplayRole);
            if (cell.toString().contains(word, Qt::CaseInsensitive))
                return true;
        }
        return row.record.error && row.record.error->code.contains(word, Qt::CaseInsensitive);
    });
}

bool CallFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isResult = left.column() == static_cast<int>(CallModel::Column::Result);
    if (isResult) {
        const int a = left.data(CellLevelRole).toInt();
        const int b = right.data(CellLevelRole).toInt();
        if (a != b)
            return a < b;
    }
    const QVariant a = left.data(RawRole);
    const QVariant b = right.data(RawRole);
    const QPartialOrdering order = QVariant::compare(a, b);
    if (order == QPartialOrdering::Equivalent || order == QPartialOrdering::Unordered) {
        if (a.isValid() != b.isValid())
            return !a.isValid();
        return left.data(KeyRole).toString().toULongLong()
            < right.data(KeyRole).toString().toULongLong();
    }
    return order == QPartialOrdering::Less;
}

} // namespace tallylight::models
