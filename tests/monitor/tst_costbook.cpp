// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/costbook.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using monitor::CostBook;

namespace {

const QDateTime kStart(QDate(2026, 11, 10), QTime(12, 0), Qt::UTC);

} // namespace

class CostBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRestartDoesNotForgetTheSpending()
    {
        ManualClock clock(kStart);
        MemorySettings settings;
        {
            CostBook book(clock);
            book.keepIn(&settings);
            book.count(u"a"_s, {410000, 12});
        }
        clock.advance(2h);
        CostBook book(clock);
        book.keepIn(&settings);
        QCOMPARE(book.summary(u"a"_s).monthUsd, 4.10);
        QCOMPARE(book.summary(u"a"_s).hourUsd, 0.0);
        QCOMPARE(book.budget(u"a"_s, 25.0).leftUsd(), 25.0 - 4.10);
        QCOMPARE(book.budget(u"a"_s, 25.0).dayUsd, 4.10);
        QCOMPARE(book.summary(u"b"_s).monthUsd, 0.0);
    }

    void profilesOfOneAccountShareItsFreeRequests()
    {
        ManualClock clock(kStart);
        CostBook book(clock);
        book.setAccount(u"a"_s, u"111111111111"_s);
        book.setAccount(u"b"_s, u"111111111111"_s);
        book.setAccount(u"c"_s, u"222222222222"_s);
        book.setAccount(u"d"_s, {}); // not known yet
        book.count(u"a"_s, {0, 600000});
        book.count(u"b"_s, {0, 600000});
        book.count(u"c"_s, {0, 600000});
        book.count(u"d"_s, {0, 1});
        QCOMPARE(book.accountMonth(u"a"_s).requests, 1200000);
        QCOMPARE(book.accountMonth(u"c"_s).requests, 600000);
        QCOMPARE(book.accountMonth(u"d"_s).requests, 1);
        QCOMPARE(book.summary(u"a"_s).monthUsd, 1.0); // half of what goes beyond
        QCOMPARE(book.summary(u"c"_s).monthUsd, 0.0);
    }

    void resettingAndPricesAreSaidAtOnce()
    {
        ManualClock clock(kStart);
        MemorySettings settings;
        CostBook book(clock);
        book.keepIn(&settings);
        book.count(u"a"_s, {1000, 0});
        QSignalSpy changed(&book, &CostBook::changed);
        PriceTable prices = book.prices();
        prices.usdPer1000Metrics = 0.02;
        book.setPrices(prices);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(book.summary(u"a"_s).monthUsd, 0.02);
        CostBook other(clock);
        other.keepIn(&settings);
        QCOMPARE(other.prices(), prices);
        other.setPrices(PriceTable::builtIn());
        QVERIFY(!settings.value(u"prices"_s).isValid());
        book.reset(u"a"_s);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(book.summary(u"a"_s).monthUsd, 0.0);
        CostBook again(clock);
        again.keepIn(&settings);
        QCOMPARE(again.summary(u"a"_s).monthUsd, 0.0);
    }

    void runsOfOneTimeAddUp()
    {
        ManualClock clock(kStart);
        MemorySettings settings; // what both write to
        CostBook window(clock);
        window.keepIn(&settings);
        window.count(u"a"_s, {1000, 0});
        CostBook exported(clock);
        exported.keepIn(&settings);
        exported.count(u"a"_s, {500, 3});
        window.count(u"a"_s, {1000, 0});
        QCOMPARE(window.summary(u"a"_s).month, (CloudWatchUse{2500, 3}));
        CostBook later(clock);
        later.keepIn(&settings);
        QCOMPARE(later.summary(u"a"_s).month, (CloudWatchUse{2500, 3}));
    }

    void enteredPricesStandOnThoseOfAFile()
    {
        ManualClock clock(kStart);
        MemorySettings settings;
        PriceTable file = PriceTable::builtIn();
        file.usdPer1000Metrics = 0.5;
        file.asOf = QDate(2026, 6, 1);
        CostBook book(clock);
        book.setBasePrices(file);
        book.keepIn(&settings);
        QCOMPARE(book.prices(), file);
        PriceTable entered = file;
        entered.usdPer1000Metrics = 0.25;
        book.setPrices(entered);
        CostBook again(clock);
        again.setBasePrices(file);
        again.keepIn(&settings);
        QCOMPARE(again.prices(), entered);
        again.setPrices(file);
        QVERIFY(!settings.value(u"prices"_s).isValid());
        QCOMPARE(again.basePrices(), file);
    }

    void whatCostsNothingIsNoNews()
    {
        ManualClock clock(kStart);
        CostBook book(clock);
        QSignalSpy changed(&book, &CostBook::changed);
        book.count(u"a"_s, {});
        QCOMPARE(changed.count(), 0);
    }
};

QTEST_APPLESS_MAIN(CostBookTest)
#include "tst_costbook.moc"
