// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile.h"
#include "demo/demofleet.h"
#include "democlient.h"

#include <QImage>
#include <QJsonArray>
#include <QSet>
#include <QTcpServer>
#include <QTest>

using namespace tallylight;
using namespace tallylight::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime &start()
{
    static const QDateTime time(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC);
    return time;
}

QString errorType(const ClientReply &reply)
{
    return QString::fromLatin1(reply.header("x-amzn-ErrorType"));
}

} // namespace

/// MediaLive's side of a demo region and its limits, over real HTTP.
class TestDemoRegion : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{start()};

    static DemoOptions unlimited()
    {
        DemoOptions options;
        options.limit = false;
        return options;
    }
    /// All elements of a list, page by page.
    static QJsonArray all(DemoClient &client, const QString &path, const QString &key, int pageSize,
                          int *pages = nullptr)
    {
        QJsonArray items;
        QString token;
        QSet<QString> seen;
        do {
            QList<std::pair<QString, QString>> query{{u"maxResults"_s, QString::number(pageSize)}};
            if (!token.isEmpty())
                query.append({u"nextToken"_s, token});
            const ClientReply reply = client.get(path, query);
            if (reply.status != 200)
                return {};
            const QJsonArray page = reply.json().value(key).toArray();
            for (const QJsonValue &item : page)
                items.append(item);
            token = reply.json().value("nextToken"_L1).toString();
            if (pages)
                ++*pages;
            if (seen.contains(token))
                return {};
            seen << token;
        } while (!token.isEmpty());
        return items;
    }
    static QStringList ids(const QJsonArray &items)
    {
        QStringList list;
        for (const QJsonValue &item : items)
            list << item["id"_L1].toString();
        return list;
    }
    static QString idWithState(DemoClient &client, const QString &state,
                               const QString &channelClass = {})
    {
        const QJsonArray channels = all(client, u"/prod/channels"_s, u"channels"_s, 100);
        for (const QJsonValue &channel : channels) {
            if (channel["state"_L1].toString() == state
                && (channelClass.isEmpty()
                    || channel["channelClass"_L1].toString() == channelClass))
                return channel["id"_L1].toString();
        }
        return {};
    }

private Q_SLOTS:
    void everyPageSizeGivesTheWholeList_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("pages");
        QTest::newRow("one by one") << 1 << 24;
        QTest::newRow("seven") << 7 << 4;
        QTest::newRow("exactly") << 24 << 1;
        QTest::newRow("more") << 1000 << 1;
    }
    void everyPageSizeGivesTheWholeList()
    {
        QFETCH(int, size);
        QFETCH(int, pages);
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        int seen = 0;
        const QStringList list = ids(all(client, u"/prod/channels"_s, u"channels"_s, size, &seen));
        QCOMPARE(list.size(), 24);
        QCOMPARE(QSet<QString>(list.begin(), list.end()).size(), 24);
        QCOMPARE(seen, pages);
        QCOMPARE(ids(all(client, u"/prod/inputs"_s, u"inputs"_s, size)).size(), 30);
    }

    void tokensAreFullOfOddCharacters()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const QString token = client.get(u"/prod/channels"_s, {{u"maxResults"_s, u"5"_s}})
                                  .json()
                                  .value("nextToken"_L1)
                                  .toString();
        for (const QChar odd : {u'+', u'/', u'=', u'%', u'&', u' ', u'ß'})
            QVERIFY2(token.contains(odd), qPrintable(token));
    }

    void pagesAreCappedAndDefaultToAHundred()
    {
        DemoOptions options = unlimited();
        options.channels = 1500;
        options.inputs = 50;
        DemoRegion region(options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const auto size = [&](const QList<std::pair<QString, QString>> &query) {
            return client.get(u"/prod/channels"_s, query)
                .json()
                .value("channels"_L1)
                .toArray()
                .size();
        };
        QCOMPARE(size({}), 100);
        QCOMPARE(size({{u"maxResults"_s, u"5000"_s}}), 1000);
    }

    void badListParametersAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("no number") << u"maxResults"_s << u"many"_s;
        QTest::newRow("zero") << u"maxResults"_s << u"0"_s;
        QTest::newRow("negative") << u"maxResults"_s << u"-3"_s;
        QTest::newRow("made-up token") << u"nextToken"_s << u"bm9wZQ=="_s;
        QTest::newRow("garbage token") << u"nextToken"_s << u"%%%"_s;
    }
    void badListParametersAreRefused()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const ClientReply reply = client.get(u"/prod/channels"_s, {{key, value}});
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorType(reply), u"BadRequestException"_s);
        QVERIFY(!reply.json().value("message"_L1).toString().isEmpty());
    }

    void aTokenBelongsToItsList()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const ClientReply page = client.get(u"/prod/channels"_s, {{u"maxResults"_s, u"5"_s}});
        const QString token = page.json().value("nextToken"_L1).toString();
        QCOMPARE(client.get(u"/prod/channels"_s, {{u"nextToken"_s, token}}).status, 200);
        QCOMPARE(client.get(u"/prod/inputs"_s, {{u"nextToken"_s, token}}).status, 400);
        // A client that forgets to encode the plus sends a space.
        const QString careless = QString(token).replace(u'+', u' ');
        QCOMPARE(client.get(u"/prod/channels"_s, {{u"nextToken"_s, careless}}).status, 400);
    }

    void listAndDescriptionAgree()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const QJsonArray channels = all(client, u"/prod/channels"_s, u"channels"_s, 100);
        qsizetype described = 0;
        for (const QJsonValue &summary : channels) {
            QJsonObject expected = summary.toObject();
            QJsonObject detail
                = client.get("/prod/channels/"_L1 + summary["id"_L1].toString()).json();
            QCOMPARE(detail.value("pipelineDetails"_L1).toArray().size(),
                     expected.value("pipelinesRunningCount"_L1).toInt());
            QVERIFY(detail.value("encoderSettings"_L1).isObject());
            described += detail.value("encoderSettings"_L1)["outputGroups"_L1].toArray().size();
            expected.remove("usedChannelEngineVersions"_L1);
            detail.remove("pipelineDetails"_L1);
            detail.remove("encoderSettings"_L1);
            QCOMPARE(detail, expected);
        }
        QVERIFY(described >= 24);
        const QJsonArray inputs = all(client, u"/prod/inputs"_s, u"inputs"_s, 100);
        for (const QJsonValue &input : inputs)
            QCOMPARE(client.get("/prod/inputs/"_L1 + input["id"_L1].toString()).json(),
                     input.toObject());
    }

    void inputsAndChannelsPointAtEachOther()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        QSet<QString> wired;
        const QJsonArray channels = all(client, u"/prod/channels"_s, u"channels"_s, 100);
        for (const QJsonValue &channel : channels) {
            const QJsonArray attachments = channel["inputAttachments"_L1].toArray();
            for (const QJsonValue &attachment : attachments)
                wired << channel["id"_L1].toString() + u'<' + attachment["inputId"_L1].toString();
        }
        QSet<QString> attached;
        int detached = 0;
        const QJsonArray inputs = all(client, u"/prod/inputs"_s, u"inputs"_s, 100);
        for (const QJsonValue &input : inputs) {
            const QJsonArray ofInput = input["attachedChannels"_L1].toArray();
            QCOMPARE(input["state"_L1].toString(),
                     ofInput.isEmpty() ? u"DETACHED"_s : u"ATTACHED"_s);
            detached += ofInput.isEmpty();
            for (const QJsonValue &channel : ofInput)
                attached << channel.toString() + u'<' + input["id"_L1].toString();
        }
        QCOMPARE(attached, wired);
        QVERIFY(detached > 0);
    }

    void unknownThingsAreNotFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QString notFound = u"NotFoundException"_s;
        const QString unknown = u"MissingAuthenticationTokenException"_s;
        QTest::newRow("channel") << u"/prod/channels/1"_s << 404 << notFound;
        QTest::newRow("input") << u"/prod/inputs/9999999"_s << 404 << notFound;
        QTest::newRow("alerts") << u"/prod/channels/1/alerts"_s << 404 << notFound;
        QTest::newRow("thumbnails") << u"/prod/channels/1/thumbnails"_s << 404 << notFound;
        QTest::newRow("path") << u"/prod/multiplexes"_s << 403 << unknown;
        QTest::newRow("sub path") << u"/prod/channels/1/schedule"_s << 403 << unknown;
        QTest::newRow("deep path") << u"/prod/channels/1/2/3/4"_s << 403 << unknown;
        QTest::newRow("root") << u"/prod"_s << 403 << unknown;
    }
    void unknownThingsAreNotFound()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QString, code);
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const ClientReply reply = client.get(path);
        QCOMPARE(reply.status, status);
        QCOMPARE(errorType(reply), code);
    }

    void nothingCanBeChanged()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const QString id = idWithState(client, u"RUNNING"_s);
        for (const QByteArray &method :
             {QByteArray("POST"), QByteArray("PUT"), QByteArray("DELETE"), QByteArray("PATCH")}) {
            aws::HttpRequest request{method, region.endpoint(), {}, {}};
            request.url.setPath("/prod/channels/"_L1 + id);
            QCOMPARE(client.send(request, u"medialive"_s).status, 403);
        }
        aws::HttpRequest stop{"POST", region.endpoint(), {}, {}};
        stop.url.setPath("/prod/channels/"_L1 + id + "/stop"_L1);
        QCOMPARE(client.send(stop, u"medialive"_s).status, 403);
        QCOMPARE(client.get("/prod/channels/"_L1 + id).json().value("state"_L1).toString(),
                 u"RUNNING"_s);
    }

    void alertsFilterByState()
    {
        DemoOptions options = unlimited();
        options.scenario = u"storm"_s;
        DemoRegion region(options, m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        int set = 0;
        int cleared = 0;
        const QStringList channels = ids(all(client, u"/prod/channels"_s, u"channels"_s, 100));
        for (const QString &id : channels) {
            const QString path = "/prod/channels/"_L1 + id + "/alerts"_L1;
            const auto states = [&](const QString &filter) {
                QStringList list;
                const QJsonArray alerts = client.get(path, {{u"stateFilter"_s, filter}})
                                              .json()
                                              .value("alerts"_L1)
                                              .toArray();
                for (const QJsonValue &alert : alerts) {
                    list << alert["state"_L1].toString();
                    // The time of clearing is there exactly when it is cleared.
                    if (alert["clearedTimestamp"_L1].isUndefined() != (list.last() == "SET"_L1))
                        list << u"wrong"_s;
                }
                return list;
            };
            QCOMPARE(states(u"SET"_s).count(u"SET"_s), states(u"SET"_s).size());
            QCOMPARE(states(u"CLEARED"_s).count(u"CLEARED"_s), states(u"CLEARED"_s).size());
            QCOMPARE(states(u"ALL"_s).size(),
                     states(u"SET"_s).size() + states(u"CLEARED"_s).size());
            set += int(states(u"SET"_s).size());
            cleared += int(states(u"CLEARED"_s).size());
            // One alert a page gives the same.
            QCOMPARE(all(client, path, u"alerts"_s, 1).size(), states(u"ALL"_s).size());
        }
        QVERIFY(set > 0);
        QVERIFY(cleared > 0);
        const QString path = "/prod/channels/"_L1 + channels.first() + "/alerts"_L1;
        QCOMPARE(client.get(path, {{u"stateFilter"_s, u"ANY"_s}}).status, 400);
    }

    void theStoryFollowsTheClock()
    {
        DemoOptions options = unlimited();
        options.scenario = u"churn"_s;
        ManualClock clock(start());
        DemoRegion region(options, clock);
        QVERIFY(region.start());
        DemoClient client(region, clock);
        const auto states = [&] {
            QStringList list;
            const QJsonArray channels = all(client, u"/prod/channels"_s, u"channels"_s, 100);
            for (const QJsonValue &channel : channels)
                list << channel["state"_L1].toString();
            return list;
        };
        const QStringList before = states();
        QCOMPARE(states(), before);
        clock.advance(100s);
        const QStringList after = states();
        for (qsizetype i = 0; i < before.size(); ++i)
            QVERIFY(after.at(i) != before.at(i));
    }

    void theRateIsLimited()
    {
        ManualClock clock(start());
        DemoRegion region(DemoOptions(), clock);
        QVERIFY(region.start());
        DemoClient client(region, clock);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(client.get(u"/prod/channels"_s, {{u"maxResults"_s, u"1"_s}}).status, 200);
        const ClientReply refused = client.get(u"/prod/channels"_s);
        QCOMPARE(refused.status, 429);
        QVERIFY(errorType(refused).startsWith("TooManyRequestsException:"_L1));
        QCOMPARE(region.faults().counts().throttled, 1);
        // Thumbnails, CloudWatch and STS have quotas of their own.
        QCOMPARE(client.get(u"/prod/channels/1/thumbnails"_s).status, 404);
        QCOMPARE(client.cloudWatch(u"DescribeAlarms"_s, {}).status, 200);
        QCOMPARE(client.form(u"sts"_s, "Action=GetCallerIdentity&Version=2011-06-15").status, 200);

        clock.advance(1s);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(client.get(u"/prod/inputs"_s, {{u"maxResults"_s, u"1"_s}}).status, 200);
        QCOMPARE(client.get(u"/prod/inputs"_s).status, 429);
    }

    void refusedRequestsCostNoRate()
    {
        ManualClock clock(start());
        DemoRegion region(DemoOptions(), clock);
        QVERIFY(region.start());
        DemoClient stranger(region, clock);
        stranger.credentials.secretAccessKey = Secret(u"wrong"_s);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(stranger.get(u"/prod/channels"_s).status, 403);
        DemoClient client(region, clock);
        QCOMPARE(client.get(u"/prod/channels"_s).status, 200);
    }

    void cloudWatchThrottlesWith400()
    {
        ManualClock clock(start());
        DemoRegion region(DemoOptions(), clock);
        QVERIFY(region.start());
        DemoClient client(region, clock);
        for (int i = 0; i < 9; ++i)
            QCOMPARE(client.cloudWatch(u"DescribeAlarms"_s, {}).status, 200);
        const ClientReply refused = client.cloudWatch(u"DescribeAlarms"_s, {});
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.json().value("__type"_L1).toString().endsWith("#ThrottlingException"_L1));
    }

    void withoutLimitNothingIsThrottled()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(client.get(u"/prod/channels"_s, {{u"maxResults"_s, u"1"_s}}).status, 200);
    }

    void thumbnailsAreJpegsThatMove()
    {
        ManualClock clock(start());
        DemoOptions options = unlimited();
        options.scenario = u"calm"_s;
        DemoRegion region(options, clock);
        QVERIFY(region.start());
        DemoClient client(region, clock);
        const QString path = "/prod/channels/"_L1 + idWithState(client, u"RUNNING"_s, u"STANDARD"_s)
            + "/thumbnails"_L1;
        const auto picture = [&](const QString &leg) {
            const ClientReply reply = client.get(
                path, {{u"pipelineId"_s, leg}, {u"thumbnailType"_s, u"CURRENT_ACTIVE"_s}});
            const QJsonObject detail = reply.json().value("thumbnailDetails"_L1)[0].toObject();
            const QJsonObject thumbnail = detail.value("thumbnails"_L1)[0].toObject();
            const bool labelled = detail.value("pipelineId"_L1).toString() == leg
                && thumbnail.value("contentType"_L1).toString() == "image/jpeg"_L1
                && thumbnail.value("timeStamp"_L1).toString().startsWith("2026-09-21T12:00:0"_L1);
            return labelled
                ? QImage::fromData(
                    QByteArray::fromBase64(thumbnail.value("body"_L1).toString().toLatin1()), "JPG")
                : QImage();
        };
        const QImage first = picture(u"0"_s);
        QCOMPARE(first.size(), QSize(480, 270));
        QCOMPARE(picture(u"0"_s), first);
        QVERIFY(picture(u"1"_s) != first); // the leg's number is in it
        clock.advance(1s);
        QVERIFY(picture(u"0"_s) != first);
    }

    void badThumbnailRequestsAreRefused()
    {
        DemoRegion region(unlimited(), m_clock);
        QVERIFY(region.start());
        DemoClient client(region, m_clock);
        const QString running
            = "/prod/channels/"_L1 + idWithState(client, u"RUNNING"_s) + "/thumbnails"_L1;
        const QString single = "/prod/channels/"_L1
            + idWithState(client, u"RUNNING"_s, u"SINGLE_PIPELINE"_s) + "/thumbnails"_L1;
        const QString idle
            = "/prod/channels/"_L1 + idWithState(client, u"IDLE"_s) + "/thumbnails"_L1;
        const std::pair<QString, QString> leg0{u"pipelineId"_s, u"0"_s};
        const std::pair<QString, QString> leg1{u"pipelineId"_s, u"1"_s};
        const std::pair<QString, QString> leg2{u"pipelineId"_s, u"2"_s};
        const std::pair<QString, QString> type{u"thumbnailType"_s, u"CURRENT_ACTIVE"_s};
        QCOMPARE(client.get(running, {leg0}).status, 400);
        QCOMPARE(client.get(running, {type}).status, 400);
        QCOMPARE(client.get(running, {leg2, type}).status, 400);
        QCOMPARE(client.get(running, {leg0, type}).status, 200);
        QCOMPARE(client.get(idle, {leg0, type}).status, 400);
        const ClientReply other = client.get(single, {leg1, type});
        QCOMPARE(other.status, 200);
        QVERIFY(other.json().value("thumbnailDetails"_L1).toArray().isEmpty());
    }

    void aTakenPortIsReported()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        DemoOptions options = unlimited();
        options.port = other.serverPort();
        DemoRegion region(options, m_clock);
        QString problem;
        QVERIFY(!region.start(&problem));
        QVERIFY(!problem.isEmpty());
        QCOMPARE(region.port(), quint16(0));
        QVERIFY(region.endpoint().isEmpty());
        other.close();
        QVERIFY(region.start(&problem));
        QCOMPARE(region.port(), options.port);
    }

    void aRegionEndsWhileRequestsAreOpen()
    {
        QNetworkAccessManager manager;
        manager.setProxy(QNetworkProxy::NoProxy);
        QNetworkReply *reply = nullptr;
        {
            DemoOptions options = unlimited();
            options.latency = 60s;
            DemoRegion region(options, m_clock);
            QVERIFY(region.start());
            reply = manager.get(QNetworkRequest(region.endpoint()));
            QTRY_COMPARE(region.faults().counts().total, 1);
        }
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->error() != QNetworkReply::NoError);
        reply->deleteLater();
    }

    void severalRegionsLiveSideBySide()
    {
        const QList<DemoOptions> fleet = demoFleet(u"living"_s);
        QCOMPARE(fleet.size(), 3);
        std::vector<std::unique_ptr<DemoRegion>> regions;
        QSet<QString> profileIds;
        QList<Profile> profiles;
        for (const DemoOptions &options : fleet) {
            regions.push_back(std::make_unique<DemoRegion>(options, m_clock));
            QVERIFY(regions.back()->start());
            DemoClient client(*regions.back(), m_clock);
            const QJsonArray channels = all(client, u"/prod/channels"_s, u"channels"_s, 100);
            QCOMPARE(channels.size(), options.channels);
            QVERIFY(channels.first()["arn"_L1].toString().startsWith(
                "arn:aws:medialive:"_L1 + options.region + u':' + options.account));
            const Profile profile = demoProfile(options, regions.back()->endpoint());
            QCOMPARE(demoProfile(options, QUrl()).id, profile.id);
            QCOMPARE(validateProfile(profile, profiles), QList<ProfileProblem>());
            QCOMPARE(profile.region, options.region);
            QCOMPARE(profile.endpoint(Service::CloudWatch), regions.back()->endpoint());
            profileIds << profile.id;
            profiles << profile;
        }
        QCOMPARE(profileIds.size(), 3);
        QVERIFY(demoFleet(u"nonsense"_s).isEmpty());
        QCOMPARE(demoFleet(u"default"_s).first().scenario, u"living"_s);
    }
};

QTEST_MAIN(TestDemoRegion)
#include "tst_demoregion.moc"
