#!/usr/bin/env bash
# isodate writes "a month less a day" as "minus a month and a day", and reads that back.
#
# Library: PyPI isodate 0.7.2.
# Expected: duration_isoformat writes a text that parse_duration reads as the same duration, or says that ISO 8601 has
#   no form for it.
# Seen: a Duration has months apart from days, each with its sign. P1M less P1D adds the right days to a date and is
#   written as -P1M1D: the sign of one part is put before the whole, and the text reads as a month and a day back.
#   P1Y less P2M becomes -P1Y2M. From 2026-03-01 the due date is 2026-03-31, and 2026-01-31 after a trip through text.
# Why it hurts: terms of payment, holds and return windows are computed as "a month less a day" and stored or sent in
#   ISO 8601. In memory all is right; behind the message an order is overdue two months before it is due.
# What to do: send the date, not the term; or refuse durations whose parts differ in sign before they are written, and
#   test there-and-back with one.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with isodate==0.7.2
python <<'PY'
import datetime
import sys

from isodate import duration_isoformat, parse_duration

ordered = datetime.date(2026, 3, 1)
seen = []
for whole, less in (("P1M", "P1D"), ("P1Y", "P2M")):
    term = parse_duration(whole) - parse_duration(less)
    text = duration_isoformat(term)
    seen.append((text, str(ordered + term), str(ordered + parse_duration(text))))
    print(f"{whole} less {less}, from {ordered}: due {seen[-1][1]}; written as {text}, and then due {seen[-1][2]}")
if seen == [("-P1M1D", "2026-03-31", "2026-01-31"), ("-P1Y2M", "2027-01-01", "2025-01-01")]:
    sys.exit(0)
print("changed: isodate writes another text, or refuses it")
sys.exit(1)
PY
