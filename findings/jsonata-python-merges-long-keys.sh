#!/usr/bin/env bash
# In jsonata-python the text of order 1000000000000001 is "1e+15", as is that of order 1000000000000002, and grouping makes them one.
#
# Libraries: PyPI jsonata-python 0.7.1; for comparison npm jsonata 2.2.2, after which it is written.
# Expected: the same expression gives the same text in both; an integer that a double holds exactly becomes its digits, as it does in
#   JavaScript, and as $string of the whole object does in Python too.
# Seen: $string, & and the keys of a grouping keep 15 digits of an integer and write the rest as an exponent: "order-" & key is
#   order-1e+15 for each key from 1000000000000001 on, and 4.11111111111112e+15 for 4111111111111117. In JavaScript it is
#   order-1000000000000001. {$string(key): $sum(qty)} puts both orders into one group. And $toMillis of 30 February
#   is 2 March in JavaScript, an error in Python.
# Why it hurts: keys of 16 digits (a clock in microseconds, a card, a snowflake cut short) become one routing key or one idempotency
#   key for all; up to 15 digits, and in the editor in the browser, everything is right.
# What to do: keys as texts before they reach an expression; test each mapping with a key of 16 and one of 19 digits in the
#   language in which it runs.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with jsonata-python==0.7.1
node_with jsonata@2.2.2
node_script <<'JS' || exit 1
import jsonata from 'jsonata'

const orders = { orders: [{ key: 1000000000000001, qty: 1 }, { key: 1000000000000002, qty: 2 }] }
const seen = []
for (const expression of ['orders.("order-" & key)', 'orders{$string(key): $sum(qty)}', '$fromMillis($toMillis("2026-02-30"))']) {
  seen.push(JSON.stringify(await jsonata(expression).evaluate(orders)))
}
console.log('JavaScript:', seen.join(' '))
if (seen.join() === '["order-1000000000000001","order-1000000000000002"],{"1000000000000001":1,"1000000000000002":2},"2026-03-02T00:00:00.000Z"') {
  process.exit(0)
}
console.log('changed: JavaScript makes other texts')
process.exit(1)
JS
python <<'PY'
import sys

import jsonata

orders = {"orders": [{"key": 1000000000000001, "qty": 1}, {"key": 1000000000000002, "qty": 2}]}
texts = list(jsonata.Jsonata('orders.("order-" & key)').evaluate(orders))
groups = dict(jsonata.Jsonata("orders{$string(key): $sum(qty)}").evaluate(orders))
card = jsonata.Jsonata("$string(4111111111111117)").evaluate({})
whole = jsonata.Jsonata("$string(orders[0])").evaluate(orders)
try:
    day = jsonata.Jsonata('$toMillis("2026-02-30")').evaluate({})
except Exception as error:
    day = type(error).__name__
print("Python:", texts, groups, card, whole, day)
if (texts == ["order-1e+15"] * 2 and groups == {"1e+15": 3} and card == "4.11111111111112e+15"
        and whole == '{"key":1000000000000001,"qty":1}' and not isinstance(day, int)):
    sys.exit(0)
print("changed: Python makes other texts")
sys.exit(1)
PY
