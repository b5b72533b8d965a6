#!/usr/bin/env python3
"""How fast `allot events --format arrow` is beside `allot replay`, in turns on one log.

usage: event_rate.py PROGRAM [--seconds N] [--rounds N] [--least RATIO]
   PROGRAM    allot of a release build
   --seconds  of `allot bench`, which makes the log (default 5)
   --rounds   how often each runs (default 5)
   --least    end with status 1 when events have less than this part of replay's rate (default 0.3)

Both step every command of the log. Rates are medians over the rounds of records by the time that passes
and by that of the processor, which counts where other work keeps the machine busy.
"""
import argparse
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time


def timed(command):
    """Seconds that passed, and of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    passed = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, sum(getattr(after, name) - getattr(before, name) for name in ("ru_utime", "ru_stime"))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--least", type=float, default=0.3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="allot-event-rate-") as folder:
        log = f"{folder}/log"
        subprocess.run([options.program, "bench", "--seconds", str(options.seconds), "--durability", "none",
                        "--journal", log], check=True, stdout=subprocess.DEVNULL)
        told = json.loads(subprocess.run([options.program, "replay", "--json", log], check=True,
                                         capture_output=True).stdout)
        records, events = int(told["records"]), int(told["events"])
        commands = {"replay": [options.program, "replay", log],
                    "events": [options.program, "events", log, "--format", "arrow"]}
        times = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                times[name].append(timed(command))
    print(f"{records} records, {events} events, {options.rounds} rounds in turns")
    rates = {}
    for name, runs in times.items():
        rates[name] = [records / statistics.median(column) for column in zip(*runs)]
        print(f"{name}  {rates[name][0]:>10,.0f} records/s passed  {rates[name][1]:>10,.0f} records/s of processor")
    ratios = [mine / other for mine, other in zip(rates["events"], rates["replay"])]
    print(f"ratio   {ratios[0]:.2f} passed, {ratios[1]:.2f} of processor; at least {options.least}")
    return 0 if ratios[1] >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
