#!/bin/sh
# As process 1 a program hears only the signals that it has asked for, and node asks late in its own start: a stop that
# comes before would be lost. This shell asks at once, and hands on what it hears.
stop=
child=
for signal in TERM INT HUP; do
  # shellcheck disable=SC2064 # The signal is meant as it is now.
  trap "stop=$signal; [ -z \"\$child\" ] || kill -s $signal \"\$child\"" "$signal"
done
# What runs in the background reads nothing unless it is told to.
node "${0%/*}/dist/main.js" "$@" <&0 &
child=$!
[ -z "$stop" ] || kill -s "$stop" "$child"
# Waiting ends with each signal as well, and goes on while there is somebody to wait for.
while wait "$child"; code=$?; kill -0 "$child" 2>/dev/null; do :; done
exit "$code"
