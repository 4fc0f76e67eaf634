// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/viewsbutton.h"

#include "ui/dialogs.h"
#include "ui/filterbar.h"
#include "ui/tableview.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>

#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKeys = 9; ///< Alt+1 to Alt+9
constexpr int kLongestName = 60;
constexpr int kButtonText = 18 * kGrid;

QKeySequence keyOf(qsizetype index)
{
    return QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(index)));
}

/// \a name as a menu shows it: an ampersand is no mnemonic.
QString menuText(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

ViewsButton::ViewsButton(FilterBar &filters, TableView &view, Settings &settings,
                         const QString &key, QWidget *page)
    : QPushButton(page)
    , m_filters(filters)
    , m_view(view)
    , m_settings(settings)
    , m_currentKey(key + u"Current"_s)
    , m_views(settings, key)
    , m_menu(new QMenu(this))
    , m_current(settings.value(m_currentKey).toString())
{
    setObjectName(u"viewsButton"_s);
    setAccessibleName(tr("Saved views"));
    m_menu->setObjectName(u"viewsMenu"_s);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewsButton::fillMenu);
    for (int i = 0; i < kKeys; ++i) {
        auto *shortcut = new QShortcut(keyOf(i), page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, i] {
            if (i < m_views.all().size())
                apply(m_views.all().at(i).name);
        });
    }
    connect(&m_filters, &FilterBar::filterApplied, this, &ViewsButton::updateText);
    connect(&m_view, &TableView::layoutChangedByUser, this, &ViewsButton::updateText);
    updateText();
}

SavedView ViewsButton::now(const QString &name) const
{
    return {name, m_filters.filter(), m_view.layoutState()};
}

bool ViewsButton::apply(const QString &name)
{
    const std::optional<SavedView> view = m_views.find(name);
    if (!view)
        return false;
    m_view.applyLayoutState(view->layout);
    m_view.saveLayout();
    m_filters.setFilter(view->filter);
    makeCurrent(view->name);
    return true;
}

void ViewsButton::saveAs(const QString &name)
{
    m_views.save(now(name.left(kLongestName)));
    if (const std::optional<SavedView> saved = m_views.find(name.left(kLongestName)))
        makeCurrent(saved->name);
}

bool ViewsButton::renameView(const QString &from, const QString &to)
{
    if (!m_views.rename(from, to.left(kLongestName)))
        return false;
    if (m_current == from)
        makeCurrent(to.left(kLongestName).trimmed());
    return true;
}

void ViewsButton::removeView(const QString &name)
{
    const std::optional<SavedView> view = m_views.find(name);
    if (!view)
        return;
    m_removed = *view;
    m_removedFrom = m_views.remove(name);
    if (m_current == view->name)
        makeCurrent({});
    Q_EMIT removed(view->name);
}

void ViewsButton::undoRemove()
{
    if (m_removedFrom < 0)
        return;
    m_views.insert(std::exchange(m_removedFrom, -1), m_removed);
    updateText();
}

void ViewsButton::makeCurrent(const QString &name)
{
    m_current = name;
    m_settings.setValue(m_currentKey, name);
    updateText();
}

void ViewsButton::updateText()
{
    const std::optional<SavedView> current = m_views.find(m_current);
    const bool shown = current && *current == now(current->name);
    //: A button: the saved views of a table.
    const QString text = !current ? tr("Views")
        //: The button for saved views: the one on show.
        : shown ? tr("View: %1").arg(current->name)
                //: The button for saved views: the one chosen last, which no longer looks as saved.
                : tr("View: %1, changed").arg(current->name);
    const QString fitting = fontMetrics().elidedText(text, Qt::ElideMiddle, kButtonText);
    setText(menuText(fitting));
    setToolTip(fitting == text ? QString() : text);
    setAccessibleDescription(current ? text : QString());
}

void ViewsButton::fillMenu()
{
    m_menu->clear();
    for (qsizetype i = 0; i < m_views.all().size(); ++i) {
        const SavedView &view = m_views.all().at(i);
        QAction *action = m_menu->addAction(menuText(view.name));
        action->setCheckable(true);
        action->setChecked(view == now(view.name));
        if (i < kKeys) {
            action->setShortcut(keyOf(i));
            action->setShortcutContext(Qt::WidgetShortcut); // shown only; the page hears the key
        }
        connect(action, &QAction::triggered, this, [this, name = view.name] { apply(name); });
    }
    if (m_views.all().isEmpty())
        m_menu->addAction(tr("No saved views yet"))->setEnabled(false);
    m_menu->addSeparator();
    QAction *save = m_menu->addAction(tr("Save as a new view…"));
    save->setObjectName(u"saveView"_s);
    connect(save, &QAction::triggered, this, [this] {
        askName(tr("Save view"), {}, [this](const QString &name) { saveAs(name); });
    });
    if (const std::optional<SavedView> current = m_views.find(m_current))
        addManagement(current->name);
}

void ViewsButton::addManagement(const QString &current)
{
    const QString shown = menuText(current);
    //: %1 is the name of a saved view
    QAction *update = m_menu->addAction(tr("Save changes to %1").arg(shown));
    update->setObjectName(u"updateView"_s);
    update->setEnabled(!(m_views.find(current) == now(current)));
    connect(update, &QAction::triggered, this, [this, current] { saveAs(current); });
    //: %1 is the name of a saved view
    QAction *renaming = m_menu->addAction(tr("Rename %1…").arg(shown));
    renaming->setObjectName(u"renameView"_s);
    connect(renaming, &QAction::triggered, this, [this, current] {
        askName(tr("Rename view"), current,
                [this, current](const QString &name) { renameView(current, name); });
    });
    //: %1 is the name of a saved view
    QAction *removing = m_menu->addAction(tr("Delete %1").arg(shown));
    removing->setObjectName(u"deleteView"_s);
    connect(removing, &QAction::triggered, this, [this, current] { removeView(current); });
}

void ViewsButton::askName(const QString &title, const QString &suggestion,
                          std::function<void(const QString &)> done)
{
    const QString name = u"viewNameDialog"_s;
    delete findChild<QInputDialog *>(name, Qt::FindDirectChildrenOnly); // asked for something else
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the view"));
    dialog->setTextValue(suggestion);
    if (auto *edit = dialog->findChild<QLineEdit *>()) {
        edit->setAccessibleName(tr("Name of the view"));
        edit->setMaxLength(kLongestName);
    }
    connect(dialog, &QInputDialog::textValueSelected, this, std::move(done));
    showBeside(*dialog);
}

} // namespace tallylight::ui
