#!/usr/bin/env bash
# betterproto sends "half a second earlier" as half a second later, and a time of India as if it were one of London.
#
# Libraries: PyPI betterproto 1.2.5 (its newest release that is no beta); protobuf 6.33.1 as the other side.
# Expected: google/protobuf/duration.proto: nanos "must be of the same sign as the seconds field"; in JSON a duration is
#   decimal, "0.000001s", and a Timestamp is written in UTC with a Z.
# Seen: timedelta(seconds=-0.5) goes out as nanos=500000000, which betterproto itself reads as +0.5 s; -90.25 s goes
#   out as seconds=-90, nanos=750000000, which is -89.25 s or an error. In JSON both are right, but a microsecond is
#   "1e-06s", which protobuf refuses. 17:30+05:30 is 12:00Z in binary and "17:30:00Z" in JSON. 2.0.0b7 has the JSON time
#   right and the others the same.
# Why it hurts: corrections of a promise date, clock differences and "ship 30.5 minutes before the cut-off" change their
#   direction or lose a second; the same event has times hours apart in the log (binary) and in the API (JSON).
# What to do: send whole seconds or a number of milliseconds; turn times to UTC before they go into a message; let the
#   other side's library read what you write in a test, with a negative fraction and a zone that is not UTC.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with betterproto==1.2.5 protobuf==6.33.1
python <<'PY'
import datetime
import sys
from dataclasses import dataclass

import betterproto
from google.protobuf.duration_pb2 import Duration
from google.protobuf.json_format import Parse, ParseError
from google.protobuf.timestamp_pb2 import Timestamp


@dataclass
class Event(betterproto.Message):
    shift: datetime.timedelta = betterproto.message_field(1)
    at: datetime.datetime = betterproto.message_field(2)


def shift(**parts):
    return Event(shift=datetime.timedelta(**parts))


def read(message, into):
    return into.FromString(bytes(message)[2:])  # the field's tag and length come first


half, more, tiny = shift(seconds=-0.5), shift(seconds=-90.25), shift(microseconds=1)
first, second, own = read(half, Duration), read(more, Duration), Event().parse(bytes(half)).shift.total_seconds()
print(f"-0.5 s is read as {first.nanos} ns, by itself as {own} s, in JSON {half.to_dict()['shift']}; "
      f"-90.25 s as {second.seconds} s and {second.nanos} ns; a microsecond in JSON is {tiny.to_dict()['shift']}")
try:
    Parse(f'"{tiny.to_dict()["shift"]}"', Duration())
    refused = False
except ParseError:
    refused = True
india = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
event = Event(at=datetime.datetime(2026, 11, 28, 17, 30, tzinfo=india))
binary, text = read(event, Timestamp).ToJsonString(), event.to_dict()["at"]
print(f"17:30+05:30 in binary: {binary}, in JSON: {text}; protobuf refuses the microsecond: {refused}")
signs = [(each.seconds, each.nanos) for each in (first, second)]
if (signs == [(0, 500000000), (-90, 750000000)] and own == 0.5
        and refused and binary == "2026-11-28T12:00:00Z" and text == "2026-11-28T17:30:00Z"):
    sys.exit(0)
print("changed: durations or times are written otherwise")
sys.exit(1)
PY
