#!/usr/bin/env bash
# iso20022.js reads a bank's reversal as no reversal, 19.99 as 1998.9999999999998 cents and 1000 yen as 100000.
#
# Library: npm iso20022.js 0.0.15 (CashManagementEndOfDayReport, camt.053).
# Expected: camt.053 of ISO 20022: RvslInd "true" says that the entry takes back an earlier one; Ustrd is text; Amt has
#   as many decimals as ISO 4217 gives its currency (JPY 0, KWD 3). The library's page makes a payment of 10.00 dollars
#   of "amount: 1000", so an amount is a whole number of minor units, and an entry has "reversal: boolean".
# Seen: reversal is false for every entry: the XML parser has made true of "true", and the library compares it with the
#   text. An amount is multiplied by 100 as a double, whatever the currency: 19.99 euros are 1998.9999999999998,
#   1000 yen are 100000 and 12.345 dinars 1234.5. The remittance text 0012345678 is the number 12345678.
# Why it hurts: a payment that the bank took back (a chargeback, a returned debit) looks like an ordinary entry, so the
#   order stays paid. Cut to whole cents 19.99 is a cent short of what the order asks for; as a BigInt it raises. Yen
#   orders look paid a hundredfold, and an order number with leading zeros is not found.
# What to do: read Amt, RvslInd and references from the XML as text (fast-xml-parser with parseTagValue: false) and move
#   the decimal point in the text by the currency's digits; check opening balance plus entries against closing.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with iso20022.js@0.0.15
node_script <<'JS'
import { CashManagementEndOfDayReport } from 'iso20022.js'

const entry = (amount, currency, sign, reversal) => `<Ntry><Amt Ccy="${currency}">${amount}</Amt>` +
  `<CdtDbtInd>${sign}</CdtDbtInd><RvslInd>${reversal}</RvslInd><Sts>BOOK</Sts>` +
  '<BookgDt><Dt>2026-11-27</Dt></BookgDt><AcctSvcrRef>000123</AcctSvcrRef>' +
  '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>' +
  '<RmtInf><Ustrd>0012345678</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>'
const xml = '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">' +
  '<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-28T05:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>' +
  '<CreDtTm>2026-11-28T05:00:00+01:00</CreDtTm><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Svcr><FinInstnId>' +
  '<BIC>DEUTDEFF</BIC></FinInstnId></Svcr></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>' +
  '<Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-27</Dt></Dt></Bal>' +
  entry('19.99', 'EUR', 'CRDT', false) + entry('19.99', 'EUR', 'DBIT', true) + entry('1000', 'JPY', 'CRDT', false) +
  entry('12.345', 'KWD', 'CRDT', false) + '</Stmt></BkToCstmrStmt></Document>'
const { entries } = CashManagementEndOfDayReport.fromXML(xml).statements[0]
for (const { amount, currency, creditDebitIndicator, reversal, transactions } of entries) {
  const text = JSON.stringify(transactions[0].remittanceInformation)
  console.log(`${creditDebitIndicator} of ${amount} minor units ${currency}, reversal ${reversal}, text ${text}`)
}
const amounts = entries.map((entry) => entry.amount).join()
const expected = '1998.9999999999998,1998.9999999999998,100000,1234.5'
if (entries.every((entry) => entry.reversal === false) && amounts === expected &&
  entries[0].transactions[0].remittanceInformation === 12345678) process.exit(0)
console.log('changed: reversals, amounts or texts are read otherwise')
process.exit(1)
JS
