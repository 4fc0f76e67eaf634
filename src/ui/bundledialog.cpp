// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bundledialog.h"

#include "ui/dialogs.h"
#include "ui/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using monitor::DiagnosticsPart;

namespace {

constexpr QSize kBundleSize(880, 620);
constexpr int kListWidth = 30 * kGrid;

struct PartWords
{
    QString title;
    QString meaning;
};

PartWords wordsFor(const QString &id)
{
    if (id == "program"_L1)
        return {BundleDialog::tr("Program and computer"),
                BundleDialog::tr("Versions of Tallylight, Qt, TLS, SQLite and the system")};
    if (id == "profiles"_L1)
        return {BundleDialog::tr("Region profiles"),
                BundleDialog::tr("Names, regions, hosts and intervals; of account ids the last "
                                 "four digits; no keys, users or passwords")};
    if (id == "status"_L1)
        return {BundleDialog::tr("How each region answers"),
                BundleDialog::tr("What was last seen when, the last errors, and the clock")};
    if (id == "calls"_L1)
        return {BundleDialog::tr("The last API calls"),
                BundleDialog::tr("Operation, time, status, request id and size; no headers, "
                                 "queries or contents")};
    if (id == "settings"_L1)
        return {BundleDialog::tr("Settings"),
                BundleDialog::tr("Columns, filters, saved views and options of the window")};
    if (id == "files"_L1)
        return {BundleDialog::tr("Files"),
                BundleDialog::tr("Names and sizes of the program's own files")};
    if (id == "environment"_L1)
        return {BundleDialog::tr("Environment"),
                BundleDialog::tr("Which variables are set, without their values")};
    return {id, {}};
}

} // namespace

BundleDialog::BundleDialog(Collect collect, const Clock &clock, Dialogs &dialogs,
                           const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_collect(std::move(collect))
    , m_clock(clock)
    , m_dialogs(dialogs)
    , m_theme(theme)
    , m_openFolder(
          [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); })
{
    setObjectName(u"bundleDialog"_s);
    setWindowTitle(tr("Diagnostics bundle"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    column->setSpacing(kGrid);
    auto *intro = new QLabel(tr("For a support request: facts about this program and how AWS "
                                "answers it, in one archive. Below is exactly what it would hold. "
                                "Nothing is sent anywhere; you choose where to save it and whom "
                                "to give it to."),
                             this);
    intro->setWordWrap(true);
    column->addWidget(intro);
    column->addWidget(makeContent(), 1);
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"bundleSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_summary);
    column->addWidget(makeButtons());
    this->collect();
    resize(kBundleSize);
    m_list->setFocus();
}

QWidget *BundleDialog::makeContent()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    m_list = new QListWidget(splitter);
    m_list->setObjectName(u"bundleParts"_s);
    m_list->setAccessibleName(tr("Parts of the bundle"));
    m_text = new QPlainTextEdit(splitter);
    m_text->setObjectName(u"bundleText"_s);
    m_text->setAccessibleName(tr("What this part holds"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    splitter->addWidget(m_list);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidth, kBundleSize.width() - kListWidth});
    connect(m_list, &QListWidget::currentRowChanged, this, &BundleDialog::showPart);
    connect(m_list, &QListWidget::itemChanged, this, &BundleDialog::updateSummary);
    return splitter;
}

QWidget *BundleDialog::makeButtons()
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGrid);
    const auto button = [box](const QString &text, const QString &name) {
        auto *made = new QPushButton(text, box);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    QPushButton *again = button(tr("&Collect again"), u"bundleAgain"_s);
    m_folder = button(tr("&Open folder"), u"bundleFolder"_s);
    m_folder->setEnabled(false);
    QPushButton *close = button(tr("Close"), u"bundleClose"_s);
    m_save = button(tr("&Save…"), u"bundleSave"_s);
    m_save->setDefault(true);
    line->addWidget(again);
    line->addStretch();
    line->addWidget(m_folder);
    line->addWidget(close);
    line->addWidget(m_save);
    connect(again, &QPushButton::clicked, this, &BundleDialog::collect);
    connect(m_folder, &QPushButton::clicked, this,
            [this] { m_openFolder(QFileInfo(m_file).absolutePath()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &BundleDialog::save);
    return box;
}

void BundleDialog::collect()
{
    QSet<QString> leftOut;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() != Qt::Checked)
            leftOut.insert(m_parts.at(row).id);
    }
    const int current = std::max(0, m_list->currentRow());
    m_parts = m_collect();
    m_list->clear();
    for (const DiagnosticsPart &part : std::as_const(m_parts)) {
        const PartWords words = wordsFor(part.id);
        auto *item = new QListWidgetItem(words.title, m_list);
        item->setToolTip(words.meaning);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(leftOut.contains(part.id) ? Qt::Unchecked : Qt::Checked);
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    showPart();
    updateSummary();
}

void BundleDialog::showPart()
{
    const int row = m_list->currentRow();
    m_text->setPlainText(
        row >= 0 && row < m_parts.size() ? QString::fromUtf8(m_parts.at(row).content) : QString());
}

QList<DiagnosticsPart> BundleDialog::chosen() const
{
    QList<DiagnosticsPart> parts;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            parts.append(m_parts.at(row));
    }
    return parts;
}

void BundleDialog::updateSummary()
{
    const QList<DiagnosticsPart> parts = chosen();
    qint64 bytes = 0;
    for (const DiagnosticsPart &part : parts)
        bytes += part.content.size();
    m_save->setEnabled(!parts.isEmpty());
    m_summary->setText(parts.isEmpty() ? tr("Nothing is ticked.")
                                       //: %1 is a size such as 12 kB
                                       : tr("%n file(s), %1. Leave out what you would rather keep.",
                                            nullptr, static_cast<int>(parts.size()))
                                             .arg(QLocale().formattedDataSize(
                                                 bytes, 1, QLocale::DataSizeTraditionalFormat)));
}

void BundleDialog::save()
{
    const QString name = u"tallylight-diagnostics-"_s
        + m_clock.utcNow().toString(u"yyyyMMdd'T'HHmmss'Z'"_s) + u".tar"_s;
    m_dialogs.saveFile(this, tr("Save the diagnostics bundle"), name, tr("Archives (*.tar)"),
                       [this](const QString &file) { saved(file); });
}

void BundleDialog::saved(const QString &file)
{
    if (const auto problem = monitor::saveDiagnostics(file, chosen(), m_clock)) {
        //: %1 is a file name, %2 the system's words for what went wrong
        m_summary->setText(tr("%1 can't be written: %2").arg(file, *problem));
        return;
    }
    m_file = file;
    m_folder->setEnabled(true);
    m_folder->setFocus();
    m_summary->setText(
        tr("Saved as %1, readable by you only.").arg(QDir::toNativeSeparators(file)));
}

} // namespace tallylight::ui
