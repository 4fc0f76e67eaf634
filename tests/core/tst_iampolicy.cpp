// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/iampolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tallylight {

class IamPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policyIsJsonThatAllowsExactlyTheRequiredActions();
    void everyActionOnlyReads();
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

void IamPolicyTest::everyActionOnlyReads()
{
    static const QRegularExpression reading(u"\\A(medialive|cloudwatch):(List|Describe|Get)[A-Z]\\w+\\z"_s);
    const QStringList actions = requiredIamActions();
    QVERIFY(!actions.isEmpty());
    for (const QString &action : actions)
        QVERIFY2(reading.match(action).hasMatch(), qPrintable(action));
}

} // namespace tallylight

QTEST_APPLESS_MAIN(tallylight::IamPolicyTest)
#include "tst_iampolicy.moc"
