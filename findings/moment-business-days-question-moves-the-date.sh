#!/usr/bin/env bash
# moment-business-days moves a Sunday to the Friday before when it is asked which working day of the month it is.
#
# Libraries: npm moment-business-days 1.2.0 (with moment 2.30.1).
# Expected: its page: businessDaysIntoMonth gives the number of working days in the month of the date; methods of moment that
#   give a number, such as diff or daysInMonth, leave the date as it was.
# Seen: asked for a Saturday, Sunday or holiday, it sets the date itself back to the last working day. 1 November 2026, a Sunday,
#   answers 22, the number of October, and is 30 October afterwards. On a working day nothing moves. nextBusinessDay moves
#   its date too, businessAdd and businessDiff do not.
# Why it hurts: "is it the first working day of the month" is asked of each order's date, for statements or for billing. Orders of
#   a weekend are stored with Friday's date afterwards, those of the 1st in the month before: other cutoff, other VAT period.
# What to do: ask a clone: moment(date).businessDaysIntoMonth(), and look whether the date is a working day first.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with moment-business-days@1.2.0 moment@2.30.1
node_script <<'JS'
import moment from 'moment-business-days'

const ask = (day, question) => {
  const date = moment(day), answer = question(date)
  return [answer, date.format('YYYY-MM-DD')].join(' ')
}
const into = (date) => date.businessDaysIntoMonth()
const seen = ['2026-11-30', '2026-11-29', '2026-11-01'].map((day) => ask(day, into))
const others = [(date) => date.businessAdd(1).format('YYYY-MM-DD'), (date) => date.nextBusinessDay().format('YYYY-MM-DD')]
  .map((question) => ask('2026-11-29', question))
console.log('30, 29 and 1 November 2026: number of the working day, and the date afterwards:', seen.join(', '))
console.log('29 November: businessAdd(1) and the date afterwards:', others[0] + ', nextBusinessDay():', others[1])
if (seen.join() === '21 2026-11-30,20 2026-11-27,22 2026-10-30' && others.join() === '2026-11-30 2026-11-29,2026-11-30 2026-11-30') process.exit(0)
console.log('changed: moment-business-days moves other dates')
process.exit(1)
JS
