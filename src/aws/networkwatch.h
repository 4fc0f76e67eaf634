// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace tallylight::aws {

/// Says when the computer loses its network and gets it back, as far as the system tells; a system
/// that has no way to tell stays silent, and failing calls have to speak for themselves.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);

    /// False where the system does not tell.
    bool isAvailable() const { return m_available; }

Q_SIGNALS:
    void lost();
    void returned();

private:
    void look();

    bool m_available = false;
    bool m_lost = false;
};

} // namespace tallylight::aws
