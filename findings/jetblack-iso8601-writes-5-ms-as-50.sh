#!/usr/bin/env bash
# jetblack-iso8601 writes 5 milliseconds as .05, so events of one second change places in a log.
#
# Library: PyPI jetblack-iso8601 2.0.0.
# Expected: its page: iso8601_to_datetime and datetime_to_iso8601 are each other's way back; ISO 8601 has a decimal
#   fraction of the second, so 12:00:00 and 5 milliseconds is 12:00:00.005.
# Seen: milliseconds are written with two digits at least instead of three: 5 ms is ".05", 20 ms is ".20", which is ten
#   times as much; from 100 ms on it is right. It reads back what it wrote, ten times too late. A duration of PT1.5S
#   passes its pattern and is a ValueError; 37 days are written P1M1W, which ISO 8601 does not have.
# Why it hurts: a tenth of all timestamps is wrong, by up to 0.9 seconds. In a log that is sorted or replayed by this
#   text an order of .099 comes after its cancellation of .150, and "the last 100 ms" is not.
# What to do: datetime.isoformat(timespec="milliseconds"); sort a log by sequence numbers, never by its time; test
#   a way there and back with 5 and 50 milliseconds.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with jetblack-iso8601==2.0.0
python <<'PY'
import datetime
import sys

from jetblack_iso8601 import datetime_to_iso8601, iso8601_to_datetime, iso8601_to_timedelta, timedelta_to_iso8601

second = datetime.datetime(2026, 11, 28, 12, 0, 0, tzinfo=datetime.timezone.utc)
moments = {ms: second + datetime.timedelta(milliseconds=ms) for ms in range(1000)}
texts = {ms: datetime_to_iso8601(moment) for ms, moment in moments.items()}
wrong = sum(iso8601_to_datetime(texts[ms]) != moments[ms] for ms in moments)
print(f"5 ms: {texts[5]}; 20 ms: {texts[20]}; 99 ms: {texts[99]}; 150 ms: {texts[150]}")
print(f"{wrong} of 1000 milliseconds do not come back; 99 ms before 150 ms, as read: "
      f"{iso8601_to_datetime(texts[99]) < iso8601_to_datetime(texts[150])}")
try:
    half = iso8601_to_timedelta("PT1.5S")
except ValueError as error:
    half = f"ValueError: {error}"
print(f"PT1.5S: {half}; 37 days: {timedelta_to_iso8601(datetime.timedelta(days=37))}")
if wrong == 99 and texts[5].endswith(":00.05Z") and texts[99] > texts[150]:
    sys.exit(0)
print("changed: the milliseconds are written otherwise")
sys.exit(1)
PY
