#!/usr/bin/env bash
# addresser makes "2 Box 15" of the address HC 2 Box 15, and parse-address the single word PSC of a soldier's whole address.
#
# Libraries: npm addresser 1.1.22, parse-address 1.1.2.
# Expected: Publication 28 of the US post office describes rural and highway routes (HC 2 BOX 15), units abroad (PSC 3 BOX 1234,
#   APO AE 09021) and Puerto Rico; a parser of US addresses takes them, or says that it cannot.
# Seen: addresser gives addressLine1 "2 Box 15" for HC 2 Box 15: the kind of the route is gone. 77 Avenue B becomes 77 Ave B. It ends
#   with "State not found" for Puerto Rico and for units abroad. parse-address returns {street: "PSC"} and {street: "HC"},
#   without city, state and ZIP and without an error; of 221B Baker St it makes number 221 in "B Baker"; after "Bldg 5 Fl 2"
#   it leaves out the city, the state and the ZIP.
# Why it hurts: the label is printed from the parsed parts, and looks whole: the parcel for HC 2 goes to a house number 2, or back.
#   The same customers are hit each time, those without a carrier's second try.
# What to do: print the label from the customer's own lines and use the parts for search alone; or join the parts again
#   and compare with what was given before they replace it.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with addresser@1.1.22 parse-address@1.1.2
node_script <<'JS'
import addresser from 'addresser'
import address from 'parse-address'

const tried = (text) => {
  try {
    return addresser.parseAddress(text).addressLine1
  } catch (error) {
    return String(error.message ?? error)
  }
}
const seen = ['HC 2 Box 15, Alpine, TX 79830', '77 Avenue B, New York, NY 10009', 'PSC 3 Box 1234, APO, AE 09021',
  '100 Calle Luna, San Juan, PR 00901'].map(tried)
console.log('addresser:', seen.join(' | '))
const parts = ['HC 2 Box 15, Alpine, TX 79830', 'PSC 3 Box 1234, APO, AE 09021', '221B Baker St, Kansas City, MO 64101',
  '8 Highway 20 N, Bldg 5 Fl 2, Boise, ID 83702'].map((text) => ({ ...address.parseLocation(text) }))
console.log('parse-address:', JSON.stringify(parts))
const none = 'Can not parse address. State not found.'
if (seen.join() === ['2 Box 15', '77 Ave B', none, none].join() && JSON.stringify(parts.slice(0, 2)) === '[{"street":"HC"},{"street":"PSC"}]' &&
    parts[2].number === '221' && parts[2].street === 'B Baker' && parts[3].number === '8' && !('city' in parts[3]) && !('zip' in parts[3])) {
  process.exit(0)
}
console.log('changed: the addresses are read in another way')
process.exit(1)
JS
