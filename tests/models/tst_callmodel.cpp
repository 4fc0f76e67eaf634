// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/callmodel.h"
#include "models/calltext.h"
#include "models/export.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::models;
using Column = CallModel::Column;

namespace {

CallRow row(quint64 serial, const QString &operation, std::optional<ErrorCategory> category = {})
{
    CallRow made;
    made.serial = serial;
    made.profileId = serial % 2 ? u"odd"_s : u"even"_s;
    made.profileName = serial % 2 ? u"Odd"_s : u"Even"_s;
    made.record.operation = operation;
    made.record.startedAt
        = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC).addSecs(static_cast<int>(serial));
    made.record.duration = std::chrono::milliseconds(100 * serial);
    made.record.attempts = 1;
    made.record.httpStatus = category ? 403 : 200;
    made.record.bytesReceived = 4096;
    made.record.requestId = u"request-%1"_s.arg(serial);
    made.record.host = u"medialive.eu-central-1.amazonaws.com"_s;
    made.record.path = u"/prod/channels"_s;
    if (category) {
        made.record.error = ApiError();
        made.record.error->category = *category;
        made.record.error->service = u"medialive"_s;
        made.record.error->operation = operation;
        made.record.error->code = u"AccessDeniedException"_s;
    }
    return made;
}

QString text(const QAbstractItemModel &model, int row, Column column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class CallModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeAndGo()
    {
        CallModel model;
        QAbstractItemModelTester tester(&model);
        CallFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester filterTester(&filter);
        model.append({row(1, u"ListChannels"_s), row(2, u"ListInputs"_s)});
        model.append(row(5, u"ListAlerts"_s));
        QCOMPARE(model.rowCount(), 3);
        model.remove(2);
        model.remove(2);
        model.remove(99);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 1, Column::Operation), u"ListAlerts"_s);
        model.clear();
        QCOMPARE(filter.rowCount(), 0);
    }

    void everyFactOfACallIsShown()
    {
        CallModel model;
        CallRow one = row(3, u"ListChannels"_s, ErrorCategory::Forbidden);
        one.record.duration = std::chrono::milliseconds(4200);
        model.append(one);
        QCOMPARE(text(model, 0, Column::Time), u"2026-03-01 12:00:03 UTC"_s);
        QCOMPARE(text(model, 0, Column::Profile), u"Odd"_s);
        QCOMPARE(text(model, 0, Column::Service), u"MediaLive"_s);
        QCOMPARE(text(model, 0, Column::Operation), u"ListChannels"_s);
        QCOMPARE(text(model, 0, Column::Result), u"Access denied"_s);
        QCOMPARE(text(model, 0, Column::Status), u"403"_s);
        QCOMPARE(text(model, 0, Column::Duration), u"4.2 s"_s);
        QCOMPARE(text(model, 0, Column::Attempts), u"1"_s);
        QCOMPARE(text(model, 0, Column::Size), u"4.0 kB"_s);
        QCOMPARE(text(model, 0, Column::RequestId), u"request-3"_s);
        QCOMPARE(text(model, 0, Column::Address),
                 u"medialive.eu-central-1.amazonaws.com/prod/channels"_s);
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(
                !model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(
                !model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
        QCOMPARE(toCsv(model, allColumns(model), allRows(model)).count("\r\n"), 2);
    }

    void aCallWithoutAnAnswerHasNoStatus()
    {
        CallModel model;
        CallRow one = row(1, u"ListChannels"_s, ErrorCategory::Network);
        one.record.httpStatus = 0;
        model.append(one);
        QCOMPARE(text(model, 0, Column::Status), QString());
        QVERIFY(!model.index(0, static_cast<int>(Column::Status)).data(RawRole).isValid());
    }

    void theFilterFindsWordsProblemsAndProfiles()
    {
        CallModel model;
        model.append({row(1, u"ListChannels"_s), row(2, u"ListInputs"_s),
                      row(3, u"ListAlerts"_s, ErrorCategory::Forbidden),
                      row(4, u"GetMetricData"_s, ErrorCategory::Cancelled)});
        CallFilter filter;
        filter.setSourceModel(&model);
        filter.setText(u"list ALERTS"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"accessdenied"_s);
        QCOMPARE(filter.rowCount(), 2);
        filter.setProblemsOnly(true); // what was cancelled on purpose is none
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        QCOMPARE(filter.rowCount(), 1);
        filter.setProblemsOnly(false);
        filter.setProfile(u"even"_s);
        QCOMPARE(filter.rowCount(), 2);
        filter.setProfile({});
        filter.setText(u"request-2"_s);
        QCOMPARE(filter.rowCount(), 1);
    }

    void columnsSortByValueNotByText()
    {
        CallModel model;
        model.append({row(2, u"A"_s), row(10, u"B"_s), row(11, u"C"_s, ErrorCategory::Forbidden)});
        CallFilter filter;
        filter.setSourceModel(&model);
        filter.sort(static_cast<int>(Column::Duration), Qt::AscendingOrder);
        QCOMPARE(text(filter, 0, Column::Operation), u"A"_s);
        QCOMPARE(text(filter, 2, Column::Operation), u"C"_s);
        filter.sort(static_cast<int>(Column::Result), Qt::AscendingOrder); // worst first
        QCOMPARE(text(filter, 0, Column::Operation), u"C"_s);
        filter.sort(static_cast<int>(Column::Time), Qt::DescendingOrder);
        QCOMPARE(text(filter, 0, Column::Operation), u"C"_s);
    }

    void detailsSayWhatItWasAndWhatItMeans()
    {
        CallRow refused = row(3, u"ListAlerts"_s, ErrorCategory::Forbidden);
        refused.record.clockSkewSeconds = 200;
        const QString text = callDetails(refused, TimeZoneChoice::Utc);
        for (const QString &part :
             {u"ListAlerts, MediaLive"_s, u"Odd"_s, u"request-3"_s, u"Access denied"_s,
              u"medialive:ListAlerts"_s, u"AccessDeniedException"_s, u"3 min behind"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
        QVERIFY(callDetails(row(1, u"ListInputs"_s), TimeZoneChoice::Utc).contains(u"succeeded"_s));
    }

    void clocksAreToldInWords()
    {
        QCOMPARE(clockSkewText({}), u"not known yet"_s);
        QCOMPARE(clockSkewText(0), u"in step"_s);
        QCOMPARE(clockSkewText(-2), u"in step"_s);
        QCOMPARE(clockSkewText(90), u"this computer is 1 min behind"_s);
        QCOMPARE(clockSkewText(-3), u"this computer is 3 s ahead"_s);
    }
};

QTEST_GUILESS_MAIN(CallModelTest)
#include "tst_callmodel.moc"
