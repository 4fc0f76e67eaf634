// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tallylight::architecture {

/// What one library under src/ may use; everything else is a violation.
struct Layer
{
    QString name;
    QStringList libraries; ///< of the project, beside itself
    QStringList qtModules; ///< "QtCore", …, and "Qt6Keychain"
    QStringList forbiddenHeaders; ///< of allowed modules, in lower case: files, item models, …
    QStringList
        hiddenModules; ///< allowed in .cpp files only, so that nobody above sees their types
    bool showsText = false; ///< may translate texts for users
};

/// The layers and their arrows: the one table the source tree is held against.
QList<Layer> layers();

/// Which Qt module a header belongs to, as the installed Qt sees it.
class QtHeaders
{
public:
    /// Reads the folders of the Qt this program was built with.
    QtHeaders();

    bool isKnown() const { return !m_modules.isEmpty(); }
    /// "QtWidgets" for <QWidget>, <QtWidgets/QWidget>, <qwidget.h> and <QtWidgets>; empty for a
    /// header that isn't Qt's; "unknown" for one that looks like Qt's and isn't installed.
    QString moduleOf(const QString &header) const;

private:
    QHash<QString, QString> m_modules; ///< header in lower case, without ".h" → module
};

/// One line that breaks a rule: "src/core/a.h:3: …".
using Violations = QStringList;

/// The code without comments; with \a keepStrings false also without what stands in string
/// literals. Line breaks stay where they were.
QString codeOnly(const QString &source, bool keepStrings);

/// Everything in \a source (at \a path, relative to the project, "src/<layer>/…") that its layer
/// may not do.
Violations checkSource(const QString &path, const QString &source, const QtHeaders &headers);
/// Everything a layer's CMakeLists.txt links that it may not.
Violations checkLinking(const QString &path, const QString &source);
/// The two lines every source starts with.
Violations checkLicence(const QString &path, const QString &source);
/// All-lowercase file names, but for those tools prescribe.
Violations checkName(const QString &path);
/// Tests wait for something to happen, never for time to pass.
Violations checkTestWaiting(const QString &path, const QString &source);

} // namespace tallylight::architecture
