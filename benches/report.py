#!/usr/bin/env python3
"""Measures how fast the program is, and writes docs/speed.md and its numbers, benches/baseline.json.

    benches/report.py                 measures everything (an hour on a busy machine) and writes both
    benches/report.py --baseline      writes docs/speed.md from the committed numbers alone
    LARGEST=1000000 benches/report.py sweeps up to 10^6 drills for memory; 10^5 if not set

What was committed before stands beside what is measured now, so that a change shows. Needs Rust, Python and valgrind.
"""

import datetime
import json
import os
import platform
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
BASELINE = os.path.join(ROOT, "benches", "baseline.json")
REPORT = os.path.join(ROOT, "docs", "speed.md")


def run(*words):
    """What a command prints."""
    return subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure():
    """Everything, anew."""
    run("cargo", "build", "--release", "--bin", "leakdrill")
    target = os.environ.get("CARGO_TARGET_DIR", "target")
    commit = run("git", "rev-parse", "--short", "HEAD").strip()
    return {
        "date": datetime.date.today().isoformat(),
        "commit": commit,
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        "load": os.getloadavg()[0],
        "speed": json.loads(run("cargo", "bench", "--bench", "speed", "--", "ratios", "18d", "json")),
        "instructions": json.loads(run("benches/instructions.sh")),
        "sweep": json.loads(run("benches/sweep.py", f"{target}/release/leakdrill", os.environ.get("LARGEST", "100000"))),
    }


def time_of(ns):
    """A time as people read it."""
    for size, unit in ((1e9, "s"), (1e6, "ms"), (1e3, "µs")):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.0f} ns"


def by_name(numbers):
    """Ratios by the names of their subjects."""
    return {subject["name"]: subject["ratio"] for subject in numbers["speed"]["subjects"]} if numbers else {}


def lines(now, before):
    """The report."""
    speed, counted, sweep = now["speed"], now["instructions"], now["sweep"]
    was = by_name(before)
    yield "# How fast it is\n"
    yield f"Measured on {now['date']} at {now['commit']} by `benches/report.py`: {now['machine']}, load {now['load']:.1f}."
    yield "The numbers are in [`benches/baseline.json`](../benches/baseline.json).\n"
    yield "The yardstick is a plain-array bound that nobody could play (`benches/speed/bound.rs`): 24 compartments, 30"
    yield f"orifices, 4 leaks, 4 gases, one explicit step, here {speed['bound_ns']:.0f} ns. Ratios to it are medians of five"
    yield "interleaved measurements of processor time: machines and loads differ, ratios hardly do.\n"
    yield "| what | time | of the bound | bar | before | instructions |"
    yield "| --- | --: | --: | --: | --: | --: |"
    for subject in speed["subjects"]:
        name, ratio = subject["name"], subject["ratio"]
        bar = "" if subject["bar"] is None else f"{subject['bar']:.2f} {'met' if ratio <= subject['bar'] else '**missed**'}"
        old = f"{was[name]:.2f}" if name in was else ""
        count = f"{counted[name]['instructions']:,}" if name in counted else ""
        yield f"| {name} | {time_of(subject['ns'])} a {subject['unit']} | {ratio:.2f} | {bar} | {old} | {count} |"
    yield f"| plain-array bound | {time_of(speed['bound_ns'])} a tick | 1 | | | {counted['plain-array bound']['instructions']:,} |"
    told = "where walls are noise, they are not" if len(counted) > 1 else "this time they were not"
    yield f"\nInstructions are counted by valgrind (`benches/instructions.sh`): {told}.\n"
    yield "## Linear in compartments\n"
    yield "| compartments | open, ns each | open, instructions each | ajar, ns each | ajar, instructions each |"
    yield "| --: | --: | --: | --: | --: |"
    times = {subject["name"]: subject["ns"] for subject in speed["subjects"]}
    for rooms in (3, 6, 12, 24, 48, 100, 200):
        cells = []
        for scene in ("Open", "Ajar"):
            name = f"air, {scene}, {rooms} compartments"
            cells.append(f"{times[name] / rooms:.1f}")
            cells.append(f"{counted[name]['instructions'] / rooms:.0f}" if name in counted else "")
        yield f"| {rooms} | {' | '.join(cells)} |"
    yield "\n## Sweeps\n"
    one, two = sweep["one"], sweep["two"]
    yield f"{sweep['drills']} drills of ten minutes (`docs/cluster/short.toml`), flown by the expert, {sweep['cores']} cores,"
    yield f"load {sweep['load']:.1f} from all that ran; medians of five, one thread and two in turn.\n"
    yield "| threads | wall, s | processor, s | largest memory, MiB |"
    yield "| --: | --: | --: | --: |"
    for threads, numbers in ((1, one), (2, two)):
        yield f"| {threads} | {numbers['wall_s']:.1f} | {numbers['cpu_s']:.1f} | {numbers['max_rss_kib'] / 1024:.1f} |"
    yield f"\nTwo threads are {sweep['wall_ratio']:.2f} times as fast by the wall, need {sweep['cpu_ratio']:.3f} times the processor"
    yield f"time, and were on a processor {sweep['busy_threads']:.2f} at a time. On a machine whose cores have other work the wall says"
    yield "little: then equal processor time is what tells.\n"
    yield "Memory, two threads, the novice:\n"
    yield "| drills | table | wall, s | processor, s | largest memory, MiB |"
    yield "| --: | --- | --: | --: | --: |"
    for row in sweep["memory"]:
        memory = row["max_rss_kib"] / 1024
        yield f"| {row['drills']:,} | {row['ending']} | {row['wall_s']:.0f} | {row['cpu_s']:.0f} | {memory:.1f} |"


def main():
    before = None
    if os.path.exists(BASELINE):
        with open(BASELINE, encoding="utf-8") as file:
            before = json.load(file)
    now = before if "--baseline" in sys.argv else measure()
    with open(REPORT, "w", encoding="utf-8") as file:
        file.write("\n".join(lines(now, None if now is before else before)) + "\n")
    with open(BASELINE, "w", encoding="utf-8") as file:
        json.dump(now, file, indent=1)
        file.write("\n")


main()
