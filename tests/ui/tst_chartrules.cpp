// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/healthmodel.h"
#include "ui/charthelpers.h"
#include "ui/healthchart.h"
#include "ui/healthchartbar.h"
#include "ui/healthchartpanel.h"
#include "ui/healthcharttile.h"
#include "ui/theme.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using ui::HealthChartPanel;

namespace {

models::HealthRow rowOf(const QString &channelId)
{
    models::HealthRow row;
    row.profile = {u"p1"_s, u"Frankfurt"_s, u"eu-central-1"_s, {}, false};
    row.health.channelId = channelId;
    row.health.pipeline = u"0"_s;
    row.health.pipelinesExpected = 2;
    return row;
}

} // namespace

/// The limits in charts are those of the rules the table is judged by, whatever they become.
class ChartRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsFollowTheRulesWhileTheyAreOnScreen()
    {
        const ManualClock clock(tests::chartEnd());
        const ui::Theme theme = ui::themeFor(ui::ThemeChoice::Light, {});
        MemorySettings settings;
        tests::FakeHistory history;
        models::HealthModel model(clock);
        HealthChartPanel panel(history.source(), clock, theme, settings);
        panel.followRules(model);
        panel.bar().setMode(ui::ChartMode::ByMetric);
        panel.resize(1000, 500);
        panel.show();
        panel.setSelection({rowOf(u"1001"_s)});
        QTRY_COMPARE(history.asked.size(), 1);
        history.answerAll([](int) { return 25.0; });
        const auto limit = [&panel] {
            return panel.tiles().first()->chart().content().thresholds.first().value;
        };
        QCOMPARE(limit(), 0.0);
        HealthRules rules = HealthRules::builtIn();
        HealthRule rule = *rules.find(u"frameRate"_s);
        rule.threshold = 12.0;
        rules.replace(rule);
        model.setRules(rules);
        QCOMPARE(limit(), 12.0);
        QCOMPARE(history.asked.size(), 1); // drawn anew, not loaded anew
        // Charts that come later have them, too.
        panel.setSelection({rowOf(u"1002"_s)});
        QTRY_COMPARE(history.asked.size(), 2);
        history.answerAll([](int) { return 25.0; });
        QCOMPARE(limit(), 12.0);
    }
};

QTEST_MAIN(ChartRulesTest)
#include "tst_chartrules.moc"
