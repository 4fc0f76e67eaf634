// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/factgrid.h"

#include "models/words.h"
#include "ui/statemark.h"
#include "ui/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <initializer_list>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr int kFactShape = 14;

}

FactGrid::FactGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kGrid / 2);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(2, 1);
}

void FactGrid::setFacts(const QList<Fact> &facts)
{
    setGroups({FactGroup{{}, facts}});
}

void FactGrid::setGroups(const QList<FactGroup> &groups)
{
    if (groups == m_groups)
        return;
    m_groups = groups;
    qsizetype used = 0;
    const auto next = [&]() -> Line & {
        if (used == m_lines.size())
            addLine();
        return m_lines[used++];
    };
    for (const FactGroup &group : groups) {
        if (!group.heading.isEmpty())
            showHeading(next(), group.heading);
        for (const Fact &fact : group.facts)
            showFact(next(), fact);
    }
    for (qsizetype i = used; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        for (QWidget *part : std::initializer_list<QWidget *>{line.label, line.shape, line.value})
            part->hide();
    }
}

void FactGrid::addLine()
{
    Line line;
    line.label = new QLabel(this);
    line.shape = new StateMark(m_theme, kFactShape, this);
    line.value = new QLabel(this);
    for (QLabel *part : {line.label, line.value}) {
        part->setTextFormat(Qt::PlainText);
        part->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    line.value->setWordWrap(true);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setMinimumWidth(1);
    line.shape->setFixedWidth(kFactShape);
    const auto row = static_cast<int>(m_lines.size());
    m_grid->addWidget(line.label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.shape, row, 1, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 2);
    m_lines.append(line);
}

void FactGrid::showHeading(Line &line, const QString &heading)
{
    line.label->setText(heading);
    line.label->setFont(strongFont(font()));
    line.label->setPalette(palette());
    line.label->setContentsMargins(0, &line == &m_lines.first() ? 0 : kGrid, 0, 0);
    line.label->show();
    line.shape->hide();
    line.value->clear();
    line.value->hide();
}

void FactGrid::showFact(Line &line, const Fact &fact)
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    line.label->setText(fact.label);
    line.label->setFont(font());
    line.label->setPalette(muted);
    line.label->setContentsMargins(0, 0, kGrid, 0);
    line.label->show();
    line.shape->setLevel(fact.level);
    line.shape->show();
    if (line.value->text() != fact.value)
        line.value->setText(fact.value);
    line.value->setToolTip(fact.toolTip);
    const QString word = models::levelWord(fact.level);
    line.value->setAccessibleName(
        QStringList{fact.label, word, fact.value}.join(u' ').simplified());
    line.value->show();
}

QString FactGrid::text() const
{
    QStringList lines;
    for (const FactGroup &group : m_groups) {
        if (!group.heading.isEmpty())
            lines << group.heading;
        for (const Fact &fact : group.facts)
            lines << (fact.label + u": "_s + fact.value);
    }
    return lines.join(u'\n');
}

void FactGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setGroups(std::exchange(m_groups, {}));
}

} // namespace tallylight::ui
