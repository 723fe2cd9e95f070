#!/bin/sh
#SBATCH --job-name=leakdrill
#SBATCH --array=1-32
#SBATCH --cpus-per-task=2
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
# A sweep as a Slurm array: each task flies its part on its own cores. SIGTERM, a minute before the time is up, lets the
# drills in hand end; a task that is queued again goes on where it stopped. Slurm sets the variables SLURM_*.
#
#   MISSION=strike SEEDS=1..1000000 FOLDER=$HOME/sweep sbatch docs/cluster/slurm.sh
set -eu
mkdir -p "$FOLDER"
# Slurm copies this script elsewhere before it runs it: the folder of the others is named.
here=${SCRIPTS:-${SLURM_SUBMIT_DIR:-.}/docs/cluster}
JOBS=${SLURM_CPUS_PER_TASK:-1} exec "$here/part.sh" "$MISSION" "$SEEDS" "$SLURM_ARRAY_TASK_ID" \
    "$SLURM_ARRAY_TASK_COUNT" "$FOLDER"
