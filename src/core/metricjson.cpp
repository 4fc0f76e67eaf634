// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metricjson.h"

#include "core/jsonread.h"
#include "core/jsonwords.h"
#include "core/metricwords.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tallylight {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMaxBytes = qsizetype{1024} * 1024;
constexpr int kMaxPeriod = 86400;

constexpr std::array kGroups{
    Word{"channel"_L1, MetricGroup::Channel}, Word{"input"_L1, MetricGroup::Input},
    Word{"network"_L1, MetricGroup::Network}, Word{"encoder"_L1, MetricGroup::Encoder},
    Word{"output"_L1, MetricGroup::Output},   Word{"redundancy"_L1, MetricGroup::Redundancy},
    Word{"audio"_L1, MetricGroup::Audio},     Word{"quality"_L1, MetricGroup::Quality},
    Word{"link"_L1, MetricGroup::Link},       Word{"other"_L1, MetricGroup::Other},
};
constexpr std::array kKinds{
    Word{"quantity"_L1, MetricKind::Quantity},
    Word{"count"_L1, MetricKind::Count},
    Word{"flag"_L1, MetricKind::Flag},
    Word{"score"_L1, MetricKind::Score},
};
constexpr std::array kCombines{
    Word{"sum"_L1, MetricCombine::Sum},
    Word{"minimum"_L1, MetricCombine::Minimum},
    Word{"maximum"_L1, MetricCombine::Maximum},
};
constexpr std::array kNoData{
    Word{"late"_L1, NoDataMeaning::Late},
    Word{"noInputYet"_L1, NoDataMeaning::NoInputYet},
    Word{"mayBeAbsent"_L1, NoDataMeaning::MayBeAbsent},
};

/// A text for every language, or an object of texts by language.
void readText(const JsonReader &reader, QLatin1StringView key, LocalText &target)
{
    const QJsonValue value = reader.json().value(key);
    if (value.isString())
        target = LocalText(value.toString());
    else if (!value.isUndefined())
        target = LocalText(reader.stringMap(key));
}

void readStatistic(const JsonReader &reader, QLatin1StringView key, QString &target)
{
    if (!reader.json().contains(key))
        return;
    static const QRegularExpression allowed(
        u"^(Average|Sum|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?)$"_s);
    const QString text = reader.string(key);
    if (allowed.match(text).hasMatch())
        target = text;
    else
        reader.reportProblem(key, u"is not a statistic of CloudWatch"_s);
}

void readDimensionSets(const JsonReader &reader, MetricInfo &info)
{
    const auto key = "dimensionSets"_L1;
    const QJsonValue value = reader.json().value(key);
    if (value.isUndefined())
        return;
    QList<QStringList> sets;
    for (const QJsonValue &set : value.toArray()) {
        QStringList names;
        for (const QJsonValue &name : set.toArray())
            names << name.toString();
        names.sort();
        if (names.isEmpty() || names.contains(QString())) {
            reader.reportProblem(key, u"expected lists of dimension names"_s);
            return;
        }
        sets << names;
    }
    if (sets.isEmpty())
        reader.reportProblem(key, u"expected at least one set"_s);
    else
        info.dimensionSets = sets;
}

void readNumbers(const JsonReader &reader, MetricInfo &info)
{
    if (const auto seconds = reader.integer("finestPeriodSeconds"_L1)) {
        if (*seconds >= 1 && *seconds <= kMaxPeriod)
            info.finestPeriod = std::chrono::seconds(*seconds);
        else
            reader.reportProblem("finestPeriodSeconds"_L1, u"is out of range"_s);
    }
    if (const auto column = reader.integer("column"_L1)) {
        if (*column >= 1 && *column <= static_cast<int>(kHealthMetricCount))
            info.column = static_cast<HealthMetric>(*column - 1);
        else
            reader.reportProblem("column"_L1, u"is out of range"_s);
    }
}

/// Reads into \a info, which holds what fields that are absent keep.
void readMetric(const JsonReader &reader, MetricInfo &info)
{
    readWord(reader, "group"_L1, kGroups, info.group);
    readWord(reader, "kind"_L1, kKinds, info.kind);
    readWord(reader, "combine"_L1, kCombines, info.combine);
    readWord(reader, "appliesWhen"_L1, kAppliesWords, info.applies);
    readWord(reader, "noData"_L1, kNoData, info.noData);
    readStatistic(reader, "statistic"_L1, info.statistic);
    readStatistic(reader, "chartStatistic"_L1, info.chartStatistic);
    if (reader.json().contains("unit"_L1))
        info.unit = reader.string("unit"_L1);
    readDimensionSets(reader, info);
    readNumbers(reader, info);
    readText(reader, "title"_L1, info.title);
    readText(reader, "zeroMeaning"_L1, info.zeroMeaning);
    readText(reader, "noDataMeaning"_L1, info.noDataMeaning);
    readText(reader, "explanation"_L1, info.explanation);
}

void completeMetric(const JsonReader &reader, const QHash<NoDataMeaning, LocalText> &meanings,
                    MetricInfo &info)
{
    if (info.noDataMeaning.isEmpty())
        info.noDataMeaning = meanings.value(info.noData);
    if (info.chartStatistic.isEmpty())
        info.chartStatistic = info.statistic;
    if (info.statistic.isEmpty())
        reader.reportProblem("statistic"_L1, u"is missing"_s);
    if (info.dimensionSets.isEmpty())
        reader.reportProblem("dimensionSets"_L1, u"is missing"_s);
    if (info.title.isEmpty())
        reader.reportProblem("title"_L1, u"is missing"_s);
}

QHash<NoDataMeaning, LocalText> readMeanings(const JsonReader &root)
{
    QHash<NoDataMeaning, LocalText> meanings;
    if (const auto texts = root.object("noDataMeanings"_L1)) {
        for (const Word<NoDataMeaning> &word : kNoData) {
            LocalText text;
            readText(*texts, word.word, text);
            if (!text.isEmpty())
                meanings.insert(word.value, text);
        }
    }
    return meanings;
}

} // namespace

MetricJson readMetricJson(const QByteArray &json,
                          const std::function<const MetricInfo *(const QString &)> &known)
{
    MetricJson content;
    if (json.size() > kMaxBytes) {
        content.problems << u"the file is larger than a list of metrics can be"_s;
        return content;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        content.problems << (error.error == QJsonParseError::NoError
                                 ? u"expected an object"_s
                                 : u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
        return content;
    }
    const JsonReader root(document.object(), {}, &content.problems);
    if (root.integer("version"_L1) != kVersion) {
        content.problems << u"version: this version reads version %1"_s.arg(kVersion);
        return content;
    }
    const QHash<NoDataMeaning, LocalText> meanings = readMeanings(root);
    if (const auto unknown = root.object("unknownMetric"_L1))
        readMetric(*unknown, content.unknown);
    root.objects("metrics"_L1, [&](const JsonReader &reader) {
        const qsizetype before = content.problems.size();
        const QString name = reader.requiredString("name"_L1);
        if (name.isEmpty())
            return;
        const MetricInfo *base = known(name);
        MetricInfo info = base ? *base : MetricInfo();
        if (!base)
            info.name = name;
        readMetric(reader, info);
        completeMetric(reader, meanings, info);
        if (content.problems.size() == before)
            content.metrics.append(info);
    });
    return content;
}

} // namespace tallylight
