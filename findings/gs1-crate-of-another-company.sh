#!/usr/bin/env bash
# The Rust crate gs1 drops the leading zeros of a returnable crate's number and escapes a hyphen, so its URI is no one else's.
#
# Libraries: crate gs1 0.1.8; for comparison PyPI epcpy 0.1.8, npm epc-tds 1.4.1.
# Expected: GS1's EPC Tag Data Standard, to which the crate's comments refer by section: company prefix and asset type have as
#   many digits in the URI as on the tag's partition says, with leading zeros; of the characters of a serial number only
#   " % & / < > ? # are escaped.
# Seen: the tag 3314257BF400050000000005 is urn:epc:id:grai:614141.20.5 instead of urn:epc:id:grai:0614141.00020.5, as the two
#   other libraries read it: a prefix of six digits, of another company. A serial 32a-b on an article's tag is 32a%2Db in
#   the URI. The URIs of SGTIN-96 and SSCC are right.
# Why it hurts: the URI is the key of EPCIS events. Crates and kegs that a Rust reader saw do not match those that were
#   sent out, the deposit is not paid back, and no check fails: the wrong URI is well formed. With hyphens in serial
#   numbers the same holds for articles.
# What to do: take company_prefix, asset_type and partition from the decoded value and write the URI yourself; compare by the
#   tag's hexadecimal text rather than by URI where readers of several makers meet.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
rust_with 'gs1 = "=0.1.8"'
node_with epc-tds@1.4.1
python_with epcpy==0.1.8
rust_script <<'RUST' || exit 1
use gs1::epc::decode_binary;

fn main() {
    let mut seen = Vec::new();
    for tag in ["3314257BF400050000000005", "3674257BF6B7A659B2C2B71000000000000000000000000000", "3074257BF7194E4000001A85"] {
        let bytes: Vec<u8> = (0..tag.len()).step_by(2).map(|i| u8::from_str_radix(&tag[i..i + 2], 16).unwrap()).collect();
        let uri = decode_binary(&bytes).unwrap().to_uri();
        println!("gs1 (Rust), {tag}: {uri}");
        seen.push(uri);
    }
    let expected = ["grai:614141.20.5", "sgtin:0614141.712345.32a%2Db", "sgtin:0614141.812345.6789"];
    if seen != expected.map(|end| format!("urn:epc:id:{end}")) {
        println!("changed: the crate writes other URIs");
        std::process::exit(1);
    }
}
RUST
node_script <<'JS' || exit 1
import epc from 'epc-tds'

const seen = ['3314257BF400050000000005', '3674257BF6B7A659B2C2B71000000000000000000000000000'].map((tag) => epc.valueOf(tag).toIdURI())
console.log('epc-tds:', seen.join(' '))
if (seen.join(' ') === 'urn:epc:id:grai:0614141.00020.5 urn:epc:id:sgtin:0614141.712345.32a-b') process.exit(0)
console.log('changed: epc-tds writes other URIs')
process.exit(1)
JS
python <<'PY'
import sys

import epcpy

seen = epcpy.hex_to_tag_encodable("3314257BF400050000000005").epc_uri
print("epcpy:", seen)
if seen == "urn:epc:id:grai:0614141.00020.5":
    sys.exit(0)
print("changed: epcpy writes another URI")
sys.exit(1)
PY
