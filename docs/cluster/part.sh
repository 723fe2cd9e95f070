#!/bin/sh
# One part of a sweep, unless it is there already. Its number may have zeros in front, so that the parts' names sort.
# FORM=parquet writes Parquet, JOBS=n uses n cores, LEAKDRILL names the program where it is not on the PATH.
#
#   docs/cluster/part.sh MISSION FIRST..LAST PART PARTS FOLDER [more arguments of sweep]
set -eu
mission=$1 seeds=$2 number=$3 parts=$4 folder=$5
shift 5
number=$(printf '%s' "$number" | sed 's/^0*//')
output="$folder/part-$(printf '%05d' "$number").${FORM:-csv}"
[ -e "$output" ] || exec "${LEAKDRILL:-leakdrill}" sweep "$mission" --seeds "$seeds" \
    --shard "$number/$parts" --jobs "${JOBS:-1}" --output "$output" "$@"
