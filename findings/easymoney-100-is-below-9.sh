#!/usr/bin/env bash
# In @easymoney/money 100 cents are less than 9 cents, and 1000 are less than 999.
#
# Library: npm @easymoney/money 1.0.2 (with @easymoney/core 1.0.1).
# Expected: greaterThan, lessThan and compare order amounts of one currency by their size, as add and subtract compute
#   with them; its page creates money with amounts that are numbers.
# Seen: amounts are compared as texts. greaterThan of 100 and 9 is false, of 9 and 100 true, compare of 1000 and 999 is
#   -1; of 20 and 19, with as many digits, all is well. 9007199254740993 and no cent is 9007199254740992, though amounts
#   may be texts.
# Why it hurts: a limit of 999 lets a basket of 1000 through, free shipping "from 50.00" is given for 9.99, the larger
#   of two offers is the smaller. Tests with amounts of equal length are green.
# What to do: compare BigInt(a.getAmount()) and BigInt(b.getAmount()); test with 9 and 10.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @easymoney/money@1.0.2 @easymoney/core@1.0.1
node_script <<'JS'
import library from '@easymoney/money'

const cents = (amount) => library.createMoney({ amount, currency: 'USD' })
const seen = [[100, 9], [9, 100], [1000, 999], [20, 19]].map(([a, b]) => {
  const [one, other] = [cents(a), cents(b)]
  return `${a} and ${b}: greater ${one.greaterThan(other)}, less ${one.lessThan(other)}, compare ${one.compare(other)}`
})
seen.push(`${cents(100).add(cents(9)).getAmount()} ${cents('9007199254740993').add(cents(0)).getAmount()}`)
for (const line of seen) console.log(line)
const expected = [
  '100 and 9: greater false, less true, compare -1',
  '9 and 100: greater true, less false, compare 1',
  '1000 and 999: greater false, less true, compare -1',
  '20 and 19: greater true, less false, compare 1',
  '109 9007199254740992'
]
if (JSON.stringify(seen) === JSON.stringify(expected)) process.exit(0)
console.log('changed: amounts are compared otherwise')
process.exit(1)
JS
