// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/costbook.h"
#include "monitor/monitorhub.h"
#include "monitor/operatordata.h"
#include "monitor/rulebook.h"
#include "storage/memorysecretstore.h"
#include "ui/costspage.h"
#include "ui/datafilespage.h"
#include "ui/messagebar.h"
#include "ui/settingsactions.h"
#include "ui/settingsdialog.h"
#include "ui/theme.h"

#include <QAction>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using namespace tallylight::ui;

namespace {

/// A window with its messages and settings, over a folder with an operator's files.
struct Bench
{
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void open()
    {
        data = monitor::readOperatorData(folder.filePath(u"metrics.json"_s),
                                         folder.filePath(u"prices.json"_s));
        rules = std::make_unique<monitor::RuleBook>(folder.filePath(u"healthrules.json"_s));
        new DataFileActions(&data, rules.get(), messages, *pages, &window);
    }
    QString standing(const QString &name) const
    {
        const auto *dialog = window.findChild<SettingsDialog *>();
        const auto *label = dialog ? dialog->findChild<QLabel *>(u"dataFile/"_s + name) : nullptr;
        return label ? label->text() : QString();
    }

    QTemporaryDir folder;
    const Theme theme = themeFor(ThemeChoice::Light, {});
    monitor::OperatorData data;
    std::unique_ptr<monitor::RuleBook> rules;
    QWidget window;
    QAction action{&window};
    MessageBar messages{theme, &window};
    SettingsActions *pages = new SettingsActions(action, &window);
};

} // namespace

class DataFilesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTroubleNothingIsSaid()
    {
        Bench bench;
        bench.write(u"prices.json"_s, R"({"asOf": "2026-06-01"})");
        bench.open();
        QVERIFY(bench.messages.messages().isEmpty());
        bench.action.trigger();
        QVERIFY(bench.standing(u"metrics.json"_s).startsWith(u"Not there."_s));
        QCOMPARE(bench.standing(u"prices.json"_s), u"In force."_s);
    }

    void whatCantBeUsedIsSaidInTheWindowAndLeadsToThePage()
    {
        Bench bench;
        bench.write(u"metrics.json"_s,
                    R"({"version": 1, "metrics": [{"name": "SvqTime", "statistic": "Mode"}]})");
        bench.write(u"prices.json"_s, "[");
        bench.open();
        const QList<Message> messages = bench.messages.messages();
        QCOMPARE(messages.size(), 2);
        for (const Message &message : messages) {
            QVERIFY(message.title.contains(u".json"_s));
            QVERIFY(!message.text.isEmpty() && !message.details.isEmpty());
        }
        Q_EMIT bench.messages.actionTriggered(messages.first().key, u"details"_s);
        QVERIFY(bench.standing(u"metrics.json"_s).startsWith(u"Not everything"_s));
        QVERIFY(bench.standing(u"healthrules.json"_s).startsWith(u"Not there."_s));
        const auto labels = bench.window.findChild<SettingsDialog *>()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(u"metrics[0].statistic"_s);
        }));
    }

    void savingTheRulesMendsTheirFile()
    {
        Bench bench;
        bench.write(u"healthrules.json"_s, "{");
        bench.open();
        QCOMPARE(bench.messages.messages().size(), 1);
        QVERIFY(!bench.rules->save(bench.rules->rules()));
        QVERIFY(bench.messages.messages().isEmpty());
    }

    void costsShowWhereThePricesAreFromAndOfWhatDay()
    {
        Bench bench;
        bench.write(u"prices.json"_s, R"({"asOf": "2026-06-01", "source": "Our contract.",
                                          "getMetricDataUsdPer1000Metrics": 0.008})");
        bench.open();
        storage::MemorySecretStore secrets;
        const SystemClock clock;
        monitor::MonitorHub hub(secrets, clock);
        hub.costs().setBasePrices(bench.data.prices);
        CostsPage page(hub);
        QCOMPARE(page.findChild<QDateEdit *>(u"pricesDate"_s)->date(), QDate(2026, 6, 1));
        auto *metrics = page.findChild<QDoubleSpinBox *>(u"metricsPrice"_s);
        QCOMPARE(metrics->value(), 0.008);
        const auto labels = page.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(u"prices.json"_s)
                && label->text().contains(u"Our contract."_s);
        }));
        auto *back = page.findChild<QPushButton *>(u"builtInPrices"_s);
        QVERIFY(!back->isEnabled());
        metrics->setValue(0.02);
        QVERIFY(back->isEnabled() && back->text().contains(u"prices.json"_s));
        back->click();
        QCOMPARE(hub.costs().prices(), bench.data.prices);
    }
};

QTEST_MAIN(DataFilesPageTest)
#include "tst_datafilespage.moc"
