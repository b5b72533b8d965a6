#!/usr/bin/env python3
"""Compares two reports of limit_bench --json.

Absolute times of two runs say little: another machine, another mood. What is compared is each
figure's ratio to the floor that was measured beside each of its repetitions: with both processors
at work where the figure is of two threads. What the machine was in each run stands below: where the
two processors shared a core in one run only, the ratios of two threads say little.

    limit_bench --json > before.json
    ... a change ...
    limit_bench --json > after.json
    bench/compare.py before.json after.json

Prints one line for each figure that both have. Exit status: 0 when no ratio grew by more than the
tolerance, 1 when one did or a report has faults or unfit runs, 2 when a file is no report or nothing can be
compared.
"""

import argparse
import json
import sys


def load(path):
    """Returns the report in the file, or ends the program saying what is wrong with it."""
    try:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        if not isinstance(report["states"], list):
            raise KeyError("states")
        return report
    except OSError as error:
        sys.exit(f"compare.py: {path}: {error.strerror}")
    except (ValueError, KeyError, TypeError) as error:
        print(f"compare.py: {path}: not a report of limit_bench --json ({error})", file=sys.stderr)
        sys.exit(2)


def ratios(report):
    """Returns {(state, figure): (ratio, the floor it is to)}; a report of a limit_bench that did not
    say to which floor has None there."""
    return {
        (state["name"], figure["name"]): (figure["ratio"], figure.get("held_against"))
        for state in report["states"]
        for figure in state.get("engine", [])
        if "ratio" in figure
    }


def conditions(path, report):
    """Returns what the machine was, a line for each state."""
    return [
        f"{path}: {state['name']}: {state['machine']}; neighbour factor "
        f"{state['neighbour_factor']['median']:.2f}, a line there and back "
        f"{state['round_trip_ns']['median']:.0f} ns, {state['repetitions_left_out']} repetitions left out"
        for state in report["states"]
        if "machine" in state
    ]


def warnings(path, report):
    """Returns why the report should not be relied on."""
    found = [f"{path}: fault: {fault}" for fault in report["faults"]]
    found += [f"{path}: unfit: {run}" for run in report.get("unfit", [])]
    if report["smoke"]:
        found.append(f"{path}: a smoke run, its times mean nothing")
    if report["other_load_percent"] > 7:
        found.append(f"{path}: other programs took {report['other_load_percent']:.0f} % of the machine")
    return found


def main():
    parser = argparse.ArgumentParser(
        description="Compares two reports of limit_bench --json by their ratios to the floor.")
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--tolerance", type=float, default=5.0, metavar="PERCENT",
                        help="growth of a ratio that is let through (default %(default)s)")
    options = parser.parse_args()

    before, after = load(options.before), load(options.after)
    notes = warnings(options.before, before) + warnings(options.after, after)
    old, new = ratios(before), ratios(after)
    worse = compared = 0
    for name in sorted(old.keys() & new.keys()):
        (was, was_to), (now, now_to) = old[name], new[name]
        if was_to != now_to:
            print(f"{name[0]:6} {name[1]:55} not compared: held against different floors")
            continue
        change = 100 * (now / was - 1)
        grew = change > options.tolerance
        worse += grew
        compared += 1
        print(f"{name[0]:6} {name[1]:55} {was:8.2f} -> {now:8.2f}  {change:+6.1f} %"
              f"{'  WORSE' if grew else ''}")
    for name in sorted(old.keys() ^ new.keys()):
        print(f"{name[0]:6} {name[1]:55} only in {options.before if name in old else options.after}")
    for note in conditions(options.before, before) + conditions(options.after, after) + notes:
        print(note)
    if compared == 0:
        print("compare.py: there is nothing to compare", file=sys.stderr)
        return 2
    incomplete = any(report["faults"] or report.get("unfit") for report in (before, after))
    return 1 if worse or incomplete else 0


if __name__ == "__main__":
    sys.exit(main())
