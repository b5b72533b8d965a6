#!/usr/bin/env bash
# The NumberParser of @internationalized/number reads a discount of 12.5 % as 13 %, and the German price 1,999.5 as 1.9995.
#
# Library: npm @internationalized/number 3.6.9 (the number fields of React Aria are built on it).
# Expected: parse gives the number that was typed, or NaN if the text is none in that language; so says its page.
# Seen: with style "percent" what was typed is rounded to whole percents, which is the default of formatting: 12.5% is 0.13 and 0.4%
#   is 0; with style "currency" $19.999 stays 19.999. Separators of groups are dropped wherever they stand: 1,5 is 15 in
#   English, 19.99 € is 1999 in German, and 1,999.5 there is 1.9995. 0x10 is 16. In de-AT 1.234,50 is NaN, with
#   style "currency" it is 1234.5.
# Why it hurts: a reduced rate or a discount of half a percent is another one once it was entered, and the field then shows what it
#   computes with, so nobody sees it; a price pasted from a list in English is a hundred times too high.
# What to do: set maximumFractionDigits for percents; take a text only if NumberFormatter.format of what was parsed gives it back.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @internationalized/number@3.6.9
node_script <<'JS'
import { NumberParser } from '@internationalized/number'

const percent = { style: 'percent' }, dollar = { style: 'currency', currency: 'USD' }, euro = { style: 'currency', currency: 'EUR' }
const texts = [['en-US', percent, '12.5%', 0.13], ['en-US', percent, '0.4%', 0], ['en-US', { ...percent, maximumFractionDigits: 1 }, '12.5%', 0.125],
  ['en-US', dollar, '$19.999', 19.999], ['en-US', {}, '1,5', 15], ['de-DE', euro, '19.99 €', 1999], ['de-DE', {}, '1,999.5', 1.9995],
  ['en-US', {}, '0x10', 16], ['de-AT', {}, '1.234,50', NaN], ['de-AT', euro, '€ 1.234,50', 1234.5]]
let same = true
for (const [language, options, text, expected] of texts) {
  const value = new NumberParser(language, options).parse(text)
  console.log(language, options.style ?? 'decimal', text, 'is', value)
  same &&= Object.is(value, expected)
}
if (same) process.exit(0)
console.log('changed: the texts are read in another way')
process.exit(1)
JS
