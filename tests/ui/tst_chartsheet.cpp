// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charthelpers.h"
#include "ui/chartsheet.h"
#include "ui/theme.h"

#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tallylight;
using tests::chartEnd;
using ui::ChartSheet;

namespace {

ChartSheet sheetOf(std::chrono::seconds length, const QStringList &metrics,
                   std::chrono::seconds period = 10s)
{
    ChartSheet sheet;
    sheet.title = u"News / \"24\" · Frankfurt"_s;
    sheet.columns = 2;
    sheet.fromMsec = tests::msecOf(chartEnd().addSecs(-length.count()));
    sheet.toMsec = tests::msecOf(chartEnd());
    for (const QString &metric : metrics) {
        const monitor::HistorySpec spec{u"1001"_s, {u"0"_s, u"1"_s}, {metric}, length};
        monitor::HistoryResult result = tests::resultOf(
            spec, [](int i) { return i + 0.5; }, period);
        result.bands = {tests::alertBand(u"0"_s, 20, 10)};
        sheet.charts.append({metric + u" title"_s, u"News"_s, tests::contentOf(result)});
    }
    return sheet;
}

} // namespace

class ChartSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesHaveAColumnPerLegAndEmptyCellsForGaps()
    {
        ChartSheet sheet = sheetOf(30s, {u"NetworkIn"_s});
        sheet.charts[0].content.lines[1].segments[0].removeFirst();
        QCOMPARE(sheetCsv(sheet),
                 QByteArray("time,NetworkIn pipeline 0,NetworkIn pipeline 1\r\n"
                            "2026-11-23T14:29:30Z,0.5,\r\n"
                            "2026-11-23T14:29:40Z,1.5,1.5\r\n"
                            "2026-11-23T14:29:50Z,2.5,2.5\r\n"));
    }

    void valuesThatSumUpOthersHaveTheirSpread()
    {
        ChartSheet sheet = sheetOf(20s, {u"NetworkIn"_s});
        sheet.charts[0].content.lines.removeLast();
        sheet.charts[0].content.lines[0].segments[0][1].high = 9.0;
        QCOMPARE(sheetCsv(sheet),
                 QByteArray("time,NetworkIn pipeline 0,NetworkIn pipeline 0 least,NetworkIn "
                            "pipeline 0 greatest\r\n"
                            "2026-11-23T14:29:40Z,0.5,0.5,0.5\r\n"
                            "2026-11-23T14:29:50Z,1.5,1.5,9\r\n"));
    }

    void chartsOfOneMetricAreToldApartByTheirTitles()
    {
        ChartSheet sheet = sheetOf(20s, {u"NetworkIn"_s, u"NetworkIn"_s});
        sheet.charts[1].title = u"=Sport"_s;
        const QByteArray titles = sheetCsv(sheet).split('\r').first();
        QVERIFY2(titles.contains("NetworkIn title NetworkIn pipeline 0"), titles.constData());
        QVERIFY2(titles.contains("'=Sport NetworkIn pipeline 1"), titles.constData());
    }

    void eventsOfAllChartsAreThereOnce()
    {
        const QByteArray csv = sheetEventsCsv(sheetOf(30s, {u"NetworkIn"_s, u"NetworkOut"_s}));
        QCOMPARE(csv.count("Video Not Detected"), 1);
        QVERIFY(csv.contains("News,alert,critical,0,"));
    }

    void theImageIsTwiceTheSizeInTheColoursAskedFor()
    {
        const ChartSheet sheet = sheetOf(1h, {u"NetworkIn"_s, u"NetworkOut"_s, u"FillMsec"_s});
        for (const bool dark : {false, true}) {
            const ui::Theme theme
                = ui::themeFor(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light, {});
            const QImage image = QImage::fromData(ui::sheetPng(sheet, theme), "PNG");
            QVERIFY(image.width() >= 2 * 2 * sheet.chartSize.width());
            QVERIFY(image.height() >= 2 * 2 * sheet.chartSize.height());
            QCOMPARE(image.pixelColor(2, 2), theme.base);
            QVERIFY(holds(image, theme.leg0));
            QVERIFY(holds(image, theme.critical));
            QVERIFY(image.text(u"Description"_s).contains(u"UTC"_s));
        }
    }

    void theDrawingHasLinesAndTexts()
    {
        const ui::Theme theme = ui::themeFor(ui::ThemeChoice::Light, {});
        const QByteArray svg = ui::sheetSvg(sheetOf(1h, {u"NetworkIn"_s, u"FillMsec"_s}), theme);
        QXmlStreamReader reader(svg);
        QString texts;
        int lines = 0;
        int images = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement())
                continue;
            if (reader.name() == u"text")
                texts += reader.readElementText() + u'\n';
            else if (reader.name() == u"polyline" || reader.name() == u"path")
                ++lines;
            else if (reader.name() == u"image")
                ++images;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(lines > 10);
        QCOMPARE(images, 0);
        QVERIFY2(texts.contains(u"Frankfurt"_s), qPrintable(texts));
        QVERIFY(texts.contains(u"NetworkIn title"_s));
        QVERIFY(texts.contains(u"14:00"_s));
        QVERIFY(texts.contains(u"warning above 0"_s));
    }

    void nothingGivesNothing()
    {
        const ui::Theme theme = ui::themeFor(ui::ThemeChoice::Light, {});
        QVERIFY(ui::sheetPng({}, theme).isEmpty());
        QVERIFY(ui::sheetSvg({}, theme).isEmpty());
        QCOMPARE(ui::sheetCsv({}), QByteArray("time\r\n"));
    }

    void fileNamesAreSafe_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("stem");
        QTest::newRow("odd") << u"News / \"24\" · Frankfurt"_s << u"News-24-Frankfurt"_s;
        QTest::newRow("letters") << u"Ünïted 1"_s << u"Ünïted-1"_s;
        QTest::newRow("path") << u"../../etc"_s << u"etc"_s;
        QTest::newRow("nothing") << u"///"_s << u"charts"_s;
        QTest::newRow("long") << QString(200, u'x') << QString(60, u'x');
    }

    void fileNamesAreSafe()
    {
        QFETCH(QString, title);
        ChartSheet sheet = sheetOf(1h, {});
        sheet.title = title;
        QFETCH(QString, stem);
        QCOMPARE(sheetFileStem(sheet), stem + u"_20261123T1330Z_20261123T1430Z"_s);
    }

private:
    static bool holds(const QImage &image, const QColor &color)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    }
};

QTEST_MAIN(ChartSheetTest)
#include "tst_chartsheet.moc"
