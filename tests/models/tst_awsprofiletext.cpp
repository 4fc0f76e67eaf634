// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/apierror.h"
#include "models/awsprofiletext.h"
#include "models/errortext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;

/// Words for what is wrong with the shared AWS files.
class TestAwsProfileText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemNamesTheProfile()
    {
        using Kind = PlanProblem::Kind;
        QSet<QString> texts;
        for (int i = static_cast<int>(Kind::ProfileMissing);
             i <= static_cast<int>(Kind::LoginSession); ++i) {
            const PlanProblem problem{static_cast<Kind>(i), u"night"_s, u"some_key"_s};
            const QString text = models::planProblemText(problem);
            QVERIFY2(text.contains(u"night"_s), qPrintable(text));
            QVERIFY(!text.contains(u"%1"_s) && !text.contains(u"%2"_s));
            texts.insert(text);
        }
        // Two kinds lack a key, which is said with the same words.
        QCOMPARE(texts.size(), static_cast<int>(Kind::LoginSession));
    }

    void everyFileErrorNamesFileAndLine()
    {
        using Kind = AwsFileError::Kind;
        for (int i = static_cast<int>(Kind::Unreadable); i <= static_cast<int>(Kind::NotUtf8);
             ++i) {
            const AwsFileError error{static_cast<Kind>(i), u"/home/me/.aws/config"_s, 7,
                                     u"no permission"_s};
            const QString text = models::awsFileErrorText(error);
            QVERIFY2(text.contains(u"/home/me/.aws/config, line 7: "_s), qPrintable(text));
            QVERIFY(text.size() > 35);
        }
        QCOMPARE(models::awsFileErrorText({Kind::Unreadable, u"f"_s, 0, u"no permission"_s}),
                 u"f: no permission."_s);
    }

    void nobodyIsAccusedOfARefusalThatNeverCame()
    {
        ApiError error;
        error.category = ErrorCategory::Credentials;
        const QString title = models::errorTitle(error);
        const QString advice = models::errorAdvice(error);
        error.httpStatus = 403;
        QVERIFY(models::errorTitle(error) != title);
        QVERIFY(models::errorAdvice(error) != advice);
    }
};

QTEST_GUILESS_MAIN(TestAwsProfileText)
#include "tst_awsprofiletext.moc"
