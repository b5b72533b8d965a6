#!/usr/bin/env bash
# HiGHS calls a plan optimal that costs four and a half times the cheapest one.
#
# Library: scipy 1.17.1 (milp), which carries HiGHS.
# Expected: "Optimal" with a gap of 0 means that no cheaper plan exists, as the documentation of milp and of
#   HiGHS say of that status. The model has three variables: opening a node costs 1000 once, and then it ships
#   any number of units; a supplier ships at 500 a unit; 9 units are wanted. Opening the node costs 1000.
# Seen: with the usual link "units <= 10,000,000 * open" the answer is 4500, all nine units from the supplier,
#   status optimal, dual bound 4500, gap 0. With a link of 1,000,000 it is 1000. A fraction of 9 / 10,000,000
#   of an open node passes for a closed one (the tolerance of whole numbers is one millionth), and what is left
#   of it is then taken away. Setting the gap to 0 changes nothing.
# Why it hurts: such a model is how one computes the best sourcing that an allocator is judged by, or the plan
#   that it follows. The wrong plan is whole-numbered and feasible, so checking those two finds nothing.
# What to do: let the factor be what can really flow (the smaller of stock and need), never "a big number";
#   price the plan again in integers, and compare it with simple plans; or use a solver of integers (CP-SAT).
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with scipy==1.17.1
python <<'PY'
import sys
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

NEED, OPENING, EACH = 9, 1000, 500


def plan(link):
    """Variables: units from the node, whether it is open, units from the supplier."""
    return milp([0, OPENING, EACH],
                constraints=[LinearConstraint([[1, -link, 0]], -np.inf, 0),
                             LinearConstraint([[1, 0, 1]], NEED, np.inf)],
                integrality=[1, 1, 1], bounds=Bounds([0, 0, 0], [link, 1, link]),
                options={"mip_rel_gap": 0.0})


costs = {}
for link in (NEED, 1_000_000, 10_000_000):
    answer = plan(link)
    costs[link] = answer.fun
    node, opened, supplier = (float(x) for x in answer.x)
    print(f"link {link:>10}: cost {answer.fun:.0f}, node {node:g} units (open {opened:g}), supplier {supplier:g} units; "
          f"status {answer.status}, dual bound {answer.mip_dual_bound:.0f}, gap {answer.mip_gap}")
if costs[10_000_000] > 4000 and abs(costs[NEED] - 1000) < 1:
    sys.exit(0)
print("changed: the big link no longer gives the dear plan")
sys.exit(1)
PY
