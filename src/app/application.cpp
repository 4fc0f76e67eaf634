// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/backend.h"
#include "app/exportrun.h"
#include "app/screenshots.h"
#include "monitor/monitorhub.h"
#include "monitor/profileservice.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tallylight::app {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Application", source);
}

/// The profiles to work with, or what keeps them from being used.
Expected<QList<Profile>, QString> chosenProfiles(QList<Profile> profiles, const QString &name)
{
    if (!name.isEmpty()) {
        profiles.removeIf([&name](const Profile &profile) { return profile.name != name; });
        if (profiles.isEmpty()) {
            return Unexpected{
                text(QT_TRANSLATE_NOOP("Application", "There is no profile \"%1\".")).arg(name)};
        }
    }
    return profiles;
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
        complain(text(QT_TRANSLATE_NOOP("Application", "The profiles in %1 can't be used: %2"))
                     .arg(error.file, error.detail));
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
    const auto loaded = backend.profiles().load();
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

    ExportRun run(*options.exportTable, options.exportFormat, *profiles, backend.secrets(),
                  backend.clock());
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
    Backend &backend = **made;
    monitor::ProfileService profiles(backend.profiles(), backend.secrets());
    monitor::MonitorHub hub(backend.secrets(), backend.clock());
    const auto trouble = profiles.load();
    const auto chosen = chosenProfiles(profiles.profiles(), options.profileName);
    if (!chosen) {
        if (trouble) {
            complain(text(QT_TRANSLATE_NOOP("Application", "The profiles in %1 can't be used: %2"))
                         .arg(trouble->file, trouble->detail));
        }
        complain(chosen.error());
        return static_cast<int>(ExitCode::Usage);
    }

    ui::MainWindow::Options look;
    if (options.theme == u"dark"_s)
        look.theme = ui::ThemeChoice::Dark;
    else if (options.theme == u"light"_s)
        look.theme = ui::ThemeChoice::Light;
    look.offerDemo = !backend.isDemo();
    ui::MainWindow window(hub, profiles, backend.settings(), backend.clock(), std::move(look));
    if (trouble)
        window.showFileTrouble(*trouble);

    // With --profile, the others are left alone for this run, however it is called by then.
    const QString only = options.profileName.isEmpty() ? QString() : chosen->first().id;
    const auto watch = [&hub, only](QList<Profile> all) {
        if (!only.isEmpty())
            all.removeIf([&only](const Profile &profile) { return profile.id != only; });
        hub.setProfiles(all);
    };
    QObject::connect(&profiles, &monitor::ProfileService::profilesChanged, &hub, watch);
    QObject::connect(&profiles, &monitor::ProfileService::secretChanged, &hub,
                     &monitor::MonitorHub::credentialsChanged);
    QObject::connect(&hub, &monitor::MonitorHub::accountIdentified, &profiles,
                     &monitor::ProfileService::rememberAccount, Qt::QueuedConnection);
    QObject::connect(&window, &ui::MainWindow::demoRequested, &window, [] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s});
    });

    if (options.size.isValid())
        window.resize(options.size);
    window.show();
    watch(profiles.profiles());

    if (options.screenshotFolder.isEmpty())
        return QApplication::exec();
    Screenshots shots(window, hub, backend.clock(), options.screenshotFolder);
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
