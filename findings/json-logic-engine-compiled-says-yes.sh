#!/usr/bin/env bash
# The same rule on the same order is false when json-logic-engine runs it and true when it has compiled it.
#
# Libraries: npm json-logic-engine 5.0.7, json-logic-js 2.0.5 (the reference).
# Expected: build() is the fast form of run(); both give what json-logic-js gives.
# Seen: "all lines have at most 5 units" on an order without lines, absent or null, is false in json-logic-js and in
#   run(), and true from build(). {"var": ["limit", 5]} with "limit": null is null and 5. {"cat": ["order-",
#   {"var": "n"}]} without n is "order-" and "order-null". No error in either.
# Why it hurts: rules are tried one by one with run(), in an editor and in tests, and compiled in the service, since
#   that is what the package is taken for. An order whose lines did not arrive passes the check of its lines there,
#   and only there; a key made with cat names another order.
# What to do: test every rule in the form in which production evaluates it, with each field absent and null; guard
#   "all" with a condition that the list is there.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with json-logic-engine@5.0.7 json-logic-js@2.0.5
node_script <<'JS'
import { LogicEngine } from 'json-logic-engine'
import reference from 'json-logic-js'

const engine = new LogicEngine()
const cases = [
  [{ all: [{ var: 'lines' }, { '<=': [{ var: 'qty' }, 5] }] }, { lines: [{ qty: 3 }] }],
  [{ all: [{ var: 'lines' }, { '<=': [{ var: 'qty' }, 5] }] }, { lines: null }],
  [{ all: [{ var: 'lines' }, { '<=': [{ var: 'qty' }, 5] }] }, {}],
  [{ var: ['limit', 5] }, { limit: null }],
  [{ cat: ['order-', { var: 'n' }] }, {}]
]
const seen = cases.map(([rule, order]) => {
  const answers = [reference.apply(rule, order), engine.run(rule, order), engine.build(rule)(order)]
  const [js, run, build] = answers.map((answer) => JSON.stringify(answer))
  console.log(`${JSON.stringify(rule)} on ${JSON.stringify(order)}: json-logic-js ${js}, run ${run}, build ${build}`)
  return [js, run, build].join(' ')
})
const expected = ['true true true', 'false false true', 'false false true', 'null null 5', '"order-" "order-" "order-null"']
if (seen.join('|') === expected.join('|')) process.exit(0)
console.log('changed: run and build agree, or differ in another way')
process.exit(1)
JS
