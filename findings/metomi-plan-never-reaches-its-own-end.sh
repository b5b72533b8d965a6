#!/usr/bin/env bash
# Three months that end on 31 March end on the 28th in metomi-isodatetime, which then says that the 31st is not one of them.
#
# Libraries: PyPI metomi-isodatetime 1!3.2.0, isochron 0.1.0; python-dateutil 2.9.0.post0 (rrule) for comparison.
# Expected: ISO 8601: R3/P1M/2026-03-31 is a recurring interval given by its duration and its end, so the end that is
#   written is the last point. A plan from the 31st goes to the last day of a shorter month and then to the 31st again.
# Seen: each point is computed from the one before, from the start that was itself cut to 28 February: 01-28, 02-28, 03-28.
#   get_is_valid says False for 2026-03-31, the end that the text names. R5/2026-01-31/P1M goes 01-31, 02-28, 03-28, 04-28 in
#   both libraries, and R5/2024-02-29/P1Y never comes to 29 February again.
# Why it hurts: a subscription or a monthly replenishment moves three days ahead after its first February and stays there:
#   customers are billed early for good, and two services that count from different months disagree.
# What to do: compute the n-th date as first + n months; or let rrule do it with bymonthday=[28..31], bysetpos=-1. Test
#   with a plan from 31 January that runs until March.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with metomi-isodatetime==1!3.2.0 isochron==0.1.0 python-dateutil==2.9.0.post0
python <<'PY'
import sys
from datetime import datetime

import isochron
from dateutil.rrule import MONTHLY, rrule
from metomi.isodatetime.parsers import TimePointParser, TimeRecurrenceParser

plan = TimeRecurrenceParser().parse("R3/P1M/2026-03-31T00:00Z")
seen = [[str(point)[5:10] for point in plan], plan.get_is_valid(TimePointParser().parse("2026-03-31T00:00Z"))]
print(f"metomi, R3/P1M/2026-03-31: {' '.join(seen[0])}; 2026-03-31 is one of them: {seen[1]}")
for text in ("R5/2026-01-31T00:00:00Z/P1M", "R5/2024-02-29T00:00:00Z/P1Y"):
    seen.append([str(point)[5:10] for point in TimeRecurrenceParser().parse(text)])
    seen.append([str(point)[5:10] for point in isochron.parse_recurring(text)])
    print(f"{text}: metomi {' '.join(seen[-2])}; isochron {' '.join(seen[-1])}")
rule = rrule(MONTHLY, dtstart=datetime(2026, 1, 31), count=5, bymonthday=[28, 29, 30, 31], bysetpos=-1)
print("rrule, last day up to the 31st:", *(f"{point:%m-%d}" for point in rule))
months, years = ["01-31", "02-28", "03-28", "04-28", "05-28"], ["02-29", "02-28", "02-28", "02-28", "02-28"]
if seen == [["01-28", "02-28", "03-28"], False, months, months, years, years]:
    sys.exit(0)
print("changed: the plans have other dates")
sys.exit(1)
PY
