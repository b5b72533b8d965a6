#!/usr/bin/env bash
# In isoduration half an hour after noon is one o'clock, and a quarter of an hour after noon is noon.
#
# Library: PyPI isoduration 20.11.0; isodate 0.7.2.
# Expected: ISO 8601 lets the smallest unit have a fraction, so PT0.5H is 30 minutes; isoduration parses it, prints it
#   again as PT0.5H, and adds durations to a datetime.
# Seen: each unit is rounded to a whole one when it is added: PT0.5H adds an hour and takes nothing away, PT1.5H adds
#   two hours, PT0.25H nothing, P0.5Y 365 days, PT30.5S 31 seconds. PT36.5H is an error, as is PT0.1S: "hour must be in
#   0..23". PT90M and other whole numbers are right. isodate adds 30 minutes for PT0.5H.
# Why it hurts: schemas and validators use it to check durations, so what passes the check is what it reads. A hold of
#   PT0.5H lasts an hour, one of PT0.25H no time at all, and the stock that a customer is paying for is given to
#   somebody else.
# What to do: refuse a parsed duration with a fraction, or write PT30M; add with isodate or with minutes of your own.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with isoduration==20.11.0 isodate==0.7.2
python <<'PY'
import datetime
import sys

import isodate
import isoduration

noon = datetime.datetime(2026, 3, 10, 12)
seen = []
for text in ("PT90M", "PT0.5H", "PT1.5H", "PT0.25H", "PT30.5S", "P0.5D", "PT36.5H"):
    duration = isoduration.parse_duration(text)
    try:
        answer = f"+{noon + duration - noon} -{noon - (noon - duration)}"
    except ValueError as error:
        answer = f"error: {error}"
    seen.append(f"{text}: {answer}")
    print(f"{seen[-1]}; printed {isoduration.format_duration(duration)}; isodate: {isodate.parse_duration(text)}")
expected = [
    "PT90M: +1:30:00 -1:30:00",
    "PT0.5H: +1:00:00 -0:00:00",
    "PT1.5H: +2:00:00 -1:00:00",
    "PT0.25H: +0:00:00 -0:00:00",
    "PT30.5S: +0:00:31 -0:00:30",
    "P0.5D: +1 day, 0:00:00 -0:00:00",
    "PT36.5H: error: hour must be in 0..23",
]
if seen == expected:
    sys.exit(0)
print("changed: the durations are added otherwise")
sys.exit(1)
PY
