#!/usr/bin/env bash
# E.164 by libphonenumber makes two people one and one person two.
#
# Library: PyPI phonenumbers 9.0.43 (libphonenumber).
# Expected: E164 is described as INTERNATIONAL without the formatting, so what one tells apart the other does, and
#   spellings of one number that the library itself matches come out as one text.
# Seen: INTERNATIONAL keeps the extension, E164 drops it: "ext. 8" and "ext. 9" of a switchboard, which is_number_match
#   calls different numbers, are one text. And "+52 1 55 ..." (Mexican mobiles until 2019, still sent by messengers
#   and old address books) and "+52 55 ..." are two texts, though is_number_match gives a match; the first is invalid.
# Why it hurts: the text is what a phone token is hashed from, for caps per phone and velocity rules. A company's staff
#   share one allowance and get each other blocked; a Mexican buyer has two allowances.
# What to do: hash the number and its extension; fold the retired Mexican form (+521 and ten digits) before; say what a
#   phone cap means for shared lines.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with phonenumbers==9.0.43
python <<'PY'
import sys

import phonenumbers as phone

FORMS = phone.PhoneNumberFormat


def shown(text, form):
    return phone.format_number(phone.parse(text), form)

results = []
for one, other in (("+1 415 555 2671 ext. 8", "+1 415 555 2671 ext. 9"), ("+52 1 55 1234 5678", "+52 55 1234 5678")):
    match = phone.MatchType.to_string(phone.is_number_match(one, other))
    results.append((shown(one, FORMS.E164) == shown(other, FORMS.E164), match))
    for text in (one, other):
        print(f"{text}: E164 {shown(text, FORMS.E164)}, INTERNATIONAL {shown(text, FORMS.INTERNATIONAL)}, "
              f"valid {phone.is_valid_number(phone.parse(text))}")
    print("  is_number_match:", match)
if results == [(True, "NO_MATCH"), (False, "SHORT_NSN_MATCH")]:
    sys.exit(0)
print("changed: E164 keeps extensions, or the Mexican forms are one")
sys.exit(1)
PY
