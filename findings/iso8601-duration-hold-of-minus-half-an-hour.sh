#!/usr/bin/env bash
# With iso8601-duration a hold of 30 minutes lasts 90, or ends 30 minutes before it begins, when clocks go back.
#
# Library: npm iso8601-duration 2.1.4.
# Expected: PT30M is thirty minutes (ISO 8601: hours, minutes and seconds are lengths of time, not readings of a
#   clock), so end(parse("PT30M"), start) is 1,800,000 milliseconds after start, wherever the process runs.
# Seen: end() adds the part of the time to the local clock's reading (Date.setMilliseconds). In Europe/Berlin on
#   2026-10-25 a PT30M from 00:45 UTC ends 90 minutes later and one from 01:15 UTC ends 30 minutes before its start;
#   even PT0S moves 01:15 by an hour. On 2026-03-29 a PT2H is one hour long. toSeconds() is right in all of them.
# Why it hurts: reservations, payment windows and retries that are computed in that hour hold stock for three times
#   as long, or are over before they begin, and a repeated job starts at once, for ever. Tests run in UTC and are green.
# What to do: start the process with TZ=UTC; or add toSeconds() of the part of time to getTime(), and leave to end()
#   only years, months, weeks and days.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with iso8601-duration@2.1.4
TZ=Europe/Berlin node_script <<'JS'
import { end, parse, toSeconds } from 'iso8601-duration'

const seen = []
for (const [start, text] of [['2026-10-25T00:45:00Z', 'PT30M'], ['2026-10-25T01:15:00Z', 'PT30M'],
  ['2026-10-25T01:15:00Z', 'PT0S'], ['2026-03-29T00:30:00Z', 'PT2H'], ['2026-06-01T00:30:00Z', 'PT2H']]) {
  const from = new Date(start)
  const minutes = (end(parse(text), from) - from) / 60000
  seen.push(minutes)
  console.log(`${text} from ${start}: end() is ${minutes} minutes later; toSeconds() says ${toSeconds(parse(text), from) / 60} minutes`)
}
if (seen.join() === '90,-30,-60,60,120') process.exit(0)
console.log('changed: end() adds another time')
process.exit(1)
JS
