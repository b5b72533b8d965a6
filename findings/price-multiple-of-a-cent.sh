#!/usr/bin/env bash
# "multipleOf": 0.01, the schema of a price in cents, refuses every ninth price in two validators and none in two.
#
# Libraries: npm ajv 8.20.0; PyPI jsonschema 4.26.0, fastjsonschema 2.22.3, jsonschema-rs 0.61.0.
# Expected: JSON Schema (validation, section 6.2.1): valid if dividing gives an integer. JSON numbers are decimal:
#   19.99 / 0.01 is 1999. Whatever one validator takes the next one takes too.
# Seen: of the prices 0.01 to 1000.00 ajv and jsonschema refuse 11,426, among them 0.07, 0.29 and 19.99; fastjsonschema
#   and jsonschema-rs refuse none. jsonschema with decimals (parse_float=Decimal) raises a TypeError instead.
# Why it hurts: a gateway in one language takes an order that the next service refuses for its price, for good, at
#   prices that test data (9.99, 10.00, 1.50) do not have; retries do not help.
# What to do: integers of minor units in the schema ("type": "integer"); if decimals must be, a text with a pattern.
set -euo pipefail
. "$(dirname "$0")/packages.sh"
node_with ajv@8.20.0
python_with jsonschema==4.26.0 fastjsonschema==2.22.3 jsonschema-rs==0.61.0
node_script <<'JS' || exit 1
import Ajv from 'ajv'

const valid = new Ajv.default().compile({ type: 'number', multipleOf: 0.01 })
const refused = []
for (let cents = 1; cents <= 100000; cents++) {
  const price = (cents / 100).toFixed(2)
  if (!valid(JSON.parse(price))) refused.push(price)
}
console.log('ajv refuses', refused.length, 'of 100000 prices:', refused.slice(0, 6).join(', '), '...; 19.99:', valid(19.99), '9.99:', valid(9.99))
if (refused.length !== 11426) {
  console.log('changed: ajv refuses another number')
  process.exit(1)
}
JS
python <<'PY'
import json
import sys

import fastjsonschema
import jsonschema
import jsonschema_rs

schema = {"type": "number", "multipleOf": 0.01}


def fast(price, check=fastjsonschema.compile(schema)):
    try:
        return bool(check(price))
    except fastjsonschema.JsonSchemaException:
        return False

validators = {"jsonschema": jsonschema.Draft202012Validator(schema).is_valid, "fastjsonschema": fast,
              "jsonschema-rs": jsonschema_rs.validator_for(schema).is_valid}
prices = [json.loads(f"{cents / 100:.2f}") for cents in range(1, 100_001)]
refused = {name: sum(not valid(price) for price in prices) for name, valid in validators.items()}
print("refused of 100000 prices:", refused)
if refused["jsonschema"] > 10_000 and refused["fastjsonschema"] == refused["jsonschema-rs"] == 0:
    sys.exit(0)
print("changed: the validators now agree, or differ in another way")
sys.exit(1)
PY
