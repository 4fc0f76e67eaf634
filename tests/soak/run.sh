#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [--program FILE] [--hours H] [--speed N] [--scenario NAME]
#
# Lets the window watch the demo regions for H simulated hours (24 by default) while the computer's clocks run N times
# as fast (60 by default: a day takes 24 minutes), and fails when memory, files or threads grow, when the request limit
# is broken, or when the regions are not up to date at the end. Prints the figures as JSON.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program="$here/../../build/release/tests/soak/tallylight-soak"
hours=24
speed=60
scenario=living
while [ $# -gt 0 ]; do
    case $1 in
        --program) program=$2 ;;
        --hours) hours=$2 ;;
        --speed) speed=$2 ;;
        --scenario) scenario=$2 ;;
        *) echo "unknown option $1" >&2; exit 1 ;;
    esac
    shift 2
done
if ! command -v faketime >/dev/null 2>&1; then
    echo "SKIPPED: faketime is not installed, so time can't be made to run faster." >&2
    exit 77
fi
[ -x "$program" ] || { echo "$program is not there; build the release preset first." >&2; exit 1; }

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
# Its own HOME, so that no settings of this user change what is measured. Without GLib's event loop, whose wake-ups do
# not all follow the faster clock.
status=0
HOME=$home XDG_CONFIG_HOME=$home XDG_CACHE_HOME=$home XDG_DATA_HOME=$home XDG_RUNTIME_DIR=$home \
    QT_QPA_PLATFORM=offscreen QT_NO_GLIB=1 LC_ALL=C.UTF-8 \
    faketime -f "+0 x$speed" "$program" --hours "$hours" --scenario "$scenario" \
    2>"$home/errors" || status=$?
# Qt's offscreen platform says this for every window; nothing else is hidden.
grep -v "does not support propagateSizeHints" "$home/errors" >&2 || true
exit "$status"
