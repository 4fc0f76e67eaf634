// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chartsheet.h"

#include <QObject>

class QWidget;

namespace tallylight::ui {

class Dialogs;

/// Asks where to save charts, and saves them.
class ChartSaver : public QObject
{
    Q_OBJECT

public:
    enum class What {
        PngLight,
        PngDark,
        SvgLight,
        SvgDark,
        Values,
        Events,
    };

    /// \a dialogs outlives the saver.
    explicit ChartSaver(Dialogs &dialogs, QObject *parent = nullptr);

    /// Asks for a file and writes \a sheet as it is now into it, all or nothing; does nothing when
    /// the user thinks better of it. \a parent is the dialog's.
    void save(What what, const ChartSheet &sheet, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &file);
    /// \a reason is in the system's words.
    void failed(const QString &file, const QString &reason);

private:
    void write(const QString &file, const QByteArray &bytes);

    Dialogs &m_dialogs;
};

} // namespace tallylight::ui
