// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/regionoptions.h"

#include "core/region.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

/// The translation context of the program's texts.
class RegionProgram
{
    Q_DECLARE_TR_FUNCTIONS(RegionProgram)
};

/// Reads whole numbers within limits and remembers the first one that is wrong.
class NumberReader
{
public:
    explicit NumberReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    void read(const QString &option, qint64 least, qint64 most, auto &target)
    {
        if (!m_parser.isSet(option))
            return;
        bool ok = false;
        const qint64 number = m_parser.value(option).toLongLong(&ok);
        if (ok && number >= least && number <= most) {
            target = static_cast<std::remove_reference_t<decltype(target)>>(number);
        } else if (m_problem.isEmpty()) {
            //: %1 is an option's name, %2 what was given, %3 and %4 are numbers
            m_problem = RegionProgram::tr("--%1 %2: must be a whole number from %3 to %4.")
                            .arg(option, m_parser.value(option))
                            .arg(least)
                            .arg(most);
        }
    }
    const QString &problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QString m_problem;
};

void addOptions(QCommandLineParser &parser)
{
    const auto add
        = [&parser](const QString &name, const QString &text, const QString &value = {}) {
              parser.addOption(QCommandLineOption(name, text, value));
          };
    add(u"help"_s, RegionProgram::tr("Shows this help."));
    add(u"version"_s, RegionProgram::tr("Shows the version."));
    add(u"port"_s, RegionProgram::tr("Port on 127.0.0.1; 0 takes any free one, which is printed."),
        u"N"_s);
    add(u"channels"_s, RegionProgram::tr("How many channels (24)."), u"N"_s);
    add(u"inputs"_s, RegionProgram::tr("How many inputs (30)."), u"N"_s);
    //: %1 is a list of names
    add(u"scenario"_s, RegionProgram::tr("What happens: %1.").arg(scenarioNames().join(u", "_s)),
        u"NAME"_s);
    add(u"seed"_s, RegionProgram::tr("The same seed tells the same story (1)."), u"N"_s);
    add(u"region"_s, RegionProgram::tr("Which region to pretend to be (eu-central-1)."),
        u"REGION"_s);
    add(u"latency"_s, RegionProgram::tr("Milliseconds added to every answer (0)."), u"MS"_s);
    add(u"time-factor"_s, RegionProgram::tr("How many times faster than life the story runs (1)."),
        u"N"_s);
    add(u"sso-approve-after"_s,
        RegionProgram::tr("After how many questions a sign-in at IAM Identity Center (start URL: "
                          "endpoint/start) is confirmed by itself; without it, on its page."),
        u"N"_s);
    add(u"no-limit"_s, RegionProgram::tr("Enforces no request rates."));
}

RegionCommand failed(const QString &message)
{
    return {{}, message, true};
}

} // namespace

RegionCommand parseRegionCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(RegionProgram::tr(
        "A simulated AWS region with MediaLive, CloudWatch, STS and IAM Identity Center on this "
        "computer's loopback. "
        "It needs no AWS account; its access key is no secret and opens nothing else."));
    addOptions(parser);
    if (!parser.parse(arguments))
        return failed(parser.errorText());
    if (parser.isSet(u"help"_s))
        return {{}, parser.helpText(), false};
    if (parser.isSet(u"version"_s))
        return {{}, u"tallylight-demo-region " TALLYLIGHT_VERSION "\n"_s, false};
    if (!parser.positionalArguments().isEmpty())
        return failed(
            RegionProgram::tr("Unexpected argument: %1").arg(parser.positionalArguments().first()));

    RegionCommand command;
    DemoOptions &options = command.options;
    int latency = 0;
    NumberReader numbers(parser);
    numbers.read(u"port"_s, 0, 65'535, options.port);
    numbers.read(u"channels"_s, 0, kMaxResources, options.channels);
    numbers.read(u"inputs"_s, 0, kMaxResources, options.inputs);
    numbers.read(u"seed"_s, 0, 0xffffffffLL, options.seed);
    numbers.read(u"latency"_s, 0, 600'000, latency);
    numbers.read(u"sso-approve-after"_s, 0, 1000, options.approveSignInAfter);
    numbers.read(u"time-factor"_s, 1, 1000, options.timeFactor);
    if (!numbers.problem().isEmpty())
        return failed(numbers.problem());
    options.latency = std::chrono::milliseconds(latency);
    options.limit = !parser.isSet(u"no-limit"_s);
    if (parser.isSet(u"scenario"_s)) {
        options.scenario = canonicalScenario(parser.value(u"scenario"_s));
        if (options.scenario.isEmpty())
            return failed(RegionProgram::tr("Unknown scenario: %1. There are: %2.")
                              .arg(parser.value(u"scenario"_s), scenarioNames().join(u", "_s)));
    }
    if (parser.isSet(u"region"_s)) {
        options.region = parser.value(u"region"_s);
        if (!partitionForRegion(options.region))
            return failed(
                RegionProgram::tr("Not the name of an AWS region: %1").arg(options.region));
    }
    return command;
}

QString readyText(const DemoOptions &options, const QString &endpoint)
{
    return u"endpoint: %1\nregion: %2\naccess key id: %3\nsecret access key: %4\n"_s.arg(
        endpoint, options.region, options.accessKeyId,
        QString::fromUtf8(options.secretAccessKey.expose()));
}

} // namespace tallylight::demo
