// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/rulebook.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using monitor::RuleBook;

namespace {

HealthRules stricterFill()
{
    HealthRules rules = HealthRules::builtIn();
    HealthRule rule = *rules.find(u"fill"_s);
    rule.threshold = 250.0;
    rules.replace(rule);
    return rules;
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class RuleBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    void withoutAFileTheBuiltInRulesAreInForce()
    {
        const RuleBook book(m_file);
        QCOMPARE(book.rules(), HealthRules::builtIn());
        QCOMPARE(book.problems(), QStringList());
    }

    void whatIsSavedIsThereNextTime()
    {
        RuleBook book(m_file);
        QSignalSpy changed(&book, &RuleBook::rulesChanged);
        QVERIFY(!book.save(stricterFill()));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(book.rules(), stricterFill());
        QCOMPARE(RuleBook(m_file).rules(), stricterFill());
        QVERIFY(!book.save(stricterFill()));
        QCOMPARE(changed.size(), 1);
    }

    void aBadFileIsReportedAndNeverFatal()
    {
        write(m_file, R"({"version": 1, "rules": [
            {"id": "fill", "threshold": 250}, {"id": "moon", "threshold": 1}]})");
        RuleBook book(m_file);
        QCOMPARE(book.problems().size(), 1);
        QCOMPARE(book.rules(), stricterFill());
        QVERIFY(!book.save(book.rules()));
        QCOMPARE(book.problems(), QStringList());
    }

    void rulesThatCantBeKeptAreStillInForce()
    {
        RuleBook book(m_folder.filePath(u"missing/folder/rules.json"_s));
        const auto trouble = book.save(stricterFill());
        QVERIFY(trouble);
        QVERIFY(!trouble->isEmpty());
        QCOMPARE(book.rules(), stricterFill());
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(RuleBookTest)
#include "tst_rulebook.moc"
