#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing to build Tallylight on Debian 12+ or Ubuntu 24.04+, and with --tests what the tests use.
# Does nothing, and needs no rights, when everything is there.
set -eu

build="build-essential cmake ninja-build ccache qt6-base-dev qt6-charts-dev qt6-httpserver-dev qt6-websockets-dev
 libqt6sql6-sqlite qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n qtkeychain-qt6-dev libgl-dev fonts-dejavu-core"
tests="xvfb xauth gnome-keyring dbus dbus-x11 libsecret-tools awscli jq curl openssl fonts-noto-cjk python3 faketime
 clang libclang-rt-dev mold tinyproxy"

have() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    echo "This script knows Debian and Ubuntu. Elsewhere install Qt 6.4 or newer (Base, Charts, Svg, HttpServer," >&2
    echo "Tools), qtkeychain for Qt 6, CMake 3.25, Ninja and a C++20 compiler, then: cmake --preset release" >&2
    command -v cmake >/dev/null 2>&1 || exit 1
    exit 0
fi

wanted=$build
[ "${1-}" = "--tests" ] && wanted="$wanted $tests"
# Only a Wayland desktop needs Qt's plugin for it; where there is an X server as well, Qt falls back on that.
[ -n "${WAYLAND_DISPLAY-}" ] && wanted="$wanted qt6-wayland"

missing=""
for package in $wanted; do
    have "$package" || missing="$missing $package"
done
# The Svg module has had two names.
have qt6-svg-dev || have libqt6svg6-dev || missing="$missing qt6-svg-dev"
# Qt Charts needs the OpenGL module's CMake files, which Qt 6.4's packages keep apart and only recommend.
have libqt6opengl6-dev || ls /usr/lib/*/cmake/Qt6OpenGL/Qt6OpenGLConfig.cmake >/dev/null 2>&1 ||
    missing="$missing libqt6opengl6-dev"
[ -n "$missing" ] || exit 0

root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1; then
        root="sudo"
    else
        echo "These packages are missing:$missing" >&2
        echo "Install them as root (apt-get install$missing) and run this again." >&2
        exit 1
    fi
fi

echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -qq
available=""
for package in $missing; do
    if apt-cache show "$package" >/dev/null 2>&1; then
        available="$available $package"
    elif [ "$package" = qt6-svg-dev ]; then
        available="$available libqt6svg6-dev"
    elif [ "$package" = libqt6opengl6-dev ]; then
        : # Newer distributions ship it with qt6-base-dev.
    else
        # A test that needs it says aloud that it is skipped; a build that needs it fails with CMake's own words.
        echo "This distribution has no package $package." >&2
    fi
done
# shellcheck disable=SC2086
$root apt-get install -y -qq --no-install-recommends $available >/dev/null
