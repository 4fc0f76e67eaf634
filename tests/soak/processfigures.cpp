// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processfigures.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>

#include <cstddef>
#include <malloc.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
// GCC comes without the header that declares it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

using namespace Qt::StringLiterals;

namespace tallylight::soak {

namespace {

constexpr double kMb = 1024.0 * 1024.0;

int entries(const QString &folder)
{
    return static_cast<int>(
        QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

/// What is allocated right now, whoever the allocator is.
double allocatedBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return static_cast<double>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd);
#endif
}

} // namespace

ProcessFigures processFigures()
{
    ProcessFigures figures;
    QFile memory(u"/proc/self/statm"_s);
    if (memory.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> pages = memory.readAll().split(' ');
        if (pages.size() > 1)
            figures.residentMb
                = pages.at(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / kMb;
    }
    memory.close();
    figures.heapMb = allocatedBytes() / kMb;
    figures.files = entries(u"/proc/self/fd"_s);
    figures.threads = entries(u"/proc/self/task"_s);
    return figures;
}

} // namespace tallylight::soak
