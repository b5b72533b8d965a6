#!/usr/bin/env bash
# Six evaluators of JsonLogic do not agree on whether a missing number is 0, below a limit, or missing at all.
#
# Libraries: npm json-logic-js 2.0.5 (the reference), json-logic-engine 5.0.7; PyPI json-logic-qubit 0.9.1,
#   panzi-json-logic 1.0.1, jsonlogic-rs 0.5.0, datalogic-py 5.9.0.
# Expected: jsonlogic.com: one rule, shared between front end and back end, means the same in every language; the
#   packages name it as what they implement.
# Seen: with a field that is null, {"==": [field, 0]} is true in json-logic-engine, panzi-json-logic and datalogic-py,
#   else false; {"<": [field, 1000]} is false in json-logic-qubit, else true; {"<=": [field, 0]} is false in
#   json-logic-qubit and jsonlogic-rs; {"missing": [field]} names it in json-logic-js, json-logic-qubit and
#   panzi-json-logic and finds nothing missing in the others. No two of the six give the same four answers, except
#   json-logic-engine and datalogic-py.
# Why it hurts: "no refunds so far", "below the limit for review" and "all required fields are there" are decided one
#   way by the shop and another way by the service, for each order whose sender leaves a number empty.
# What to do: reject or fill nulls before a rule sees the order; keep a file of vectors with each field null and run
#   it in every evaluator; never compare with 0 what may be absent.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with json-logic-js@2.0.5 json-logic-engine@5.0.7
python_with json-logic-qubit==0.9.1 jsonlogic-rs==0.5.0 datalogic-py==5.9.0
"$place/venv/bin/python" -m pip install --quiet --target "$place/panzi" panzi-json-logic==1.0.1 >"$place/log" 2>&1 ||
  cannot "pip could not install panzi-json-logic: $(tail -n 1 "$place/log")"
cat >"$place/rules.json" <<'JSON'
[{"==": [{"var": "amount"}, 0]}, {"<": [{"var": "amount"}, 1000]}, {"<=": [{"var": "amount"}, 0]}, {"missing": ["amount"]}]
JSON
node_script rules.json >"$place/node" <<'JS'
import { readFileSync } from 'node:fs'
import { LogicEngine } from 'json-logic-engine'
import reference from 'json-logic-js'

const engine = new LogicEngine()
const apply = { 'json-logic-js': (rule, order) => reference.apply(rule, order),
  'json-logic-engine': (rule, order) => engine.run(rule, order) }
const rules = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const seen = Object.entries(apply).map(([name, f]) => [name, rules.map((rule) => f(rule, { amount: null }))])
console.log(JSON.stringify(Object.fromEntries(seen)))
JS
python <<'PY'
import json
import sys

import datalogic_py
import jsonlogic_rs
import json_logic

qubit = json_logic.jsonLogic
for name in [name for name in sys.modules if name.split(".")[0] == "json_logic"]:
    del sys.modules[name]
sys.path.insert(0, "panzi")
import json_logic

with open("rules.json") as file:
    rules = json.load(file)
with open("node") as file:
    seen = json.load(file)
for name, apply in {"json-logic-qubit": qubit, "panzi-json-logic": json_logic.jsonLogic,
                    "jsonlogic-rs": jsonlogic_rs.apply, "datalogic-py": datalogic_py.apply}.items():
    seen[name] = [apply(rule, {"amount": None}) for rule in rules]
print("with amount null:", *(json.dumps(rule) for rule in rules), sep="\n  ")
for name, answers in seen.items():
    print(f"{name}: {json.dumps(answers)}")
MISSING = ["amount"]
if seen == {"json-logic-js": [False, True, True, MISSING], "json-logic-engine": [True, True, True, []],
            "json-logic-qubit": [False, False, False, MISSING], "panzi-json-logic": [True, True, True, MISSING],
            "jsonlogic-rs": [False, True, False, []], "datalogic-py": [True, True, True, []]}:
    sys.exit(0)
print("changed: some of the six answer otherwise")
sys.exit(1)
PY
