#!/usr/bin/env bash
# An idempotency middleware answers a new order with the old one's confirmation, and places one order twice.
#
# Library: PyPI asgi-idempotency-header 0.2.0 (with fastapi 0.118.0, starlette 0.48.0, httpx 0.28.1, redis 6.4.0).
# Expected: its page names Stripe's interface as the model, which compares the parameters and refuses others under the
#   same key; so does the IETF's draft of the header "Idempotency-Key" (422), where the key is a structured field of
#   RFC 8941, a text in quotes.
# Seen: a second POST with the same key and another body, even to another path, gets status 200 and the first answer,
#   marked idempotent-replayed. And the key as the draft writes it, in quotes, is another key than the same one bare.
# Why it hurts: a client that reuses a key by mistake (per session instead of per order) is told "order 1 placed" for
#   everything it orders and cancels afterwards, and nothing of it happened. A retry through a client that follows the
#   draft, of an order sent by one that does not, is placed again.
# What to do: store a hash of method, path and body with the key and refuse a mismatch; take the quotes off, once, at
#   the edge; let the engine behind judge by its own key and body as well.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with asgi-idempotency-header==0.2.0 fastapi==0.118.0 starlette==0.48.0 httpx==0.28.1 redis==6.4.0
python <<'PY'
import sys

from fastapi import FastAPI, Request
from idempotency_header_middleware import IdempotencyHeaderMiddleware
from idempotency_header_middleware.backends import MemoryBackend
from starlette.testclient import TestClient

app, done = FastAPI(), []
app.add_middleware(IdempotencyHeaderMiddleware, backend=MemoryBackend())


@app.post("/{action}")
async def act(action: str, request: Request):
    done.append((action, await request.json()))
    return {"number": len(done), "action": action, "body": done[-1][1]}

KEY = "5ad84f6c-9a36-4ab4-b28a-0f5bb4b6ac6a"
client, answers = TestClient(app), []
for path, body, key in (("/orders", {"sku": "A", "units": 1}, KEY), ("/orders", {"sku": "B", "units": 9}, KEY),
                        ("/cancellations", {"order": 1}, KEY), ("/orders", {"sku": "A", "units": 1}, f'"{KEY}"')):
    answer = client.post(path, json=body, headers={"Idempotency-Key": key})
    answers.append((answer.status_code, answer.json()["number"] if answer.is_success else None))
    print(path, body, key[:9] + "...", "->", answer.status_code, answer.text)
print("done:", done)
if answers == [(200, 1), (200, 1), (200, 1), (200, 2)]:
    sys.exit(0)
print("changed: another body under the same key is told apart, or quotes are understood")
sys.exit(1)
PY
