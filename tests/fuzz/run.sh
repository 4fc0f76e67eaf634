#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the fuzz targets with Clang, replays their seeds, and looks for new trouble for a while:
#   sh tests/fuzz/run.sh [seconds for each target, 10 by default] [target …]
# What breaks a target is kept in build/fuzz/found; new seeds worth keeping are in build/fuzz/grown.
set -eu
cd "$(dirname "$0")/../.."

seconds=${1-10}
[ $# -gt 0 ] && shift
build=build/fuzz

if ! printf 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char *, unsigned long) { return 0; }' |
    clang++ -fsanitize=fuzzer,address,undefined -x c++ -o /dev/null - 2>/dev/null; then
    echo "SKIPPED: no clang++ with libFuzzer and the sanitizers (Debian: clang libclang-rt-dev)"
    exit 0
fi

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
mkdir -p "$build/found"
[ $# -gt 0 ] || set -- $(ls tests/fuzz/corpus)

pids=""
failed=0
running=0
finish() {
    for pid in $pids; do
        wait "$pid" || failed=1
    done
    pids=""
    running=0
}
fuzz() {
    grown="$build/grown/$1"
    mkdir -p "$grown"
    if "$build/tests/fuzz/fuzz_$1" -runs=0 -artifact_prefix="$build/found/$1-" \
        "tests/fuzz/corpus/$1" >"$build/$1.log" 2>&1 &&
        "$build/tests/fuzz/fuzz_$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 \
            -dict=tests/fuzz/words.dict -artifact_prefix="$build/found/$1-" -print_final_stats=1 \
            "$grown" "tests/fuzz/corpus/$1" >>"$build/$1.log" 2>&1; then
        echo "$1: $(sed -n 's/stat::number_of_executed_units: *//p' "$build/$1.log" | tail -1) inputs, nothing found"
    else
        tail -40 "$build/$1.log"
        echo "$1: FAILED"
        return 1
    fi
}
for target in "$@"; do
    fuzz "$target" &
    pids="$pids $!"
    running=$((running + 1))
    [ "$running" -lt "$(nproc)" ] || finish
done
finish
exit "$failed"
