// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/backend.h"
#include "app/exportrun.h"
#include "app/profilechoice.h"
#include "app/screenshots.h"
#include "app/windowsession.h"
#include "monitor/costbook.h"
#include "monitor/operatordata.h"
#include "monitor/rulebook.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tallylight::app {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Application", source);
}

bool writeOutput(const QByteArray &output, const QString &file)
{
    if (file.isEmpty()) {
        QFile standard;
        return standard.open(stdout, QIODevice::WriteOnly)
            && standard.write(output) == output.size() && standard.flush();
    }
    QSaveFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(output) == output.size()
        && target.commit();
}

int loadProblem(const storage::ProfileFileError &error)
{
    if (error.kind == storage::ProfileFileError::Kind::NewerVersion) {
        complain(text(QT_TRANSLATE_NOOP("Application",
                                        "%1 was written by a newer version of Tallylight."))
                     .arg(error.file));
    } else {
        complain(unusableProfiles(error.file, error.detail));
    }
    if (!error.keptAs.isEmpty())
        complain(
            text(QT_TRANSLATE_NOOP("Application", "The file is kept as %1.")).arg(error.keptAs));
    return static_cast<int>(ExitCode::Usage);
}

} // namespace

void complain(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

int runExport(const CommandLine &options)
{
    const auto made = Backend::create(options);
    if (!made) {
        complain(made.error());
        return static_cast<int>(ExitCode::Usage);
    }
    Backend &backend = **made;
    // Nobody who exports expects files to move, least of all a script in the night.
    const auto loaded = backend.profiles().load(storage::ProfileStore::Corrupt::Leave);
    if (!loaded)
        return loadProblem(loaded.error());
    const auto profiles = chosenProfiles(*loaded, options.profileName);
    if (!profiles) {
        complain(profiles.error());
        return static_cast<int>(ExitCode::Usage);
    }
    if (profiles->isEmpty()) {
        complain(text(QT_TRANSLATE_NOOP(
            "Application", "There are no profiles yet; open the window and add a region.")));
        return static_cast<int>(ExitCode::Usage);
    }

    const monitor::OperatorData data
        = monitor::readOperatorData(backend.metricsFile(), backend.pricesFile());
    for (const monitor::DataFile *file : {&data.metricsFile, &data.pricesFile}) {
        for (const QString &problem : file->problems)
            complain(file->file + u": "_s + problem);
    }
    // What an export asks is billed like what the window asks.
    monitor::CostBook costs(backend.clock());
    costs.setBasePrices(data.prices);
    costs.keepIn(&backend.settings());
    ExportRun run(*options.exportTable, options.exportFormat, *profiles, backend.credentials(),
                  backend.clock());
    const monitor::RuleBook rules(backend.healthRulesFile());
    for (const QString &problem : rules.problems())
        complain(rules.file() + u": "_s + problem);
    run.setHealthRules(rules.rules());
    run.setCatalogue(data.catalogue);
    run.setCosts(costs);
    QObject::connect(
        &run, &ExportRun::finished, &run,
        [&options](const QByteArray &output, const QStringList &complaints, ExitCode code) {
            for (const QString &line : complaints)
                complain(line);
            if (!writeOutput(output, options.exportFile)) {
                complain(text(QT_TRANSLATE_NOOP("Application", "The table can't be written to %1."))
                             .arg(options.exportFile.isEmpty()
                                      ? text(QT_TRANSLATE_NOOP("Application", "standard output"))
                                      : options.exportFile));
                code = ExitCode::Usage;
            }
            QCoreApplication::exit(static_cast<int>(code));
        });
    run.start();
    return QCoreApplication::exec();
}

int runWindow(const CommandLine &options)
{
    const auto made = Backend::create(options);
    if (!made) {
        complain(made.error());
        return static_cast<int>(ExitCode::Usage);
    }
    const auto session = WindowSession::create(**made, options);
    if (!session) {
        for (const QString &line : session.error())
            complain(line);
        return static_cast<int>(ExitCode::Usage);
    }
    (*session)->start();

    if (options.screenshotFolder.isEmpty())
        return QApplication::exec();
    ui::MainWindow &window = (*session)->window();
    Screenshots shots(window, (*session)->hub(), (*made)->clock(), options.screenshotFolder);
    QObject::connect(&shots, &Screenshots::finished, &window,
                     [](const QStringList &, const QString &problem) {
                         if (!problem.isEmpty())
                             complain(problem);
                         QCoreApplication::exit(problem.isEmpty() ? 0 : 1);
                     });
    QMetaObject::invokeMethod(&shots, &Screenshots::start, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace tallylight::app
