#!/usr/bin/env bash
# camt053 names ourselves as the counterparty of each payment that we make, and bankstatementparser names nobody.
#
# Libraries: PyPI camt053 0.0.23, bankstatementparser 0.0.29.
# Expected: ISO 20022, camt.053.001.08: an entry that is DBIT was paid by the account's owner, so RltdPties/Cdtr is the other
#   party; since version 04 the name of a party is Dbtr/Pty/Nm. camt053 gives a counterparty_name and a counterparty_account,
#   bankstatementparser (which lists camt.053 and takes the .08 namespace) a Debtor and a Creditor.
# Seen: camt053 takes the debtor if there is one, whatever the sign: a payment to a supplier has our own name and IBAN as the
#   counterparty's. A receipt is right. bankstatementparser looks for Dbtr/Nm, as up to version 03, and finds empty names in
#   version 08, eager and streamed.
# Why it hurts: banks write both parties. A supplier's payment or a refund never matches its open item, rules such as "returned
#   to the account that paid" compare an account with itself, and screening of names sees one customer: oneself, or "".
# What to do: choose Cdtr for DBIT and Dbtr for CRDT oneself, the other way round if RvslInd is true; take Pty/Nm first and Nm
#   if there is none. Fail if the counterparty's account is the statement's.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with camt053==0.0.23 bankstatementparser==0.0.29
python <<'PY'
import sys

from bankstatementparser import CamtParser
from camt053.parse.statement_parser import parse_document

OURS, THEIRS = ("Our Shop", "DE02120300000000202051"), ("Supplier BV", "NL91ABNA0417164300")


def party(role, name, iban):
    return f"<{role}><Pty><Nm>{name}</Nm></Pty></{role}><{role}Acct><Id><IBAN>{iban}</IBAN></Id></{role}Acct>"


def entry(sign, debtor, creditor):
    return f"""<Ntry><Amt Ccy="EUR">91.10</Amt><CdtDbtInd>{sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-11-28</Dt></BookgDt><ValDt><Dt>2026-11-28</Dt></ValDt><BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs><Amt Ccy="EUR">91.10</Amt><CdtDbtInd>{sign}</CdtDbtInd>
<RltdPties>{party("Dbtr", *debtor)}{party("Cdtr", *creditor)}</RltdPties></TxDtls></NtryDtls></Ntry>"""


def balance(code, day):
    return f"""<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>{day}</Dt></Dt></Bal>"""


statement = f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-11-28T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S-1</Id><CreDtTm>2026-11-28T20:00:00</CreDtTm><Acct><Id><IBAN>{OURS[1]}</IBAN></Id><Ccy>EUR</Ccy></Acct>
{balance("OPBD", "2026-11-27")}{balance("CLBD", "2026-11-28")}{entry("DBIT", OURS, THEIRS)}{entry("CRDT", THEIRS, OURS)}</Stmt>
</BkToCstmrStmt></Document>"""
paid, received = ((e.details[0].counterparty_name, e.details[0].counterparty_account) for e in parse_document(statement).all_entries())
print("camt053, paid to Supplier BV: counterparty", *paid)
print("camt053, received from Supplier BV: counterparty", *received)
with open("statement.xml", "w") as file:
    file.write(statement)
parser = CamtParser("statement.xml")
names = [(row["Debtor"], row["Creditor"]) for row in parser.parse().to_dict("records") + list(parser.parse_streaming())]
print("bankstatementparser, debtors and creditors:", names)
if (paid, received) == (OURS, THEIRS) and names == [("", "")] * 4:
    sys.exit(0)
print("changed: other parties are named")
sys.exit(1)
PY
