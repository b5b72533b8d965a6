#!/usr/bin/env bash
# The place 6141411234524 that a tag names is 61414112345200 in epc-tds, and what the standard writes it does not read.
#
# Libraries: npm epc-tds 1.4.1; for comparison PyPI epcpy 0.1.8.
# Expected: GS1's EPC Tag Data Standard: with a company prefix of 12 digits the location reference, asset type or document type
#   has no digits, and its field in the URI is empty: urn:epc:id:sgln:614141123452..400. A GLN has 13 digits. epcpy
#   gives both.
# Seen: a field of no digits is written "0". setGln('6141411234524') is read back by getGln() as 61414112345200, one digit too
#   many and with another check digit; the URI is ...614141123452.0.400; fromTagURI refuses the standard's URI. The same
#   happens in GRAI, GDTI and SGCN, the tags of crates, papers and coupons.
# Why it hurts: companies with few articles have such prefixes. Their warehouse doors, crates and vouchers are other keys here
#   than in every system that reads the same tag or barcode, so an arrival finds no order and a coupon no campaign. The
#   library checks nothing, so it is written to tags as well.
# What to do: for partition 0 take the digits from getCompanyPrefix() or getCompany() and add the check digit yourself; test
#   with one prefix of each length from 6 to 12.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with epc-tds@1.4.1
python_with epcpy==0.1.8
node_script <<'JS' || exit 1
import epc from 'epc-tds'

const door = new epc.Sgln96().setFilter(0).setPartition(0).setGln('6141411234524').setExtension(400)
const crate = new epc.Grai96().setFilter(0).setPartition(0).setCompanyPrefix(614141123452).setAssetType(0).setSerial(7)
let refused = false
try {
  epc.fromTagURI('urn:epc:tag:sgln-96:0.614141123452..400')
} catch (error) {
  refused = true
}
const seen = [door.getGln(), door.toIdURI(), crate.toBarcode(), crate.toIdURI(), refused]
console.log('epc-tds:', seen.join(' '))
const ordinary = new epc.Sgln96().setFilter(0).setPartition(5).setGln('0614141123452')
console.log('with a prefix of seven digits:', ordinary.getGln(), ordinary.toIdURI())
const expected = '61414112345200 urn:epc:id:sgln:614141123452.0.400 614141123452007 urn:epc:id:grai:614141123452.0.7 true'
if (seen.join(' ') === expected && ordinary.getGln() === '0614141123452') process.exit(0)
console.log('changed: epc-tds writes other numbers')
process.exit(1)
JS
python <<'PY'
import sys

import epcpy

door = epcpy.tag_uri_to_tag_encodable("urn:epc:tag:sgln-96:0.614141123452..400")
print("epcpy:", door.gs1_key(), door.epc_uri)
if (door.gs1_key(), door.epc_uri) == ("6141411234524", "urn:epc:id:sgln:614141123452..400"):
    sys.exit(0)
print("changed: epcpy gives another number")
sys.exit(1)
PY
