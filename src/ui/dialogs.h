// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace tallylight::ui {

/// The few questions the window asks in a dialog of the desktop, behind an interface so that tests
/// can answer.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// Asks where to save; \a done gets the path, or is not called when the user thinks better of
    /// it or \a parent is destroyed meanwhile. \a filter is in QFileDialog's form ("CSV (*.csv)").
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                          const QString &filter, std::function<void(const QString &)> done)
        = 0;

protected:
    Dialogs() = default;
    Dialogs(const Dialogs &) = default;
    Dialogs &operator=(const Dialogs &) = default;
};

/// Shows \a dialog in front, without keeping anybody from the window behind it: whoever watches
/// must be able to turn to a row that goes red. (QDialog::open() would block its window.)
void showBeside(QDialog &dialog);

/// The desktop's own dialogs, none of them modal, so that monitoring goes on beside them.
class QtDialogs final : public Dialogs
{
public:
    void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                  const QString &filter, std::function<void(const QString &)> done) override;
};

} // namespace tallylight::ui
