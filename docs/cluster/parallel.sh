#!/bin/sh
# A sweep in parts with GNU parallel, on one machine or (with PARALLEL="--sshloginfile nodes") on many that share a
# folder. Run again after an interruption: parts that are whole are left, a part that broke off goes on.
#
#   docs/cluster/parallel.sh MISSION FIRST..LAST PARTS FOLDER [more arguments of sweep]
set -eu
mission=$1 seeds=$2 parts=$3 folder=$4
shift 4
mkdir -p "$folder"
here=$(dirname "$0")
seq -f '%05g' 1 "$parts" | parallel --will-cite --halt soon,fail=1 \
    "$here/part.sh" "$mission" "$seeds" {} "$parts" "$folder" "$@"
[ "${FORM:-csv}" != csv ] || "$here/merge.sh" "$folder" "$parts"
