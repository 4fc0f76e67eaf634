// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rulesdialog.h"

#include "models/healthmodel.h"
#include "monitor/rulebook.h"
#include "ui/dialogs.h"
#include "ui/rulespage.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 1040;
constexpr int kHeight = 640;

} // namespace

RulesDialog::RulesDialog(monitor::RuleBook &book, const MetricCatalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_page(new RulesPage(book.rules(), catalogue, this))
    , m_trouble(new QLabel(this))
{
    setObjectName(u"rulesDialog"_s);
    setWindowTitle(tr("Health rules"));
    auto *layout = new QVBoxLayout(this);
    auto *intro = new QLabel(tr("When a row of Channels Health is critical or a warning. What is "
                                "unknown is never OK, whatever the rules say."),
                             this);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    m_trouble->setObjectName(u"rulesTrouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    layout->addWidget(m_trouble);
    layout->addWidget(m_page, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel
                                             | QDialogButtonBox::RestoreDefaults,
                                         this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_defaults = buttons->button(QDialogButtonBox::RestoreDefaults);
    connect(buttons, &QDialogButtonBox::accepted, this, &RulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_defaults, &QPushButton::clicked, m_page,
            [this] { m_page->setRules(HealthRules::builtIn()); });
    connect(m_page, &RulesPage::edited, this, &RulesDialog::updateButtons);
    layout->addWidget(buttons);
    if (book.problems().isEmpty()) {
        showTrouble({});
    } else {
        //: %1 is a file name, %2 what is wrong in it, several lines
        showTrouble(tr("Not everything in %1 could be used:\n%2")
                        .arg(book.file(), book.problems().join(u'\n')));
    }
    updateButtons();
    resize(kWidth, kHeight);
}

void RulesDialog::accept()
{
    if (const auto trouble = m_book.save(m_page->rules())) {
        //: %1 is a file name, %2 the system's words for what went wrong
        showTrouble(tr("In force until Tallylight is closed, because %1 can't be written: %2")
                        .arg(m_book.file(), *trouble));
        updateButtons();
        return;
    }
    QDialog::accept();
}

void RulesDialog::showTrouble(const QString &text)
{
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void RulesDialog::updateButtons()
{
    const HealthRules rules = m_page->rules();
    m_defaults->setEnabled(!(rules == HealthRules::builtIn()));
    m_save->setEnabled(!(rules == m_book.rules()) || !m_book.problems().isEmpty());
}

void RulesDialog::attach(monitor::RuleBook *book, models::HealthModel &model, QAction &action,
                         QWidget &window)
{
    action.setVisible(book != nullptr);
    if (!book)
        return;
    model.setRules(book->rules());
    QObject::connect(book, &monitor::RuleBook::rulesChanged, &model,
                     [book, &model] { model.setRules(book->rules()); });
    QObject::connect(&action, &QAction::triggered, &window, [book, &model, &window] {
        auto *dialog = window.findChild<RulesDialog *>(QString(), Qt::FindDirectChildrenOnly);
        if (!dialog) {
            dialog = new RulesDialog(*book, model.catalogue(), &window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
        }
        showBeside(*dialog);
    });
}

} // namespace tallylight::ui
