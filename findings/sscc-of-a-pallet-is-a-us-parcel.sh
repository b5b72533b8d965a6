#!/usr/bin/env bash
# ts-tracking-number takes the label of a German parcel, and of every pallet, for a number of the US post.
#
# Library: npm ts-tracking-number 1.0.17.
# Expected: GS1 General Specifications: a transport label carries (00) and an SSCC of 18 digits, 20 digits in all, whatever the
#   carrier. Its page: it validates numbers and names the courier; of the five numbers here none is one of the US post.
# Seen: a US number of 20 digits ends in the same check digit as an SSCC with (00) before it, and nothing else is looked
#   at: two zeros for the class of service pass. All five labels are "USPS 20", with a link to the US post.
# Why it hurts: goods in and returns are scanned with the same scanner. The label of a pallet, or of a German or Dutch parcel,
#   is booked as a return by US post, the customer is sent a link that finds nothing, and carrier statistics have a
#   carrier that nobody has a contract with. The check digit is right, so it looks verified.
# What to do: look for (00) and 20 digits, or 18 digits with a right check digit, before any courier is asked; give
#   getTracking() the list of the couriers that you have.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with ts-tracking-number@1.0.17
node_script <<'JS'
import { getTracking } from 'ts-tracking-number'

function sscc(digits) {
  const sum = [...digits].reverse().reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return '00' + digits + ((10 - (sum % 10)) % 10)
}

const labels = ['34043416109402211', '34012345000000001', '14012345123456789', '05012345678900042', '38712345000987654'].map(sscc)
const seen = labels.map((label) => getTracking(label))
labels.forEach((label, i) => console.log(`(00)${label.slice(2)}:`, seen[i] ? `${seen[i].courier.name}, ${seen[i].name}` : 'no tracking number'))
console.log('the same with a wrong digit:', getTracking(labels[0].slice(0, -1) + '4')?.name ?? 'no tracking number')
if (seen.every((tracking) => tracking?.name === 'USPS 20')) process.exit(0)
console.log('changed: an SSCC is another number')
process.exit(1)
JS
