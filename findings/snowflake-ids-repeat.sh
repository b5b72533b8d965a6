#!/usr/bin/env bash
# Snowflake ids are made twice: by one maker above 4,096 in a millisecond, by another when the clock steps back.
#
# Libraries: npm @sapphire/snowflake 3.5.5, snowflake-id 1.1.0.
# Expected: Twitter's design, which both name: unique and rising for one worker; when the sequence of 12 bits is used
#   up the maker waits for the next millisecond, and it refuses to work while the clock is behind.
# Seen: @sapphire/snowflake lets the sequence run round: of 5,000 ids for one given timestamp (its documented option
#   for ids of things that have a time of their own) 904 are repeated; with the running clock, about 1,700 ids in a
#   millisecond, some are smaller than the one before. snowflake-id starts its sequence anew after a step back by
#   one millisecond and makes all the ids of that millisecond a second time.
# Why it hurts: an id twice is two orders under one key: the second is dropped as a duplicate, or overwrites. Imports
#   of history with times in whole seconds, and clocks that are set back by a time server, are what every shop has;
#   the load test with the running clock shows no repeats.
# What to do: take ids from a counter that you log; else one that throws on a clock behind and on a full sequence;
#   treat "the same key with another body" as an error, never as a retry.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @sapphire/snowflake@3.5.5 snowflake-id@1.1.0
node_script <<'JS'
import { Snowflake } from '@sapphire/snowflake'
import snowflakeId from 'snowflake-id'

const EPOCH = 1700000000000
const given = new Snowflake(BigInt(EPOCH))
const ids = Array.from({ length: 5000 }, () => given.generate({ timestamp: BigInt(EPOCH + 1000) }))
const repeated = ids.length - new Set(ids).size
const running = new Snowflake(BigInt(EPOCH))
let sinking = 0
for (let i = 0, last = 0n; i < 200000; i++) {
  const id = running.generate()
  if (id <= last) sinking++
  last = id
}
console.log('@sapphire/snowflake:', repeated, 'of', ids.length, 'for one millisecond repeated;', sinking, 'of 200000 by the clock not above the one before')

const clock = Date.now
let now = EPOCH
Date.now = () => now
const maker = new (snowflakeId.default ?? snowflakeId)({ mid: 42, offset: 0 })
const before = new Set(Array.from({ length: 100 }, () => maker.generate()))
now += 1
maker.generate()
now -= 1
const again = Array.from({ length: 100 }, () => maker.generate()).filter((id) => before.has(id)).length
Date.now = clock
console.log('snowflake-id:', again, 'of 100 made again after a step back by one millisecond')
if (repeated === 904 && again === 100) process.exit(0)
console.log('changed: one of the two no longer repeats ids')
process.exit(1)
JS
