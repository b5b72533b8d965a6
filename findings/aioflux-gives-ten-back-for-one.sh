#!/usr/bin/env bash
# Returning one token to an empty bucket of aioflux fills it, and its sliding window counts an order of five as one.
#
# Library: PyPI aioflux 0.1.5.
# Expected: the comments in its code: release() gives `tokens` back to the bucket; get_stats() tells its state; acquire(key,
#   tokens) of every limiter takes that many. Its page: the sliding window is the strict one.
# Seen: release() and get_stats() read the level as `stored or burst`, and an empty bucket's 0 is taken for "nothing
#   stored": get_stats says that all 10 are there, and release(key, 1) makes 10 of 0. SlidingWindowLimiter ignores
#   `tokens`: five acquires of three units pass a limit of five. No error in either.
# Why it hurts: a limit of ten units a day per customer: take all ten, cancel one unit, take ten again, for ever; the
#   screen that shows what is left says 10 at the very moment when nothing is. With a window a limit on units is a
#   limit on lines.
# What to do: count purchase limits in the order's own store and transaction; or FastTokenBucket, which has neither
#   fault, as long as one process is enough.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with aioflux==0.1.5
python <<'PY'
import asyncio
import sys

from aioflux.limiters.sliding_window import SlidingWindowLimiter
from aioflux.limiters.token_bucket import FastTokenBucket, TokenBucketLimiter


async def tried():
    seen = []
    for bucket in (TokenBucketLimiter(rate=10, per=86400), FastTokenBucket(rate=10, per=86400)):
        taken = await bucket.acquire("customer", 10)
        left = int((await bucket.get_stats("customer"))["available_tokens"])
        await bucket.release("customer", 1)
        again = await bucket.acquire("customer", 10)
        seen += [left, again]
        print(f"{type(bucket).__name__}: ten of ten taken {taken}; left, it says: {left}; one returned, ten more: {again}")
    window = SlidingWindowLimiter(rate=5, per=86400)
    passed = sum([await window.acquire("customer", 3) for _ in range(8)])
    print(f"SlidingWindowLimiter of 5: {passed} orders of 3 units pass, {3 * passed} units")
    return [*seen, passed]


if asyncio.run(tried()) == [10, True, 0, False, 5]:
    sys.exit(0)
print("changed: the limiters count otherwise")
sys.exit(1)
PY
