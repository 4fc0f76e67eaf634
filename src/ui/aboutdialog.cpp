// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aboutdialog.h"

#include "ui/theme.h"
#include "ui_aboutdialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QSysInfo>

#include <array>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

struct Library
{
    const char *name;
    const char *licence;
    bool isQt;
};

constexpr std::array kLibraries{
    Library{"Qt Core, Gui, Widgets, Network, Sql, Svg", "LGPL-3.0", true},
    Library{"Qt Charts", "GPL-3.0", true},
    Library{"Qt HTTP Server", "GPL-3.0", true},
    Library{"QtKeychain", "BSD-2-Clause", false},
    Library{"SQLite", "public domain", false},
};

} // namespace

AboutDialog::AboutDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    //: %1 is a version number
    m_ui->versionLabel->setText(tr("Version %1").arg(QStringLiteral(TALLYLIGHT_VERSION)));
    addLibraries();
    applyLook();
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(versions()); });
    m_ready = true;
}

AboutDialog::~AboutDialog() = default;

void AboutDialog::addLibraries()
{
    int row = 0;
    for (const Library &library : kLibraries) {
        QString name = QString::fromLatin1(library.name);
        if (library.isQt)
            name += u' ' + QLibraryInfo::version().toString();
        m_ui->librariesGrid->addWidget(new QLabel(name, this), row, 0);
        m_ui->librariesGrid->addWidget(new QLabel(QString::fromLatin1(library.licence), this), row,
                                       1);
        ++row;
    }
    m_ui->librariesGrid->setColumnStretch(1, 1);
}

QString AboutDialog::versions()
{
    return u"Tallylight %1\nQt %2 (built with %3)\n%4, %5\n%6\n"_s.arg(
        QStringLiteral(TALLYLIGHT_VERSION), QLibraryInfo::version().toString(),
        QStringLiteral(QT_VERSION_STR), QSysInfo::prettyProductName(),
        QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName());
}

void AboutDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_ready)
        applyLook();
}

void AboutDialog::applyLook()
{
    QFont title = strongFont(font());
    title.setPointSizeF(title.pointSizeF() + 6.0);
    m_ui->nameLabel->setFont(title);
    m_ui->librariesHeading->setFont(strongFont(font()));
    m_ui->librariesHeading->setContentsMargins(0, kGrid, 0, 0);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    m_ui->versionLabel->setPalette(muted);
}

} // namespace tallylight::ui
