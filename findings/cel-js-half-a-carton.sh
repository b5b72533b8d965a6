#!/usr/bin/env bash
# In cel-js 5 / 2 cartons are two and a half, 3u - 5u is minus 2, and two order keys above 2^53 are equal.
#
# Libraries: npm cel-js 0.8.2, @marcbachmann/cel-js 8.0.0; for comparison @bufbuild/cel 0.6.1; PyPI cel-python 0.5.0.
# Expected: CEL's language definition: int has 64 bits, a quotient of two ints is an int, what leaves the range is an error, and
#   true || (an error) is true whichever stands first. Timestamps have nanoseconds.
# Seen: cel-js computes with the numbers of JavaScript: 5 / 2 is 2.5, 9007199254740993 == 9007199254740992 is true, 3u - 5u is
#   -2, 2^63 - 1 plus 1 is no error, and 1 / 0 == 1 || true is one. Its page lists operators and functions and says nothing
#   of it. @marcbachmann/cel-js has whole ints, but its timestamps end at milliseconds, so that two of them 456 microseconds
#   apart are equal; the other two keep them apart.
# Why it hurts: a rule is tried in the browser with cel-js and runs in Go, Java or Python. "order.quantity / 12 == 0" (less than
#   a dozen) is false there and true here; two orders meet on a block list of keys.
# What to do: evaluate with @bufbuild/cel, or give keys as strings and times as integers; run the same table of expressions,
#   with division, overflow and keys above 2^53, in each language.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with cel-js@0.8.2 @marcbachmann/cel-js@8.0.0 @bufbuild/cel@0.6.1
python_with cel-python==0.5.0
cat >"$place/expressions.json" <<'JSON'
["5 / 2", "9007199254740993 == 9007199254740992", "3u - 5u < 10u", "9223372036854775807 + 1 > 0", "1 / 0 == 1 || true",
 "timestamp('2026-11-29T17:30:00.123456Z') == timestamp('2026-11-29T17:30:00.123Z')"]
JSON
node_script <<'JS' || exit 1
import { readFileSync } from 'node:fs'
import { evaluate } from 'cel-js'
import { evaluate as second } from '@marcbachmann/cel-js'
import { isCelError, run } from '@bufbuild/cel'

const answer = (engine, expression) => {
  try {
    const value = engine(expression)
    return isCelError(value) ? 'error' : String(value)
  } catch {
    return 'error'
  }
}
const expressions = JSON.parse(readFileSync('expressions.json', 'utf8'))
const wanted = ['2.5 2 2', 'true false false', 'true error error', 'true error error', 'error true true', 'error true false']
const seen = expressions.map((expression) => [evaluate, second, run].map((engine) => answer(engine, expression)).join(' '))
expressions.forEach((expression, i) => console.log(`${expression}: cel-js, @marcbachmann/cel-js, @bufbuild/cel: ${seen[i]}`))
if (seen.join() === wanted.join()) process.exit(0)
console.log('changed: they answer in another way')
process.exit(1)
JS
python <<'PY'
import json
import sys

import celpy

seen = []
for expression in json.load(open("expressions.json")):
    environment = celpy.Environment()
    try:
        seen.append(str(environment.program(environment.compile(expression)).evaluate({})))
    except celpy.CELEvalError:
        seen.append("error")
print("cel-python:", seen)
if seen == ["2", "False", "error", "error", "True", "False"]:
    sys.exit(0)
print("changed: cel-python answers in another way")
sys.exit(1)
PY
