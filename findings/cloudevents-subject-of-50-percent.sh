#!/usr/bin/env bash
# The subject "50% off" that Python's cloudevents sends arrives in JavaScript as 50%25%20off, and its microseconds do not arrive.
#
# Libraries: PyPI cloudevents 2.2.0; npm cloudevents 10.0.0: both the SDK of the CloudEvents project.
# Expected: CloudEvents' HTTP binding, 3.1.3.2: in headers a space, a double quote, a percent sign and what is not printable ASCII
#   are percent-encoded, and decoded by the receiver. A time is RFC 3339, to the digits that the sender wrote.
# Seen: Python encodes and decodes; JavaScript does neither. "50% off" from Python is "50%25%20off" in JavaScript; the coupon
#   "A%20B" from JavaScript is "A B" in Python. JavaScript also turns each time into UTC with milliseconds when it writes or reads
#   a binary event: .123456Z is .123Z. Structured events (one JSON body) keep the texts, not the microseconds.
# Why it hurts: ids, subjects and extensions are what consumers route and drop duplicates by. They are right as long as they are
#   plain; the first campaign with a blank in its name is unknown, and two events of one millisecond change places.
# What to do: send structured events, or keep attributes to letters, digits and -._~; put the order of events into a sequence
#   attribute instead of the time.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with cloudevents==2.2.0
node_with cloudevents@10.0.0
python <<'PY'
import datetime
import json

from cloudevents.core.bindings.http import to_binary_event
from cloudevents.core.v1.event import CloudEvent

event = CloudEvent({"id": "1", "type": "order.placed", "source": "/shop", "subject": "50% off",
                    "time": datetime.datetime(2026, 11, 29, 12, 0, 0, 123456, datetime.timezone.utc)}, {"order_key": 1001})
message = to_binary_event(event)
json.dump({"headers": dict(message.headers), "body": message.body.decode()}, open("python.json", "w"))
PY
node_script <<'JS' || exit 1
import { readFileSync, writeFileSync } from 'node:fs'
import { CloudEvent, HTTP } from 'cloudevents'

const event = HTTP.toEvent(JSON.parse(readFileSync('python.json', 'utf8')))
console.log('from Python to JavaScript:', event.subject, event.time)
const own = new CloudEvent({ id: '2', type: 'order.placed', source: '/shop', subject: 'plain', coupon: 'A%20B', data: {},
  time: '2026-11-29T17:30:00.123456+05:30' })
const { headers, body } = HTTP.binary(own)
writeFileSync('javascript.json', JSON.stringify({ headers, body }))
const structured = JSON.parse(HTTP.structured(own).body)
console.log('in the headers of JavaScript:', headers['ce-coupon'], headers['ce-time'], '- structured:', structured.coupon, structured.time)
const seen = [event.subject, event.time, headers['ce-coupon'], headers['ce-time'], structured.coupon, structured.time]
const milliseconds = '2026-11-29T12:00:00.123Z'
if (seen.join() === ['50%25%20off', milliseconds, 'A%20B', milliseconds, 'A%20B', milliseconds].join()) process.exit(0)
console.log('changed: the attributes arrive in another way')
process.exit(1)
JS
python <<'PY'
import json
import sys

from cloudevents.core.bindings.http import HTTPMessage, from_binary_event

message = json.load(open("javascript.json"))
event = from_binary_event(HTTPMessage(headers=message["headers"], body=message["body"].encode()))
coupon = event.get_attributes()["coupon"]
print("from JavaScript to Python:", coupon)
if coupon == "A B":
    sys.exit(0)
print("changed: the coupon arrives in another way")
sys.exit(1)
PY
