#!/bin/sh
# Instructions that a unit of work takes, counted by valgrind: the same on a busy machine. What is set up first is taken
# out by counting once and twice as many units. Prints JSON; needs valgrind.
#
#   benches/instructions.sh [BENCH]       BENCH: the built benchmark, found by cargo if not named
set -eu
cd "$(dirname "$0")/.."
bench=${1:-$(cargo bench --bench speed --no-run --message-format=json | sed -n 's/.*"executable":"\([^"]*speed-[^"]*\)".*/\1/p' | tail -n 1)}

said=$(mktemp)
trap 'rm -f "$said"' EXIT
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench" once "$1" "$2" >"$said" 2>&1 || {
        cat "$said" >&2
        exit 1
    }
    sed -n 's/.*Collected *: *\([0-9]*\).*/\1/p' "$said"
}

# What is counted: name, units and what a unit is.
subjects() {
    echo "plain-array bound|2000|tick"
    for rooms in 3 24 48 100 200; do
        ticks=$((rooms < 100 ? 2000 : 1000))
        echo "air, Open, $rooms compartments|$ticks|tick"
        echo "air, Ajar, $rooms compartments|$((ticks / 2))|tick"
    done
    cat <<TABLE
air, OpenWalls, 24 compartments|2000|tick
air, Quiet, 24 compartments|2000|tick
drill tick, strike, crew at work|2000|tick
drill tick, ms09-2018, crew at work|2000|tick
sweep of ten-minute drills, novice|5|drill
sweep of ten-minute drills, expert|5|drill
frame of 80x24|20|frame
frame of 120x40|20|frame
frame of 160x50|20|frame
mission load, first-drill|5|load
mission load, ms09-2018|5|load
TABLE
}

comma=
echo '{'
while IFS='|' read -r name units unit; do
    once=$(count "$name" "$units")
    twice=$(count "$name" $((2 * units)))
    printf '%s  "%s": { "per": "%s", "instructions": %s }' "$comma" "$name" "$unit" $(((twice - once) / units))
    comma=',
'
done <<SUBJECTS
$(subjects)
SUBJECTS
printf '\n}\n'
