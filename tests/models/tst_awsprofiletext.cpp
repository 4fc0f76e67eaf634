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
             i <= static_cast<int>(Kind::EndpointUnusable); ++i) {
            const PlanProblem problem{static_cast<Kind>(i), u"night"_s, u"some_key"_s,
                                      Service::MediaLive, EndpointProblem::PlainHttp};
            const QString text = models::planProblemText(problem);
            QVERIFY2(text.contains(u"night"_s), qPrintable(text));
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
            texts.insert(text);
        }
        // Two kinds lack a key, which is said with the same words.
        QCOMPARE(texts.size(), static_cast<int>(Kind::EndpointUnusable));
    }

    void anEndpointIsRefusedWithServiceKeyAndReason_data()
    {
        QTest::addColumn<Service>("service");
        QTest::addColumn<EndpointProblem>("endpoint");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("http") << Service::MediaLive << EndpointProblem::PlainHttp << u"MediaLive"_s
                              << u"http:// is allowed only for this computer itself"_s;
        QTest::newRow("path") << Service::CloudWatch << EndpointProblem::Extra << u"CloudWatch"_s
                              << u"without a path or a user name"_s;
        QTest::newRow("scheme") << Service::Sts << EndpointProblem::Scheme << u"STS"_s
                                << u"https://host"_s;
        QTest::newRow("nonsense") << Service::Sts << EndpointProblem::Invalid << u"STS"_s
                                  << u"https://host"_s;
    }
    void anEndpointIsRefusedWithServiceKeyAndReason()
    {
        QFETCH(const Service, service);
        QFETCH(const EndpointProblem, endpoint);
        QFETCH(const QString, name);
        QFETCH(const QString, reason);
        const QString text
            = models::planProblemText({PlanProblem::Kind::EndpointUnusable, u"night"_s,
                                       u"endpoint_url"_s, service, endpoint});
        for (const QString &part : {u"“night”"_s, u"endpoint_url can't be used"_s, name, reason})
            QVERIFY2(text.contains(part), qPrintable(text));
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
