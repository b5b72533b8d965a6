#!/usr/bin/env bash
# leaky-bucket lets five of ten orders through a full bucket of sixty if they may wait five seconds, and one if they may not wait.
#
# Libraries: npm leaky-bucket 4.1.4; for comparison limiter 4.1.0 (tryRemoveTokens).
# Expected: its page: the whole capacity can be used in a burst; interval is the number of seconds that fill the bucket; with a
#   timeout, what can be done within it is queued besides; timeout defaults to 0, which queues nothing.
# Seen: the room is capacity * timeout / interval in all, with 60 for a minute and a timeout of 5 that is 5, though 60 could go at
#   once; timeout: 0 counts as 1. The default is not 0 but the interval, which does what the page says of 0. An interval that
#   is left out is 60000 seconds, so that the bucket fills in 16 hours.
# Why it hurts: a shop's API limits the orders of a client with it. As soon as somebody lets requests wait a little, or writes the
#   default down, a client within his limit is refused in each burst; calls one by one, as in a test, pass.
# What to do: leave timeout out for no queue; for a queue of five seconds give interval + 5. Give interval always.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with leaky-bucket@4.1.4 limiter@4.1.0
node_script <<'JS'
import LeakyBucket from 'leaky-bucket'
import { RateLimiter } from 'limiter'

const burst = async (options, calls) => {
  const bucket = new LeakyBucket(options)
  const counts = { passed: 0, thrown: 0 }
  for (let i = 0; i < calls; i += 1) bucket.throttle().then(() => { counts.passed += 1 }, () => { counts.thrown += 1 })
  await new Promise((resolve) => setTimeout(resolve, 200))
  return { ...counts, waiting: calls - counts.passed - counts.thrown }
}
const zero = await burst({ capacity: 60, interval: 60, timeout: 0 }, 10)
const five = await burst({ capacity: 60, interval: 60, timeout: 5 }, 10)
const left = await burst({ capacity: 60, interval: 60 }, 61)
const limiter = new RateLimiter({ tokensPerInterval: 60, interval: 60000 })
const others = Array.from({ length: 10 }, () => limiter.tryRemoveTokens(1)).filter(Boolean).length
console.log('bucket of 60, timeout 0, burst of 10:', zero)
console.log('bucket of 60, timeout 5, burst of 10:', five)
console.log('bucket of 60, timeout left out, burst of 61:', left)
console.log('limiter, 60 a minute, burst of 10:', others, 'passed')
const same = JSON.stringify([zero, five, left].map((counts) => Object.values(counts))) === '[[1,9,0],[5,5,0],[60,1,0]]'
if (same && others === 10) process.exit(0)
console.log('changed: leaky-bucket lets others through')
process.exit(1)
JS
