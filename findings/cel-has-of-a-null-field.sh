#!/usr/bin/env bash
# has(order.coupon) is true in one CEL and false in another if the coupon is null.
#
# Libraries: npm @bufbuild/cel 0.6.1; PyPI cel-python 0.5.0, common-expression-language 0.10.0.
# Expected: CEL's language definition: on a map, has(e.f) tells whether the key is there, and "in" does too; null is a
#   value like others.
# Seen: with {"coupon": null} both are true in the two of Python and false in JavaScript, where
#   the same order gives null for order.coupon == null, so that reading the field works and asking for it does not.
# Why it hurts: rules are tried in the browser's editor (JavaScript) and run on the server by another evaluator.
#   "!has(order.vat_id)" or "has(order.coupon) && ..." decides otherwise for each order whose sender writes null for
#   an absent field, as most JSON writers of typed languages do: a block that was never seen in the tests.
# What to do: drop nulls from the document before any rule sees it, in one place, and have the case {"f": null} among
#   the vectors that all evaluators must pass.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @bufbuild/cel@0.6.1
python_with cel-python==0.5.0 common-expression-language==0.10.0
python <<'PY' || exit 1
import sys

import cel
import celpy

order, rules = {"coupon": None}, ("has(order.coupon)", '"coupon" in order', "order.coupon == null", "has(order.other)")
seen = {}
for rule in rules:
    environment = celpy.Environment()
    program = environment.program(environment.compile(rule))
    seen[rule] = [bool(program.evaluate({"order": celpy.json_to_cel(order)})), bool(cel.evaluate(rule, {"order": order}))]
print("cel-python, common-expression-language:", seen)
if list(seen.values()) != [[True, True]] * 3 + [[False, False]]:
    print("changed: the two of Python see null in another way")
    sys.exit(1)
PY
node_script <<'JS'
import { celEnv, parse, plan } from '@bufbuild/cel'

const order = { coupon: null }
const rules = ['has(order.coupon)', '"coupon" in order', 'order.coupon == null', 'has(order.other)']
const seen = rules.map((rule) => plan(celEnv(), parse(rule))({ order }))
console.log('@bufbuild/cel:', Object.fromEntries(rules.map((rule, i) => [rule, seen[i]])))
if (seen.join() === 'false,false,true,false') process.exit(0)
console.log('changed: a null field is there')
process.exit(1)
JS
