#!/usr/bin/env bash
# The package uuid7 makes UUIDs that say "version 7" and whose time is not where RFC 9562 has it.
#
# Libraries: PyPI uuid7 0.1.0 (module uuid_extensions), uuid6 2025.0.1.
# Expected: RFC 9562: the first 48 bits of a UUID of version 7 are milliseconds since 1970; UUIDs made one after
#   the other by any makers sort by time to the millisecond.
# Seen: the package follows a draft of 2021 (its text says so): 36 bits of seconds, then fractions. Version and
#   variant bits are those of the RFC, so every validator passes them, and the time read from them lies in the year
#   2203. All of them sort behind every genuine one.
# Why it hurts: it is the package one finds by the name of the thing. With two makers in one company, order ids no
#   longer sort by time: range scans by time miss rows, "newer than the last one seen" never sees a genuine id
#   again, ids are refused as being from the future, or partitions by month are made for 2203.
# What to do: uuid6, uuid-utils or Python 3.14's own uuid7; check the first 48 bits against the clock where ids come
#   in from others.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with uuid7==0.1.0 uuid6==2025.0.1
python <<'PY'
import datetime
import sys
import time
import uuid

import uuid6
from uuid_extensions import uuid7

draft = uuid7()
time.sleep(0.01)
genuine = uuid6.uuid7()


def moment(value):
    epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return (epoch + datetime.timedelta(milliseconds=value.int >> 80)).isoformat(" ", "seconds")

for name, value in (("uuid7", draft), ("uuid6", genuine)):
    print(f"{name}: {value}, version {uuid.UUID(str(value)).version}, time by RFC 9562 {moment(value)}")
print("made first, sorts last:", str(draft) > str(genuine))
if moment(draft) > "2100" and str(draft) > str(genuine) and draft.version == 7:
    sys.exit(0)
print("changed: the package has the RFC's layout")
sys.exit(1)
PY
