#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh checkout to the running program: installs what is missing, builds a release and opens it on the demo
# region. Without a display it writes a screenshot of every page instead.
set -eu
cd "$(dirname "$0")/.."

sh installer/setup.sh
cmake --preset release -DTALLYLIGHT_TESTS=OFF >/dev/null
cmake --build --preset release

program=build/release/src/app/tallylight
if [ -n "${DISPLAY-}" ] || [ -n "${WAYLAND_DISPLAY-}" ]; then
    exec "$program" --demo
fi

folder=${TMPDIR:-/tmp}/tallylight-screenshots
mkdir -p "$folder"
echo "There is no display here, so Tallylight paints its pages into files instead of a window."
QT_QPA_PLATFORM=offscreen "$program" --demo --screenshot "$folder"
echo "The screenshots are in $folder:"
ls "$folder"
