#!/usr/bin/env bash
# pycamt reads a receipt of 91.10 euros, for which a customer sent 100 dollars, as 100.00 euros paid out.
#
# Libraries: PyPI pycamt 1.1.1 (with lxml 6.1.1).
# Expected: ISO 20022, camt.053.001.02: Ntry/Amt and Ntry/CdtDbtInd say what was booked; TxDtls/AmtDtls/InstdAmt is the amount
#   that the debtor ordered, in his currency; TxDtls/Chrgs has an indicator of its own, that of the charge. Its page: it
#   extracts the transactions with their amounts for several versions of the standard.
# Seen: Amount and CreditDebitIndicator of a transaction are the first elements of that name at any depth in TxDtls, and they
#   go before the entry's own: 100.00 out of InstdAmt, with the entry's currency EUR, and DBIT out of the charge.
# Why it hurts: every receipt in a foreign currency, or with charges shown, is posted with the wrong sum, sign or currency: an
#   order is shipped that was not paid in full, or a paid one is chased. Domestic statements have neither element, so tests
#   with them pass.
# What to do: take amount and sign from the entry if it has one transaction; for a batch from TxDtls/Amt, or from
#   AmtDtls/TxAmt with its Ccy. Check that opening balance and entries come to the closing balance.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pycamt==1.1.1 lxml==6.1.1
python <<'PY'
import sys

from pycamt.parser import Camt053Parser

statement = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-11-28T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S-1</Id><CreDtTm>2026-11-28T20:00:00</CreDtTm><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>2026-11-27</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">91.10</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>2026-11-28</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">91.10</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-28</Dt></BookgDt>
<ValDt><Dt>2026-11-28</Dt></ValDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>ORDER-1</EndToEndId></Refs>{details}</TxDtls></NtryDtls></Ntry></Stmt>
</BkToCstmrStmt></Document>"""
amounts = '<AmtDtls><InstdAmt><Amt Ccy="USD">100.00</Amt></InstdAmt><TxAmt><Amt Ccy="EUR">91.10</Amt></TxAmt></AmtDtls>'
charges = '<Chrgs><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Chrgs>'
seen = []
for name, details in (("neither", ""), ("ordered amount", amounts), ("charge", charges), ("both", amounts + charges)):
    (read,) = Camt053Parser(statement.format(details=details)).get_transactions()
    seen.append((read["CreditDebitIndicator"], read["Amount"], read["Currency"]))
    print(f"a receipt of 91.10 EUR, with {name}:", *seen[-1])
if seen == [("CRDT", "91.10", "EUR"), ("CRDT", "100.00", "EUR"), ("DBIT", "1.00", "EUR"), ("DBIT", "100.00", "EUR")]:
    sys.exit(0)
print("changed: pycamt reads other amounts")
sys.exit(1)
PY
