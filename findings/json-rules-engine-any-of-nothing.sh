#!/usr/bin/env bash
# In json-rules-engine a rule whose list of "any" conditions is empty hits every order, and "9" is more than "10".
#
# Libraries: npm json-rules-engine 7.3.1, json-logic-js 2.0.5; PyPI business-rules 1.1.1.
# Expected: "any" is true when at least one of its conditions is, so none of none is false, as some() of an empty list
#   is in JavaScript and JsonLogic; greaterThan is listed among the numeric operators, so "9" is less than "10".
# Seen: {any: []} is true, like {all: []}, and its event fires for every order; {not: {any: []}} never fires. JsonLogic
#   says false, business-rules of Python refuses an empty list. Two texts that are numbers pass the check for numbers
#   and are then compared as texts: "9" > "10" and "1000" < "999" hold.
# Why it hurts: an editor of rules saves "any" without conditions when the last one is deleted, or when a list of
#   blocked countries becomes empty: from then on every order is held (or waved through, if the event approves).
#   Amounts come as texts from forms, from CSV and from JSON that carries decimals as strings.
# What to do: refuse a rule with an empty list when it is saved; convert amounts to numbers of minor units before
#   engine.run; test each rule with an order that must not hit it.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with json-rules-engine@7.3.1 json-logic-js@2.0.5
python_with business-rules==1.1.1
node_script <<'JS' || exit 1
import jsonLogic from 'json-logic-js'
import { Engine } from 'json-rules-engine'

const hits = async (conditions) => {
  const engine = new Engine()
  engine.addRule({ conditions, event: { type: 'hold' } })
  return (await engine.run({ country: 'DE', amount: '9', limit: '10' })).events.length > 0
}
const amount = (operator) => ({ all: [{ fact: 'amount', operator, value: { fact: 'limit' } }] })
const seen = [await hits({ any: [] }), await hits({ all: [] }), await hits({ not: { any: [] } }), await hits(amount('greaterThan')),
  await hits(amount('lessThan'))]
console.log('any of nothing, all of nothing, not any of nothing, "9" > "10", "9" < "10":', seen.join(', '))
console.log('JsonLogic, some of nothing:', jsonLogic.apply({ some: [[], { '==': [{ var: '' }, 'DE'] }] }))
if (seen.join() === 'true,true,false,true,false') process.exit(0)
console.log('changed: the engine answers otherwise')
process.exit(1)
JS
python <<'PY'
import sys

from business_rules.engine import check_conditions_recursively
from business_rules.variables import BaseVariables

try:
    answer = check_conditions_recursively({"any": []}, BaseVariables())
except AssertionError:
    print("business-rules refuses any of nothing")
    sys.exit(0)
print(f"changed: business-rules says {answer} for any of nothing")
sys.exit(1)
PY
