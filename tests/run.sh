#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and runs every test: the code under the address and undefined-behaviour sanitizers,
# the programs as they ship; builds what is below the window without Widgets; warnings are errors everywhere; and ends
# with a minute of hostile input.
set -eu
cd "$(dirname "$0")/.."

sh installer/setup.sh --tests
jobs=$(nproc)
# A first build gains nothing from a cache and would pay for filling it.
if [ -d "${CCACHE_DIR:-${HOME:-/root}/.cache/ccache}" ]; then
    export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
else
    export CCACHE_DISABLE=1
fi
started=$(date +%s)
step() { printf '\n== %s (%ss)\n' "$1" "$(($(date +%s) - started))"; }

step "Build with sanitizers"
cmake --preset asan >/dev/null
cmake --build --preset asan -j "$jobs"

step "Tests with sanitizers"
ctest --preset asan -j "$jobs" -LE program

step "Build of the programs"
cmake --preset dev -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12 >/dev/null
cmake --build --preset dev -j "$jobs" --target tallylight_program_tests

step "Tests of the programs"
ctest --preset dev -j "$jobs" -L program

step "Everything below the window, without Widgets"
cmake --preset headless -DTALLYLIGHT_TESTS=OFF >/dev/null
cmake --build --preset headless -j "$jobs"

step "Hostile input"
sh tests/fuzz/run.sh 10

step "Done"
