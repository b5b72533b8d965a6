#!/usr/bin/env bash
# businesstimedelta counts no working time in a night shift once it has begun, and none of an early closing as closed.
#
# Library: PyPI businesstimedelta 1.0.1 (with holidays 0.109).
# Expected: its page: "Overnight Shifts": a WorkDayRule from 22:00 to 06:00 is a night shift, and a rule with time_off
#   is taken off the working time. From 00:30 to 05:30 in that shift are five hours; Friday from 9:00 with closing
#   14:00-18:00 before the day's end at 18:00 has five hours.
# Seen: WorkDayRule asks only whether the hour of the day is before the later of both hours, 22:00, and then takes
#   tonight's shift: from 22:00 on, and after midnight, the running shift does not exist. 00:30 to 05:30 is 0 hours,
#   a deadline of one hour from 00:30 is 23:00 of the next evening. Rules cuts at a time off only if that ends before
#   the working day does: 14:00-18:00 on a day until 18:00 is not taken off, 14:00-17:00 is.
# Why it hurts: a deadline of service of one hour becomes 22.5 hours for all orders of the night, and reports say that
#   the night works in no time. On the afternoon before a holiday the clock runs although nobody is there.
# What to do: write the night as two rules, 22:00-23:59:59 and 00:00-06:00 of the next days (a second is lost); let an early closing
#   end a minute before the working day does; test both with a calculation by hand.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with businesstimedelta==1.0.1 holidays==0.109
python <<'PY'
import sys
from datetime import datetime, time

import pytz
from businesstimedelta import BusinessTimeDelta, Rules, WorkDayRule

week = [0, 1, 2, 3, 4]
night = Rules([WorkDayRule(start_time=time(22), end_time=time(6), working_days=week, tz=pytz.utc)])
seen = []
for start, end in (((30, 21, 0), (31, 6, 30)), ((30, 22, 0), (31, 5, 30)), ((31, 0, 30), (31, 5, 30))):
    begins, ends = (datetime(2026, 3, *moment) for moment in (start, end))
    seen.append(night.difference(begins, ends).timedelta.total_seconds() / 3600)
    print(f"shift 22:00-06:00, from {begins:%a %H:%M} to {ends:%a %H:%M}: {seen[-1]:g} hours")
due = datetime(2026, 3, 31, 0, 30) + BusinessTimeDelta(night, hours=1)
print(f"one hour from Tue 00:30: due {due:%a %H:%M}")
seen.append(f"{due:%a %H:%M}")
for closed_until in (17, 18):
    day = WorkDayRule(start_time=time(9), end_time=time(18), working_days=week, tz=pytz.utc)
    closed = WorkDayRule(start_time=time(14), end_time=time(closed_until), working_days=[4], time_off=True, tz=pytz.utc)
    friday = Rules([day, closed]).difference(datetime(2026, 4, 3, 9), datetime(2026, 4, 3, 20))
    seen.append(friday.timedelta.total_seconds() / 3600)
    print(f"Friday 9:00-18:00 less 14:00-{closed_until}:00: {seen[-1]:g} hours")
if seen == [8.0, 0.0, 0.0, "Tue 23:00", 6.0, 9.0]:
    sys.exit(0)
print("changed: businesstimedelta counts other hours")
sys.exit(1)
PY
