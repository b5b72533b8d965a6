#!/usr/bin/env bash
# @dintero/money reads -1234.50 kroner, which it wrote itself in Norwegian, as 1234.50 kroner.
#
# Library: npm @dintero/money 1.1.12 (with the Intl of the Node that is installed).
# Expected: fromLocaleString(money.toLocaleString(locale), currency, locale) is the money that it began with, or an
#   error; its page has both, with the locale of Norway as the example.
# Seen: Norwegian, Swedish and Finnish write the minus as U+2212, as CLDR has it. The reader drops every character that
#   it does not know, and with it that minus: -1234.50 comes back as 1234.50, without an error. German, French and
#   English, which write a hyphen-minus, come back as they were.
# Why it hurts: a refund that is shown in a form and read from it becomes a sale of the same amount; a sum over both is
#   twice the amount wrong. The library is one of a payment provider of Norway, and tests with positive amounts are
#   green.
# What to do: replace U+2212 by "-" before reading; carry amounts between programs as toString() has them, not as shown.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @dintero/money@1.1.12
node_script <<'JS'
import { Money } from '@dintero/money'

const seen = {}
for (const locale of ['nb-NO', 'no-NB', 'sv-SE', 'fi-FI', 'de-DE', 'fr-FR', 'en-GB']) {
  const shown = Money.of(-1234.5, 'NOK').toLocaleString(locale)
  seen[locale] = Money.fromLocaleString(shown, 'NOK', locale).toString()
  console.log(`${locale}: -1234.50 is shown as ${shown} and read as ${seen[locale]}`)
}
const read = Object.values(seen).join(' ')
if (read === '1234.50 1234.50 1234.50 1234.50 -1234.50 -1234.50 -1234.50') process.exit(0)
console.log('changed: the amounts read are others')
process.exit(1)
JS
