#!/usr/bin/env bash
# digital-link.js takes the lot A%2FB for another one than A/B, and writes lot L?1 as a valid link to lot L.
#
# Library: npm digital-link.js 1.4.3.
# Expected: GS1 Digital Link URI syntax: in a value of the path, characters that are reserved in URIs are
#   percent-encoded, so lot A/B is /10/A%2FB, and a reader decodes it. Lots and serial numbers may have / ? & % + (GS1's
#   character set 82).
# Seen: nothing is encoded and nothing decoded. From the valid link .../10/A%2FB the lot is "A%2FB". For lot A/B it
#   writes .../10/A/B, which it cannot read; for lot 50% one that it cannot read either; for lot L?1 it writes
#   .../10/L?1?17=..., calls that valid, and reads lot L and an attribute "1?17", so the expiry date is gone too. A
#   product's link with a serial extension of third parties (235), in the standard since 2019, is not valid.
# Why it hurts: the link on the package and the lot in the stock do not match, so a recall of lot A/B finds nothing, and
#   a label printed with lot L?1 puts goods into lot L without an expiry.
# What to do: encodeURIComponent() each value before it is set, decodeURIComponent() each one read; compare what is read
#   back with what was put in before a label is printed.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with digital-link.js@1.4.3
node_script <<'JS'
import library from 'digital-link.js'

const { DigitalLink } = library
const site = 'https://id.gs1.org'
const read = (uri) => {
  try {
    const link = DigitalLink(uri)
    const attributes = JSON.stringify(link.getAttributes())
    return `lot ${link.getKeyQualifiers()['10']}, attributes ${attributes}, valid ${link.isValid()}`
  } catch {
    return 'error'
  }
}
const write = (lot) => DigitalLink({
  domain: site, identifier: { '01': '04012345000009' }, keyQualifiers: { 10: lot }, attributes: { 17: '261231' }
}).toWebUriString()
const seen = {
  'read A%2FB': read(`${site}/01/04012345000009/10/A%2FB?17=261231`),
  'read third party': read(`${site}/01/09506000134352/235/ABC`).slice(-5)
}
for (const lot of ['L1', 'A/B', '50%', 'L?1']) seen[`write ${lot}`] = `${write(lot).slice(36)}: ${read(write(lot))}`
for (const [what, answer] of Object.entries(seen)) console.log(`${what}: ${answer}`)
const expected = {
  'read A%2FB': 'lot A%2FB, attributes {"17":"261231"}, valid true',
  'read third party': 'false',
  'write L1': '/10/L1?17=261231: lot L1, attributes {"17":"261231"}, valid true',
  'write A/B': '/10/A/B?17=261231: error',
  'write 50%': '/10/50%?17=261231: error',
  'write L?1': '/10/L?1?17=261231: lot L, attributes {"1?17":"261231"}, valid true'
}
if (JSON.stringify(seen) === JSON.stringify(expected)) process.exit(0)
console.log('changed: the links are others')
process.exit(1)
JS
