#!/bin/sh
# The parts of a sweep, laid end to end: exactly the bytes of the whole, written to FOLDER/whole.csv. The first line of
# each part names the columns. Parts in Parquet need no merging: whatever reads them takes part-*.parquet.
#
#   docs/cluster/merge.sh FOLDER
set -eu
cd "$1"
set -- part-*.csv
[ -e "$1" ] || exit 0
head -n 1 "$1" >whole.csv.part
for part in "$@"; do
    tail -n +2 "$part" >>whole.csv.part
done
mv whole.csv.part whole.csv
