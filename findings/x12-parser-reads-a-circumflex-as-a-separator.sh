#!/usr/bin/env bash
# x12-parser finds a separator in the ê of a name, and takes an interchange for one segment if it comes in small pieces.
#
# Libraries: npm x12-parser 1.3.0; node-x12 1.7.1 for comparison.
# Expected: X12.5: each interchange says in its ISA which separators it uses, and several may follow each other. The
#   library's page: streams will do "as long as they are sending the data unmodified"; nothing on how they are cut.
# Seen: bytes are read as 7 bits unless an encoding is given: ü is "C<", and ê (C3 AA) is "C*", so N1*ST*La Fête*92*0815
#   has the name "La FC", the code list "te" and the code 92. With X12parser("utf8") that is right. If the first piece
#   ends before the 106 bytes of the ISA, no separator is known, and all that follows is one segment with a long name.
#   So is a second interchange that has other separators. No error is raised. node-x12, which takes a text, is right.
# Why it hurts: addresses shift by a place for some customers; from a socket or a decrypting stream whole files of orders
#   come out empty, in tests with files never; of a file of two partners only the first one's orders arrive.
# What to do: collect an interchange and decode it before you parse, one parser for each, and check that as many segments
#   and transactions came as SE, GE and IEA say.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with x12-parser@1.3.0 node-x12@1.7.1
node_script <<'JS'
import { Readable } from 'node:stream'

import nodeX12 from 'node-x12'
import { X12parser } from 'x12-parser'

function interchange(name, separator, end) {
  const blank = ' '.repeat(10)
  const partners = ['00', blank, '00', blank, 'ZZ', 'SENDER'.padEnd(15), 'ZZ', 'RECEIVER'.padEnd(15)]
  const segments = [['ISA', ...partners, '261128', '0900', 'U', '00401', '000000001', '0', 'T', '>'],
    ['GS', 'PO', 'S', 'R', '20261128', '0900', '1', 'X', '004010'], ['ST', '850', '0001'],
    ['N1', 'ST', name, '92', '0815'], ['SE', '3', '0001'], ['GE', '1', '1'], ['IEA', '1', '000000001']]
  return segments.map((segment) => segment.join(separator) + end).join('')
}

async function read(pieces, ...options) {
  const segments = []
  for await (const segment of Readable.from(pieces).pipe(new X12parser(...options))) segments.push(segment)
  return segments
}
const n1 = (segments) => segments.filter(({ name }) => name === 'N1').map((segment) => Object.values(segment).join('*'))

const text = interchange('La Fête', '*', '~'), bytes = Buffer.from(text)
const plain = n1(await read([bytes]))[0]
const utf8 = n1(await read([bytes], 'utf8'))[0]
const early = await read([bytes.subarray(0, 64), bytes.subarray(64)], 'utf8')
const two = await read([text + interchange('Second', '|', '\n')], 'utf8')
console.log(`plain: ${plain}; utf8: ${utf8}`)
console.log(`segments if cut after 64 bytes: ${early.length} of 7; of two interchanges: ${two.length} of 14`)
const transaction = new nodeX12.X12Parser(true).parse(text).functionalGroups[0].transactions[0]
const other = transaction.segments[0].elements.map(({ value }) => value).join('*')
console.log('node-x12:', other)
const wanted = 'ST*La Fête*92*0815'
if (plain === 'ST*La FC*te*92*0815*N1' && utf8 === `${wanted}*N1` && early.length === 1 && two.length === 8 &&
  n1(two).length === 1 && other === wanted) process.exit(0)
console.log('changed: letters, pieces or interchanges are read otherwise')
process.exit(1)
JS
