#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh checkout to the running program: installs what is missing, builds a release and opens it on the demo
# region. Without a display, or with one that can't be opened, it writes a screenshot of every page instead.
set -eu
cd "$(dirname "$0")/.."

sh installer/setup.sh
cmake --preset release >/dev/null
cmake --build --preset release --target tallylight tallylight-demo-region

program=build/release/src/app/tallylight
if [ -n "${DISPLAY-}" ] || [ -n "${WAYLAND_DISPLAY-}" ]; then
    code=0
    "$program" --demo || code=$?
    # Qt ends a program that can't open its display with SIGABRT, which a shell reports as 134.
    [ "$code" -eq 134 ] || exit "$code"
    echo "The display ${DISPLAY:-$WAYLAND_DISPLAY} can't be opened, so Tallylight paints its pages into files instead."
else
    echo "There is no display here, so Tallylight paints its pages into files instead of a window."
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/tallylight-XXXXXX")
QT_QPA_PLATFORM=offscreen "$program" --demo --screenshot "$folder"
echo "The screenshots are in $folder:"
ls "$folder"
