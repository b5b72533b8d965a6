#!/usr/bin/env bash
# A GS1-128 label made from the printed form of its data is no GS1 message, and reading it back shows nothing wrong.
#
# Libraries: PyPI python-barcode 0.16.1 (with pillow 12.0.0), zxing-cpp 3.1.1, biip 5.2.0.
# Expected: parentheses belong to the print under the bars, never into them (GS1 General Specifications, section 4).
#   A maker of GS1-128 takes "(01)...(10)...(17)..." apart, as zxing-cpp and most others do, or refuses it. A check
#   that reads the label and compares the text with what was asked for finds faults.
# Seen: python-barcode puts FNC1 in front and then the parentheses into the bars as they are. zxing-cpp reads the symbol
#   as GS1 and gives the text "(01)04006381333931(10)AB(17)260228": the same as for a right label, since it prints
#   parentheses around the identifiers of those. The bytes are wrong, and biip finds no message in them.
# Why it hurts: the label station's self-test is green; every scanner at the next warehouse sends "(01)0400..." and the
#   lot with its expiry is keyed by hand, or the article is not found.
# What to do: give python-barcode the bare elements with the separator (chr(29)) behind those of variable length; compare
#   bytes, not text, and parse them.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with python-barcode==0.16.1 pillow==12.0.0 zxing-cpp==3.1.1 biip==5.2.0
python <<'PY'
import io
import sys

import barcode
import biip
import zxingcpp
from barcode.writer import ImageWriter
from PIL import Image

PRINTED = "(01)04006381333931(10)AB(17)260228"


def label(data):
    image = io.BytesIO()
    barcode.get("gs1_128", data, writer=ImageWriter()).write(image, {"write_text": False, "module_width": 0.4})
    symbol = zxingcpp.read_barcodes(Image.open(image))[0]
    message = biip.parse(symbol.symbology_identifier + symbol.bytes.decode()).gs1_message
    found = message and {e.ai.ai: e.value for e in message.element_strings}
    print(f"asked for {data!r}: {symbol.content_type}, text {symbol.text!r}, bytes {symbol.bytes}, message {found}")
    return symbol.text, found

wrong, right = label(PRINTED), label("0104006381333931" + "10AB" + chr(29) + "17260228")
if wrong == (PRINTED, None) and right == (PRINTED, {"01": "04006381333931", "10": "AB", "17": "260228"}):
    sys.exit(0)
print("changed: the label of the printed form is right or refused, or its text shows the difference")
sys.exit(1)
PY
