// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/columnfiltereditor.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::ColumnFilter;
using models::ColumnKind;

namespace {

constexpr std::chrono::milliseconds kDebounce = 200ms;
constexpr int kValueWidth = 18 * kGrid;

bool takesNoValue(ColumnFilter::Op op)
{
    return op == ColumnFilter::Op::Empty || op == ColumnFilter::Op::NotEmpty;
}

} // namespace

ColumnFilterEditor::ColumnFilterEditor(const Theme &theme, const models::ColumnSpec &spec,
                                       const ColumnFilter &filter, const QStringList &suggestions,
                                       QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_columnId(QString::fromLatin1(spec.id))
    , m_title(new QLabel(models::columnTitle(spec), this))
    , m_operator(new QComboBox(this))
    , m_value(new QLineEdit(this))
    //: Button that takes the filter of one column away.
    , m_remove(new QPushButton(tr("Remove"), this))
{
    const QString title = models::columnTitle(spec);
    setObjectName(u"columnFilter_"_s + m_columnId);
    setAccessibleName(tr("Filter of column %1").arg(title));
    const bool ordered = spec.kind == ColumnKind::Number || spec.kind == ColumnKind::Time
        || spec.kind == ColumnKind::Age;
    const auto offer = [this](ColumnFilter::Op op, const QString &label) {
        m_operator->addItem(label, static_cast<int>(op));
    };
    if (ordered) {
        //: Comparison of a number, a time or an age in a column filter.
        offer(ColumnFilter::Op::Greater, tr("more than"));
        offer(ColumnFilter::Op::Less, tr("less than"));
    }
    offer(ColumnFilter::Op::Contains, tr("contains"));
    offer(ColumnFilter::Op::NotContains, tr("does not contain"));
    offer(ColumnFilter::Op::Equals, tr("is"));
    offer(ColumnFilter::Op::OneOf, tr("is one of"));
    offer(ColumnFilter::Op::Regex, tr("matches pattern"));
    offer(ColumnFilter::Op::Empty, tr("is empty"));
    offer(ColumnFilter::Op::NotEmpty, tr("is not empty"));
    m_operator->setObjectName(u"columnFilterOperator"_s);
    m_operator->setAccessibleName(tr("Comparison for column %1").arg(title));
    m_value->setObjectName(u"columnFilterValue"_s);
    m_value->setAccessibleName(tr("Value for column %1").arg(title));
    m_value->setClearButtonEnabled(true);
    m_value->setMinimumWidth(kValueWidth);
    if (!suggestions.isEmpty()) {
        auto *completer = new QCompleter(suggestions, m_value);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_value->setCompleter(completer);
    }
    m_remove->setObjectName(u"columnFilterRemove"_s);
    m_remove->setAccessibleName(tr("Remove filter of column %1").arg(title));
    m_remove->setFlat(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, 2, 2, 2);
    row->setSpacing(kGrid / 2);
    m_title->setFont(strongFont(font()));
    row->addWidget(m_title);
    row->addWidget(m_operator);
    row->addWidget(m_value);
    row->addWidget(m_remove);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kDebounce);
    connect(&m_timer, &QTimer::timeout, this, &ColumnFilterEditor::read);
    connect(m_value, &QLineEdit::textChanged, this, [this] { m_timer.start(); });
    connect(m_value, &QLineEdit::returnPressed, this, &ColumnFilterEditor::read);
    connect(m_operator, &QComboBox::currentIndexChanged, this, [this] {
        adaptToOperator();
        read();
    });
    connect(m_remove, &QPushButton::clicked, this, &ColumnFilterEditor::removeRequested);
    setFilter(filter);
}

void ColumnFilterEditor::setFilter(const ColumnFilter &filter)
{
    m_filter = filter;
    const QSignalBlocker blockOperator(m_operator);
    const QSignalBlocker blockValue(m_value);
    m_operator->setCurrentIndex(std::max(0, m_operator->findData(static_cast<int>(filter.op))));
    m_value->setText(filter.values.join(u", "_s));
    adaptToOperator();
}

void ColumnFilterEditor::adaptToOperator()
{
    const auto op = static_cast<ColumnFilter::Op>(m_operator->currentData().toInt());
    m_value->setVisible(!takesNoValue(op));
    m_value->setPlaceholderText(op == ColumnFilter::Op::OneOf ? tr("one, two, …") : QString());
}

void ColumnFilterEditor::read()
{
    m_timer.stop();
    ColumnFilter filter;
    filter.op = static_cast<ColumnFilter::Op>(m_operator->currentData().toInt());
    const QString text = m_value->text();
    if (filter.op == ColumnFilter::Op::OneOf) {
        const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                filter.values.append(part.trimmed());
        }
    } else if (!takesNoValue(filter.op) && !text.isEmpty()) {
        filter.values.append(text);
    }
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterEdited();
}

void ColumnFilterEditor::setProblem(const QString &text)
{
    m_problem = !text.isEmpty();
    m_value->setToolTip(text);
    m_value->setAccessibleDescription(text);
    QPalette palette = m_value->palette();
    palette.setColor(QPalette::Text, m_problem ? m_theme.critical : m_theme.text);
    m_value->setPalette(palette);
    update();
}

void ColumnFilterEditor::focusValue()
{
    if (m_value->isHidden())
        m_operator->setFocus(Qt::OtherFocusReason);
    else
        m_value->setFocus(Qt::OtherFocusReason);
}

void ColumnFilterEditor::putInTabOrderAfter(QWidget *widget)
{
    setTabOrder(widget, m_operator);
    setTabOrder(m_operator, m_value);
    setTabOrder(m_value, m_remove);
}

void ColumnFilterEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_problem ? m_theme.critical : m_theme.accent);
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace tallylight::ui
