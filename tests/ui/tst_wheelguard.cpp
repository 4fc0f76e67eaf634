// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wheelguard.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using tallylight::ui::WheelGuard;

namespace {

void turnWheel(QWidget *field)
{
    QWheelEvent wheel(QPointF(4, 4), field->mapToGlobal(QPointF(4, 4)), {}, QPoint(0, -120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(field, &wheel);
}

} // namespace

class WheelGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWheelChangesOnlyTheFieldThatHasTheFocus()
    {
        QWidget form;
        auto *layout = new QVBoxLayout(&form);
        auto *box = new QComboBox;
        box->addItems({u"a"_s, u"b"_s, u"c"_s});
        auto *number = new QSpinBox;
        number->setValue(50);
        layout->addWidget(box);
        layout->addWidget(number);
        new WheelGuard(&form);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));

        number->setFocus();
        QTRY_VERIFY(number->hasFocus());
        turnWheel(box);
        QCOMPARE(box->currentIndex(), 0);
        turnWheel(number);
        QVERIFY(number->value() < 50);

        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        const int before = number->value();
        turnWheel(number);
        QCOMPARE(number->value(), before);
        turnWheel(box);
        QCOMPARE(box->currentIndex(), 1);
    }
};

QTEST_MAIN(WheelGuardTest)
#include "tst_wheelguard.moc"
