#!/usr/bin/env bash
# Holds a terminal recording that leakdrill wrote against asciinema's own reader: `asciinema cat` prints what a terminal
# would have been sent, which must be what the recording's frames hold, byte for byte.
# Usage: cast.sh LEAKDRILL. Ends with 77 where asciinema cannot be had, so that the caller can say so loudly.
set -euo pipefail
leakdrill=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LEAKDRILL_HOME="$work/home"

if ! python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --target "$work/py" 'asciinema==2.4.0'; then
    echo "asciinema 2.4.0 could not be installed with pip" >&2
    exit 77
fi

"$leakdrill" run first-drill --pilot novice --record "$work/drill.jsonl" >"$work/run.txt"
"$leakdrill" export "$work/drill.jsonl" --as cast -o "$work/drill.cast"
PYTHONPATH="$work/py" ASCIINEMA_CONFIG_HOME="$work/config" python3 -m asciinema cat "$work/drill.cast" >"$work/shown.bin"
python3 - "$work/drill.cast" "$work/shown.bin" <<'PY'
import json, sys
with open(sys.argv[1], encoding="utf-8") as cast:
    header = json.loads(next(cast))
    events = [json.loads(line) for line in cast]
written = "".join(data for _, kind, data in events if kind == "o").encode()
shown = open(sys.argv[2], "rb").read().replace(b"\r\n", b"\n")
assert header["version"] == 2, header
assert shown == written.replace(b"\r\n", b"\n"), f"{len(shown)} bytes shown, {len(written)} written"
marks = sum(kind == "m" for _, kind, _ in events)
print(f"asciinema reads it: {len(events)} events, {marks} markers, {events[-1][0]:.0f} s, {len(written)} bytes of frames")
PY
