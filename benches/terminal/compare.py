#!/usr/bin/env python3
"""How fast the window is, beside two well-known ratatui programs, in real terminals of 160x50.

Measures, for each program in turn: the time from its start to the end of its first frame, and what of it was work; the time from a key to the
frame that it changes; CPU and memory while nobody touches it. For Leakdrill the keys are pressed while a drill runs at
3600x. Python's standard library alone; Linux (/proc).

    cargo build --release
    cargo install bottom gitui --root /tmp/peers
    benches/terminal/compare.py --peers /tmp/peers/bin

Ends with 1 if Leakdrill is not ahead of both in start-up and idle CPU, or if the 99th percentile from key to frame is
10 ms or more. Other peers: --peer NAME=COMMAND, and --keys NAME=K for a pair of keys that change what it shows.
"""

import argparse
import fcntl
import json
import os
import pty
import random
import select
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

COLUMNS, ROWS = 160, 50
# A frame is over when nothing has come for so long.
QUIET_S = 0.03
# What a program may ask a terminal before it draws, and what an xterm answers.
ANSWERS = [
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[>c", b"\x1b[>0;276;0c"),
    (b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (b"\x1b]10;?", b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
]
BAR_KEY_MS = 10.0


class Seat:
    """A program in a terminal."""

    def __init__(self, command, env, folder):
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(folder)
            try:
                os.execvpe(command[0], command, env)
            finally:
                os._exit(127)
        # Before the program has had time to ask for it.
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, within):
        """What comes within a time; none if nothing does."""
        ready, _, _ = select.select([self.fd], [], [], max(within, 0))
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 1 << 20)
        except OSError:
            raise SystemExit("the program ended by itself")
        for asked, answer in ANSWERS:
            for _ in range(data.count(asked)):
                os.write(self.fd, answer)
        return data

    def first_frame(self):
        """Seconds from the start to the last byte of the first frame."""
        seen, last = 0, None
        while time.perf_counter() - self.began < 20:
            data = self.read(QUIET_S if seen > 1500 else 1.0)
            if data:
                seen += len(data)
                last = time.perf_counter()
            elif seen > 1500:
                return last - self.began
        raise SystemExit("no first frame within 20 s")

    def drain(self, seconds):
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def answer(self, key, mark):
        """Seconds from a key to the frame with a mark in it, or to any frame without one."""
        while self.read(0):
            pass
        began = time.perf_counter()
        os.write(self.fd, key)
        tail = b""
        while time.perf_counter() - began < 2:
            data = self.read(0.5)
            tail = tail[-8:] + data
            if data and (mark is None or mark in tail):
                return time.perf_counter() - began
        return None

    def cpu_s(self):
        with open(f"/proc/{self.pid}/stat", encoding="ascii", errors="replace") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def worked_s(self):
        """Seconds of processor time so far, to the nanosecond: the same on a busy machine as on an idle one."""
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{task}/schedstat", encoding="ascii") as stat:
                    total += int(stat.read().split()[0])
            except (FileNotFoundError, ProcessLookupError):
                pass
        return total / 1e9

    def rss_mb(self):
        with open(f"/proc/{self.pid}/status", encoding="ascii", errors="replace") as status:
            for line in status:
                if line.startswith("VmRSS"):
                    return int(line.split()[1]) / 1024
        return float("nan")

    def end(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.fd)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))] if values else float("nan")


def measure(name, start, keyed, keys, mark, options):
    """One program: `start` is opened for start-up and idleness, `keyed` for keys."""
    firsts, works = [], []
    for _ in range(options.starts):
        seat = Seat(*start)
        firsts.append(seat.first_frame())
        works.append(seat.worked_s())
        seat.end()
    seat = Seat(*start)
    seat.first_frame()
    seat.drain(3)
    cpu, began = seat.cpu_s(), time.perf_counter()
    seat.drain(options.idle)
    idle = (seat.cpu_s() - cpu) / (time.perf_counter() - began) * 100
    rss = seat.rss_mb()
    seat.end()
    seat = Seat(*keyed["seat"])
    seat.first_frame()
    for key, wait in keyed["before"]:
        os.write(seat.fd, key)
        seat.drain(wait)
    lags, missed = [], 0
    rng = random.Random(7)
    for n in range(options.keys_pressed):
        lag = seat.answer(keys[n % len(keys)], mark)
        if lag is None:
            missed += 1
        else:
            lags.append(lag)
        seat.drain(rng.uniform(0.02, 0.08))
    seat.end()
    ms = lambda seconds: seconds * 1000
    return {
        "name": name,
        "first_frame_ms": ms(percentile(firsts, 0.5)),
        "first_frame_worst_ms": ms(max(firsts)),
        "first_frame_cpu_ms": ms(percentile(works, 0.5)),
        "key_p50_ms": ms(percentile(lags, 0.5)),
        "key_p99_ms": ms(percentile(lags, 0.99)),
        "keys": len(lags),
        "missed": missed,
        "idle_cpu_percent": idle,
        "rss_mb": rss,
    }


def leakdrill(program, scratch, options):
    home = os.path.join(scratch, "home")
    os.makedirs(home)
    # As fast as it goes, without a stop, and with no bell that would count as drawing.
    with open(os.path.join(home, "config.toml"), "w", encoding="utf-8") as config:
        config.write("speed = 3600\nslow_on_alarm = false\nbell = false\n")
    env = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", LEAKDRILL_HOME=home)
    play = [program, "play", "endurance", "--seed", "7"]
    keyed = {"seat": (play, env, scratch), "before": [(b"\r", 1.5)]}
    # Tab chooses the next person: the pointer before a name is drawn by nothing else.
    return measure("leakdrill", ([program], env, scratch), keyed, [b"\t"], "▸".encode(), options)


def peer(name, command, keys, scratch, options):
    repository = os.path.join(scratch, f"repository-{name}")
    os.makedirs(repository)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", repository]
    subprocess.run([*git, "init", "-q"], check=False)
    for n in range(20):
        with open(os.path.join(repository, f"file-{n}.txt"), "w", encoding="utf-8") as file:
            file.write("a line\n" * 20)
        if n % 2:
            subprocess.run([*git, "add", "-A"], check=False)
            subprocess.run([*git, "commit", "-qm", f"commit {n}"], check=False)
    env = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", HOME=repository, XDG_CONFIG_HOME=repository + "/.config")
    seat = (command, env, repository)
    return measure(name, seat, {"seat": seat, "before": [(b"", 2.0)]}, keys, None, options)


def table(rows):
    head = ["", "first frame", "worst", "its CPU", "key p50", "key p99", "idle CPU", "RSS"]
    lines = [
        [
            row["name"],
            f"{row['first_frame_ms']:.1f} ms",
            f"{row['first_frame_worst_ms']:.1f} ms",
            f"{row['first_frame_cpu_ms']:.1f} ms",
            f"{row['key_p50_ms']:.2f} ms",
            f"{row['key_p99_ms']:.2f} ms",
            f"{row['idle_cpu_percent']:.2f} %",
            f"{row['rss_mb']:.1f} MB",
        ]
        for row in rows
    ]
    widths = [max(len(line[i]) for line in [head, *lines]) for i in range(len(head))]
    for line in [head, *lines]:
        print("  ".join(text.ljust(width) if i == 0 else text.rjust(width) for i, (text, width) in enumerate(zip(line, widths))))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leakdrill", default="target/release/leakdrill")
    parser.add_argument("--peers", help="a folder with btm and gitui; else they are looked for on PATH")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--keys", action="append", default=[], metavar="NAME=KEYS", help="keys pressed in turn")
    parser.add_argument("--starts", type=int, default=15)
    parser.add_argument("--keys-pressed", type=int, default=300)
    parser.add_argument("--idle", type=float, default=10.0, help="seconds")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    program = os.path.abspath(options.leakdrill)
    if not os.access(program, os.X_OK):
        raise SystemExit(f"{program} is not there: cargo build --release")
    peers = dict(entry.split("=", 1) for entry in options.peer)
    keys = {"bottom": [b"\x1b[B", b"\x1b[A"], "gitui": [b"2", b"1"]}
    for entry in options.keys:
        name, pressed = entry.split("=", 1)
        keys[name] = [key.encode() for key in pressed]
    if not peers:
        for name, file in [("bottom", "btm"), ("gitui", "gitui")]:
            found = shutil.which(file, path=options.peers) or shutil.which(file)
            if found:
                peers[name] = os.path.abspath(found)
    if len(peers) < 2:
        print("two peers are wanted, such as: cargo install bottom gitui --root /tmp/peers", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="leakdrill-compare-") as scratch:
        rows = [leakdrill(program, scratch, options)]
        for name, command in peers.items():
            rows.append(peer(name, shlex.split(command), keys.get(name, [b"j", b"k"]), scratch, options))
    ours, others = rows[0], rows[1:]
    missed = []
    for what, label in [("first_frame_ms", "start-up"), ("idle_cpu_percent", "idle CPU")]:
        missed += [f"{other['name']} is ahead in {label}" for other in others if other[what] < ours[what]]
    if not ours["key_p99_ms"] < BAR_KEY_MS:
        missed.append(f"99 % from key to frame: {ours['key_p99_ms']:.1f} ms, not under {BAR_KEY_MS:.0f}")
    if ours["missed"]:
        missed.append(f"{ours['missed']} keys were not answered within two seconds")
    if len(others) < 2:
        missed.append("fewer than two peers were measured")
    if options.json:
        print(json.dumps({"rows": rows, "missed": missed}, indent=2))
    else:
        table(rows)
        print("\n".join(missed) if missed else "ahead of all in start-up and idle CPU; keys answered in time")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
