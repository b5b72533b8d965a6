#!/usr/bin/env bash
# The canonical form of JSON (RFC 8785) of two orders with different 64-bit keys is the same, and no error says so.
#
# Libraries: PyPI jcs 0.2.1, rfc8785 0.1.4, canonicaljson 2.0.0.
# Expected: two documents that differ in an integer have different canonical forms, or the integer is refused: the
#   RFC is for JSON whose numbers fit a double, and wants larger ones written as text.
# Seen: jcs writes 9007199254740993 as 9007199254740992. rfc8785 raises, canonicaljson writes it whole. Three
#   libraries for canonical JSON agree on every key below 2^53 and each does something else above it.
# Why it hurts: the hash of the canonical form is what tells a retry from another order under the same idempotency
#   key, and what signatures and digests are made from. Orders ...992 and ...993 become one: the second is taken
#   for a retry of the first and answered with its result. Snowflake ids and hashes pass 2^53 every time.
# What to do: write 64-bit keys as text before canonicalising, or refuse integers beyond 2^53 first; a hash of the
#   decoded command with typed fields needs neither.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with jcs==0.2.1 rfc8785==0.1.4 canonicaljson==2.0.0
python <<'PY'
import sys

import canonicaljson
import jcs
import rfc8785

KEY = 2**53 + 1
one, other = jcs.canonicalize({"order": KEY - 1}), jcs.canonicalize({"order": KEY})
print(f"jcs: {KEY - 1} -> {one.decode()}, {KEY} -> {other.decode()}")
refused = 0
for name, encode in (("rfc8785", rfc8785.dumps), ("canonicaljson", canonicaljson.encode_canonical_json)):
    try:
        print(f"{name}: {encode({'order': KEY}).decode()}")
    except Exception as error:
        refused += 1
        print(f"{name}: {type(error).__name__}: {error}")
if one == other and refused >= 1:
    sys.exit(0)
print("changed: jcs keeps the two apart, or nobody refuses")
sys.exit(1)
PY
