// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/expected.h"

#include <QString>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tallylight;

class ExpectedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsAValue();
    void anErrorIsAnError();
    void sameTypesAreToldApart();
    void valuesCanBeMovedOut();
    void valueOrFallsBackOnErrorsOnly();
    void equalityNeedsTheSameKind();
};

void ExpectedTest::aValueIsAValue()
{
    Expected<QString, int> expected = u"seen"_s;
    QVERIFY(expected.hasValue());
    QVERIFY(static_cast<bool>(expected));
    QCOMPARE(*expected, u"seen"_s);
    QCOMPARE(expected->size(), 4);
    expected.value() += u'!';
    QCOMPARE(std::as_const(expected).value(), u"seen!"_s);
}

void ExpectedTest::anErrorIsAnError()
{
    const Expected<QString, int> expected = Unexpected{7};
    QVERIFY(!expected.hasValue());
    QVERIFY(!expected);
    QCOMPARE(expected.error(), 7);
}

void ExpectedTest::sameTypesAreToldApart()
{
    const Expected<QString, QString> good(u"a"_s);
    const Expected<QString, QString> bad(Unexpected{u"a"_s});
    QVERIFY(good.hasValue());
    QVERIFY(!bad.hasValue());
    QVERIFY(!(good == bad));
}

void ExpectedTest::valuesCanBeMovedOut()
{
    Expected<std::unique_ptr<int>, int> expected(std::make_unique<int>(3));
    const std::unique_ptr<int> taken = std::move(expected).value();
    QCOMPARE(*taken, 3);
}

void ExpectedTest::valueOrFallsBackOnErrorsOnly()
{
    QCOMPARE((Expected<int, QString>(0).valueOr(5)), 0);
    QCOMPARE((Expected<int, QString>(Unexpected{u"no"_s}).valueOr(5)), 5);
}

void ExpectedTest::equalityNeedsTheSameKind()
{
    using E = Expected<int, QString>;
    QVERIFY(E(1) == E(1));
    QVERIFY(!(E(1) == E(2)));
    QVERIFY(E(Unexpected{u"x"_s}) == E(Unexpected{u"x"_s}));
    QVERIFY(!(E(Unexpected{u"x"_s}) == E(Unexpected{u"y"_s})));
}

QTEST_APPLESS_MAIN(ExpectedTest)
#include "tst_expected.moc"
