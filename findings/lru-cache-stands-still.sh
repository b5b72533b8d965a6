#!/usr/bin/env bash
# lru-cache serves an expired entry for as long as one synchronous piece of work lasts.
#
# Library: npm lru-cache 11.5.3.
# Expected: an entry with a ttl of 20 ms is gone after 20 ms. The documentation of ttlResolution (default 1)
#   speaks of at most one millisecond between looks at the clock.
# Seen: the time that was read is kept, and forgotten by a timer. Timers do not run while code runs, so the
#   first look freezes time: 300 ms later, in the same turn of the event loop, get() still returns the entry and
#   getRemainingTTL() still says about 20. One turn later it is gone.
# Why it hurts: a batch that is worked off in one loop (a file of orders, a message with thousands of lines, a
#   replay) meets prices, quotes, holds, risk lists or idempotency answers that ran out long ago; how old depends
#   on how long the loop ran, so a replay decides otherwise than the live run did.
# What to do: ttlResolution: 0 (every look reads the clock), or keep the expiry in the value and compare it with
#   the time of the order yourself.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with lru-cache@11.5.3
node_script <<'JS'
import { LRUCache } from 'lru-cache'

const work = (ms) => { const start = performance.now(); while (performance.now() - start < ms); }

function late(options) {
  const cache = new LRUCache({ max: 10, ttl: 20, ...options })
  cache.set('quote', 1999)
  cache.get('quote')
  work(300)
  return cache
}
const usual = late({})
const during = usual.get('quote')
console.log('ttl 20 ms, 300 ms later in the same turn:', during, 'with', Math.round(usual.getRemainingTTL('quote')), 'ms left')
await new Promise((resolve) => setTimeout(resolve, 10))
const after = usual.get('quote')
console.log('one turn later:', after)
const exact = late({ ttlResolution: 0 }).get('quote')
console.log('with ttlResolution 0, in the same turn:', exact)
if (during === 1999 && after === undefined && exact === undefined) process.exit(0)
console.log('changed: the clock no longer stands still in synchronous code')
process.exit(1)
JS
