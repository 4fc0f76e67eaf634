#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds once with the address and undefined-behaviour sanitizers and runs every test, those of
# whole programs included; then builds what is below the window with Clang and without Widgets, and ends with a minute of
# hostile input. Warnings are errors everywhere.
set -eu
cd "$(dirname "$0")/.."

sh installer/setup.sh --tests
jobs=$(nproc)
# Tests over shared AWS files bring their own.
unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_ENDPOINT_URL AWS_ENDPOINT_URL_MEDIALIVE AWS_ENDPOINT_URL_CLOUDWATCH \
    AWS_ENDPOINT_URL_STS AWS_IGNORE_CONFIGURED_ENDPOINT_URLS AWS_CA_BUNDLE AWS_USE_FIPS_ENDPOINT
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
ctest --preset asan -j "$jobs"

step "Everything below the window, without Widgets"
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -j "$jobs" --target tallylight_models tallylight_demo tallylight_monitor

step "Hostile input"
sh tests/fuzz/run.sh 10

step "Done"
