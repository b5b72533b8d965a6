#!/usr/bin/env bash
# moment-business-time counts no working time from 9:00 to 11:00 if there is a break at noon, and one hour from 10:00 to 12:00.
#
# Libraries: npm moment-business-time 2.0.0 (with moment 2.30.1).
# Expected: its page: workingDiff is the difference of two moments, counting only working time, and a day can have several
#   segments. addWorkingTime of two hours from 9:00 is 11:00, so workingDiff of both is 2.
# Seen: of every segment that lies wholly after the end, up to the time between is taken off again. With 9-12 and 13-17 Monday 9:00
#   to 11:00 is 0 hours, 10:00 to 12:00 one, Monday 9:00 to Tuesday 10:00 five instead of eight. What ends in the last
#   segment of its day is right.
# Why it hurts: a picker's promise "within four working hours" is measured with it: what was ready by noon was never begun, and
#   averages by hour of the day say that mornings are quickest. Days without a break, the default, are right.
# What to do: sum the overlaps of both moments with each segment oneself, and assert that adding the result to the start with
#   addWorkingTime gives the end.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with moment-business-time@2.0.0 moment@2.30.1
node_script <<'JS'
import moment from 'moment-business-time'

const hours = (day) => moment.updateLocale('en', { workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null } })
const between = (from, to) => Math.abs(moment(to).workingDiff(moment(from), 'hours', true))
const cases = [
  ['2026-11-30T09:00', '2026-11-30T11:00', 2, 0],
  ['2026-11-30T10:00', '2026-11-30T12:00', 2, 1],
  ['2026-11-30T09:00', '2026-12-01T10:00', 8, 5],
  ['2026-11-30T09:00', '2026-11-30T12:30', 3, 2.5],
  ['2026-11-30T09:00', '2026-11-30T14:00', 4, 4],
]
let as_described = true
hours(['09:00:00', '12:00:00', '13:00:00', '17:00:00'])
for (const [from, to, worked, counted] of cases) {
  const seen = between(from, to), sum = moment(from).addWorkingTime(worked, 'hours').format('YYYY-MM-DDTHH:mm')
  console.log(`${from} to ${to}: ${seen} hours; ${from} and ${worked} working hours: ${sum}`)
  as_described &&= seen === counted
}
hours(['09:00:00', '17:00:00'])
const whole = between('2026-11-30T09:00', '2026-11-30T11:00')
console.log('without a break, 9:00 to 11:00:', whole, 'hours')
if (as_described && whole === 2) process.exit(0)
console.log('changed: moment-business-time counts other hours')
process.exit(1)
JS
