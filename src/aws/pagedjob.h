// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/typedjob.h"

#include <QSet>

namespace tallylight::aws {

/// A list call that follows nextToken to the end. progressed() is emitted after each page, with
/// lastPage() holding what it brought; items() holds all so far, also after an error.
///
/// Ends as Malformed when a token comes twice or after pageCap() pages, so that a confused server
/// can't keep it going for ever. An empty page with a token is followed like any other.
template<typename T> class PagedJob : public TypedJob<QList<T>>
{
public:
    using BuildPage = std::function<Expected<HttpRequest, ApiError>(const QString &token)>;
    using DecodePage = std::function<Parsed<Page<T>>(const HttpResponse &)>;

    PagedJob(Connection &connection, const QString &operation, Priority priority, BuildPage build,
             DecodePage decode, QObject *parent)
        : TypedJob<QList<T>>(connection, operation, priority, parent)
        , m_buildPage(std::move(build))
        , m_decodePage(std::move(decode))
    {
    }

    const QList<T> &items() const { return m_items; }
    const QList<T> &lastPage() const { return m_lastPage; }
    int pages() const { return m_pages; }

    int pageCap() const { return m_pageCap; }
    void setPageCap(int pages) { m_pageCap = pages; }

protected:
    using Step = typename Job::Step;

    Expected<HttpRequest, ApiError> nextRequest() const override
    {
        if (m_tokenRepeated)
            return Unexpected{malformed(QStringLiteral("a page token came twice"))};
        if (m_pages >= m_pageCap)
            return Unexpected{malformed(QStringLiteral("more than %1 pages").arg(m_pageCap))};
        return m_buildPage(m_token);
    }

    Parsed<Step> receive(const HttpResponse &response) override
    {
        return takeIn(m_decodePage(response));
    }

    Job::Decoding decoding(const HttpResponse &response) override
    {
        return [this, decode = m_decodePage, response]() -> Job::TakeIn {
            return [this, page = decode(response)] {
                return takeIn(page);
            };
        };
    }

private:
    Parsed<Step> takeIn(const Parsed<Page<T>> &page)
    {
        if (!page)
            return Unexpected{page.error()};
        ++m_pages;
        m_lastPage = page->items;
        m_items += m_lastPage;
        m_token = page->nextToken;
        if (m_token.isEmpty()) {
            this->setResult(m_items);
            return Step::Done;
        }
        m_tokenRepeated = m_tokens.contains(m_token);
        m_tokens.insert(m_token);
        return Step::Continue;
    }

    static ApiError malformed(const QString &message)
    {
        ApiError error;
        error.category = ErrorCategory::Malformed;
        error.message = message;
        return error;
    }

    BuildPage m_buildPage;
    DecodePage m_decodePage;
    QList<T> m_items;
    QList<T> m_lastPage;
    QString m_token;
    QSet<QString> m_tokens;
    bool m_tokenRepeated = false;
    int m_pages = 0;
    int m_pageCap = 2000;
};

} // namespace tallylight::aws
