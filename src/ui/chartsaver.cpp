// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chartsaver.h"

#include "ui/dialogs.h"
#include "ui/theme.h"

#include <QPointer>
#include <QSaveFile>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

struct Format
{
    QString suffix; ///< what the suggested name ends with
    QString filter;
};

Format formatOf(ChartSaver::What what)
{
    switch (what) {
    case ChartSaver::What::PngLight:
    case ChartSaver::What::PngDark:
        return {u".png"_s, ChartSaver::tr("Images (*.png)")};
    case ChartSaver::What::SvgLight:
    case ChartSaver::What::SvgDark:
        return {u".svg"_s, ChartSaver::tr("Drawings (*.svg)")};
    case ChartSaver::What::Events:
        return {u"_events.csv"_s, ChartSaver::tr("Comma-separated values (*.csv)")};
    case ChartSaver::What::Values:
        break;
    }
    return {u".csv"_s, ChartSaver::tr("Comma-separated values (*.csv)")};
}

QByteArray bytesOf(ChartSaver::What what, const ChartSheet &sheet)
{
    const Theme light = themeFor(ThemeChoice::Light, {});
    const Theme dark = themeFor(ThemeChoice::Dark, {});
    switch (what) {
    case ChartSaver::What::PngLight:
        return sheetPng(sheet, light);
    case ChartSaver::What::PngDark:
        return sheetPng(sheet, dark);
    case ChartSaver::What::SvgLight:
        return sheetSvg(sheet, light);
    case ChartSaver::What::SvgDark:
        return sheetSvg(sheet, dark);
    case ChartSaver::What::Values:
        return sheetCsv(sheet);
    case ChartSaver::What::Events:
        break;
    }
    return sheetEventsCsv(sheet);
}

} // namespace

ChartSaver::ChartSaver(Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_dialogs(dialogs)
{
}

void ChartSaver::save(What what, const ChartSheet &sheet, QWidget *parent)
{
    const Format format = formatOf(what);
    m_dialogs.saveFile(parent, tr("Save the charts"), sheetFileStem(sheet) + format.suffix,
                       format.filter,
                       [self = QPointer<ChartSaver>(this), what, sheet](const QString &file) {
                           if (self)
                               self->write(file, bytesOf(what, sheet));
                       });
}

void ChartSaver::write(const QString &file, const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        Q_EMIT failed(file, tr("There is nothing that could be saved."));
        return;
    }
    QSaveFile out(file);
    const bool written
        = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
    if (written)
        Q_EMIT saved(file);
    else
        Q_EMIT failed(file, out.errorString());
}

} // namespace tallylight::ui
