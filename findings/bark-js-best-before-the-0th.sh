#!/usr/bin/env bash
# bark-js reads a best before date of November as 2026-11-00, and reads lot A10B2 as B2 behind a time without minutes.
#
# Library: npm bark-js 1.2.1.
# Expected: GS1 General Specifications: in the dates of AI 11 to 17 a day of 00 means the last day of the month. AI 8008
#   is a date with hour, to which minutes and seconds may be added; FNC1 (sent as GS, 29) ends it before that.
# Seen: 17261100 is 2026-11-00, which is no date: a host's parser makes an invalid one of it, or 31 October. 8008 always
#   takes twelve characters, and GS and the next element with them: of "GS, 10, A10B2" (lot A10B2) lot B2 is left, of
#   lot A nothing, and lot L7 makes the whole label an error. With minutes and seconds all is well.
# Why it hurts: goods that keep for long carry dates by month only, so their stock has no expiry, or one that is a month
#   too early. Goods with a production time have another lot, which is what a recall looks for.
# What to do: turn day 00 into the last day of the month before the value goes anywhere; refuse an element whose raw
#   text has a GS inside.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with bark-js@1.2.1
node_script <<'JS'
import bark from 'bark-js'

const GS = '\x1d'
const article = '0104012345000009'
const read = (code) => {
  try {
    const elements = bark(article + code, { fnc: GS }).elements.slice(1)
    return elements.map(({ ai, value }) => `${ai}=${value.replaceAll(GS, '<GS>')}`).join(' ')
  } catch {
    return 'error'
  }
}
const expected = [
  ['1726113010L7', '17=2026-11-30 10=L7'],
  ['1726110010L7', '17=2026-11-00 10=L7'],
  [`8008261130121500${GS}10A10B2`, '8008=2026-11-30 12:15:00 10=A10B2'],
  [`800826113012${GS}10A10B2`, '8008=2026-11-30 12:<GS>1:0A 10=B2'],
  [`800826113012${GS}10A`, '8008=2026-11-30 12:<GS>1:0A'],
  [`800826113012${GS}10L7`, 'error']
]
let same = true
for (const [code, answer] of expected) {
  const seen = read(code)
  console.log(`${code.replaceAll(GS, '<GS>')}: ${seen}`)
  same &&= seen === answer
}
if (same) process.exit(0)
console.log('changed: the elements are others')
process.exit(1)
JS
