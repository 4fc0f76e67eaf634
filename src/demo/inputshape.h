// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cast.h"
#include "demo/shapewriter.h"

namespace tallylight::demo {

/// Writes inputs as MediaLive describes them (aws-facts §1.5); ListInputs and DescribeInput write
/// the same.
class InputShape
{
public:
    /// \a cast must outlive this.
    explicit InputShape(const Cast &cast);

    void write(ShapeWriter &out, int input) const;

private:
    void writePush(ShapeWriter &out, int input, const QString &type) const;
    void writePull(ShapeWriter &out, int input, const QString &type) const;
    void writeFlows(ShapeWriter &out, int input, const QString &type) const;
    void writeSrt(ShapeWriter &out, int input, const QString &type) const;
    void writePremises(ShapeWriter &out, int input, const QString &type) const;
    QString pushUrl(const QString &type, const QString &address, int leg) const;
    QString pullUrl(const QString &type, int input, int leg) const;
    QString address(int input, int leg) const;
    int legs(int input) const;

    const Cast &m_cast;
};

} // namespace tallylight::demo
