#!/usr/bin/env python3
"""Fails or kills kpo at every system call that touches the data folder, and compares what it showed as saved with what a restart finds.

Usage: Tests/Sweep/sweep.py [--quick] [KPO]

KPO is the program, by default .build/debug/kpo; --quick tries every seventh system call only.
Needs strace and the right to trace; without them it says so and exits with 0. Exits with 1 if anything differs.
"""

import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

# What is done at the system call; a "+" does it at all later calls of the same name, too.
FAULTS = {
    "SIGKILL": "signal=KILL:when={}",
    "ENOSPC once": "error=ENOSPC:when={}",
    "ENOSPC for ever": "error=ENOSPC:when={}+",
    "EIO once": "error=EIO:when={}",
    "EIO for ever": "error=EIO:when={}+",
}
QUIZ = ["daily", "--count", "4", "--seed", "7"]
ANSWERS = "a\nb\n:undo\nc\n:flag a note\na\nb\nc\na\n:quit\n"
RESULT = re.compile(r"^\d+\. (Right|Wrong|Not known)\b")
LINE = re.compile(r"^(?:\d+ +)?(\w+)\(")


class Machine:
    """A home folder with a data folder, as a learner has it before the quiz."""

    def __init__(self, kpo, root, sittings):
        self.kpo, self.root, self.home, self.data = kpo, root, f"{root}/home", f"{root}/home/data"
        os.mkdir(self.home)
        for day in range(sittings):
            self.run(QUIZ, f"2026-11-2{day}T10:00:00Z")
        self.before = self.history()
        shutil.copytree(self.home, f"{root}/start")

    def reset(self):
        shutil.rmtree(self.home)
        shutil.copytree(f"{self.root}/start", self.home)

    def run(self, arguments, now="2026-11-25T10:00:00Z", answers=ANSWERS, tracer=()):
        environment = {"HOME": self.home, "KPO_DATA": self.data, "KPO_NOW": now, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [*tracer, self.kpo, *arguments], input=answers, env=environment, capture_output=True, text=True, timeout=120)

    def history(self):
        """The whole lines of the history; a torn last one was never shown as saved."""
        try:
            with open(f"{self.data}/history.jsonl", "rb") as file:
                return [line for line in file.read().split(b"\n")[:-1]]
        except FileNotFoundError:
            return []


def calls(trace, folder):
    """The name and the number among those of its name of each system call that touches the folder."""
    counts = collections.Counter()
    for line in open(trace, errors="replace"):
        found = LINE.match(line)
        if not found:
            continue
        counts[found[1]] += 1
        # With -y each descriptor is followed by its path.
        if folder in line and found[1] != "execve":
            yield found[1], counts[found[1]]


def shown(output):
    """Which results were shown, each as right or not."""
    return [line.split()[1].startswith("Right") for line in output.splitlines() if RESULT.match(line)]


def results(history):
    """The reviews of the history, each as right or not, with those that were taken back."""
    events = [json.loads(line) for line in history]
    return [event["right"] for event in events if event["event"] == "review"]


def differences(machine, run):
    """What is not as it was shown; an empty list if all is well."""
    found = []
    saving = "not saved" not in run.stderr
    told = shown(run.stdout) if saving else []
    restart = machine.run(QUIZ, "2026-11-25T11:00:00Z", "?\n:quit\n")
    if restart.returncode != 0 or len(shown(restart.stdout)) != 1 or "not saved" in restart.stderr:
        found.append(f"the restart ends with {restart.returncode}: {restart.stderr[-300:]}")
    history = machine.history()
    if history[: len(machine.before)] != machine.before:
        found.append("an earlier line is lost or changed")
    new = results(history[len(machine.before):])
    # At least what was shown, in that order, and behind it the answer after the restart.
    if new[: len(told)] != told or len(new) <= len(told):
        found.append(f"shown as saved: {told}; found: {new}")
    check = machine.run(["progress", "check"], answers="")
    if check.returncode != 0:
        found.append(f"progress check: {check.stdout[-300:]}{check.stderr[-300:]}")
    if run.returncode in (-4, -5, -6, -8, -11, 70):
        found.append(f"the program ended with {run.returncode}: {run.stderr[-300:]}")
    return found


def sweep(kpo, root, sittings, step):
    machine = Machine(kpo, root, sittings)
    trace = f"{root}/trace"
    clean = machine.run(QUIZ, tracer=["strace", "-f", "-y", "-o", trace])
    if clean.returncode != 0 or len(shown(clean.stdout)) < 4 or differences(machine, clean):
        sys.exit(f"The quiz does not even work without a fault: {clean.stderr[-500:]}")
    touching = list(calls(trace, machine.data))[::step]
    names = collections.Counter(name for name, _ in touching)
    print(f"beginning after {sittings} sittings: {sum(names.values())} system calls touch the data folder "
          f"({', '.join(f'{name} {count}' for name, count in sorted(names.items()))})")
    tried, different = 0, 0
    for fault, injection in FAULTS.items():
        missed, wrong = 0, 0
        for name, number in touching:
            machine.reset()
            run = machine.run(
                QUIZ, tracer=["strace", "-f", "-y", "-o", trace, "-e", f"inject={name}:{injection.format(number)}"])
            with open(trace, errors="replace") as file:
                if run.returncode != -9 and "INJECTED" not in file.read():
                    missed += 1
            tried += 1
            for difference in differences(machine, run):
                wrong += 1
                print(f"  {fault} at {name} number {number}: {difference}")
        different += wrong
        print(f"  {fault}: {len(touching)} tried, {wrong} differences" + (f", {missed} never reached" if missed else ""),
              flush=True)
    return tried, different


def main():
    arguments = [word for word in sys.argv[1:] if word != "--quick"]
    step = 7 if "--quick" in sys.argv else 1
    here = os.path.dirname(os.path.abspath(__file__))
    kpo = os.path.abspath(arguments[0] if arguments else f"{here}/../../.build/debug/kpo")
    if not shutil.which("strace"):
        print("skipped: there is no strace here; install it with `apt-get install strace`")
        return 0
    probe = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if probe.returncode != 0:
        print(f"skipped: strace may not trace here: {probe.stderr.strip()}")
        return 0
    tried, different = 0, 0
    for sittings in (0, 2):
        with tempfile.TemporaryDirectory(prefix="kpo-sweep-") as root:
            more = sweep(kpo, os.path.realpath(root), sittings, step)
        tried, different = tried + more[0], different + more[1]
    print(f"{tried} faults tried, {different} differences found")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
