#!/usr/bin/env bash
# What zxing-cpp reads from a GS1 symbol is no GS1 message, and a symbol that is not GS1 gives the same text.
#
# Libraries: PyPI zxing-cpp 3.1.1 (with pillow 12.0.0), biip 5.2.0.
# Expected: the text of a GS1 DataMatrix is the message that was encoded, with the group separator after fields of
#   variable length, as scanners send it and parsers of GS1 messages take it.
# Seen: .text is the human-readable form by default (text_mode is HRI): "(01)...(10)AB12(17)260228". biip takes that
#   for nothing, neither GTIN nor message, and raises no error from parse(). An ordinary DataMatrix that holds those
#   characters, parentheses and all, gives the same .text; only content_type and symbology_identifier tell them apart.
# Why it hurts: goods receipt by camera: the lot and its expiry are silently missing, and stock without expiry is sold
#   last by FEFO, or never expires. Parsers that do take parentheses also take a hand-made label for a GS1 one, and a
#   lot that contains "(17)" moves the expiry.
# What to do: symbology_identifier + bytes is the message (or text_mode=TextMode.Plain); insist on content_type GS1.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with zxing-cpp==3.1.1 pillow==12.0.0 biip==5.2.0
python <<'PY'
import sys

import biip
import zxingcpp

TEXT = "(01)04006381333931(10)AB12(17)260228"


def read(**options):
    symbol = zxingcpp.create_barcode(TEXT, zxingcpp.BarcodeFormat.DataMatrix, **options)
    return zxingcpp.read_barcodes(symbol.to_image(scale=3))[0]


def message(text):
    found = biip.parse(text).gs1_message
    return found and {e.ai.ai: e.value for e in found.element_strings}

gs1, plain = read(gs1=True), read()
whole = message(gs1.symbology_identifier + gs1.bytes.decode())
for name, symbol in (("GS1 symbol", gs1), ("plain symbol", plain)):
    print(f"{name}: text {symbol.text!r}, identifier {symbol.symbology_identifier}, bytes {symbol.bytes}")
print("biip of the text:", message(gs1.text), "- of identifier and bytes:", whole)
if gs1.text == plain.text == TEXT and message(gs1.text) is None and whole == {"01": "04006381333931", "10": "AB12", "17": "260228"}:
    sys.exit(0)
print("changed: the text is the message, or biip takes the printed form")
sys.exit(1)
PY
