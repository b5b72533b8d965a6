#!/usr/bin/env bash
# A request that a rate limiter refuses is debited all the same, so what would still fit is refused too.
#
# Libraries: PyPI limits 5.8.0 (fixed window); npm rate-limiter-flexible 11.4.0 (memory), limiter 4.1.0.
# Expected: with 5 a day and nothing used, 6 are refused and 3 then pass. limits says of hit() that it returns
#   whether the cost could be deducted without exceeding the limit, which reads as if a refusal deducted nothing.
# Seen: the fixed window of limits and rate-limiter-flexible add first and compare then: after a refused 6 nothing
#   passes for the rest of the window (the latter counts on: 6, 9, 11 of 5). The moving window and the sliding
#   counter of limits, and limiter, debit only what they allow, so changing the strategy changes the answer.
# Why it hurts: these libraries are the nearest thing at hand for purchase caps ("5 units a customer and day"). A
#   buyer who asked for one too many is locked out of what is his; a retrying client keeps itself locked out; and a
#   rehearsal with another strategy shows none of it.
# What to do: a cap is a ledger, not a rate: test and debit in one step, all or nothing. With limits take the moving
#   window; with rate-limiter-flexible give refused points back (reward).
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with limits==5.8.0
node_with rate-limiter-flexible@11.4.0 limiter@4.1.0
python <<'PY' || exit 1
import sys

from limits import parse, storage, strategies

seen = {}
for strategy in (strategies.FixedWindowRateLimiter, strategies.MovingWindowRateLimiter,
                 strategies.SlidingWindowCounterRateLimiter):
    limiter = strategy(storage.MemoryStorage())
    seen[strategy.__name__] = [limiter.hit(parse("5/day"), "customer", cost=cost) for cost in (6, 3, 2)]
    print(f"limits, 6 then 3 then 2 of 5: {strategy.__name__} {seen[strategy.__name__]}")
if seen["FixedWindowRateLimiter"] != [False] * 3 or seen["MovingWindowRateLimiter"] != [False, True, True]:
    print("changed: the fixed window of limits no longer debits what it refuses")
    sys.exit(1)
PY
node_script <<'JS'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { RateLimiter } from 'limiter'

const flexible = new RateLimiterMemory({ points: 5, duration: 86400 })
const seen = []
for (const cost of [6, 3, 2]) {
  await flexible.consume('customer', cost).then(() => seen.push(true), (refusal) => seen.push(refusal.consumedPoints))
}
console.log('rate-limiter-flexible, 6 then 3 then 2 of 5: refused, with this much counted as used:', seen.join(', '))
const bucket = new RateLimiter({ tokensPerInterval: 5, interval: 'day' })
const allowed = [6, 3, 2].map((cost) => bucket.tryRemoveTokens(cost))
console.log('limiter, 6 then 3 then 2 of 5:', allowed.join(', '))
if (seen.join() === '6,9,11' && allowed.join() === 'false,true,true') process.exit(0)
console.log('changed: what is refused is counted in another way')
process.exit(1)
JS
