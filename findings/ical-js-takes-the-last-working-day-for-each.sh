#!/usr/bin/env bash
# "The last working day of the year" is every working day in ical.js, and "the 1st and the last of the month" only the 1st.
#
# Libraries: npm ical.js 2.2.1; for comparison rrule-temporal 2.2.8; PyPI python-dateutil 2.9.0.post0.
# Expected: RFC 5545, 3.3.10: BYSETPOS picks the nth of the set of one interval, which is a year, a week or a day as FREQ has
#   it; a negative BYMONTHDAY counts from the end of the month. The comparisons agree on each rule.
# Seen: BYSETPOS is looked at within a month only. FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 gives each working day from 1
#   January on, and FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1 Monday, Wednesday and Friday. FREQ=DAILY;BYMONTHDAY=1,-1 never
#   meets a last day, and gives the day of the start although it is neither. BYWEEKNO=53 with a BYDAY is every week. There
#   is no error; other rules that it cannot carry out are one.
# Why it hurts: a yearly stock count or a settlement "on the last working day" opens on each of 260 days; a weekly pick-up "on
#   the last of the days" comes three times. With COUNT the rule has used itself up before the right day comes.
# What to do: expand with rrule-temporal; or write FREQ=YEARLY;BYMONTH=12 for the year, BYDAY=FR for the week and FREQ=MONTHLY
#   for the ends of the month, which ical.js gets right.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with ical.js@2.2.1 rrule-temporal@2.2.8
python_with python-dateutil==2.9.0.post0
node_script <<'JS' || exit 1
import ICAL from 'ical.js'
import { RRuleTemporal } from 'rrule-temporal'

const start = '2026-01-02T09:00:00'
const first = (rule) => {
  const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start))
  return [1, 2, 3].map(() => dates.next().toString().slice(0, 10)).join(' ')
}
const second = (rule) => {
  const dates = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${start.replace(/[-:]/g, '')}\nRRULE:${rule}` })
  return dates.all((_, count) => count < 3).map((date) => date.toPlainDate().toString()).join(' ')
}
const wanted = [
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-01-30 2026-02-27 2026-03-31', '2026-01-30 2026-02-27 2026-03-31'],
  ['FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-01-02 2026-01-05 2026-01-06', '2026-12-31 2027-12-31 2028-12-29'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1', '2026-01-02 2026-01-05 2026-01-07', '2026-01-02 2026-01-09 2026-01-16'],
  ['FREQ=DAILY;BYMONTHDAY=1,-1', '2026-01-02 2026-02-01 2026-03-01', '2026-01-31 2026-02-01 2026-02-28'],
  ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH', '2026-01-08 2026-01-15 2026-01-22', '2026-12-31 2032-12-30 2037-12-31'],
]
let same = true
for (const [rule, one, other] of wanted) {
  const seen = [first(rule), second(rule)]
  console.log(`${rule}: ical.js ${seen[0]}; rrule-temporal ${seen[1]}`)
  same &&= seen[0] === one && seen[1] === other
}
if (same) process.exit(0)
console.log('changed: the rules give other dates')
process.exit(1)
JS
python <<'PY'
import datetime
import itertools
import sys

from dateutil.rrule import rrulestr

wanted = {"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": "2026-12-31 2027-12-31 2028-12-29",
          "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1": "2026-01-02 2026-01-09 2026-01-16",
          "FREQ=DAILY;BYMONTHDAY=1,-1": "2026-01-31 2026-02-01 2026-02-28",
          "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH": "2026-12-31 2032-12-30 2037-12-31"}
start = datetime.datetime(2026, 1, 2, 9)
seen = {rule: " ".join(str(date.date()) for date in itertools.islice(rrulestr(rule, dtstart=start), 3)) for rule in wanted}
print("dateutil:", seen)
if seen == wanted:
    sys.exit(0)
print("changed: dateutil gives other dates")
sys.exit(1)
PY
