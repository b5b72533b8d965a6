#!/usr/bin/env bash
# opening_hours.js does not know "Feb 20-28 off", and misses "the day before the first Sunday" of some months.
#
# Libraries: npm opening_hours 3.15.0; for comparison PyPI opening-hours-py 2.1.4.
# Expected: OpenStreetMap's specification of opening hours: "Feb 20-28" are the days from 20 to 28 February; "Su[1] -1 day" is the
#   day before the first Sunday of each month. Its page lists ranges within one month and weekdays with an offset as supported.
# Seen: neither an error nor a warning. "Feb 20-28" holds in leap years only, and "Feb 20-29" in none, for opening as for "off";
#   a list of intervals that begins in a common year has none at all. "Feb 20-27", "Jan 25-31" and "Feb 20-Feb 28" are right.
#   "Nov 01-Feb 29" holds on 1 March of common years too. If the day of this month and that of the next both fall into this
#   month (3 and 31 July 2027), the first is missed. opening-hours-py has all of them right.
# Why it hurts: pick-up points and stores publish their hours in this form; promises of delivery and cutoffs are computed from
#   them. A week of stocktaking or carnival is promised as open, and no test with a normal week or with Christmas shows it.
# What to do: write the month twice ("Feb 20-Feb 28"); expand rules with an offset for the whole year ahead, and see that there is
#   one day a month.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with opening_hours@3.15.0
python_with opening-hours-py==2.1.4
TZ=UTC node_script <<'JS' || exit 1
import { writeFileSync } from 'node:fs'
import OpeningHours from 'opening_hours'

const days = (rule, from, to) => {
  const hours = new OpeningHours(rule, null)
  if (hours.getWarnings().length) console.log('warns:', hours.getWarnings())
  return hours.getOpenIntervals(new Date(from), new Date(to)).map(([start]) => start.toISOString().slice(0, 10))
}
const seen = {
  'Feb 20-29 10:00-12:00': days('Feb 20-29 10:00-12:00', '2027-01-01', '2029-01-01'),
  'Feb 20-28 10:00-12:00': days('Feb 20-28 10:00-12:00', '2027-01-01', '2029-01-01'),
  'Feb 20-27 10:00-12:00': days('Feb 20-27 10:00-12:00', '2027-01-01', '2029-01-01'),
  'Feb 20-Feb 28 10:00-12:00': days('Feb 20-Feb 28 10:00-12:00', '2027-01-01', '2029-01-01'),
  'Mo-Su 09:00-17:00; Feb 20-28 off': days('Mo-Su 09:00-17:00; Feb 20-28 off', '2027-01-01', '2029-01-01'),
  'Nov 01-Feb 29 10:00-12:00': days('Nov 01-Feb 29 10:00-12:00', '2027-02-27', '2027-03-03'),
  'Su[1] -1 day 10:00-12:00': days('Su[1] -1 day 10:00-12:00', '2027-01-01', '2029-01-01'),
}
writeFileSync('javascript.json', JSON.stringify(seen))
console.log('opening_hours:', Object.entries(seen).map(([rule, found]) => `${rule}: ${found.length} days`).join(', '))
console.log('Nov 01-Feb 29 in 2027:', seen['Nov 01-Feb 29 10:00-12:00'].join(' '))
if (Object.values(seen).map((found) => found.length).join() === '0,0,16,18,722,3,22') process.exit(0)
console.log('changed: opening_hours finds other days')
process.exit(1)
JS
python <<'PY'
import json
import sys
from datetime import datetime, timedelta

from opening_hours import OpeningHours

javascript = json.load(open("javascript.json"))
missed = {}
for rule, found in javascript.items():
    hours = OpeningHours(rule)
    first, count = (datetime(2027, 2, 27, 11), 4) if rule.startswith("Nov") else (datetime(2027, 1, 1, 11), 731)
    days = [day.date().isoformat() for day in (first + timedelta(days=n) for n in range(count)) if hours.is_open(day)]
    missed[rule] = sorted(set(days) - set(found)), sorted(set(found) - set(days))
    print(f"opening-hours-py, {rule}: {len(days)} days, {len(missed[rule][0])} of them not in JavaScript, which has {len(missed[rule][1])} others")
expected = [(19, []), (18, []), (0, []), (0, []), (0, [f"2027-02-{day}" for day in range(20, 29)]), (0, ["2027-03-01"]), (2, [])]
if [(len(only), more) for only, more in missed.values()] == expected:
    sys.exit(0)
print("changed: opening-hours-py finds other days")
sys.exit(1)
PY
