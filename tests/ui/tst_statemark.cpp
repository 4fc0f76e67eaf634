// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/words.h"
#include "ui/statemark.h"
#include "ui/stateshape.h"
#include "ui/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::ui;
using models::StateLevel;

namespace {

constexpr int kSize = 16;

QImage shown(StateMark &mark)
{
    QImage image(kSize, kSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    mark.render(&image, {}, {}, {});
    return image;
}

QImage expected(StateLevel level, const Theme &theme, QChar sign)
{
    QImage image(kSize, kSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintStateShape(&painter, QRectF(0, 0, kSize, kSize), level, theme, sign);
    return image;
}

} // namespace

class TestStateMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsInTheTables_data();
    void looksAsInTheTables();
    void nothingTakesNoSpace();
    void aChangedThemeShows();
};

void TestStateMark::looksAsInTheTables_data()
{
    QTest::addColumn<StateLevel>("level");
    QTest::addColumn<QChar>("sign");
    for (const StateLevel level : {StateLevel::Critical, StateLevel::Warning, StateLevel::Unknown,
                                   StateLevel::Ok, StateLevel::Idle})
        QTest::newRow(qPrintable(models::levelWord(level))) << level << QChar(u'?');
    QTest::newRow("another sign") << StateLevel::Unknown << QChar(u'!');
}

void TestStateMark::looksAsInTheTables()
{
    QFETCH(StateLevel, level);
    QFETCH(QChar, sign);
    const Theme theme = themeFor(ThemeChoice::Dark, {});
    StateMark mark(theme, kSize);
    mark.resize(kSize, kSize);
    mark.setLevel(level);
    mark.setSign(sign);
    QCOMPARE(mark.sizeHint(), QSize(kSize, kSize));
    QCOMPARE(shown(mark), expected(level, theme, sign));
}

void TestStateMark::nothingTakesNoSpace()
{
    const Theme theme = themeFor(ThemeChoice::Dark, {});
    StateMark mark(theme, kSize);
    QVERIFY(mark.sizeHint().isEmpty());
    mark.setLevel(StateLevel::Ok);
    mark.setLevel(StateLevel::None);
    QVERIFY(mark.sizeHint().isEmpty());
    mark.resize(kSize, kSize);
    QCOMPARE(shown(mark), expected(StateLevel::None, theme, u'?'));
}

void TestStateMark::aChangedThemeShows()
{
    Theme theme = themeFor(ThemeChoice::Dark, {});
    StateMark mark(theme, kSize);
    mark.resize(kSize, kSize);
    mark.setLevel(StateLevel::Critical);
    const QImage dark = shown(mark);
    theme = themeFor(ThemeChoice::Light, {});
    QVERIFY(shown(mark) != dark);
    QCOMPARE(shown(mark), expected(StateLevel::Critical, theme, u'?'));
}

QTEST_MAIN(TestStateMark)

#include "tst_statemark.moc"
