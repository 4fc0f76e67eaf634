// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>
#include <QList>

namespace tallylight::ui {

/// Lays widgets out like words in a paragraph: from left to right, then on the next line.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent, int gap);
    /// The last of them stands at the end of its line.
    void setLastAtEnd(bool atEnd) { m_lastAtEnd = atEnd; }
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;

private:
    int arrange(const QRect &rect, bool apply) const;
    void place(const QList<QLayoutItem *> &line, const QRect &rect) const;

    QList<QLayoutItem *> m_items; // owned
    int m_gap;
    bool m_lastAtEnd = false;
};

} // namespace tallylight::ui
