// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tallylight::ui {

class FieldMessage;
struct Theme;

/// Asks for the code of an MFA device, in place, above the pages: monitoring goes on behind it, and
/// nothing takes the focus unless the operator asked for it. For one profile at a time.
class MfaPrompt final : public QFrame
{
    Q_OBJECT

public:
    enum class Shape {
        Line, ///< all beside one another, for the whole width of a window
        Block, ///< the words above the field, for a form
    };

    /// \a theme outlives the prompt.
    explicit MfaPrompt(const Theme &theme, QWidget *parent = nullptr, Shape shape = Shape::Line);

    /// Asks for the code \a device shows, for the profile called \a name. Keeps what has been typed
    /// when it is the same profile's already.
    void ask(const QString &profileId, const QString &name, const QString &device);
    /// The code is being tried.
    void setTrying();
    /// It did not work, for this reason; another can be typed.
    void showRefusal(const QString &text);
    /// Closes without a word.
    void dismiss();
    /// Whose code is asked for; empty while it is closed.
    const QString &profileId() const { return m_profileId; }
    bool isTrying() const { return m_isTrying; }
    void takeFocus();

Q_SIGNALS:
    /// Six digits were entered.
    void codeEntered(const QString &profileId, const QString &code);
    void cancelled(const QString &profileId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(Shape shape);
    void arrange(Shape shape);
    void enter();
    void updateFields();
    void cancel();

    const Theme &m_theme;
    QString m_profileId;
    bool m_isTrying = false;
    bool m_isInUse = false; ///< the operator was in it when the code was entered
    QLabel *m_title;
    QLabel *m_device;
    QLineEdit *m_code;
    QPushButton *m_accept;
    QPushButton *m_cancel;
    FieldMessage *m_message;
};

} // namespace tallylight::ui
