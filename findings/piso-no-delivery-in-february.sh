#!/usr/bin/env bash
# A monthly delivery from 31 January comes on 3 and 31 March and on 1 and 31 May in piso, never in February or April.
#
# Library: npm @0dep/piso 5.1.2 (bpmn-elements takes it for timers); npm luxon 3.7.2.
# Expected: adding months to a date keeps it within the month that it reaches: XML Schema (part 2, appendix E), on which
#   durations in orders and BPMN rest, takes the last day of that month, as luxon, java.time and date-fns do.
# Seen: what is too much runs over into the next month. R4/2026-01-31/P1M is 3 March, 31 March, 1 May, 31 May; a month
#   before 31 March is 3 March, so P1M/2026-03-31 lasts 28 days; each year from 29 February 2024 is 1 March. From the
#   28th or before all is well.
# Why it hurts: subscriptions begin on all days of a month. One in ten is delivered and charged twice in March and in
#   May and not at all in February and April; a return period of a month ends days late.
# What to do: let no monthly rule begin after the 28th, or compute the dates with a library that stays in the month.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @0dep/piso@5.1.2 luxon@3.7.2
node_script <<'JS'
import { parseInterval, parseDuration } from '@0dep/piso'
import { DateTime } from 'luxon'

const day = (date) => date.toISOString().slice(0, 10)
const dates = (rule, count) => {
  const found = []
  let after = new Date('2024-01-01T00:00:00Z')
  for (let i = 0; i < count; i++) found.push(day((after = parseInterval(rule).getExpireAt(after))))
  return found.join(' ')
}
const seen = [
  dates('R4/2026-01-28T00:00:00Z/P1M', 4),
  dates('R4/2026-01-31T00:00:00Z/P1M', 4),
  day(parseDuration('P1M').getStartAt(new Date('2026-03-31T00:00:00Z')))
]
const luxon = [1, 2, 3, 4].map((n) => DateTime.utc(2026, 1, 31).plus({ months: n }).toISODate()).join(' ')
console.log(`piso, monthly from 28 January: ${seen[0]}; from 31 January: ${seen[1]}; luxon: ${luxon}`)
console.log(`piso, a month before 31 March: ${seen[2]}`)
const expected = [
  '2026-02-28 2026-03-28 2026-04-28 2026-05-28', '2026-03-03 2026-03-31 2026-05-01 2026-05-31', '2026-03-03'
]
if (JSON.stringify(seen) === JSON.stringify(expected)) process.exit(0)
console.log('changed: the months are added otherwise')
process.exit(1)
JS
