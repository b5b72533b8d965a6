#!/usr/bin/env bash
# simplefix writes a quantity of 0.00005 as 5e-05, which FIX has no numbers for, and a time of India as one of London.
#
# Libraries: PyPI simplefix 1.0.17.
# Expected: FIX 4.4, data types: a float (Price, Qty, Amt) is digits with an optional decimal point and sign, a UTCTimestamp is in
#   UTC. Its documentation: a value can be a number, append_utc_timestamp takes a datetime and writes a UTCTimestamp field.
# Seen: a number is written as Python prints it: 5e-05, 1e+16, and 1E-7 of a Decimal. A datetime that has an offset is written with
#   the digits of its own clock, five and a half hours ahead for +05:30; one of the zone UTC is right. Nothing is raised.
# Why it hurts: quantities of digital goods and prices of one unit are that small. A counterparty refuses the message, or, reading
#   as far as a number goes, takes 5e-05 for 5. A SendingTime that is hours off is refused, a TransactTime is booked so.
# What to do: format(Decimal(str(value)), "f") for each number, and timestamp.astimezone(timezone.utc) for each time; read each
#   message back in a test with the smallest quantity that is sold.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with simplefix==1.0.17
python <<'PY'
import sys
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import simplefix

message = simplefix.FixMessage()
for tag, value in ((38, 0.00005), (44, Decimal("0.0000001")), (152, 1e16), (14, 0.0005)):
    message.append_pair(tag, value)
india = datetime(2026, 11, 29, 15, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
message.append_utc_timestamp(60, india)
message.append_utc_timestamp(52, india.astimezone(timezone.utc))
seen = [message.get(tag).decode() for tag in (38, 44, 152, 14, 60, 52)]
print("0.00005, Decimal 0.0000001, 1e16 and 0.0005:", *seen[:4])
print("15:30 in India, and the same in UTC:", *seen[4:])
if seen == ["5e-05", "1E-7", "1e+16", "0.0005", "20261129-15:30:00.000", "20261129-10:00:00.000"]:
    sys.exit(0)
print("changed: simplefix writes other values")
sys.exit(1)
PY
