#!/usr/bin/env bash
# "Three in thirty days" is no limit in two rate limiters, and a block of thirty days ends at once.
#
# Libraries: npm rate-limiter-flexible 11.4.0 (memory), hono-rate-limiter 0.5.4 (MemoryStore), memory-cache 0.2.0,
#   expiry-map 2.0.0; @isaacs/ttlcache 2.1.5, koa2-ratelimit 1.1.3 for comparison.
# Expected: their pages: duration (seconds), windowMs, time and maxAge are numbers, without a greatest one; points are
#   "consumed over duration"; block(key, seconds) blocks for so long.
# Seen: the number goes to setTimeout or setInterval, which know 2^31-1 milliseconds, 24.85 days, and take 1 ms for more. With
#   24 days the fourth attempt is refused; with 30 days six attempts pass a limit of three, a block is over after a moment,
#   and both caches have lost their entry. All that says so is Node's TimeoutOverflowWarning on stderr. ttlcache and
#   koa2-ratelimit keep count; others refuse such a number.
# Why it hurts: "three per customer and month" and "card refused: block for 30 days" are what purchase limits and rules
#   against fraud look like. The limit is off, no request fails, and the tests run with seconds.
# What to do: keep limits of more than a day in a database with the time at which they end; where it must be memory, assert
#   that no duration is above 2147483 seconds.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with rate-limiter-flexible@11.4.0 hono-rate-limiter@0.5.4 memory-cache@0.2.0 expiry-map@2.0.0 @isaacs/ttlcache@2.1.5 \
  koa2-ratelimit@1.1.3
NODE_NO_WARNINGS=1 node_script <<'JS'
import { TTLCache } from '@isaacs/ttlcache'
import ExpiryMap from 'expiry-map'
import { MemoryStore } from 'hono-rate-limiter'
import koa from 'koa2-ratelimit'
import memoryCache from 'memory-cache'
import flexible from 'rate-limiter-flexible'

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
const day = 86400
const passed = async (attempt) => {
  let count = 0
  for (let number = 0; number < 6; ++number, await pause()) count += await attempt() ? 1 : 0
  return count
}
const tried = async (days) => {
  const limiter = new flexible.RateLimiterMemory({ points: 3, duration: days * day })
  const blocker = new flexible.RateLimiterMemory({ points: 3, duration: day })
  await blocker.block('card', days * day)
  await pause()
  const hono = new MemoryStore()
  hono.init({ windowMs: days * day * 1000 })
  const koaStore = new koa.Stores.Memory()
  const ttl = new TTLCache({ ttl: days * day * 1000 })
  const expiry = new ExpiryMap(days * day * 1000)
  memoryCache.put('hold', 1, days * day * 1000)
  for (const cache of [ttl, expiry]) cache.set('hold', 1)
  await pause()
  return {
    'rate-limiter-flexible': await passed(() => limiter.consume('customer').then(() => true, () => false)),
    'blocked': await blocker.consume('card').then(() => false, () => true),
    'hono-rate-limiter': await passed(async () => (await hono.increment('customer')).totalHits <= 3),
    'koa2-ratelimit': await passed(async () => (await koaStore.incr(`customer ${days}`, { interval: days * day * 1000, max: 3 }, 1)).counter <= 3),
    'memory-cache': memoryCache.get('hold') === 1, 'expiry-map': expiry.has('hold'), 'ttlcache': ttl.has('hold')
  }
}
const seen = [await tried(24), await tried(30)]
for (const [index, days] of [24, 30].entries()) console.log(`${days} days: ${JSON.stringify(seen[index])}`)
const values = seen.map((one) => Object.values(one).join())
if (values.join(' ') === '3,true,3,3,true,true,true 6,false,6,3,false,false,true') process.exit(0)
console.log('changed: a long time is taken otherwise')
process.exit(1)
JS
