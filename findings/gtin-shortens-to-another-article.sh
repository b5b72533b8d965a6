#!/usr/bin/env bash
# gtin shortens a UPC-A that has no short form, and what it makes expands to another article.
#
# Libraries: npm gtin 1.0.2; for comparison bwip-js 4.11.2.
# Expected: GS1 General Specifications, UPC-E: with a manufacturer's number that does not end in zero only item numbers 00005 to
#   00009 have a short form, and only number systems 0 and 1 have one at all. upcE.compress gives null if there is none,
#   and upcE.expand of what it gives is the code that one had.
# Seen: compress shortens any item number 00000 to 00009: the last digit 0 to 4 means another rule to whoever expands it. Each
#   of these codes expands to another one, by gtin's own expand too, and one in six of those has a right check digit by
#   chance, so it is another article. Number systems 2 to 9 are shortened too. bwip-js refuses both.
# Why it hurts: shelf labels and small parcels carry UPC-E. The scanner at the packing place sees another article, or none, and
#   stock is booked from a shelf that nobody went to. Codes that have a short form, which one tries, are all right.
# What to do: shorten only if the code starts with 0 or 1 and expand(compress(code)) is the code.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with gtin@1.0.2 bwip-js@4.11.2
node_script <<'JS'
import bwipjs from 'bwip-js'
import gtin from 'gtin'

const { isValid, upcE } = gtin
const complete = (digits) => [...Array(10).keys()].map((check) => digits + check).find(isValid)
let others = 0, articles = 0, all = 0
for (let manufacturer = 1; manufacturer < 100000; manufacturer += 7) {
  if (manufacturer % 10 === 0) continue
  for (let item = 0; item < 10; item += 1) {
    const code = complete('0' + String(manufacturer).padStart(5, '0') + '0000' + item)
    const expanded = upcE.expand(upcE.compress(code))
    all += item < 5
    others += expanded !== code
    articles += expanded !== code && isValid(expanded)
  }
}
console.log(`of ${all} codes without a short form ${others} expand to another code, ${articles} of them to another article`)
const encodes = (code) => {
  try {
    return Boolean(bwipjs.raw('upce', code, {}))
  } catch (error) {
    return false
  }
}
const example = complete('01234500002'), five = complete('01234500005'), four = complete('41234500005')
console.log(`${example}: ${upcE.compress(example)}, which is ${upcE.expand(upcE.compress(example))}; bwip-js ${encodes(example) ? 'takes' : 'refuses'} it`)
console.log(`${four}: ${upcE.compress(four)}; bwip-js ${encodes(four) ? 'takes' : 'refuses'} it, and ${encodes(five) ? 'takes' : 'refuses'} ${five}`)
if (others === all && articles > all * 0.1 && upcE.compress(four) !== null && !encodes(example) && !encodes(four) && encodes(five)) process.exit(0)
console.log('changed: gtin shortens other codes')
process.exit(1)
JS
