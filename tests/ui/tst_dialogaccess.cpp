// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/profileservice.h"
#include "storage/memorysecretstore.h"
#include "storage/profilestore.h"
#include "storage/sessionsecretstore.h"
#include "ui/aboutdialog.h"
#include "ui/jumppalette.h"
#include "ui/profiledialog.h"
#include "uirows.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace tallylight;
using namespace tallylight::ui;
using namespace uitest;

namespace {

bool isInteractive(const QWidget &widget)
{
    const bool internal = widget.objectName().startsWith(u"qt_"_s)
        || qobject_cast<const QMenu *>(&widget) || qobject_cast<const QScrollBar *>(&widget)
        || widget.inherits("QComboBoxListView") || widget.inherits("QComboBoxPrivateContainer")
        || (qobject_cast<const QLineEdit *>(&widget)
            && qobject_cast<const QComboBox *>(widget.parentWidget()));
    return (widget.focusPolicy() & Qt::TabFocus) && !internal;
}

QString describe(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

/// What a screen reader says; a button may be called by its own text.
QString spokenName(const QWidget &widget)
{
    if (!widget.accessibleName().isEmpty())
        return widget.accessibleName();
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button ? button->text() : QString();
}

} // namespace

/// Every dialog can be worked with the keyboard alone and be read out.
class TestDialogAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingHasANameAndTabGoesRound_data();
    void everythingHasANameAndTabGoesRound();
};

void TestDialogAccess::everythingHasANameAndTabGoesRound_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("profile dialog") << u"profile"_s << 10;
    QTest::newRow("about dialog") << u"about"_s << 1;
    QTest::newRow("jump palette") << u"jump"_s << 1;
}

void TestDialogAccess::everythingHasANameAndTabGoesRound()
{
    QFETCH(const QString, which);
    QFETCH(const int, atLeast);
    const QTemporaryDir dir;
    const ManualClock clock(startTime());
    const Theme theme = themeFor(ThemeChoice::Dark, {});
    storage::MemorySecretStore keychain;
    storage::SessionSecretStore secrets(keychain);
    storage::ProfileStore store(dir.filePath(u"profiles.json"_s));
    monitor::ProfileService service(store, secrets);
    QWidget parent;
    parent.resize(800, 600);
    parent.show();
    std::unique_ptr<QWidget> dialog;
    if (which == u"profile") {
        auto profile = std::make_unique<ProfileDialog>(service, clock, theme, &parent);
        profile->openForNew();
        for (QAbstractButton *button : profile->findChildren<QAbstractButton *>()) {
            if (button->objectName() == u"advancedButton" || button->objectName() == u"roleButton")
                button->setChecked(true);
        }
        dialog = std::move(profile);
    } else if (which == u"about") {
        dialog = std::make_unique<AboutDialog>(theme, &parent);
        dialog->show();
    } else {
        auto palette = std::make_unique<JumpPalette>(
            theme, [](const QString &) { return QList<JumpTarget>(); }, &parent);
        palette->open();
        dialog = std::move(palette);
    }
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));

    QList<const QWidget *> reachable;
    const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!isInteractive(*widget))
            continue;
        QVERIFY2(!spokenName(*widget).isEmpty(), qPrintable(describe(*widget)));
        if (widget->isVisible() && widget->isEnabled())
            reachable.append(widget);
    }
    QCOMPARE_GE(reachable.size(), atLeast);

    const_cast<QWidget *>(reachable.first())->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(QApplication::focusWidget());
    QSet<const QWidget *> visited;
    for (qsizetype i = 0; i < 2 * reachable.size() + 10; ++i) {
        visited.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QWidget *widget : std::as_const(reachable)) {
        const QWidget *inner = widget->focusProxy() ? widget->focusProxy() : widget;
        // Of a group of radio buttons Tab reaches the chosen one.
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inGroup = button && button->autoExclusive() && !button->isChecked();
        QVERIFY2(inGroup || visited.contains(widget) || visited.contains(inner),
                 qPrintable(describe(*widget)));
    }
}

QTEST_MAIN(TestDialogAccess)
#include "tst_dialogaccess.moc"
