#!/usr/bin/env bash
# "Every 90 minutes" is every hour in later, every 45 minutes are 45 and 15 in turn, and every 36 hours is every day.
#
# Library: npm @breejs/later 4.2.0 (the scheduler bree is built on it).
# Expected: later.parse.text('every 90 minutes') and recur().every(90).minute() describe a schedule with 90 minutes between two
#   occurrences, or are refused (error is the place of the first word that is not understood, and -1 if all is).
# Seen: a step is turned into values within the next larger unit, and begins anew with each of these: minute 0 for 90, so
#   each hour; minutes 0 and 45 for 45; hours 0 and 20 for 20 hours; hour 0 for 36; the days 1, 11, 21, 31 and 1 for ten
#   days, of which the last two are a day apart. error is -1 in each case, and nothing is thrown.
# Why it hurts: a release of holds, a look at a carrier's feed or a count of stock runs more often than agreed, or twice within a
#   day at the end of a month; a feed that allows 16 requests a day sees 24.
# What to do: setInterval, or a schedule with a start, for any step that does not divide the hour, the day or the month; print the
#   next ten occurrences of each text in a test.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @breejs/later@4.2.0
node_script <<'JS'
import later from '@breejs/later'

later.date.UTC()
const start = new Date('2026-11-30T00:00:00Z')
const expected = {
  'every 20 minutes': '20 20 20 20 20',
  'every 90 minutes': '60 60 60 60 60',
  'every 45 minutes': '45 15 45 15 45',
  'every 20 hours': '1200 240 1200 240 1200',
  'every 36 hours': '1440 1440 1440 1440 1440',
  'every 10 days': '14400 14400 14400 1440 14400'
}
let same = true
for (const [text, gaps] of Object.entries(expected)) {
  const schedule = later.parse.text(text)
  const times = later.schedule(schedule).next(6, start)
  const seen = times.slice(1).map((time, i) => (time - times[i]) / 60000).join(' ')
  console.log(`${text} (error ${schedule.error}): ${seen} minutes`)
  same &&= seen === gaps && schedule.error === -1
}
const recur = JSON.stringify(later.parse.recur().every(90).minute().schedules)
console.log(`recur().every(90).minute(): ${recur}`)
if (same && recur === '[{"m":[0]}]') process.exit(0)
console.log('changed: the schedules are others')
process.exit(1)
JS
