#!/usr/bin/env bash
# dayjs-business-time counts 5.75 working hours between the beginning and the end of a day that has 8.25.
#
# Library: npm dayjs-business-time 1.0.4 (with dayjs 1.11.23).
# Expected: its page: "you can setup as many Business Segments you want in a day", and businessMinutesDiff is the working
#   time between two moments. What addBusinessMinutes adds, it counts.
# Seen: for two moments of one day only the segments in which they lie are counted, not those between. A day of 9:00-12:00,
#   12:30-15:00 and 15:15-18:00 has 345 minutes from 9:00 to 18:00 instead of 495; adding 495 minutes to 9:00 gives 18:00;
#   to the evening of the next day it counts 990, which is right.
# Why it hurts: a day with two breaks is usual in a warehouse. An order that took all of it looks done within six hours,
#   a service level of seven hours is never missed on the day of the order, and the figures of short orders and of long
#   ones do not go together.
# What to do: sum the segments yourself, or add one business day to the later moment and take the whole day off again.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with dayjs-business-time@1.0.4 dayjs@1.11.23
TZ=UTC node_script <<'JS'
import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'

dayjs.extend(businessTime)
const day = [['09:00:00', '12:00:00'], ['12:30:00', '15:00:00'], ['15:15:00', '18:00:00']].map(([start, end]) => ({ start, end }))
dayjs.setBusinessTime({ sunday: null, saturday: null, monday: day, tuesday: day, wednesday: day, thursday: day, friday: day })
const morning = dayjs('2026-11-30T09:00:00')
const seen = [
  morning.businessMinutesDiff(dayjs('2026-11-30T18:00:00')), morning.businessMinutesDiff(dayjs('2026-12-01T18:00:00')),
  morning.addBusinessMinutes(495).format('HH:mm')
]
console.log(`9:00 to 18:00 of one day: ${seen[0]} working minutes; of two days: ${seen[1]}; 9:00 plus 495 working minutes: ${seen[2]}`)
if (seen.join() === '345,990,18:00') process.exit(0)
console.log('changed: it counts other minutes')
process.exit(1)
JS
