// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "monitor/operatordata.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QWidget>

namespace tallylight::monitor {
class RuleBook;
}

namespace tallylight::ui {

class MessageBar;
class SettingsActions;

/// One file an operator may write, in words.
struct DataFileText
{
    QString title; ///< what it changes
    monitor::DataFile data;
    QString otherwise; ///< what is in force where the file says nothing that can be used
};

/// The page of the settings that lists the files an operator may put into the config folder, and
/// what of them is in force.
class DataFilesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DataFilesPage(const QList<DataFileText> &files, QWidget *parent = nullptr);
};

/// Says in the window what in an operator's files could not be used, and adds the page to the
/// settings.
class DataFileActions final : public QObject
{
    Q_OBJECT

public:
    /// \a data and \a rules may be null, which hides their files; all outlive \a parent.
    DataFileActions(const monitor::OperatorData *data, const monitor::RuleBook *rules,
                    MessageBar &messages, SettingsActions &dialog, QObject *parent);

private:
    QList<DataFileText> files() const;
    void showTrouble();

    const monitor::OperatorData *m_data;
    const monitor::RuleBook *m_rules;
    MessageBar &m_messages;
};

} // namespace tallylight::ui
