#!/usr/bin/env bash
# js-money refuses a price of 0.07 or 19.99, and rounds 1.10 up to 1.11 if it is told to round up.
#
# Libraries: npm js-money 0.6.3; ts-money 0.4.8, which was made from it, for comparison.
# Expected: its page: decimals are allowed "with the precision allowed by the currencies smallest unit"; fromDecimal(15.25,
#   "USD") is 1525 cents. A price with two decimals is that many cents with any way of rounding, as nothing is to round.
# Seen: the price times 100 is a double, and it is not whole for 1146 of the prices from 0.01 to 100.00: those throw
#   "Amount must be an integer" (0.07 is 7.000000000000001). With "floor" 573 are a cent too low (19.99 is 1998), with
#   "ceil" 573 a cent too high (1.10 is 111). ts-money refuses none; its floor is wrong for the same 573.
# Why it hurts: every ninth price of a catalogue cannot be ordered, but none that the tests use (9.95, 15.25, 100). Who
#   helps himself with a rounder, as the page suggests for more decimals, changes a twentieth of the prices.
# What to do: make cents of the text of a price ("19.99" without its point), and give js-money integers only; or pass
#   Math.round, which is right for all of them.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with js-money@0.6.3 ts-money@0.4.8
node_script <<'JS'
import Money from 'js-money'
import { Currencies, Money as TsMoney } from 'ts-money'

const seen = { refused: 0, floor: 0, ceil: 0, round: 0, 'ts-money refused': 0, 'ts-money floor': 0 }
for (let cents = 1; cents <= 10000; ++cents) {
  const price = cents / 100
  try { Money.fromDecimal(price, 'EUR') } catch { ++seen.refused }
  for (const rounder of ['floor', 'ceil', 'round']) seen[rounder] += Money.fromDecimal(price, 'EUR', rounder).amount !== cents
  try { TsMoney.fromDecimal(price, Currencies.EUR) } catch { ++seen['ts-money refused'] }
  seen['ts-money floor'] += TsMoney.fromDecimal(price, Currencies.EUR, 'floor').amount !== cents
}
let error = 'none'
try { Money.fromDecimal(0.07, 'EUR') } catch (thrown) { error = thrown.message }
console.log(`0.07 EUR: ${error}; 19.99 with floor: ${Money.fromDecimal(19.99, 'EUR', 'floor').amount}; 1.10 with ceil: ${Money.fromDecimal(1.10, 'EUR', 'ceil').amount}`)
console.log(`of 10000 prices, refused or another amount: ${Object.entries(seen).map((entry) => entry.join(' ')).join(', ')}`)
if (Object.values(seen).join() === '1146,573,573,0,0,573' && error === 'Amount must be an integer') process.exit(0)
console.log('changed: other prices are refused or rounded')
process.exit(1)
JS
