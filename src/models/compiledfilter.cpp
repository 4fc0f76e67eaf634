// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compiledfilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(TableFilter)
};

/// One blank-separated term of the quick text, still with its column and sign.
struct RawTerm
{
    bool negated = false;
    QString column; ///< as typed; empty for none
    QString text;
    bool quoted = false;
    bool regex = false;
};

/// Reads the quick text term by term; whatever is not quite a quote or an expression is a plain
/// word.
class QuickReader
{
public:
    using IsColumn = std::function<bool(QStringView)>;

    QuickReader(const QString &text, IsColumn isColumn)
        : m_text(text)
        , m_isColumn(std::move(isColumn))
    {
    }

    std::optional<RawTerm> next()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            return std::nullopt;
        RawTerm term;
        if (m_text.at(m_at) == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            term.negated = true;
            ++m_at;
        }
        readColumn(term);
        if (!readQuoted(term) && !readRegex(term))
            readWord(term);
        return term;
    }

private:
    QStringView rest() const { return QStringView(m_text).mid(m_at); }

    qsizetype wordLength() const
    {
        const QStringView view = rest();
        return std::find_if(view.begin(), view.end(), [](QChar c) { return c.isSpace(); })
            - view.begin();
    }

    /// "name:" where name is a column; a colon elsewhere (an ARN, a URL) is just a colon.
    void readColumn(RawTerm &term)
    {
        const QStringView word = rest().left(wordLength());
        const qsizetype colon = word.indexOf(u':');
        if (colon <= 0 || !m_isColumn(word.left(colon)))
            return;
        term.column = word.left(colon).toString();
        m_at += colon + 1;
    }

    bool readQuoted(RawTerm &term)
    {
        if (!rest().startsWith(u'"'))
            return false;
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        term.quoted = true;
        term.text = end < 0 ? m_text.mid(m_at + 1) : m_text.mid(m_at + 1, end - m_at - 1);
        m_at = end < 0 ? m_text.size() : end + 1;
        return true;
    }

    /// "/…/" followed by a blank or the end; blanks may stand inside.
    bool readRegex(RawTerm &term)
    {
        if (!rest().startsWith(u'/'))
            return false;
        for (qsizetype end = m_at + 1; end < m_text.size(); ++end) {
            if (m_text.at(end) == u'\\') {
                ++end;
                continue;
            }
            const bool closes = m_text.at(end) == u'/' && end > m_at + 1
                && (end + 1 == m_text.size() || m_text.at(end + 1).isSpace());
            if (!closes)
                continue;
            term.regex = true;
            term.text = m_text.mid(m_at + 1, end - m_at - 1);
            m_at = end + 1;
            return true;
        }
        return false;
    }

    void readWord(RawTerm &term)
    {
        const qsizetype length = wordLength();
        term.text = m_text.mid(m_at, length);
        m_at += length;
    }

    QString m_text;
    IsColumn m_isColumn;
    qsizetype m_at = 0;
};

/// Patterns are matched against folded text, so their own diacritics must go too; ASCII stays as it
/// is, because \D is not \d.
QString foldedPattern(const QString &pattern)
{
    QString folded;
    folded.reserve(pattern.size());
    for (const QChar c : pattern)
        folded += c.unicode() < 0x80 ? QString(c) : foldedForSearch(QString(c));
    return folded;
}

std::optional<double> parseNumber(const QString &typed)
{
    bool ok = false;
    double number = QLocale().toDouble(typed.trimmed(), &ok);
    if (!ok)
        number = QLocale::c().toDouble(typed.trimmed(), &ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<double> parseLimit(const QString &typed, ColumnKind kind, TimeZoneChoice zone)
{
    if (kind == ColumnKind::Age) {
        const std::optional<std::chrono::seconds> age = parseAge(typed);
        return age ? std::optional(static_cast<double>(age->count())) : std::nullopt;
    }
    if (kind == ColumnKind::Time) {
        const QDateTime time = parseTime(typed, zone);
        return time.isValid() ? std::optional(static_cast<double>(time.toMSecsSinceEpoch()))
                              : std::nullopt;
    }
    return parseNumber(typed);
}

bool isOrdered(ColumnKind kind)
{
    return kind == ColumnKind::Number || kind == ColumnKind::Time || kind == ColumnKind::Age;
}

std::optional<double> comparable(const QVariant &value)
{
    if (!value.isValid())
        return std::nullopt;
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return static_cast<double>(value.toDateTime().toMSecsSinceEpoch());
    return value.toDouble();
}

} // namespace

CompiledFilter::CompiledFilter(const TableFilter &filter, const TableModel &model)
    : m_model(model)
    , m_filter(filter)
{
    compileQuick(filter.quick);
    for (auto it = filter.columns.begin(); it != filter.columns.end(); ++it)
        compileColumn(it.key(), it.value());
}

int CompiledFilter::columnNamed(QStringView name) const
{
    const auto plain = [](const QString &text) {
        return foldedForSearch(text).remove(u' ');
    };
    const QString wanted = plain(name.toString());
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const ColumnSpec &spec = m_model.column(column);
        if (wanted == plain(QString::fromLatin1(spec.id)) || wanted == plain(columnTitle(spec)))
            return column;
    }
    return -1;
}

void CompiledFilter::addTest(Test test)
{
    if (test.column >= 0 && m_model.column(test.column).kind == ColumnKind::Age)
        m_dependsOnAge = true;
    m_tests.push_back(std::move(test));
}

void CompiledFilter::compileQuick(const QString &quick)
{
    QuickReader reader(quick, [this](QStringView name) { return columnNamed(name) >= 0; });
    while (const std::optional<RawTerm> term = reader.next()) {
        Test test;
        test.negated = term->negated;
        test.column = term->column.isEmpty() ? -1 : columnNamed(term->column);
        const bool limit = !term->quoted && !term->regex && test.column >= 0
            && term->text.size() > 1 && isOrdered(m_model.column(test.column).kind)
            && (term->text.startsWith(u'>') || term->text.startsWith(u'<'));
        if (term->regex) {
            test.op = Op::Regex;
            if (!compileRegex(test, term->text, {}))
                continue;
        } else if (limit) {
            test.op = term->text.startsWith(u'>') ? Op::Greater : Op::Less;
            if (!compileNumber(test, term->text.mid(1), {}))
                continue;
        } else if (term->text.isEmpty()) {
            continue; // "column:" or an opening quote: still being typed
        } else {
            test.folded = {foldedForSearch(term->text)};
        }
        addTest(std::move(test));
    }
}

void CompiledFilter::compileColumn(const QString &columnId, const ColumnFilter &filter)
{
    Test test;
    test.op = filter.op;
    test.column = m_model.columnOf(columnId);
    if (test.column < 0) {
        m_problems << FilterProblem{columnId, FilterText::tr("There is no such column.")};
        return;
    }
    const QString first = filter.values.value(0);
    switch (filter.op) {
    case Op::Regex:
        if (!first.isEmpty() && compileRegex(test, first, columnId))
            addTest(std::move(test));
        return;
    case Op::Greater:
    case Op::Less:
        if (!first.trimmed().isEmpty() && compileNumber(test, first, columnId))
            addTest(std::move(test));
        return;
    case Op::Empty:
    case Op::NotEmpty:
        addTest(std::move(test));
        return;
    case Op::Contains:
    case Op::NotContains:
    case Op::Equals:
        if (first.isEmpty())
            return;
        break;
    case Op::OneOf:
        if (filter.values.isEmpty())
            return;
        break;
    }
    for (const QString &value : filter.values)
        test.folded << foldedForSearch(value);
    addTest(std::move(test));
}

bool CompiledFilter::compileRegex(Test &test, const QString &pattern, const QString &columnId)
{
    // The limit keeps a pattern that backtracks without end from stopping the window.
    test.regex = QRegularExpression(u"(*LIMIT_MATCH=20000)"_s + foldedPattern(pattern),
                                    QRegularExpression::CaseInsensitiveOption
                                        | QRegularExpression::MultilineOption);
    if (test.regex.isValid()) {
        test.regex.optimize();
        return true;
    }
    //: %1 is what is wrong with the expression, in English
    m_problems << FilterProblem{
        columnId,
        FilterText::tr("This is not a regular expression: %1.").arg(test.regex.errorString())};
    return false;
}

bool CompiledFilter::compileNumber(Test &test, const QString &typed, const QString &columnId)
{
    const ColumnKind kind = m_model.column(test.column).kind;
    const std::optional<double> number
        = isOrdered(kind) ? parseLimit(typed, kind, m_model.timeZone()) : std::nullopt;
    if (number) {
        test.number = *number;
        return true;
    }
    QString text;
    if (kind == ColumnKind::Time)
        text = FilterText::tr("Type a time such as 2026-11-23 02:57.");
    else if (kind == ColumnKind::Age)
        text = FilterText::tr("Type an age such as 30 s, 5 min or 2 h.");
    else if (kind == ColumnKind::Number)
        text = FilterText::tr("Type a number.");
    else
        text = FilterText::tr("This column can't be compared with a number or a time.");
    m_problems << FilterProblem{columnId, text};
    return false;
}

bool CompiledFilter::accepts(int row) const
{
    if (!m_filter.profiles.isEmpty() && !m_filter.profiles.contains(m_model.profileAt(row).id))
        return false;
    if (!m_filter.levels.isEmpty() && !m_filter.levels.contains(m_model.verdictAt(row).level))
        return false;
    return passesTags(row)
        && std::all_of(m_tests.begin(), m_tests.end(),
                       [this, row](const Test &test) { return passes(test, row) != test.negated; });
}

bool CompiledFilter::passesTags(int row) const
{
    if (m_filter.tags.isEmpty())
        return true;
    const QStringList tags = m_model.tagsAt(row);
    return std::any_of(tags.begin(), tags.end(), [this](const QString &tag) {
        return m_filter.tags.contains(tag) || m_filter.tags.contains(tag.section(u'=', 0, 0));
    });
}

bool CompiledFilter::passes(const Test &test, int row) const
{
    if (test.column >= 0)
        return passesColumn(test, row);
    const QString &text = m_model.searchTextAt(row);
    return test.op == Op::Regex ? test.regex.match(text).hasMatch()
                                : text.contains(test.folded.constFirst());
}

/// What the cell shows, its elements where it is a list, and AWS's own word where that differs.
QStringList CompiledFilter::foldedCell(int row, int column) const
{
    const QString shown = m_model.textAt(row, column);
    QStringList texts{foldedForSearch(shown)};
    const ColumnKind kind = m_model.column(column).kind;
    if (isOrdered(kind) || kind == ColumnKind::Flag)
        return texts;
    const QVariant raw = m_model.valueAt(row, column);
    const QStringList elements = raw.metaType() == QMetaType::fromType<QStringList>()
        ? raw.toStringList()
        : QStringList(raw.toString());
    for (const QString &element : elements) {
        if (element != shown)
            texts << foldedForSearch(element);
    }
    return texts;
}

bool CompiledFilter::passesColumn(const Test &test, int row) const
{
    if (test.op == Op::Greater || test.op == Op::Less) {
        const std::optional<double> number = comparable(m_model.valueAt(row, test.column));
        if (!number)
            return false;
        return test.op == Op::Greater ? *number > test.number : *number < test.number;
    }
    if (test.op == Op::Empty || test.op == Op::NotEmpty) {
        const bool empty = m_model.sortCellAt(row, test.column).nothing;
        return empty == (test.op == Op::Empty);
    }
    const QStringList cell = foldedCell(row, test.column);
    const auto any = [&cell](auto predicate) {
        return std::any_of(cell.begin(), cell.end(), predicate);
    };
    switch (test.op) {
    case Op::Contains:
        return any([&test](const QString &text) { return text.contains(test.folded.first()); });
    case Op::NotContains:
        return !any([&test](const QString &text) { return text.contains(test.folded.first()); });
    case Op::Equals:
    case Op::OneOf:
        return any([&test](const QString &text) { return test.folded.contains(text); });
    case Op::Regex:
        return any([&test](const QString &text) { return test.regex.match(text).hasMatch(); });
    default:
        return true;
    }
}

} // namespace tallylight::models
