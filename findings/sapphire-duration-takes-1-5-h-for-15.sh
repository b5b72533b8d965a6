#!/usr/bin/env bash
# A hold of "1,5h" is 15 hours in @sapphire/duration and 5 in duration-js, and "1h30" is an hour in both.
#
# Library: npm @sapphire/duration 1.2.0, duration-js 4.0.0, @icholy/duration 5.1.0, enhanced-ms 5.0.0.
# Expected: ISO 8601 and most of Europe write one and a half as 1,5; a parser of durations reads that, or says that it
#   does not. What it cannot read is an error: "1h30" has a number without a unit.
# Seen: "1,5h" is 15 h in @sapphire/duration, which drops commas, 5 h in duration-js and @icholy/duration, which drop
#   what stands before the last number, and NaN in enhanced-ms. "1h30" is 1 h in all four: the 30 is dropped. "-5m" is 5
#   minutes in enhanced-ms and minus 5 in the others. "1h 30m" and "1.5h" are right everywhere. No error in any of
#   these.
# Why it hurts: how long stock is held or a limit counts is written by people into configuration. Held ten times too
#   long, stock is missing from sale for most of a day; "1h30" ends half an hour before the payment that was promised 90
#   minutes.
# What to do: accept only what matches ^(\d+(\.\d+)?(ms|s|m|h|d))+$ before it is parsed; print the milliseconds at
#   start.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @sapphire/duration@1.2.0 duration-js@4.0.0 @icholy/duration@5.1.0 enhanced-ms@5.0.0
node_script <<'JS'
import { Duration as Sapphire } from '@sapphire/duration'
import DurationJs from 'duration-js'
import { Duration as Icholy } from '@icholy/duration'
import { ms } from 'enhanced-ms'

const readers = {
  sapphire: (text) => new Sapphire(text).offset,
  'duration-js': (text) => DurationJs.parse(text).milliseconds(),
  icholy: (text) => new Icholy(text).milliseconds(),
  'enhanced-ms': (text) => ms(text)
}
const seen = {}
for (const text of ['1.5h', '1h 30m', '1,5h', '1h30', '-5m']) {
  seen[text] = Object.values(readers).map((read) => read(text) / 60000).join(' ')
  console.log(`${text} in minutes (${Object.keys(readers).join(', ')}): ${seen[text]}`)
}
const expected = {
  '1.5h': '90 90 90 90', '1h 30m': '90 90 90 90', '1,5h': '900 300 300 NaN', '1h30': '60 60 60 60', '-5m': '-5 -5 -5 5'
}
if (JSON.stringify(seen) === JSON.stringify(expected)) process.exit(0)
console.log('changed: the durations are others')
process.exit(1)
JS
