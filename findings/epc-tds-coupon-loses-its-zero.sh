#!/usr/bin/env bash
# The coupon 04711 becomes coupon 4711 when epc-tds reads the URI that it wrote, and the article 32a/b becomes 32a%2Fb.
#
# Libraries: npm epc-tds 1.4.1; for comparison PyPI epcpy 0.1.8.
# Expected: GS1's EPC Tag Data Standard: the serial number of a coupon (SGCN) may begin with zeros, for which it has an encoding
#   of its own on the tag; in a URI the characters " % & / < > ? of a serial number are escaped (%2F), on the tag they are
#   not. What a library wrote as URI it reads back as the same.
# Seen: fromTagURI takes every serial of a 96-bit tag through parseInt: ...67890.04711 gives the tag of ...67890.4711. In
#   SGTIN-198 it writes the five characters a%2Fb to the tag, and toIdURI() writes a slash as it is; epcpy
#   does both as the standard has it.
# Why it hurts: tags are written from the URIs of EPCIS events. Two coupons of different people are one, and the first who
#   comes uses both up; an article with a slash in its number has another one on its tag than in its own event, and no
#   scanner finds it again.
# What to do: set the parts yourself with setSerial(), as a text, and decodeURIComponent before it; before a tag is written
#   compare its toTagURI() with the URI that was asked for.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with epc-tds@1.4.1
python_with epcpy==0.1.8
node_script <<'JS' || exit 1
import epc from 'epc-tds'

const coupon = new epc.Sgcn96().setFilter(0).setPartition(5).setCompanyPrefix(614141).setCouponReference(67890).setSerial('04711')
const again = epc.fromTagURI(coupon.toTagURI())
console.log('coupon:', coupon.toTagURI(), 'read back:', again.toTagURI(), 'same tag:', coupon.toHexString() === again.toHexString())
const tag = '3674257BF6B7A659B2C2BF1000000000000000000000000000'
const article = epc.fromTagURI('urn:epc:tag:sgtin-198:3.0614141.712345.32a%2Fb')
console.log('article:', article.getSerial(), article.toHexString(), '- the tag of 32a/b:', tag, epc.valueOf(tag).toIdURI())
const seen = [coupon.getSerial(), again.getSerial(), article.getSerial(), article.toHexString() === tag, epc.valueOf(tag).toIdURI()]
if (seen.join(' ') === '04711 4711 32a%2Fb false urn:epc:id:sgtin:0614141.712345.32a/b') process.exit(0)
console.log('changed: epc-tds reads its URIs otherwise')
process.exit(1)
JS
python <<'PY'
import sys

import epcpy

tag = epcpy.hex_to_tag_encodable("3674257BF6B7A659B2C2BF1000000000000000000000000000")
print("epcpy:", tag.epc_uri, tag.gs1_element_string())
if (tag.epc_uri, tag.gs1_element_string()) == ("urn:epc:id:sgtin:0614141.712345.32a%2Fb", "(01)70614141123451(21)32a/b"):
    sys.exit(0)
print("changed: epcpy reads the tag otherwise")
sys.exit(1)
PY
