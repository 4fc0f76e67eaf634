// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "aws/job.h"

#include <functional>
#include <utility>

namespace tallylight::aws {

/// A job that yields a T. Made from two functions: what to send and how to read the answer.
template<typename T> class TypedJob : public Job
{
public:
    using Result = Expected<T, ApiError>;
    using Build = std::function<Expected<HttpRequest, ApiError>()>;
    using Decode = std::function<Parsed<T>(const HttpResponse &)>;

    TypedJob(Connection &connection, const QString &operation, Priority priority, Build build,
             Decode decode, QObject *parent)
        : TypedJob(connection, operation, priority, parent)
    {
        m_build = std::move(build);
        m_decode = std::move(decode);
    }

    /// The value or why there is none; meaningful once the job has finished.
    const Result &result() const { return m_result; }

protected:
    TypedJob(Connection &connection, const QString &operation, Priority priority, QObject *parent)
        : Job(connection, operation, priority, parent)
        , m_result(Unexpected{ApiError{}})
    {
    }

    void setResult(T value) { m_result = Result(std::move(value)); }

    Expected<HttpRequest, ApiError> nextRequest() const override { return m_build(); }
    Parsed<Step> receive(const HttpResponse &response) override
    {
        return takeIn(m_decode(response));
    }
    Job::Decoding decoding(const HttpResponse &response) override
    {
        if (!m_decode)
            return {};
        return [this, decode = m_decode, response]() -> Job::TakeIn {
            return [this, decoded = decode(response)] {
                return takeIn(decoded);
            };
        };
    }
    void fail(const ApiError &error) override { m_result = Unexpected{error}; }

private:
    Parsed<Step> takeIn(const Parsed<T> &decoded)
    {
        if (!decoded)
            return Unexpected{decoded.error()};
        setResult(*decoded);
        return Step::Done;
    }

    Build m_build;
    Decode m_decode;
    Result m_result;
};

} // namespace tallylight::aws
