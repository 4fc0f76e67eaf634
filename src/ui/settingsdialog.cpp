// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingsdialog.h"

#include "ui_settingsdialog.h"

#include <QEvent>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>

namespace tallylight::ui {

namespace {

constexpr int kEntryHeight = 28;

/// Scrolls up and down only: at least as wide as what its page has to say.
class PageScroller final : public QScrollArea
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            followWidth();
        return QScrollArea::eventFilter(watched, event);
    }
    void followWidth()
    {
        setMinimumWidth(widget()->minimumSizeHint().width()
                        + verticalScrollBar()->sizeHint().width());
    }
};

} // namespace

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
    auto *scroll = new PageScroller;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    scroll->followWidth();
    page->setAccessibleName(title);
    m_ui->pageStack->addWidget(scroll);
    auto *entry = new QListWidgetItem(title, m_ui->pageList);
    entry->setSizeHint(QSize(0, kEntryHeight));
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
