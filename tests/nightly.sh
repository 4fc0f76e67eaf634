#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What takes too long for every change: the tests of whole programs as they ship, a simulated day of the window, a
# simulated day of asking CloudWatch, the benchmarks at full size, and ten minutes of hostile input for each target. Two
# hours on two cores. Figures are kept in build/nightly. Fails when a program's test fails, when the day leaks or breaks
# a limit, when CloudWatch is asked for more than the budget, or when hostile input finds something; the benchmarks'
# figures are for people to compare.
set -eu
cd "$(dirname "$0")/.."

sh installer/setup.sh --tests
kept=build/nightly
mkdir -p "$kept"
failed=""
step() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" >"$kept/$name.json" || failed="$failed $name"
    cat "$kept/$name.json"
}

cmake --preset release -DTALLYLIGHT_TESTS=ON >/dev/null
cmake --build --preset release -j "$(nproc)" --target \
    tallylight_program_tests
benches=build/release/tests/bench
export QT_QPA_PLATFORM=offscreen

printf '\n== programs\n'
ctest --preset release -L program -j "$(nproc)" || failed="$failed programs"

step soak sh tests/soak/run.sh
step metric-day "$benches/tallylight-metric-day" --channels 100 --minutes 1440
step window "$benches/tallylight-bench" --rows 10000 --sweeps 5 --runs 3
step alerts "$benches/tallylight-bench" --alerts 5
step idle "$benches/tallylight-bench" --idle 60
step charts "$benches/tallylight-chartbench"

printf '\n== hostile input\n'
sh tests/fuzz/run.sh 600 || failed="$failed fuzz"

[ -z "$failed" ] || { echo "FAILED:$failed" >&2; exit 1; }
