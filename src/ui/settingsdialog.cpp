// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingsdialog.h"

#include "ui_settingsdialog.h"

#include <QListWidget>
#include <QScrollArea>

namespace tallylight::ui {

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    connect(m_ui->pageList, &QListWidget::currentRowChanged, m_ui->pageStack,
            &QStackedWidget::setCurrentIndex);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::addPage(const QString &title, QWidget *page)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    page->setAccessibleName(title);
    m_ui->pageStack->addWidget(scroll);
    m_ui->pageList->addItem(title);
    if (m_ui->pageList->currentRow() < 0)
        m_ui->pageList->setCurrentRow(0);
}

void SettingsDialog::showPage(const QString &title)
{
    const QList<QListWidgetItem *> found = m_ui->pageList->findItems(title, Qt::MatchExactly);
    if (!found.isEmpty())
        m_ui->pageList->setCurrentItem(found.first());
}

} // namespace tallylight::ui
