#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and runs every test: once as the programs ship (with warnings as errors), once
# under the address and undefined-behaviour sanitizers, once without the window,
# and ends with a minute of hostile input.
set -eu
cd "$(dirname "$0")/.."

sh installer/setup.sh --tests
jobs=$(nproc)
# Build folders of the same checkout share their objects.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
started=$(date +%s)
step() { printf '\n== %s (%ss)\n' "$1" "$(($(date +%s) - started))"; }

step "Build"
cmake --preset dev >/dev/null
cmake --build --preset dev -j "$jobs"

step "Tests"
ctest --preset dev -j "$jobs"

step "Everything below the window, without Widgets"
cmake --preset headless -DTALLYLIGHT_TESTS=OFF >/dev/null
cmake --build --preset headless -j "$jobs"

step "Build with sanitizers"
cmake --preset asan >/dev/null
cmake --build --preset asan -j "$jobs"

step "Tests with sanitizers"
# The programs are tested as they ship; here the code is.
ctest --preset asan -j "$jobs" -LE program

step "Hostile input"
sh tests/fuzz/run.sh 20

step "Done"
