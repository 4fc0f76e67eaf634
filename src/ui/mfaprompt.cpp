// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mfaprompt.h"

#include "models/roles.h"
#include "ui/fieldmessage.h"
#include "ui/keyfields.h"
#include "ui/stateshape.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr int kPromptShape = 16;
constexpr int kCodeDigits = 6;

/// Lets a code be pasted the way devices show it: "123 456".
class CodeValidator final : public QValidator
{
public:
    using QValidator::QValidator;
    State validate(QString &text, int &position) const override
    {
        QString digits;
        for (const QChar c : std::as_const(text)) {
            if (c.isDigit() && c.unicode() < 128)
                digits += c;
            else if (!c.isSpace())
                return Invalid;
        }
        if (digits.size() > kCodeDigits)
            return Invalid;
        if (digits != text) {
            text = digits;
            position = static_cast<int>(digits.size());
        }
        return text.size() == kCodeDigits ? Acceptable : Intermediate;
    }
};

} // namespace

MfaPrompt::MfaPrompt(const Theme &theme, QWidget *parent, Shape shape)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_device(new QLabel(this))
    , m_code(new QLineEdit(this))
    , m_accept(new QPushButton(tr("Sign in"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_message(new FieldMessage(this))
{
    setObjectName(u"mfaPrompt"_s);
    build(shape);
    hide();
}

void MfaPrompt::build(Shape shape)
{
    m_title->setObjectName(u"mfaTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(strongFont(font()));
    m_device->setObjectName(u"mfaDevice"_s);
    m_device->setTextFormat(Qt::PlainText);
    m_device->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setObjectName(u"mfaCode"_s);
    m_code->setFont(tabularFont(font()));
    m_code->setPlaceholderText(tr("6 digits"));
    m_code->setAccessibleName(tr("MFA code"));
    m_code->setToolTip(tr("The code the MFA device shows right now"));
    m_code->setValidator(new CodeValidator(m_code));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_code->setFixedWidth(m_code->fontMetrics().horizontalAdvance(u"0"_s) * 14);
    for (QPushButton *button : {m_accept, m_cancel})
        button->setAutoDefault(false);
    m_accept->setObjectName(u"mfaAccept"_s);
    m_accept->setAccessibleName(m_accept->text());
    m_cancel->setObjectName(u"mfaCancel"_s);
    m_cancel->setAccessibleName(m_cancel->text());
    m_message->setObjectName(u"mfaMessage"_s);
    arrange(shape);
    connect(m_code, &QLineEdit::textChanged, this, [this] { updateFields(); });
    connect(m_code, &QLineEdit::returnPressed, this, &MfaPrompt::enter);
    connect(m_accept, &QPushButton::clicked, this, &MfaPrompt::enter);
    connect(m_cancel, &QPushButton::clicked, this, &MfaPrompt::cancel);
}

void MfaPrompt::arrange(Shape shape)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid * 2 + kPromptShape, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    if (shape == Shape::Line) {
        row->addWidget(m_title);
        row->addWidget(m_device, 1);
    } else {
        for (QLabel *label : {m_title, m_device}) {
            label->setWordWrap(true);
            label->setMinimumWidth(1); // a device's name has no blanks to break at
            column->addWidget(label);
        }
    }
    row->addWidget(m_code);
    row->addWidget(m_accept);
    row->addWidget(m_cancel);
    if (shape == Shape::Block)
        row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_message);
}

void MfaPrompt::ask(const QString &profileId, const QString &name, const QString &device)
{
    if (m_profileId != profileId) {
        m_profileId = profileId;
        m_isTrying = false;
        wipeText(*m_code);
        m_message->showMessage(m_theme, StateLevel::None, {});
    }
    //: %1 is the name of a region profile
    m_title->setText(tr("%1: enter the MFA code").arg(name));
    //: %1 is an MFA device, as AWS names it
    m_device->setText(tr("of %1").arg(device));
    m_device->setToolTip(device);
    setAccessibleName(m_title->text() + u' ' + m_device->text());
    m_code->setAccessibleDescription(accessibleName());
    updateFields();
    show();
}

void MfaPrompt::updateFields()
{
    m_code->setEnabled(!m_isTrying);
    m_accept->setEnabled(!m_isTrying && m_code->hasAcceptableInput());
    m_accept->setText(m_isTrying ? tr("Signing in…") : tr("Sign in"));
    m_accept->setAccessibleName(m_accept->text());
    update();
}

void MfaPrompt::enter()
{
    if (m_isTrying || !m_code->hasAcceptableInput())
        return;
    const QString code = m_code->text();
    m_isInUse = isAncestorOf(window()->focusWidget());
    setTrying();
    Q_EMIT codeEntered(m_profileId, code);
}

void MfaPrompt::setTrying()
{
    m_isTrying = true;
    m_message->showMessage(m_theme, StateLevel::None, {});
    updateFields();
}

void MfaPrompt::showRefusal(const QString &text)
{
    m_isTrying = false;
    wipeText(*m_code); // each code works once
    m_message->showMessage(m_theme, StateLevel::Critical, text);
    updateFields();
    // While the code was tried its field was disabled, which sends the focus elsewhere.
    if (m_isInUse)
        m_code->setFocus();
}

void MfaPrompt::dismiss()
{
    m_profileId.clear();
    m_isTrying = false;
    wipeText(*m_code);
    m_message->showMessage(m_theme, StateLevel::None, {});
    hide();
}

void MfaPrompt::cancel()
{
    const QString id = m_profileId;
    dismiss();
    Q_EMIT cancelled(id);
}

void MfaPrompt::takeFocus()
{
    m_code->setFocus(Qt::OtherFocusReason);
    m_code->selectAll();
}

void MfaPrompt::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (isReturn)
        event->accept(); // the field has had it; a dialog's own button must not
    else
        QFrame::keyPressEvent(event);
}

void MfaPrompt::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.stateWash(StateLevel::Warning));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.stateColor(StateLevel::Warning));
    const QRectF shape(kGrid + 3, m_title->geometry().center().y() - kPromptShape / 2.0,
                       kPromptShape, kPromptShape);
    paintStateShape(&painter, shape, StateLevel::Warning, m_theme);
}

void MfaPrompt::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace tallylight::ui
