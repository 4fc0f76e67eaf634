// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stateshape.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>
#include <cmath>

using namespace tallylight;
using namespace tallylight::ui;
using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr std::array kLevels{StateLevel::Critical, StateLevel::Warning, StateLevel::Unknown,
                             StateLevel::Ok, StateLevel::Idle};

using Matrix = std::array<std::array<double, 3>, 3>;

// Dichromacy in linear RGB after Machado, Oliveira and Fernandes (2009), severity 1.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan{{{0.152286, 1.052583, -0.204868},
                          {0.114503, 0.786281, 0.099216},
                          {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{{{0.367322, 0.860646, -0.227968},
                          {0.280085, 0.672501, 0.047413},
                          {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan{{{1.255528, -0.076749, -0.178779},
                          {-0.078411, 0.930809, 0.147602},
                          {0.004733, 0.691367, 0.303900}}};

std::array<double, 3> labOf(const QColor &color, const Matrix &eye)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const std::array<double, 3> in{linear(color.redF()), linear(color.greenF()),
                                   linear(color.blueF())};
    std::array<double, 3> rgb{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            rgb[i] += eye[i][j] * in[j];
        rgb[i] = std::clamp(rgb[i], 0.0, 1.0);
    }
    const auto f = [](double t) {
        return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0;
    };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor &a, const QColor &b, const Matrix &eye)
{
    const auto p = labOf(a, eye);
    const auto q = labOf(b, eye);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

QImage shapeInGrey(StateLevel level)
{
    // One colour for all: only the outline may tell them apart.
    Theme grey = themeFor(ThemeChoice::Dark, {});
    grey.critical = grey.warning = grey.unknown = grey.ok = grey.idle = Qt::white;
    QImage image(24, 24, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    QPainter painter(&image);
    paintStateShape(&painter, QRectF(0, 0, 24, 24), level, grey);
    return image;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableOnEveryBackground_data() { themes(); }
    void textIsReadableOnEveryBackground();
    void stateColoursAreVisibleOnEveryBackground_data() { themes(); }
    void stateColoursAreVisibleOnEveryBackground();
    void stateColoursDifferForEveryEye_data();
    void stateColoursDifferForEveryEye();
    void legsDifferForEveryEye_data() { stateColoursDifferForEveryEye_data(); }
    void legsDifferForEveryEye();
    void shapesDifferWithoutColour();
    void noStateHasNoShape();
    void systemChoiceFollowsTheDefaultPalette();
    void brokenProfileColourFallsBack();
    void figuresHaveEqualWidth();
    void contrastRatioMatchesKnownValues();

private:
    static void themes();
};

void TestTheme::themes()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("dark") << ThemeChoice::Dark;
    QTest::newRow("light") << ThemeChoice::Light;
}

void TestTheme::textIsReadableOnEveryBackground()
{
    QFETCH(ThemeChoice, choice);
    const Theme theme = themeFor(choice, {});
    for (const QColor &background :
         {theme.base, theme.surface, theme.raised, theme.selection,
          theme.palette.color(QPalette::AlternateBase), theme.stateWash(StateLevel::Critical),
          theme.stateWash(StateLevel::Unknown), theme.stateWash(StateLevel::Warning)}) {
        QCOMPARE_GE(contrastRatio(theme.text, background), 7.0);
        QCOMPARE_GE(contrastRatio(theme.textMuted, background), 4.5);
        QCOMPARE_GE(contrastRatio(theme.accent, background), 4.5);
    }
}

void TestTheme::stateColoursAreVisibleOnEveryBackground()
{
    QFETCH(ThemeChoice, choice);
    const Theme theme = themeFor(choice, {});
    for (const StateLevel level : kLevels) {
        for (const QColor &background :
             {theme.base, theme.surface, theme.palette.color(QPalette::AlternateBase)})
            QCOMPARE_GE(contrastRatio(theme.stateColor(level), background), 4.5);
        QCOMPARE_GE(contrastRatio(theme.stateColor(level), theme.selection), 3.0);
    }
}

void TestTheme::stateColoursDifferForEveryEye_data()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::addColumn<int>("eye");
    const std::array<const char *, 4> eyes{"normal", "protan", "deutan", "tritan"};
    for (int eye = 0; eye < 4; ++eye) {
        QTest::addRow("dark, %s", eyes[static_cast<std::size_t>(eye)]) << ThemeChoice::Dark << eye;
        QTest::addRow("light, %s", eyes[static_cast<std::size_t>(eye)])
            << ThemeChoice::Light << eye;
    }
}

void TestTheme::stateColoursDifferForEveryEye()
{
    QFETCH(ThemeChoice, choice);
    QFETCH(int, eye);
    const std::array eyes{kNormal, kProtan, kDeutan, kTritan};
    const Theme theme = themeFor(choice, {});
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        for (std::size_t j = i + 1; j < kLevels.size(); ++j) {
            // Two is a difference one can just see side by side; this is plain at a glance.
            QCOMPARE_GE(distance(theme.stateColor(kLevels[i]), theme.stateColor(kLevels[j]),
                                 eyes[static_cast<std::size_t>(eye)]),
                        14.0);
        }
    }
}

void TestTheme::legsDifferForEveryEye()
{
    QFETCH(ThemeChoice, choice);
    QFETCH(int, eye);
    const std::array eyes{kNormal, kProtan, kDeutan, kTritan};
    const Theme theme = themeFor(choice, {});
    QCOMPARE_GE(distance(theme.leg0, theme.leg1, eyes[static_cast<std::size_t>(eye)]), 40.0);
}

void TestTheme::shapesDifferWithoutColour()
{
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        for (std::size_t j = i + 1; j < kLevels.size(); ++j) {
            const QImage a = shapeInGrey(kLevels[i]);
            const QImage b = shapeInGrey(kLevels[j]);
            int different = 0;
            int either = 0;
            for (int y = 0; y < a.height(); ++y) {
                for (int x = 0; x < a.width(); ++x) {
                    const bool inA = qGray(a.pixel(x, y)) > 127;
                    const bool inB = qGray(b.pixel(x, y)) > 127;
                    different += inA != inB ? 1 : 0;
                    either += inA || inB ? 1 : 0;
                }
            }
            // At least a quarter of what is painted differs.
            QVERIFY2(different * 4 >= either,
                     qPrintable(
                         u"levels %1 and %2: %3 of %4"_s.arg(i).arg(j).arg(different).arg(either)));
        }
    }
}

void TestTheme::noStateHasNoShape()
{
    QImage empty(24, 24, QImage::Format_Grayscale8);
    empty.fill(Qt::black);
    QCOMPARE(shapeInGrey(StateLevel::None), empty);
    QVERIFY(shapeInGrey(StateLevel::Ok) != empty);
}

void TestTheme::systemChoiceFollowsTheDefaultPalette()
{
    QPalette bright;
    bright.setColor(QPalette::Window, Qt::white);
    bright.setColor(QPalette::WindowText, Qt::black);
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    QCOMPARE(themeFor(ThemeChoice::System, bright).dark, false);
    QCOMPARE(themeFor(ThemeChoice::System, dark).dark, true);
    QCOMPARE(themeFor(ThemeChoice::Dark, bright).dark, true);
    QCOMPARE(themeFor(ThemeChoice::Light, dark).dark, false);
}

void TestTheme::brokenProfileColourFallsBack()
{
    const Theme theme = themeFor(ThemeChoice::Dark, {});
    QCOMPARE(theme.profileColor(u"#c0392b"_s, Qt::white), QColor(0xc0, 0x39, 0x2b));
    QCOMPARE(theme.profileColor({}, Qt::white), QColor(Qt::white));
    QCOMPARE(theme.profileColor(u"no such colour"_s, Qt::white), QColor(Qt::white));
}

void TestTheme::figuresHaveEqualWidth()
{
    const QFontMetricsF metrics(tabularFont(QApplication::font()));
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
}

void TestTheme::contrastRatioMatchesKnownValues()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    // #777777 on white is the classic near miss of 4.5.
    QVERIFY(std::abs(contrastRatio(QColor(0x777777), Qt::white) - 4.48) < 0.01);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
