// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/commandline.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QTextStream>
#include <QTranslator>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// An export needs no display, so it must not need a QApplication either; the arguments decide
/// before one exists.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto parsed = tallylight::app::parseCommandLine(arguments);
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // Without a display Qt would end the program with a core dump; screenshots don't need one.
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    if (parsed && parsed->wantsWindow() && !display) {
        if (parsed->screenshotFolder.isEmpty())
            return nullptr;
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
#endif
    if (parsed && parsed->wantsWindow())
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

void installTranslations(QCoreApplication &application)
{
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s,
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    // English comes first for its plurals; the user's language, installed later, is asked before
    // it.
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        auto *own = new QTranslator(&application);
        if (own->load(locale, u"tallylight"_s, u"_"_s, u":/i18n"_s))
            QCoreApplication::installTranslator(own);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"tallylight"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALLYLIGHT_VERSION));
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    if (!application) {
        tallylight::app::complain(QCoreApplication::translate(
            "Application",
            "There is no display to open a window on. --screenshot and --export need none."));
        return 1;
    }
    if (qobject_cast<QApplication *>(application.get())) {
        QGuiApplication::setApplicationDisplayName(u"Tallylight"_s);
        QGuiApplication::setDesktopFileName(u"tallylight"_s);
        QApplication::setWindowIcon(QIcon(u":/icons/tallylight.svg"_s));
    }
    installTranslations(*application);

    const auto options = tallylight::app::parseCommandLine(QCoreApplication::arguments());
    if (!options) {
        tallylight::app::complain(options.error());
        return 1;
    }
    if (options->showHelp) {
        QTextStream(stdout) << tallylight::app::helpText();
        return 0;
    }
    if (options->showVersion) {
        QTextStream(stdout) << "tallylight " << TALLYLIGHT_VERSION << Qt::endl;
        return 0;
    }
    QLoggingCategory::setFilterRules(tallylight::app::logRules(options->logLevel));
    return options->exportTable ? tallylight::app::runExport(*options)
                                : tallylight::app::runWindow(*options);
}
