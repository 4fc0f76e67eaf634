// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <memory>

using namespace Qt::StringLiterals;

namespace tallylight::app {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("CommandLine", source);
}

struct Options
{
    QCommandLineOption help{{u"h"_s, u"help"_s},
                            text(QT_TRANSLATE_NOOP("CommandLine", "Show this help and exit."))};
    QCommandLineOption version{
        {u"v"_s, u"version"_s},
        text(QT_TRANSLATE_NOOP("CommandLine", "Show the version and exit."))};
    QCommandLineOption config{
        u"config"_s,
        text(QT_TRANSLATE_NOOP("CommandLine",
                               "Keep profiles, settings, cache and history under <folder>.")),
        u"folder"_s};
    QCommandLineOption demo{
        u"demo"_s,
        text(QT_TRANSLATE_NOOP("CommandLine",
                               "Open a simulated region; needs no AWS account. An optional "
                               "scenario may follow: living, calm, storm, static, churn."))};
    QCommandLineOption profile{
        u"profile"_s, text(QT_TRANSLATE_NOOP("CommandLine", "Use only the profile <name>.")),
        u"name"_s};
    QCommandLineOption screenshot{
        u"screenshot"_s,
        text(QT_TRANSLATE_NOOP("CommandLine", "Save every page as a PNG in <folder> and exit.")),
        u"folder"_s};
    QCommandLineOption table{
        u"export"_s,
        text(QT_TRANSLATE_NOOP("CommandLine",
                               "Print <table> (inputs, channels, health, alerts) and exit.")),
        u"table"_s};
    QCommandLineOption format{
        u"format"_s, text(QT_TRANSLATE_NOOP("CommandLine", "Format of --export: csv or json.")),
        u"csv|json"_s, u"csv"_s};
    QCommandLineOption out{
        u"out"_s, text(QT_TRANSLATE_NOOP("CommandLine", "Write --export to <file>.")), u"file"_s};
    QCommandLineOption theme{
        u"theme"_s, text(QT_TRANSLATE_NOOP("CommandLine", "Open the window dark or light.")),
        u"dark|light"_s};
    QCommandLineOption size{
        u"size"_s,
        text(QT_TRANSLATE_NOOP("CommandLine", "Open the window in this size, such as 1280x720.")),
        u"WxH"_s};
    QCommandLineOption logLevel{
        u"log-level"_s,
        text(QT_TRANSLATE_NOOP("CommandLine", "How much to log: debug, info, warning or error.")),
        u"level"_s, u"warning"_s};
};

std::unique_ptr<QCommandLineParser> makeParser(const Options &options)
{
    auto parser = std::make_unique<QCommandLineParser>();
    parser->setApplicationDescription(text(
        QT_TRANSLATE_NOOP("CommandLine", "A control-room monitor for AWS Elemental MediaLive.")));
    parser->addOptions({options.help, options.version, options.config, options.demo,
                        options.profile, options.screenshot, options.table, options.format,
                        options.out, options.theme, options.size, options.logLevel});
    return parser;
}

std::optional<monitor::ExportTable> tableNamed(const QString &name)
{
    static const QHash<QString, monitor::ExportTable> tables{
        {u"inputs"_s, monitor::ExportTable::Inputs},
        {u"channels"_s, monitor::ExportTable::Channels},
        {u"health"_s, monitor::ExportTable::Health},
        {u"alerts"_s, monitor::ExportTable::Alerts},
    };
    const auto found = tables.constFind(name);
    return found == tables.constEnd() ? std::nullopt : std::optional(*found);
}

/// "1280x720" as a size; invalid when it is none, or no size a window can have.
QSize sizeFrom(const QString &value)
{
    static const QRegularExpression pattern(u"\\A(\\d{3,5})x(\\d{3,5})\\z"_s);
    const QRegularExpressionMatch match = pattern.match(value);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && size.width() <= 16384 && size.height() <= 16384 ? size : QSize();
}

/// What is wrong with how the window should look; empty when nothing is.
QString readLook(const QCommandLineParser &parser, const Options &options, CommandLine &result)
{
    result.theme = parser.value(options.theme);
    if (parser.isSet(options.theme) && result.theme != u"dark"_s && result.theme != u"light"_s) {
        return text(QT_TRANSLATE_NOOP("CommandLine",
                                      "There is no theme \"%1\"; --theme knows dark and light."))
            .arg(result.theme);
    }
    if (parser.isSet(options.size)) {
        result.size = sizeFrom(parser.value(options.size));
        if (!result.size.isValid() || result.size.isEmpty()) {
            return text(QT_TRANSLATE_NOOP("CommandLine",
                                          "\"%1\" is no window size; --size wants something like "
                                          "1280x720."))
                .arg(parser.value(options.size));
        }
    }
    return {};
}

/// What is wrong with the values that were given; empty when nothing is.
QString readValues(const QCommandLineParser &parser, const Options &options, CommandLine &result)
{
    if (parser.isSet(options.table)) {
        const QString name = parser.value(options.table);
        result.exportTable = tableNamed(name);
        if (!result.exportTable) {
            return text(QT_TRANSLATE_NOOP("CommandLine",
                                          "There is no table \"%1\"; --export knows inputs, "
                                          "channels, health and alerts."))
                .arg(name);
        }
    }
    const QString format = parser.value(options.format);
    if (format != u"csv"_s && format != u"json"_s) {
        return text(QT_TRANSLATE_NOOP("CommandLine",
                                      "There is no format \"%1\"; --format knows csv and json."))
            .arg(format);
    }
    result.exportFormat = format == u"json"_s ? ExportFormat::Json : ExportFormat::Csv;
    result.logLevel = parser.value(options.logLevel);
    if (!QStringList{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}.contains(result.logLevel)) {
        return text(QT_TRANSLATE_NOOP("CommandLine",
                                      "There is no log level \"%1\"; --log-level knows debug, "
                                      "info, warning and error."))
            .arg(result.logLevel);
    }
    if (!result.exportTable && (parser.isSet(options.format) || parser.isSet(options.out)))
        return text(QT_TRANSLATE_NOOP("CommandLine", "--format and --out belong to --export."));
    if (result.exportTable && parser.isSet(options.screenshot)) {
        return text(
            QT_TRANSLATE_NOOP("CommandLine", "--export and --screenshot can't be used together."));
    }
    return {};
}

} // namespace

Expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    const Options options;
    const std::unique_ptr<QCommandLineParser> parser = makeParser(options);
    if (!parser->parse(arguments))
        return Unexpected{parser->errorText()};

    CommandLine result;
    result.showHelp = parser->isSet(options.help);
    result.showVersion = parser->isSet(options.version);
    result.configFolder = parser->value(options.config);
    result.demo = parser->isSet(options.demo);
    result.profileName = parser->value(options.profile);
    result.screenshotFolder = parser->value(options.screenshot);
    result.exportFile = parser->value(options.out);

    QStringList rest = parser->positionalArguments();
    if (result.demo && !rest.isEmpty())
        result.demoScenario = rest.takeFirst();
    if (!rest.isEmpty()) {
        return Unexpected{
            text(QT_TRANSLATE_NOOP("CommandLine", "\"%1\" was not expected.")).arg(rest.first())};
    }
    for (const auto read : {readValues, readLook}) {
        const QString problem = read(*parser, options, result);
        if (!problem.isEmpty())
            return Unexpected{problem};
    }
    return result;
}

QString helpText()
{
    const Options options;
    return makeParser(options)->helpText();
}

QString logRules(const QString &level)
{
    if (level == u"debug"_s)
        return u"tallylight.*=true"_s;
    QString rules = u"tallylight.*.debug=false\n"_s;
    if (level == u"info"_s)
        return rules;
    rules += u"tallylight.*.info=false\n"_s;
    if (level == u"warning"_s)
        return rules;
    return rules + u"*.warning=false\n"_s;
}

} // namespace tallylight::app
