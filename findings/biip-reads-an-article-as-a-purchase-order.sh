#!/usr/bin/env bash
# biip finds a customer's purchase order number in the barcode of a German article.
#
# Library: PyPI biip 5.2.0.
# Expected: 13 digits with a right check digit are a GTIN-13. Application identifiers (GS1 General Specifications,
#   section 3) occur only in symbols that say so by FNC1; a plain EAN-13 carries none.
# Seen: without a symbology identifier every parser is tried, as the documentation says, and more than one succeeds:
#   4006381333931 is a GTIN and at the same time a GS1 message with AI 400 ("customer's purchase order number")
#   6381333931. German GTINs begin with 400 to 440. 96385074, an EAN-8, carries AI 96.
# Why it hurts: code that asks first "is there a GS1 message, then take lot, expiry, order number from it" books
#   German articles onto purchase orders that nobody placed, or misses the article; with articles of other countries
#   it is right. Most keyboard scanners send no symbology identifier unless they are told to.
# What to do: have the scanner send it ("]E0", "]C1", "]d2"): biip then tries only what fits; or look at gtin first and
#   believe a message only if it has the AIs that you expect.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with biip==5.2.0
python <<'PY'
import sys

import biip


def read(text):
    result = biip.parse(text)
    message = result.gs1_message and {e.ai.ai: e.value for e in result.gs1_message.element_strings}
    print(f"{text}: GTIN {result.gtin and result.gtin.value}, message {message}")
    return message

bare, short, said = read("4006381333931"), read("96385074"), read("]E04006381333931")
if bare == {"400": "6381333931"} and short == {"96": "385074"} and said is None:
    sys.exit(0)
print("changed: an article's number is no longer a message too")
sys.exit(1)
PY
