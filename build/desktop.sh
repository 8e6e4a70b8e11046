#!/usr/bin/env bash
# Runs a command in a desktop session of its own on Linux, root or not, with or without a display:
# X server, D-Bus, an unlocked keyring, a window manager, a panel with a tray, notifications.
# Nothing of the user's session is touched, and nothing stays behind. Exits as the command does.
#
#   build/desktop.sh COMMAND [ARGUMENT…]
#   ONSITE_DESKTOP_SCREEN=1366x768  a screen of this size, 1280x800 when left out
#   ONSITE_DESKTOP_PANEL=bottom  the panel and its tray at the lower edge, at the upper one when left out
#   ONSITE_DESKTOP_NO_TRAY=1     a desktop without a tray
#   ONSITE_DESKTOP_NO_KEYRING=1  a desktop without a keychain
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
xfconf_service=/usr/share/dbus-1/services/org.xfce.Xfconf.service
patience=20 # seconds a part of the desktop may take to come up

fail() {
  echo "desktop: $*" >&2
  exit 70
}

# Starts a part of the desktop; its output is only of interest when it does not come up.
start() {
  "$@" >"$dir/$(basename "$1").log" 2>&1 </dev/null &
  parts+=("$!")
}

# Waits until something owns a name on the session bus.
await_name() {
  gdbus wait --session --timeout "$patience" "$1" ||
    fail "$1 did not appear within $patience s: $(tail -n 3 "$dir/$2.log" 2>/dev/null)"
}

# Waits until a command succeeds, for things that announce themselves nowhere.
await() {
  local what=$1 deadline=$((SECONDS + patience))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < deadline)) || fail "$what did not come up within $patience s"
    sleep 0.05
  done
}

window_manager_runs() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }

tray_takes_icons() {
  gdbus call --session --dest org.kde.StatusNotifierWatcher --object-path /StatusNotifierWatcher \
    --method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher IsStatusNotifierHostRegistered |
    grep -q true
}

# A part that does not end within 3 s is killed: nothing waits for it.
stop_parts() {
  ((${#parts[@]} > 0)) || return 0
  kill "${parts[@]}" 2>/dev/null || true
  { sleep 3 && kill -KILL "${parts[@]}"; } >/dev/null 2>&1 &
  local killer=$!
  wait "${parts[@]}" 2>/dev/null || true
  kill "$killer" 2>/dev/null || true
}

# Runs the command so that a signal to this script reaches it, then leaves with its exit code.
run_and_exit() {
  "$@" <&0 &
  local command=$! code=0
  trap 'kill -TERM "$command" 2>/dev/null' TERM INT HUP
  wait "$command" || code=$?
  # A signal ends the wait before the command has ended.
  while kill -0 "$command" 2>/dev/null; do
    code=0
    wait "$command" || code=$?
  done
  exit "$code"
}

# Left to itself the server starts anew, deaf for a moment, when the last client has gone: here that may be the first
# question for the window manager, asked before it or dunst has come.
start_x_server() {
  Xvfb -noreset -displayfd 3 -screen 0 "${ONSITE_DESKTOP_SCREEN:-1280x800}x24" -nolisten tcp 3>"$dir/display" >"$dir/Xvfb.log" 2>&1 </dev/null &
  parts+=("$!")
  await 'the X server' test -s "$dir/display"
  export DISPLAY=:$(<"$dir/display")
}

# A bus that starts by itself only the panel's settings, which were seen to end under load: no keyring, no dialog.
start_bus() {
  mkdir "$dir/services"
  cp "$xfconf_service" "$dir/services/"
  cat >"$dir/bus.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$dir/run/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$dir/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML
  start dbus-daemon --nofork --nosyslog --config-file="$dir/bus.conf"
  export DBUS_SESSION_BUS_ADDRESS=unix:path=$dir/run/bus
  await 'the session bus' test -S "$dir/run/bus"
}

# A keyring of its own, unlocked with an empty password: the user's is not touched, and nobody is asked.
start_keyring() {
  XDG_DATA_HOME=$dir/data gnome-keyring-daemon --foreground --unlock --components=secrets \
    <<<'' >"$dir/keyring.log" 2>&1 &
  parts+=("$!")
}

start_tray() {
  local settings=$dir/config/xfce4/xfconf/xfce-perchannel-xml
  mkdir -p "$settings"
  # As xfce4-panel counts a screen's corners: 6 is the upper left one, 8 the lower left one.
  local corner=6
  [ "${ONSITE_DESKTOP_PANEL:-}" != bottom ] || corner=8
  sed "s/p=6;/p=$corner;/" "$here/desktop-panel.xml" >"$settings/xfce4-panel.xml"
  start "$(sed -n 's/^Exec=//p' "$xfconf_service")"
  await_name org.xfce.Xfconf xfconfd
  start xfce4-panel --disable-wm-check
  await_name org.kde.StatusNotifierWatcher xfce4-panel
  await 'the tray' tray_takes_icons
}

(($# > 0)) || fail 'usage: build/desktop.sh COMMAND [ARGUMENT…]'
for tool in Xvfb dbus-daemon gdbus gnome-keyring-daemon openbox xfce4-panel dunst xprop; do
  command -v "$tool" >/dev/null || fail "$tool is missing; \`npm run setup\` installs it or says how"
done
dir=$(mktemp -d)
parts=()
trap 'stop_parts; rm -rf "$dir"' EXIT
mkdir -m 700 "$dir/run"
# The command sees the user's own settings; only the desktop's parts have others.
own_settings=${XDG_CONFIG_HOME:-}
export XDG_CONFIG_HOME=$dir/config XDG_RUNTIME_DIR=$dir/run
export XDG_CURRENT_DESKTOP=XFCE XDG_SESSION_TYPE=x11 GDK_BACKEND=x11 NO_AT_BRIDGE=1
unset WAYLAND_DISPLAY XAUTHORITY

start_x_server
start_bus
[ -n "${ONSITE_DESKTOP_NO_KEYRING:-}" ] || start_keyring
start openbox --sm-disable
start dunst
await 'the window manager' window_manager_runs
[ -n "${ONSITE_DESKTOP_NO_TRAY:-}" ] || start_tray
await_name org.freedesktop.Notifications dunst
[ -n "${ONSITE_DESKTOP_NO_KEYRING:-}" ] || await_name org.freedesktop.secrets keyring
if [ -n "$own_settings" ]; then export XDG_CONFIG_HOME=$own_settings; else unset XDG_CONFIG_HOME; fi
run_and_exit "$@"
