#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command in a network of its own, with nothing but a loopback interface that carries 10.9.0.1 besides, so that
# the command may take its network down and up ("ip link set lo down") and nobody else notices.
#
# Exit status: the command's own; 77 (and a line saying so) where that is not permitted.
set -eu

if ! command -v ip >/dev/null 2>&1; then
    echo "SKIPPED: the program ip (iproute2) is not installed" >&2
    exit 77
fi
for way in "unshare -n" "unshare -rn"; do
    if $way sh -c 'ip addr add 10.9.0.1/32 dev lo && ip link set lo up' >/dev/null 2>&1; then
        exec $way sh -c 'ip addr add 10.9.0.1/32 dev lo && ip link set lo up && TALLYLIGHT_NETWORK_OF_ITS_OWN=1 exec "$@"' sh "$@"
    fi
done
echo "SKIPPED: this system does not permit a network namespace, so no network can be taken down" >&2
exit 77
