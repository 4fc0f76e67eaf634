// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecture/layerrules.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::architecture {

namespace {

QString violation(const QString &path, qsizetype line, const QString &what)
{
    return path + u':' + QString::number(line) + u": "_s + what;
}

std::optional<Layer> layerNamed(const QString &name)
{
    const QList<Layer> all = layers();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Layer &layer) { return layer.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

/// The layer of "src/<layer>/file"; nullopt elsewhere.
std::optional<Layer> layerOf(const QString &path)
{
    return path.startsWith("src/"_L1) && path.count(u'/') >= 2
        ? layerNamed(path.section(u'/', 1, 1))
        : std::nullopt;
}

bool isHeader(const QString &path)
{
    return path.endsWith(".h"_L1);
}

QString bare(const QString &header)
{
    QString name = header.section(u'/', -1).toLower();
    if (name.endsWith(".h"_L1))
        name.chop(2);
    return name;
}

void checkInclude(const Layer &layer, const QString &path, qsizetype line, const QString &header,
                  bool quoted, const QtHeaders &headers, Violations &found)
{
    if (quoted) {
        const QString library = header.section(u'/', 0, 0);
        if (!header.contains(u'/')) {
            const bool generated = header.endsWith(".moc"_L1)
                || (header.startsWith("ui_"_L1)
                    && (layer.name == "ui"_L1 || layer.name == "app"_L1));
            if (!generated)
                found << violation(path, line, u"names \"%1\" without its library"_s.arg(header));
        } else if (!layerNamed(library)) {
            found << violation(path, line, u"includes \"%1\" of no library"_s.arg(header));
        } else if (library != layer.name && !layer.libraries.contains(library)) {
            found << violation(path, line, u"%1 may not use %2"_s.arg(layer.name, library));
        }
        return;
    }
    const QString module = headers.moduleOf(header);
    if (layer.forbiddenHeaders.contains(bare(header)))
        found << violation(path, line, u"%1 may not use <%2>"_s.arg(layer.name, header));
    else if (!module.isEmpty() && !layer.qtModules.contains(module))
        found << violation(path, line,
                           u"%1 may not use %2 (<%3>)"_s.arg(layer.name, module, header));
    else if (isHeader(path) && layer.hiddenModules.contains(module))
        found << violation(path, line,
                           u"%1 must keep %2 out of its headers"_s.arg(layer.name, module));
}

} // namespace

QList<Layer> layers()
{
    const QStringList files{u"qfile"_s,          u"qsavefile"_s,         u"qdir"_s,
                            u"qdiriterator"_s,   u"qfileinfo"_s,         u"qprocess"_s,
                            u"qlockfile"_s,      u"qtemporaryfile"_s,    u"qtemporarydir"_s,
                            u"qstandardpaths"_s, u"qsettings"_s,         u"qsystemsemaphore"_s,
                            u"qsharedmemory"_s,  u"fstream"_s,           u"iostream"_s,
                            u"filesystem"_s,     u"qfilesystemwatcher"_s};
    const QStringList itemModels{
        u"qabstractitemmodel"_s,           u"qabstractlistmodel"_s,  u"qabstracttablemodel"_s,
        u"qabstractproxymodel"_s,          u"qidentityproxymodel"_s, u"qsortfilterproxymodel"_s,
        u"qconcatenatetablesproxymodel"_s, u"qstringlistmodel"_s,    u"qstandarditemmodel"_s};
    const QStringList settings{u"qsettings"_s, u"qstandardpaths"_s};
    const QStringList all{u"core"_s,   u"aws"_s, u"storage"_s, u"monitor"_s,
                          u"models"_s, u"ui"_s,  u"demo"_s};
    const QStringList gui{u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtCharts"_s, u"QtSvg"_s};
    return {
        {u"core"_s, {}, {u"QtCore"_s}, files + itemModels, {}, false},
        {u"aws"_s, {u"core"_s}, {u"QtCore"_s, u"QtNetwork"_s}, settings + itemModels, {}, false},
        {u"storage"_s,
         {u"core"_s},
         {u"QtCore"_s, u"QtSql"_s, u"QtDBus"_s, u"Qt6Keychain"_s},
         itemModels,
         {u"QtSql"_s, u"QtDBus"_s, u"Qt6Keychain"_s},
         false},
        {u"monitor"_s,
         {u"core"_s, u"aws"_s, u"storage"_s},
         {u"QtCore"_s},
         settings + itemModels,
         {},
         false},
        {u"models"_s, {u"core"_s}, {u"QtCore"_s, u"QtGui"_s}, settings, {}, true},
        {u"ui"_s, {u"core"_s, u"monitor"_s, u"models"_s}, gui, settings, {}, true},
        {u"demo"_s,
         {u"core"_s, u"aws"_s},
         {u"QtCore"_s, u"QtGui"_s, u"QtNetwork"_s, u"QtHttpServer"_s},
         settings + itemModels,
         {},
         true},
        {u"app"_s, all, gui + QStringList{u"QtNetwork"_s, u"QtSql"_s}, {}, {}, true},
    };
}

QtHeaders::QtHeaders()
{
    const QDir root(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    QStringList modules = root.entryList({u"Qt*"_s}, QDir::Dirs);
    // Where two modules have a header of the same name, the lower one owns it.
    const QStringList lowest{u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtNetwork"_s};
    for (auto it = lowest.crbegin(); it != lowest.crend(); ++it) {
        if (modules.removeOne(*it))
            modules.prepend(*it);
    }
    for (const QString &module : std::as_const(modules)) {
        const QStringList headers = QDir(root.filePath(module)).entryList(QDir::Files);
        for (const QString &header : headers) {
            const QString name = bare(header);
            if (!m_modules.contains(name))
                m_modules.insert(name, module);
        }
    }
}

QString QtHeaders::moduleOf(const QString &header) const
{
    static const QRegularExpression likeQt(u"\\A(Q[A-Z]|q[a-z0-9]+\\.h\\z|Qt)"_s);
    if (header.startsWith("qt6keychain/"_L1))
        return u"Qt6Keychain"_s;
    if (header.contains(u'/'))
        return header.startsWith("Qt"_L1) ? header.section(u'/', 0, 0) : QString();
    const QString known = m_modules.value(bare(header));
    if (!known.isEmpty() && (header.startsWith(u'Q') || header.startsWith(u'q')))
        return known;
    return likeQt.match(header).hasMatch() ? u"unknown"_s : QString();
}

QString codeOnly(const QString &source, bool keepStrings)
{
    // Raw strings first, because nothing inside them is what it looks like.
    static const QRegularExpression token(
        u"R\"([^(\\s]{0,16})\\((?<raw>.*?)\\)\\1\"|//[^\\n]*|/\\*.*?\\*/|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\")|'(?:\\\\.|[^'\\\\\\n])'"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype copied = 0;
    QRegularExpressionMatchIterator it = token.globalMatch(source);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        const QString whole = match.captured();
        const bool isString = !match.captured(u"text"_s).isEmpty() || whole.startsWith("R\""_L1);
        code += QStringView(source).mid(copied, match.capturedStart() - copied);
        if (isString && keepStrings)
            code += whole;
        else
            code += isString ? u"\"\""_s + QString(whole.count(u'\n'), u'\n')
                             : QString(whole.count(u'\n'), u'\n');
        copied = match.capturedEnd();
    }
    code += QStringView(source).mid(copied);
    return code;
}

Violations checkSource(const QString &path, const QString &source, const QtHeaders &headers)
{
    static const QRegularExpression include(u"\\A\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    static const QRegularExpression text(
        u"\\b(tr|trUtf8|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|qtTrId)\\s*\\("_s);
    const std::optional<Layer> layer = layerOf(path);
    if (!layer)
        return {violation(path, 1, u"belongs to no library"_s)};

    Violations found;
    const QStringList lines = codeOnly(source, true).split(u'\n');
    const QStringList plain = codeOnly(source, false).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = include.match(lines.at(i));
        if (match.hasMatch())
            checkInclude(*layer, path, i + 1, match.captured(2), match.captured(1) == u"\"",
                         headers, found);
        if (!layer->showsText && text.match(plain.value(i)).hasMatch())
            found << violation(path, i + 1, u"%1 may not make texts for users"_s.arg(layer->name));
        if (isHeader(path) && layer->hiddenModules.contains(u"Qt6Keychain"_s)
            && plain.value(i).contains("QKeychain"_L1))
            found << violation(path, i + 1,
                               u"%1 must keep QKeychain out of its headers"_s.arg(layer->name));
    }
    return found;
}

Violations checkLinking(const QString &path, const QString &source)
{
    static const QRegularExpression linked(
        u"\\b(Qt6::(?<qt>\\w+)|Qt6Keychain::\\w+|tallylight_(?<own>[a-z]+))\\b"_s);
    const std::optional<Layer> layer = layerOf(path);
    if (!layer)
        return {};
    Violations found;
    const QStringList lines = source.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QRegularExpressionMatchIterator it = linked.globalMatch(lines.at(i).section(u'#', 0, 0));
        while (it.hasNext()) {
            const QRegularExpressionMatch match = it.next();
            const QString own = match.captured(u"own"_s);
            const QString qt = match.captured(u"qt"_s);
            const QString module = qt.isEmpty() ? u"Qt6Keychain"_s : u"Qt"_s + qt;
            if (own.isEmpty() && !layer->qtModules.contains(module) && layer->name != "app"_L1)
                found << violation(path, i + 1, u"%1 may not link %2"_s.arg(layer->name, module));
            else if (layerNamed(own) && own != layer->name && !layer->libraries.contains(own))
                found << violation(path, i + 1, u"%1 may not link %2"_s.arg(layer->name, own));
        }
    }
    return found;
}

Violations checkLicence(const QString &path, const QString &source)
{
    const QStringList lines = source.split(u'\n');
    // A script's first line is taken.
    const qsizetype first = lines.value(0).startsWith("#!"_L1) ? 1 : 0;
    const QString mark = path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1) ? u"// "_s : u"# "_s;
    if (lines.value(first).startsWith(mark + u"SPDX-FileCopyrightText: "_s)
        && lines.value(first + 1) == mark + u"SPDX-License-Identifier: GPL-3.0-or-later"_s)
        return {};
    return {violation(path, 1, u"lacks the two SPDX lines"_s)};
}

Violations checkName(const QString &path)
{
    static const QStringList prescribed{u"CMakeLists.txt"_s, u"README.md"_s, u"Info.plist.in"_s};
    const QString name = path.section(u'/', -1);
    if (prescribed.contains(name) || path == path.left(path.size() - name.size()) + name.toLower())
        return {};
    return {violation(path, 1, u"is not all lower case"_s)};
}

Violations checkTestWaiting(const QString &path, const QString &source)
{
    static const QRegularExpression waiting(
        u"\\b(qWait|qSleep|sleep_for|sleep_until|(QThread::|std::)?(sleep|msleep|usleep|nanosleep))\\s*\\("_s);
    Violations found;
    const QStringList lines = codeOnly(source, false).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = waiting.match(lines.at(i));
        if (match.hasMatch())
            found << violation(path, i + 1, u"waits for time to pass: %1"_s.arg(match.captured(1)));
    }
    return found;
}

} // namespace tallylight::architecture
