#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command with a Secret Service of its own: a private session bus and, except with --none and --no-bus, a
# gnome-keyring daemon, with HOME and the XDG folders in a fresh temporary folder. The user's own bus, keyring and
# files are never seen.
#
#   with_secret_service.sh [mode] command [argument…]
#
#   (no mode)     an unlocked, empty default keyring
#   --locked      a locked default keyring; its prompts are dismissed at once
#   --unanswered  a locked default keyring; its prompts are never answered
#   --none        a session bus that knows no Secret Service
#   --no-bus      no session bus at all
#
# Exit status: the command's own; 77 (and a line saying so) when this machine lacks gnome-keyring or D-Bus.
set -eu

mode=unlocked
case ${1-} in
--locked | --unanswered | --none | --no-bus)
    mode=${1#--}
    shift
    ;;
esac
if [ $# -eq 0 ]; then
    echo "usage: $0 [--locked|--unanswered|--none|--no-bus] command [argument...]" >&2
    exit 2
fi
for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "SKIPPED: $tool is not installed, so there is no Secret Service to test with" >&2
        exit 77
    fi
done

root=$(mktemp -d "${TMPDIR:-/tmp}/tallylight-secrets.XXXXXX")
trap 'rm -rf "$root"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

export HOME="$root/home" XDG_CONFIG_HOME="$root/config" XDG_CACHE_HOME="$root/cache"
export XDG_DATA_HOME="$root/data" XDG_STATE_HOME="$root/state" XDG_RUNTIME_DIR="$root/run"
export TALLYLIGHT_SECRETS_ROOT="$root" TALLYLIGHT_SECRETS_MODE="$mode"
for dir in "$HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME" \
    "$XDG_RUNTIME_DIR" "$root/services"; do
    mkdir -m 700 "$dir"
done
unset SECRET_BACKEND DBUS_SESSION_BUS_ADDRESS DBUS_STARTER_ADDRESS GNOME_KEYRING_CONTROL GNOME_KEYRING_PID \
    XDG_CURRENT_DESKTOP DESKTOP_SESSION GNOME_DESKTOP_SESSION_ID KDE_FULL_SESSION KDE_SESSION_VERSION

if [ "$mode" = no-bus ]; then
    status=0
    (unset DISPLAY WAYLAND_DISPLAY && exec "$@") || status=$?
    exit $status
fi

# Only what is needed can be started through this bus; no prompt ever reaches a screen.
prompter=/bin/false
if [ "$mode" = unanswered ]; then
    # Never takes the name it was started for; ends when the folder goes.
    echo "exec >/dev/null 2>&1 </dev/null; while [ -d '$root' ]; do sleep 0.2; done" >"$root/prompter.sh"
    prompter="/bin/sh $root/prompter.sh"
fi
cat >"$root/services/org.gnome.keyring.SystemPrompter.service" <<SERVICE
[D-BUS Service]
Name=org.gnome.keyring.SystemPrompter
Exec=$prompter
SERVICE
cat >"$root/bus.conf" <<CONFIG
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$root/run</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$root/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONFIG

cat >"$root/inside.sh" <<'INSIDE'
set -eu
service_is_up() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true
}
if [ "$TALLYLIGHT_SECRETS_MODE" != none ]; then
    printf 'only for this test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    gnome-keyring-daemon --start --components=secrets >/dev/null
    tries=0
    until service_is_up; do
        tries=$((tries + 1))
        if [ "$tries" -gt 100 ]; then
            echo "gnome-keyring-daemon did not come up" >&2
            exit 1
        fi
        sleep 0.1
    done
    case $TALLYLIGHT_SECRETS_MODE in
    locked | unanswered)
        dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
            org.freedesktop.Secret.Service.Lock \
            array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
        ;;
    esac
fi
exec "$@"
INSIDE

status=0
dbus-run-session --config-file="$root/bus.conf" -- sh "$root/inside.sh" "$@" || status=$?
exit $status
