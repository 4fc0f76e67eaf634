// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/legenddialog.h"

#include "models/observation.h"
#include "models/roles.h"
#include "models/words.h"
#include "ui/statemark.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::Observation;
using models::StateLevel;

namespace {

constexpr int kShape = 16;
constexpr int kWidth = 640;
constexpr int kHeight = 620;

QString levelMeaning(StateLevel level)
{
    switch (level) {
    case StateLevel::Critical:
        return LegendDialog::tr("Viewers lose picture or sound, or are about to.");
    case StateLevel::Warning:
        return LegendDialog::tr("Something is wrong, but there still is a picture.");
    case StateLevel::Unknown:
        return LegendDialog::tr("Something needed to judge is missing; the sign inside says what. "
                                "Never taken for OK.");
    case StateLevel::Ok:
        return LegendDialog::tr("Everything asked for was seen lately, and nothing is wrong.");
    case StateLevel::Idle:
        return LegendDialog::tr("At rest on purpose; there is nothing to judge.");
    case StateLevel::None:
        return {};
    }
    return {};
}

/// How a cell in this state is judged, which gives it its shape.
StateLevel levelOf(Observation observation)
{
    switch (observation) {
    case Observation::Fresh:
        return StateLevel::Ok;
    case Observation::NotRunning:
        return StateLevel::Idle;
    case Observation::Loading:
    case Observation::NotApplicable:
    case Observation::NotPublished:
    case Observation::NoData:
        return StateLevel::None;
    default:
        return StateLevel::Unknown;
    }
}

} // namespace

LegendDialog::LegendDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setObjectName(u"legendDialog"_s);
    setWindowTitle(tr("Shapes and words"));
    auto *outer = new QVBoxLayout(this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(windowTitle());
    m_content = new QWidget(scroll);
    scroll->setWidget(m_content);
    outer->addWidget(scroll);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    outer->addWidget(buttons);
    build();
    resize(kWidth, kHeight);
}

void LegendDialog::build()
{
    auto *grid = new QGridLayout(m_content);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid);
    grid->setColumnStretch(2, 1);
    addLevels(*grid);
    addObservations(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
    applyLook();
}

void LegendDialog::addLevels(QGridLayout &grid)
{
    auto *title = new QLabel(tr("How bad it is, worst first"), m_content);
    title->setObjectName(u"legendTitle"_s);
    grid.addWidget(title, grid.rowCount(), 0, 1, 3);
    for (const StateLevel level : {StateLevel::Critical, StateLevel::Warning, StateLevel::Unknown,
                                   StateLevel::Ok, StateLevel::Idle})
        addRow(grid, level, u'?', models::levelWord(level), levelMeaning(level));
}

void LegendDialog::addObservations(QGridLayout &grid)
{
    auto *title = new QLabel(tr("What is known about a cell"), m_content);
    title->setObjectName(u"legendTitle"_s);
    grid.addWidget(title, grid.rowCount(), 0, 1, 3);
    for (const Observation observation : models::kObservations) {
        addRow(grid, levelOf(observation), models::observationSign(observation),
               models::observationWord(observation), models::observationExplanation(observation));
    }
}

void LegendDialog::addRow(QGridLayout &grid, StateLevel level, QChar sign, const QString &word,
                          const QString &meaning)
{
    const int row = grid.rowCount();
    auto *shape = new StateMark(m_theme, kShape, m_content);
    shape->setLevel(level);
    shape->setSign(sign);
    auto *name = new QLabel(word, m_content);
    name->setMinimumHeight(kShape); // on one line with what it means, beside the shape
    auto *text = new QLabel(meaning, m_content);
    text->setWordWrap(true);
    text->setAccessibleName(word + u": "_s + meaning);
    grid.addWidget(shape, row, 0, Qt::AlignTop);
    grid.addWidget(name, row, 1, Qt::AlignTop);
    grid.addWidget(text, row, 2);
}

void LegendDialog::applyLook()
{
    const auto titles = m_content->findChildren<QLabel *>(u"legendTitle"_s);
    for (QLabel *title : titles) {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        title->setFont(bold);
    }
}

void LegendDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_content || !m_content->layout())
        return;
    // The shapes are painted in the theme's colours.
    qDeleteAll(m_content->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_content->layout();
    build();
}

} // namespace tallylight::ui
