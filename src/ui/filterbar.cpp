// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filterbar.h"

#include "models/words.h"
#include "ui/checkmenu.h"
#include "ui/columnfiltereditor.h"
#include "ui/flowlayout.h"
#include "ui/stateshape.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::ColumnFilter;
using models::StateLevel;
using models::TableFilter;

namespace {

constexpr std::chrono::milliseconds kDebounce = 150ms;
constexpr int kMostTags = 60;
constexpr int kMostSuggestions = 200;
constexpr int kButtonText = 18 * kGrid; ///< names longer than this are cut
constexpr std::array kFilterLevels{StateLevel::Critical, StateLevel::Warning, StateLevel::Unknown,
                                   StateLevel::Ok, StateLevel::Idle};

template<typename T> void toggle(QSet<T> &set, const T &value, bool on)
{
    if (on)
        set.insert(value);
    else
        set.remove(value);
}

/// "State", "State: Critical" or "State: 2 chosen".
QString buttonText(const QString &title, const QStringList &chosen)
{
    if (chosen.isEmpty())
        return title;
    if (chosen.size() == 1)
        //: A filter button: what it filters by, and the one value chosen.
        return FilterBar::tr("%1: %2").arg(title, chosen.first());
    //: A filter button: what it filters by, and how many values are chosen.
    return FilterBar::tr("%1: %Ln chosen", nullptr, static_cast<int>(chosen.size())).arg(title);
}

void setButtonText(QPushButton *button, const QString &text)
{
    const QString fitting = button->fontMetrics().elidedText(text, Qt::ElideRight, kButtonText);
    button->setText(fitting);
    button->setToolTip(fitting == text ? QString() : text);
}

} // namespace

FilterBar::FilterBar(models::TableFilterProxy &proxy, const Theme &theme, Settings &settings,
                     const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_proxy(proxy)
    , m_theme(theme)
    , m_settings(settings)
    , m_key(key)
    , m_stateMenu(new CheckMenu(this))
    , m_profileMenu(new CheckMenu(this))
    , m_tagMenu(new CheckMenu(this))
    , m_columnMenu(new CheckMenu(this))
{
    build();
    m_quickTimer.setSingleShot(true);
    m_quickTimer.setInterval(kDebounce);
    connect(&m_quickTimer, &QTimer::timeout, this, [this] {
        TableFilter filter = m_filter;
        filter.quick = m_quick->text();
        change(filter);
    });
    m_filter = models::tableFilterFromVariant(m_settings.value(m_key).toMap());
    apply();
}

FilterBar::~FilterBar() = default;

void FilterBar::build()
{
    m_quick = new QLineEdit(this);
    m_quick->setObjectName(u"quickFilter"_s);
    m_quick->setAccessibleName(tr("Quick filter over all columns"));
    m_quick->setPlaceholderText(tr("Filter all columns"));
    m_quick->setToolTip(tr("<p>All words must be found somewhere in the row.</p>"
                           "<table cellspacing='4'>"
                           "<tr><td><b>news berlin</b></td><td>both words</td></tr>"
                           "<tr><td><b>\"cam 2\"</b></td><td>exactly this</td></tr>"
                           "<tr><td><b>-test</b></td><td>without this</td></tr>"
                           "<tr><td><b>name:cam</b></td><td>in one column only</td></tr>"
                           "<tr><td><b>age:&gt;60</b></td><td>more than, less than (&lt;)</td></tr>"
                           "<tr><td><b>/cam [12]$/</b></td><td>regular expression</td></tr>"
                           "</table>"));
    m_quick->setClearButtonEnabled(true);
    m_quick->setMinimumWidth(22 * kGrid);
    m_quick->installEventFilter(this);
    connect(m_quick, &QLineEdit::textChanged, this, [this] { m_quickTimer.start(); });

    m_stateButton = makeMenuButton(u"stateFilter"_s, tr("Filter by state"), m_stateMenu);
    m_profileButton = makeMenuButton(u"profileFilter"_s, tr("Filter by profile"), m_profileMenu);
    m_tagButton = makeMenuButton(u"tagFilter"_s, tr("Filter by tag"), m_tagMenu);
    m_columnButton
        = makeMenuButton(u"addColumnFilter"_s, tr("Add a filter for one column"), m_columnMenu);
    m_columnButton->setText(tr("+ Column filter"));
    connect(m_stateMenu, &QMenu::aboutToShow, this, &FilterBar::fillStateMenu);
    connect(m_profileMenu, &QMenu::aboutToShow, this, &FilterBar::fillProfileMenu);
    connect(m_tagMenu, &QMenu::aboutToShow, this, &FilterBar::fillTagMenu);
    connect(m_columnMenu, &QMenu::aboutToShow, this, &FilterBar::fillColumnMenu);
    m_clearButton = new QPushButton(tr("Clear filters"), this);
    m_clearButton->setObjectName(u"clearFilters"_s);
    m_clearButton->setAccessibleName(tr("Clear all filters"));
    connect(m_clearButton, &QPushButton::clicked, this, &FilterBar::clear);

    m_problem = new QLabel(this);
    m_problem->setObjectName(u"filterProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_editorArea = new QWidget(this);
    m_editorArea->setObjectName(u"columnFilters"_s);
    new FlowLayout(m_editorArea, kGrid / 2);

    m_row = new QHBoxLayout;
    m_row->setSpacing(kGrid / 2);
    m_row->addWidget(m_quick, 1);
    for (QPushButton *button :
         {m_stateButton, m_profileButton, m_tagButton, m_columnButton, m_clearButton})
        m_row->addWidget(button);
    m_row->addSpacing(kGrid);
    m_lastButton = m_clearButton;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid / 2);
    column->addLayout(m_row);
    column->addWidget(m_problem);
    column->addWidget(m_editorArea);
}

QPushButton *FilterBar::makeMenuButton(const QString &name, const QString &accessibleName,
                                       CheckMenu *menu)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    menu->setObjectName(name + u"Menu"_s);
    button->setMenu(menu);
    return button;
}

void FilterBar::addButton(QWidget *button)
{
    m_row->addWidget(button);
    setTabOrder(m_lastButton, button);
    m_lastButton = button;
}

void FilterBar::setProfiles(const QList<models::ProfileTag> &profiles)
{
    if (profiles == m_profiles)
        return;
    m_profiles = profiles;
    TableFilter filter = m_filter;
    filter.profiles.removeIf([this](const QString &id) {
        return std::none_of(m_profiles.begin(), m_profiles.end(),
                            [&id](const models::ProfileTag &tag) { return tag.id == id; });
    });
    // A profile that is gone must not keep hiding the others; but before any is known, nothing is
    // forgotten.
    if (!m_profiles.isEmpty() && filter != m_filter)
        change(filter);
    else
        syncWidgets();
}

void FilterBar::setScope(const QString &profileId)
{
    if (profileId == m_scope)
        return;
    m_scope = profileId;
    apply();
}

void FilterBar::setFilter(const TableFilter &filter)
{
    m_quickTimer.stop();
    qDeleteAll(std::exchange(m_editors, {}));
    change(filter);
}

void FilterBar::clear()
{
    setFilter({});
}

void FilterBar::focusQuickFilter()
{
    m_quick->setFocus(Qt::ShortcutFocusReason);
    m_quick->selectAll();
}

QString FilterBar::profileName(const QString &id) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&id](const models::ProfileTag &tag) { return tag.id == id; });
    return found == m_profiles.end() ? id : found->name;
}

// Menus.

void FilterBar::fillStateMenu()
{
    m_stateMenu->clear();
    const models::LevelCounts counts = m_proxy.tableModel()->levelCounts();
    for (const StateLevel level : kFilterLevels) {
        //: A state and how many rows have it.
        QAction *action = m_stateMenu->addAction(
            stateIcon(level, m_theme),
            tr("%1 (%2)").arg(models::levelWord(level), locale().toString(counts[level])));
        action->setCheckable(true);
        action->setChecked(m_filter.levels.contains(level));
        connect(action, &QAction::toggled, this, [this, level](bool on) {
            TableFilter filter = m_filter;
            toggle(filter.levels, level, on);
            change(filter);
        });
    }
}

void FilterBar::fillProfileMenu()
{
    m_profileMenu->clear();
    for (const models::ProfileTag &tag : std::as_const(m_profiles)) {
        QAction *action = m_profileMenu->addAction(u"%1  ·  %2"_s.arg(tag.name, tag.region));
        action->setCheckable(true);
        action->setChecked(m_filter.profiles.contains(tag.id));
        connect(action, &QAction::toggled, this, [this, id = tag.id](bool on) {
            TableFilter filter = m_filter;
            toggle(filter.profiles, id, on);
            change(filter);
        });
    }
    if (m_profiles.isEmpty())
        m_profileMenu->addAction(tr("No profiles yet"))->setEnabled(false);
}

void FilterBar::fillTagMenu()
{
    m_tagMenu->clear();
    QHash<QString, int> counts;
    const models::TableModel &model = *m_proxy.tableModel();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QStringList tags = model.tagsAt(row);
        for (const QString &tag : tags)
            ++counts[tag];
    }
    for (const QString &chosen : std::as_const(m_filter.tags))
        counts[chosen] += 0; // stays choosable when no row has it any more
    QStringList tags = counts.keys();
    std::sort(tags.begin(), tags.end(), [&](const QString &a, const QString &b) {
        return counts.value(a) != counts.value(b) ? counts.value(a) > counts.value(b) : a < b;
    });
    const qsizetype left = tags.size() - kMostTags;
    tags = tags.mid(0, kMostTags);
    for (const QString &tag : std::as_const(tags)) {
        QString label = tag;
        label.replace(u'&', u"&&"_s);
        QAction *action
            = m_tagMenu->addAction(u"%1 (%2)"_s.arg(label, locale().toString(counts.value(tag))));
        action->setCheckable(true);
        action->setChecked(m_filter.tags.contains(tag));
        connect(action, &QAction::toggled, this, [this, tag](bool on) {
            TableFilter filter = m_filter;
            toggle(filter.tags, tag, on);
            change(filter);
        });
    }
    if (left > 0)
        m_tagMenu
            ->addAction(tr("… and %Ln more; type one into the filter field", nullptr,
                           static_cast<int>(left)))
            ->setEnabled(false);
    if (tags.isEmpty())
        m_tagMenu->addAction(tr("No tags in this table"))->setEnabled(false);
}

void FilterBar::fillColumnMenu()
{
    m_columnMenu->clear();
    const auto &columns = m_proxy.tableModel()->columns();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        QAction *action = m_columnMenu->addAction(
            models::columnTitle(columns[static_cast<std::size_t>(column)]));
        connect(action, &QAction::triggered, this, [this, column] { editColumn(column); });
    }
}

// Applying.

void FilterBar::change(const TableFilter &filter)
{
    m_filter = filter;
    m_settings.setValue(m_key, models::toVariant(m_filter));
    apply();
}

void FilterBar::apply()
{
    TableFilter effective = m_filter;
    if (!m_scope.isEmpty())
        effective.profiles = {m_scope};
    m_proxy.setFilter(effective);
    syncWidgets();
    showProblems();
    Q_EMIT filterApplied();
}

void FilterBar::syncWidgets()
{
    if (m_quick->text() != m_filter.quick && !m_quickTimer.isActive()) {
        const QSignalBlocker blocker(m_quick);
        m_quick->setText(m_filter.quick);
    }
    QStringList levels;
    for (const StateLevel level : kFilterLevels) {
        if (m_filter.levels.contains(level))
            levels.append(models::levelWord(level));
    }
    setButtonText(m_stateButton, buttonText(tr("State"), levels));
    QStringList names;
    for (const QString &id : std::as_const(m_filter.profiles))
        names.append(profileName(id));
    if (!m_scope.isEmpty())
        names = {profileName(m_scope)};
    setButtonText(m_profileButton, buttonText(tr("Profile"), names));
    m_profileButton->setEnabled(m_scope.isEmpty());
    if (!m_scope.isEmpty())
        m_profileButton->setToolTip(tr("Chosen in the list of regions on the left."));
    setButtonText(m_tagButton, buttonText(tr("Tag"), m_filter.tags.values()));
    m_clearButton->setVisible(isActive() || !m_editors.isEmpty());
    syncEditors();
}

void FilterBar::showProblems()
{
    QStringList quickProblems;
    QHash<QString, QString> byColumn;
    const QList<models::FilterProblem> problems = m_proxy.filterProblems();
    for (const models::FilterProblem &problem : problems) {
        if (problem.columnId.isEmpty())
            quickProblems.append(problem.text);
        else
            byColumn.insert(problem.columnId, problem.text);
    }
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor)
        editor.value()->setProblem(byColumn.value(editor.key()));
    const QStringList columnTexts = byColumn.values();
    m_problem->setText((quickProblems + columnTexts).join(u'\n'));
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, m_theme.critical);
    m_problem->setPalette(palette);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_quick->setAccessibleDescription(quickProblems.join(u' '));
}

void FilterBar::syncEditors()
{
    for (auto it = m_filter.columns.cbegin(); it != m_filter.columns.cend(); ++it) {
        if (ColumnFilterEditor *editor = m_editors.value(it.key())) {
            if (editor->filter() != it.value())
                editor->setFilter(it.value());
        } else {
            addEditor(it.key(), it.value());
        }
    }
    m_editorArea->setVisible(!m_editors.isEmpty());
}

ColumnFilterEditor *FilterBar::addEditor(const QString &columnId, const ColumnFilter &filter)
{
    const int column = m_proxy.tableModel()->columnOf(columnId);
    if (column < 0)
        return nullptr; // remembered by a version that had this column
    auto *editor = new ColumnFilterEditor(m_theme, m_proxy.tableModel()->column(column), filter,
                                          suggestionsFor(column), m_editorArea);
    m_editorArea->layout()->addWidget(editor);
    m_editors.insert(columnId, editor);
    connect(editor, &ColumnFilterEditor::filterEdited, this, [this, editor, columnId] {
        TableFilter changed = m_filter;
        const ColumnFilter &now = editor->filter();
        const bool needsValue
            = now.op != ColumnFilter::Op::Empty && now.op != ColumnFilter::Op::NotEmpty;
        if (needsValue && now.values.isEmpty())
            changed.columns.remove(columnId); // still being typed: lets everything through
        else
            changed.columns.insert(columnId, now);
        change(changed);
    });
    connect(editor, &ColumnFilterEditor::removeRequested, this, [this, editor, columnId] {
        m_editors.remove(columnId);
        editor->hide();
        editor->deleteLater(); // its own button led here
        TableFilter changed = m_filter;
        changed.columns.remove(columnId);
        change(changed);
        m_quick->setFocus();
    });
    editor->putInTabOrderAfter(m_lastButton);
    editor->show();
    return editor;
}

void FilterBar::editColumn(int column)
{
    const models::ColumnSpec &spec = m_proxy.tableModel()->column(column);
    const QString id = QString::fromLatin1(spec.id);
    ColumnFilterEditor *editor = m_editors.value(id);
    if (!editor) {
        ColumnFilter fresh;
        if (spec.kind == models::ColumnKind::Number || spec.kind == models::ColumnKind::Time
            || spec.kind == models::ColumnKind::Age)
            fresh.op = ColumnFilter::Op::Greater;
        editor = addEditor(id, fresh);
    }
    syncWidgets();
    if (editor)
        editor->focusValue();
}

QStringList FilterBar::suggestionsFor(int column) const
{
    const models::TableModel &model = *m_proxy.tableModel();
    const models::ColumnKind kind = model.column(column).kind;
    if (kind != models::ColumnKind::Text && kind != models::ColumnKind::State)
        return {};
    QSet<QString> values;
    for (int row = 0; row < model.rowCount(); ++row) {
        values.insert(model.textAt(row, column));
        if (values.size() > kMostSuggestions)
            return {}; // too many to be of help, as ids are
    }
    QStringList sorted = values.values();
    sorted.removeAll(QString());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

// Keys.

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_quick && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_quick->text().isEmpty()) {
            m_quick->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Escape) {
            Q_EMIT leaveDownwards();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problem)
        showProblems();
}

} // namespace tallylight::ui
