#!/usr/bin/env bash
# A time to live of 0 means "already over" in some caches and "for ever" in others.
#
# Libraries: npm lru-cache 11.5.3, node-cache 5.1.2, keyv 6.1.0; PyPI aiocache 0.12.3, cachetools 8.0.2,
#   diskcache 5.6.3.
# Expected: a time to live is what is left; with nothing left the entry is over, as HTTP's max-age=0 has it
#   (RFC 9111) and as cachetools and diskcache do it.
# Seen: lru-cache, node-cache, keyv and aiocache keep such an entry for ever; lru-cache says Infinity is left.
#   (lru-cache and node-cache document 0 as "no limit"; aiocache calls its argument the seconds to expiry.)
# Why it hurts: ttl = expires_at - now is how holds, quotes, reservations and idempotency answers get their
#   time, rounded to whole seconds or cut off at 0. The one that ends right now becomes the one that never ends:
#   stock held for ever, a price served for ever. Moving code from one cache to another turns the meaning round.
# What to do: never hand a computed 0 to a cache; test "nothing left" before, and keep the absolute expiry in the
#   value.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with lru-cache@11.5.3 node-cache@5.1.2 keyv@6.1.0
python_with aiocache==0.12.3 cachetools==8.0.2 diskcache==5.6.3
node_script <<'JS' || exit 1
import { LRUCache } from 'lru-cache'
import NodeCache from 'node-cache'
import { Keyv } from 'keyv'

const lru = new LRUCache({ max: 10, ttl: 5000 })
lru.set('hold', 1, { ttl: 0 })
const node = new NodeCache({ stdTTL: 5 })
node.set('hold', 1, 0)
const keyv = new Keyv({ ttl: 5000 })
await keyv.set('hold', 1, 0)
await new Promise((resolve) => setTimeout(resolve, 50))
const seen = [lru.get('hold'), node.get('hold'), await keyv.get('hold')]
console.log('50 ms after ttl 0: lru-cache', seen[0], '(left: ' + lru.getRemainingTTL('hold') + '), node-cache', seen[1], 'keyv', seen[2])
if (seen.some((value) => value !== 1)) {
  console.log('changed: one of the three ends an entry with ttl 0')
  process.exit(1)
}
JS
python <<'PY'
import asyncio
import sys
import tempfile
import time

import aiocache
import cachetools
import diskcache


async def kept():
    cache = aiocache.SimpleMemoryCache(ttl=5)
    await cache.set("hold", 1, ttl=0)
    await asyncio.sleep(0.05)
    return await cache.get("hold")

timed = cachetools.TTLCache(10, 0)
timed["hold"] = 1
disk = diskcache.Cache(tempfile.mkdtemp(dir="."))
disk.set("hold", 1, expire=0)
time.sleep(0.05)
seen = asyncio.run(kept()), timed.get("hold"), disk.get("hold")
print(f"50 ms after ttl 0: aiocache {seen[0]}, cachetools {seen[1]}, diskcache {seen[2]}")
if seen == (1, None, None):
    sys.exit(0)
print("changed: these three no longer differ in that way")
sys.exit(1)
PY
