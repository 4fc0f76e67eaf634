// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/datafilespage.h"

#include "monitor/rulebook.h"
#include "ui/messagebar.h"
#include "ui/settingsactions.h"
#include "ui/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *wrappedLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString standingOf(const DataFileText &file)
{
    if (!file.data.found) {
        //: A file of settings does not exist; %1 is a sentence on what is used instead
        return DataFilesPage::tr("Not there. %1").arg(file.otherwise);
    }
    if (file.data.problems.isEmpty())
        return DataFilesPage::tr("In force.");
    //: %1 is a sentence on what is used instead
    return DataFilesPage::tr("Not everything in it could be used. %1").arg(file.otherwise);
}

} // namespace

DataFilesPage::DataFilesPage(const QList<DataFileText> &files, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * kGrid);
    column->addWidget(wrappedLabel(tr("Files that change what Tallylight comes with. They are read "
                                      "when it starts; their formats are described in README.md."),
                                   this));
    for (const DataFileText &file : files) {
        auto *box = new QGroupBox(file.title, this);
        auto *lines = new QVBoxLayout(box);
        lines->addWidget(wrappedLabel(QDir::toNativeSeparators(file.data.file), box));
        QLabel *standing = wrappedLabel(standingOf(file), box);
        standing->setObjectName(u"dataFile/"_s + QFileInfo(file.data.file).fileName());
        lines->addWidget(standing);
        if (!file.data.problems.isEmpty())
            lines->addWidget(wrappedLabel(file.data.problems.join(u'\n'), box));
        column->addWidget(box);
    }
    column->addStretch();
}

DataFileActions::DataFileActions(const monitor::OperatorData *data, const monitor::RuleBook *rules,
                                 MessageBar &messages, SettingsActions &dialog, QObject *parent)
    : QObject(parent)
    , m_data(data)
    , m_rules(rules)
    , m_messages(messages)
{
    if (!data && !rules)
        return;
    const QString title = tr("Data files");
    dialog.addPage(title, [this] { return new DataFilesPage(files()); });
    connect(&messages, &MessageBar::actionTriggered, this,
            [&dialog, title](const QString &key, const QString &) {
                if (key.startsWith("data/"_L1))
                    dialog.open(title);
            });
    if (rules)
        connect(rules, &monitor::RuleBook::rulesChanged, this, &DataFileActions::showTrouble);
    showTrouble();
}

QList<DataFileText> DataFileActions::files() const
{
    QList<DataFileText> files;
    if (m_data) {
        files.append({tr("Metrics"), m_data->metricsFile,
                      tr("Metrics it does not change are as this version knows them.")});
        files.append(
            {tr("Prices"), m_data->pricesFile, tr("The prices this version comes with are used.")});
    }
    if (m_rules) {
        files.append({tr("Health rules"),
                      {m_rules->file(), QFileInfo::exists(m_rules->file()), m_rules->problems()},
                      tr("Rules it does not change are as this version has them.")});
    }
    return files;
}

void DataFileActions::showTrouble()
{
    QList<Message> messages;
    const QList<DataFileText> all = files();
    for (const DataFileText &file : all) {
        if (file.data.problems.isEmpty())
            continue;
        const QString name = QFileInfo(file.data.file).fileName();
        Message message;
        message.key = u"data/"_s + name;
        message.level = models::StateLevel::Warning;
        //: %1 is the name of a file such as metrics.json
        message.title = tr("Not everything in %1 could be used").arg(name);
        message.text = file.otherwise;
        message.details = file.data.problems.join(u'\n');
        message.actions = {{u"details"_s, tr("Details…")}};
        messages.append(message);
    }
    m_messages.setGroup(u"data/"_s, messages);
}

} // namespace tallylight::ui
