// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/iampolicy.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tallylight {

class IamPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policyIsJsonThatAllowsExactlyTheRequiredActions();
    void sessionPolicySaysTheSameInLess();
    void everyActionOnlyReads();
    void readmeQuotesTheSameActions();
};

void IamPolicyTest::policyIsJsonThatAllowsExactlyTheRequiredActions()
{
    QJsonParseError error{};
    const QJsonObject policy = QJsonDocument::fromJson(readOnlyIamPolicy(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(policy.value("Version"_L1).toString(), u"2012-10-17"_s);
    const QJsonArray statements = policy.value("Statement"_L1).toArray();
    QCOMPARE(statements.size(), 1);
    const QJsonObject statement = statements.first().toObject();
    QCOMPARE(statement.value("Effect"_L1).toString(), u"Allow"_s);
    QCOMPARE(statement.value("Resource"_L1).toString(), u"*"_s);
    QStringList actions;
    for (const QJsonValue &action : statement.value("Action"_L1).toArray())
        actions << action.toString();
    QCOMPARE(actions, requiredIamActions());
}

void IamPolicyTest::sessionPolicySaysTheSameInLess()
{
    const QByteArray policy = readOnlySessionPolicy();
    QVERIFY2(policy.size() <= 2048, "STS takes no more");
    const auto statement = [](const QByteArray &json) {
        const QJsonArray all
            = QJsonDocument::fromJson(json).object().value("Statement"_L1).toArray();
        QJsonObject first = all.first().toObject();
        first.remove(u"Sid"_s);
        return first;
    };
    QCOMPARE(statement(policy), statement(readOnlyIamPolicy()));
    QVERIFY(!statement(policy).isEmpty());
}

void IamPolicyTest::everyActionOnlyReads()
{
    static const QRegularExpression reading(
        u"\\A(medialive|cloudwatch):(List|Describe|Get)[A-Z]\\w+\\z"_s);
    const QStringList actions = requiredIamActions();
    QVERIFY(!actions.isEmpty());
    for (const QString &action : actions)
        QVERIFY2(reading.match(action).hasMatch(), qPrintable(action));
}

void IamPolicyTest::readmeQuotesTheSameActions()
{
    QFile readme(QStringLiteral(TALLYLIGHT_SOURCE_DIR "/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    static const QRegularExpression action(u"\"((?:medialive|cloudwatch):\\w+)\""_s);
    QSet<QString> quoted;
    QRegularExpressionMatchIterator found = action.globalMatch(QString::fromUtf8(readme.readAll()));
    while (found.hasNext())
        quoted.insert(found.next().captured(1));
    const QStringList required = requiredIamActions();
    QCOMPARE(quoted, QSet<QString>(required.begin(), required.end()));
}

} // namespace tallylight

QTEST_APPLESS_MAIN(tallylight::IamPolicyTest)
#include "tst_iampolicy.moc"
