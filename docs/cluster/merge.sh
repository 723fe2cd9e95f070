#!/bin/sh
# The parts of a sweep, laid end to end: exactly the bytes of the whole, written to FOLDER/whole.csv. The first line of
# each part names the columns. Parts in Parquet need no merging: whatever reads them takes part-*.parquet.
#
#   docs/cluster/merge.sh FOLDER PARTS
set -eu
cd "$1"
parts=$2
set -- part-*.csv
[ -e "$1" ] || set --
if [ $# -ne "$parts" ]; then
    echo "of $parts parts $# are here: nothing was merged" >&2
    exit 1
fi
head -n 1 "$1" >whole.csv.part
for part in "$@"; do
    tail -n +2 "$part" >>whole.csv.part
done
mv whole.csv.part whole.csv
