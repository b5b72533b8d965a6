#!/usr/bin/env bash
# What builds other trees beside this one: the growth experiment, through every language of hosts, and
# the cost of an order beside an older tree. Ends with a table of the steps and "N passed, N failed".
#
# usage: scripts/test_hosts.sh [STEP]...
#   setup        install what is missing
#   growth       a command and a field of a line are added to a copy of the tree, which is built and
#                asked through C++, JSON, C, Python and the log; few files must have been edited
#   cost         placing and cancelling an order take at most 0.95 of the instructions of 1cc5c49
# Without STEP, all of them in this order; a step that fails does not stop the others.
#
# example: scripts/test_hosts.sh growth
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
. scripts/steps.bash
all_steps=(setup growth cost)

step_setup() { scripts/setup.sh test; }

step_growth() { python3 tests/growth/growth.py; }

step_cost() { bench/step_cost.sh --only hot --at-most 0.95 --keep build/step_cost; }

run_steps "$@"
