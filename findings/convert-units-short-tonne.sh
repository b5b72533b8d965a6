#!/usr/bin/env bash
# convert-units takes 1 t for 907 kilograms, and mathjs a stone of one carat (ct) for ten kilograms.
#
# Libraries: npm convert-units 2.3.4, mathjs 15.2.0, js-quantities 1.8.0, convert 8.0.2.
# Expected: t is the tonne of 1000 kg (SI brochure, table 8); a carat is 0.2 g, written ct in the trade; a US
#   hundredweight is 45.359237 kg, an imperial one 50.80234544 kg.
# Seen: 1 t is 907.184 kg in convert-units (the short ton; its tonne is "mt"; its page lists both without saying which)
#   and 1000 kg in the other three. ct is 0.2 g in js-quantities and ten kilograms in mathjs, a hundredth of a tonne. gr
#   is a grain in mathjs and convert, 144 pieces in js-quantities. cwt is 45.359237 kg in mathjs, 50.8 kg in convert.
#   bbl is 159 litres in js-quantities, 117.3 in mathjs.
# Why it hurts: weights come as texts from catalogues, carriers and scales. A load of 24 t is planned as 21.8 t, over the
#   axle limit; a ring of 1.5 ct is billed as 15 kg of freight. No answer looks absurd to a program.
# What to do: accept a closed list of units, by UN/ECE Recommendation 20 code (TNE, STN, CTM, GRN, CWA, CWI), map each to
#   an exact factor of your own, refuse all others; test one known weight a code.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with convert-units@2.3.4 mathjs@15.2.0 js-quantities@1.8.0 convert@8.0.2
node_script <<'JS'
import { convert } from 'convert'
import convertUnits from 'convert-units'
import Qty from 'js-quantities'
import { unit } from 'mathjs'

const kilograms = (text) => unit(text).toNumber('kg')
const seen = {
  t: [convertUnits(1).from('t').to('kg'), kilograms('1 t'), Qty('1 t').to('kg').scalar, convert(1, 't').to('kg')],
  ct: [kilograms('1 ct'), Qty('1 ct').to('kg').scalar],
  gr: [kilograms('1 gr'), Qty('1 gr').isCompatible('each') && Qty('1 gr').to('each').scalar],
  cwt: [kilograms('1 cwt'), convert(1, 'cwt').to('kg')],
  bbl: [unit('1 bbl').toNumber('litre'), Qty('1 bbl').to('l').scalar],
}
for (const [name, values] of Object.entries(seen)) console.log(name, values.join(', '))
const near = (value, other) => Math.abs(value - other) < other / 1e4
const wanted = {
  t: [907.184, 1000, 1000, 1000], ct: [10, 2e-4], gr: [6.479891e-5, 144], cwt: [45.359237, 50.8],
  bbl: [117.348, 158.987],
}
const as = ([name, values]) => values.every((value, i) => near(seen[name][i], value))
if (Object.entries(wanted).every(as)) process.exit(0)
console.log('changed: the units are others')
process.exit(1)
JS
