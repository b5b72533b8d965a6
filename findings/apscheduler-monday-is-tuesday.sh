#!/usr/bin/env bash
# "0 9 * * 1-5", Monday to Friday, runs from Tuesday to Saturday in APScheduler, and "* * 7" never in pycron.
#
# Libraries: PyPI apscheduler 3.11.3, pycron 3.3.0, cron-converter 2.0.2; cronsim 2.8 for comparison.
# Expected: crontab(5) and POSIX: in the fifth field 0 is Sunday and 1 Monday (7 is Sunday too in every cron in use), and
#   if both day and weekday are restricted, either will do. CronTrigger.from_crontab: "from a standard crontab
#   expression".
# Seen: APScheduler counts from Monday = 0, also in from_crontab (a warning there calls it a historical mistake that 3.x
#   keeps): 1-5 is Tuesday to Saturday. In pycron 7 is no day, and "5-7" ends on Saturday. "0 9 1,15 * 1" (the 1st, the
#   15th and each Monday) comes 74 times in 2026 in cronsim, twice in cron-converter, where both have to hold, and four
#   times in APScheduler. No error is raised.
# Why it hurts: the cut-off of Monday's orders does not run, Saturday's does; a weekly reorder on Sunday never comes. Each
#   line is copied from a crontab where it was right.
# What to do: write names (mon-fri) where they are taken, never numbers; restrict either the day or the weekday; list the
#   next ten times of each schedule in a test.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with apscheduler==3.11.3 pycron==3.3.0 cron-converter==2.0.2 cronsim==2.8
python <<'PY'
import datetime
import itertools
import sys

import pycron
from apscheduler.triggers.cron import CronTrigger
from cron_converter import Cron
from cronsim import CronSim

begin, second = datetime.datetime(2025, 12, 31, 23, 59), datetime.timedelta(seconds=1)


def of_2026(times):
    return list(itertools.takewhile(lambda time: time is not None and time.year == 2026, times))


def apscheduler(text):
    trigger, time = CronTrigger.from_crontab(text, timezone="UTC"), begin.replace(tzinfo=datetime.timezone.utc)
    while time:
        time = trigger.get_next_fire_time(None, time + second)
        yield time


def cron_converter(text):
    schedule = Cron(text).schedule(begin)
    while True:
        yield schedule.next()


def pycron_days(text):
    return [day for day in range(1, 8) if pycron.is_now(text, datetime.datetime(2026, 6, day, 9))]


def weekdays(times):
    return sorted({time.strftime("%u%a") for time in of_2026(times)})


office, mixed = "0 9 * * 1-5", "0 9 1,15 * 1"
print(f"{office}: APScheduler {weekdays(apscheduler(office))}, cronsim {weekdays(CronSim(office, begin))}")
sunday, until_sunday = pycron_days("0 9 * * 7"), pycron_days("0 9 * * 5-7")
print(f"pycron, first week of June 2026 (Monday is the 1st): 7 on {sunday}, 5-7 on {until_sunday}")
readers = {"APScheduler": apscheduler, "cron-converter": cron_converter, "cronsim": lambda text: CronSim(text, begin)}
counts = {name: len(of_2026(read(mixed))) for name, read in readers.items()}
print(f"{mixed} in 2026: {counts}")
late, right = weekdays(apscheduler(office)), weekdays(CronSim(office, begin))
if (late == ["2Tue", "3Wed", "4Thu", "5Fri", "6Sat"] and right == ["1Mon", "2Tue", "3Wed", "4Thu", "5Fri"]
        and sunday == [] and until_sunday == [5, 6] and list(counts.values()) == [4, 2, 74]):
    sys.exit(0)
print("changed: the schedules run at other times")
sys.exit(1)
PY
