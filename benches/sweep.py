#!/usr/bin/env python3
"""How a sweep scales over cores, and whether its memory grows: by the real program and the system's own accounts.

    benches/sweep.py [LEAKDRILL] [LARGEST]      LARGEST drills for memory, 100000 by default; prints JSON

Scaling: the same sweep on one thread and on two, five times each, one after the other; medians. Where the machine has
other work, walls say little; then processor seconds tell: two threads that need no more of them than one, and no part
that runs alone, scale. Memory: the largest resident set of sweeps of 10^3 drills and more, CSV and Parquet.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

program = sys.argv[1] if len(sys.argv) > 1 else "target/release/leakdrill"
largest = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
mission = os.path.join(os.path.dirname(__file__), "..", "docs", "cluster", "short.toml")


def sweep(drills, jobs, ending, pilot):
    """Wall and processor seconds of a sweep, and its largest resident set in KiB (Linux)."""
    with tempfile.TemporaryDirectory() as folder:
        words = [program, "sweep", mission, "--seeds", f"1..{drills}", "--jobs", str(jobs), "--pilot", pilot]
        started = time.monotonic()
        child = subprocess.Popen([*words, "--output", f"{folder}/sweep.{ending}"], stderr=subprocess.DEVNULL)
        # Its own high-water mark, read until it has gone: that of wait4 counts this program's too, from before the exec.
        highest = 0
        while True:
            pid, status, used = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            highest = max(highest, resident_kib(child.pid))
            time.sleep(0.005)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0, words
        return time.monotonic() - started, used.ru_utime + used.ru_stime, highest


def resident_kib(pid):
    """The most memory that a process has had so far, KiB; 0 once it has none."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next((int(line.split()[1]) for line in file if line.startswith("VmHWM")), 0)


scaling = {1: [], 2: []}
for _ in range(5):
    for jobs in scaling:
        scaling[jobs].append(sweep(10_000, jobs, "csv", "expert"))
medians = {jobs: [statistics.median(values) for values in zip(*runs)] for jobs, runs in scaling.items()}
memory = []
drills = 1_000
while drills <= largest:
    for ending in ("csv", "parquet"):
        wall, cpu, kib = sweep(drills, 2, ending, "novice")
        memory.append({"drills": drills, "ending": ending, "wall_s": wall, "cpu_s": cpu, "max_rss_kib": kib})
    drills *= 10
answer = {
    "cores": os.cpu_count(),
    "load": os.getloadavg()[0],
    "drills": 10_000,
    "one": dict(zip(("wall_s", "cpu_s", "max_rss_kib"), medians[1])),
    "two": dict(zip(("wall_s", "cpu_s", "max_rss_kib"), medians[2])),
    "wall_ratio": medians[1][0] / medians[2][0],
    # Both threads busy all the time is a share of 2.
    "busy_threads": medians[2][1] / medians[2][0],
    "cpu_ratio": medians[2][1] / medians[1][1],
    "memory": memory,
}
json.dump(answer, sys.stdout, indent=2)
print()
