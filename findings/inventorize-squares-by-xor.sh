#!/usr/bin/env bash
# inventorize computes the reorder point for varying lead times with an exclusive or in place of a square: 392, not 429.
#
# Library: PyPI inventorize 1.2.6.
# Expected: reorderpoint_leadtime_variability says "based on demand variability and lead time variability in an assumed
#   normal distribution", and so every textbook (Silver, Pyke and Thomas, "Inventory and Production Management"): the
#   deviation is sqrt(L s_d^2 + d^2 s_L^2), as the library's own total_logistics_cost has it.
# Seen: the example of its documentation, 50 a day with deviation 5, lead time of 6 days with deviation 2, service 90 %,
#   gives a deviation of 71.78 and a reorder point of 391.99; by the formula, and by total_logistics_cost, it is 100.75,
#   so 429.11. The source has "(d**2*(s_L)^2)", in Python an exclusive or with 2: twice the deviation of the lead time
#   counts as twice the variance, not four times. A deviation of 1.5 days raises an error, whole days never do.
# Why it hurts: the stock at which one orders is too low just where the supplier is unreliable: of 90 % service 82 % are
#   left, and with a deviation of 4 days 74 %. The number looks plausible and moves the right way.
# What to do: compute the two lines yourself; check any such library against a simulation of a million lead times before
#   you order by it.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with inventorize==1.2.6
python <<'PY'
import math
import statistics
import sys

import inventorize

normal = statistics.NormalDist()


def textbook(demand, deviation, days, deviation_of_days):
    return math.sqrt(days * deviation**2 + demand**2 * deviation_of_days**2)


ok = True
for deviation_of_days, seen_sigma, seen_service in ((2, 71.777, 0.819), (4, 100.757, 0.740)):
    said = inventorize.reorderpoint_leadtime_variability(50, 5, 6, deviation_of_days, 0.9)
    right = textbook(50, 5, 6, deviation_of_days)
    service = normal.cdf((float(said["reorder_point"]) - 300) / right)
    cost = inventorize.total_logistics_cost(100, 50 * 365, 5 * math.sqrt(365), 6, deviation_of_days, 10, 1, 0.2, 50, 0.9)
    print(f"deviation of {deviation_of_days} days: reorder at {float(said['reorder_point']):.2f} "
          f"(by the formula {300 + normal.inv_cdf(0.9) * right:.2f}), deviation {float(said['sigmadl']):.3f}, "
          f"in total_logistics_cost {float(cost['sigmadl']):.3f}; service {service:.3f} instead of 0.9")
    ok = ok and abs(float(cost["sigmadl"]) - right) < 0.01
    ok = ok and abs(float(said["sigmadl"]) - seen_sigma) < 0.01 and abs(service - seen_service) < 0.001
if ok:
    sys.exit(0)
print("changed: the reorder point is another")
sys.exit(1)
PY
