#!/usr/bin/env bash
# For three JSON Schema validators 0.07, 0.29 and 1,361 more of the first ten thousand prices are no multiples of 0.01.
#
# Libraries: npm ajv 8.20.0, djv 2.1.4, PyPI jsonschema 4.26.0; for comparison npm @cfworker/json-schema 4.1.6, jsonschema 1.5.0,
#   is-my-json-valid 2.20.6, PyPI fastjsonschema 2.22.3, jsonschema-rs 0.61.2.
# Expected: JSON Schema 2020-12, Validation, 6.2.1: a number is valid if division by multipleOf results in an integer; its
#   numbers (Core, 4.2.1) are decimal and of any precision, and 0.07 is seven times 0.01.
# Seen: of 0.01 to 100.00 ajv, djv and PyPI's jsonschema refuse 1,363, 0.07, 0.14, 0.28 and 0.29 first, as they look at the
#   quotient of two doubles; the other five refuse none, and 19.999 is refused by all. ajv has an option multipleOfPrecision, off by
#   default, which refuses no price but takes 19.9900000001 for a multiple, too.
# Why it hurts: "multipleOf": 0.01 is how an order's schema says two decimals. Tests with 19.99 and 9.95 pass; one price in seven
#   is refused in production, and by the shop but not the warehouse if their validators differ.
# What to do: amounts as integers of the smallest unit, or as strings with a pattern. Where a schema is given, try all prices
#   from 0.01 to 100.00 with the validator before it goes live.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with ajv@8.20.0 djv@2.1.4 @cfworker/json-schema@4.1.6 jsonschema@1.5.0 is-my-json-valid@2.20.6
python_with jsonschema==4.26.0 fastjsonschema==2.22.3 jsonschema-rs==0.61.2
node_script <<'JS' || exit 1
import Ajv from 'ajv'
import Djv from 'djv'
import { Validator as Worker } from '@cfworker/json-schema'
import { Validator } from 'jsonschema'
import mine from 'is-my-json-valid'

const schema = { type: 'number', multipleOf: 0.01 }
const djv = Djv()
djv.addSchema('price', schema)
const plain = new Ajv().compile(schema)
const precise = new Ajv({ multipleOfPrecision: 6 }).compile(schema)
const worker = new Worker(schema)
const validator = new Validator()
const own = mine(schema)
const validators = {
  ajv: plain,
  djv: (value) => djv.validate('price', value) === undefined,
  'ajv with precision': precise,
  '@cfworker/json-schema': (value) => worker.validate(value).valid,
  jsonschema: (value) => validator.validate(value, schema).valid,
  'is-my-json-valid': own
}
const seen = []
for (const [name, accepts] of Object.entries(validators)) {
  const refused = []
  for (let cents = 1; cents <= 10000; cents++) if (!accepts(cents / 100)) refused.push(cents / 100)
  const wrong = [19.999, 19.9900000001].filter((value) => accepts(value))
  seen.push(`${refused.length} ${refused.slice(0, 4)} ${wrong}`.trim())
  console.log(`npm ${name}: refuses ${refused.length}: ${refused.slice(0, 4).join(', ')}; takes ${wrong.join() || 'no fraction of a cent'}`)
}
const some = '1363 0.07,0.14,0.28,0.29'
if (seen.join('; ') === [some, some, '0  19.9900000001', '0', '0', '0'].join('; ')) process.exit(0)
console.log('changed: the validators refuse others')
process.exit(1)
JS
python <<'PY'
import sys

import fastjsonschema
import jsonschema
import jsonschema_rs

schema = {"type": "number", "multipleOf": 0.01}
compiled = fastjsonschema.compile(schema)


def fast(value):
    try:
        compiled(value)
        return True
    except fastjsonschema.JsonSchemaValueException:
        return False


validators = {"jsonschema": jsonschema.Draft202012Validator(schema).is_valid, "fastjsonschema": fast,
              "jsonschema-rs": jsonschema_rs.validator_for(schema).is_valid}
seen = []
for name, accepts in validators.items():
    refused = [cents / 100 for cents in range(1, 10_001) if not accepts(cents / 100)]
    seen.append((len(refused), refused[:4], accepts(19.999)))
    print(f"PyPI {name}: refuses {len(refused)}: {refused[:4]}")
if seen == [(1363, [0.07, 0.14, 0.28, 0.29], False), (0, [], False), (0, [], False)]:
    sys.exit(0)
print("changed: the validators refuse others")
sys.exit(1)
PY
