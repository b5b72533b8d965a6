#!/usr/bin/env bash
# In json-bigint a total of 19.990000000000002 plus 5 is the text 19.9900000000000025, or an error with native integers.
#
# Library: npm json-bigint 1.0.0, json-with-bigint 3.5.12.
# Expected: its page: integers that a number of JavaScript cannot hold become BigNumber, or BigInt with useNativeBigInt.
#   A number with a fraction is none of them, so it stays a number.
# Seen: every number of more than fifteen characters becomes a BigNumber, fraction or not: 0.30000000000000004 and
#   19.990000000000002, which is what other programs write of a sum of doubles, are objects, so + appends and === is
#   false. With useNativeBigInt the same number is an error: it cannot be converted to a BigInt. 19.99 is a number.
# Why it hurts: it is taken to keep order keys exact. Amounts are numbers in all tests, and objects on the day when a
#   partner's sum has a rounding error: totals become texts, or the message is refused for ever.
# What to do: take a parser that looks at the fraction (lossless-json with a number parser of your own,
#   json-with-bigint); let amounts come as texts or whole minor units.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with json-bigint@1.0.0 json-with-bigint@3.5.12
node_script <<'JS'
import JSONbig from 'json-bigint'
import { JSONParse } from 'json-with-bigint'

const order = (total) => `{"key": 9007199254740993, "total": ${total}}`
const plusFive = (reader, total) => {
  try {
    const read = reader.parse(order(total))
    return `${read.key}: ${typeof read.total}, plus 5 ${read.total + 5}`
  } catch (error) {
    return `error: ${error.message}`
  }
}
const seen = [JSONbig, JSONbig({ useNativeBigInt: true }), { parse: JSONParse }].map((reader) =>
  `${plusFive(reader, '19.99')}; ${plusFive(reader, '19.990000000000002')}`)
for (const line of seen) console.log(line)
const expected = [
  '9007199254740993: number, plus 5 24.99; 9007199254740993: object, plus 5 19.9900000000000025',
  '9007199254740993: number, plus 5 24.99; error: Cannot convert 19.990000000000002 to a BigInt',
  '9007199254740993: number, plus 5 24.99; 9007199254740993: number, plus 5 24.990000000000002'
]
if (JSON.stringify(seen) === JSON.stringify(expected)) process.exit(0)
console.log('changed: the totals are read otherwise')
process.exit(1)
JS
