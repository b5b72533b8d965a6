#!/usr/bin/env bash
# sepa-xml sends a payment for a bank in Dublin or London to the Dutch bank whose code has the same four letters.
#
# Libraries: npm sepa-xml 0.6.0; for comparison PyPI schwifty 2026.10.1.
# Expected: ISO 9362: letters five and six of a BIC are the country of the bank; Irish and British IBANs have the bank's own four
#   letters where Dutch ones have them. Its page: the BIC of a transaction is optional, it is found by itself.
# Seen: it looks letters five to eight of the IBAN up in a list of Dutch banks, whatever the country: Citibank in Dublin becomes
#   CITINL2X, not CITIIE2X, Bank of America in Dublin BOFANLNX, Deutsche Bank in London DEUTNL2N. An IBAN in groups of four, as
#   on its page, gets no BIC.
# Why it hurts: the agent and the account contradict each other. Banks that take the IBAN alone hide it, others return the
#   refund days later with a fee, and it comes to a customer as "never paid". Dutch and German accounts, which one tries, pass.
# What to do: give the BIC of each transaction, or '' for none, and compare its country with the one of the IBAN.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with sepa-xml@0.6.0
python_with schwifty==2026.10.1
accounts="NL39RABO0300065264 IE58CITI99005112345678 IE43BOFA99006112345678 GB87DEUT40508112345678 DE40987654329876543210"
node_script $accounts <<'JS' || exit 1
import SepaXML from 'sepa-xml'

const file = new SepaXML()
file.setHeaderInfo({ messageId: 'M-1', initiator: 'Shop' })
file.setPaymentInfo({ id: 'P-1', method: 'TRF', senderName: 'Shop', senderIBAN: 'NL39RABO0300065264', bic: 'RABONL2U' })
const accounts = [...process.argv.slice(2), 'NL39 RABO 0300 0652 64']
accounts.forEach((iban, i) => file.addTransaction({ id: 'E-' + i, amount: 10, name: 'Customer', iban, description: 'refund' }))
file.compile((error, written) => {
  if (error) throw error
  const seen = written.split('<CdtTrfTxInf>').slice(1).map((part) => (part.match(/<BIC>(.*?)<\/BIC>/) ?? [])[1] ?? 'none')
  console.log('sepa-xml:', accounts.map((iban, i) => iban + ' ' + seen[i]).join(', '))
  if (seen.join() === 'RABONL2U,CITINL2X,BOFANLNX,DEUTNL2N,none,none') return
  console.log('changed: sepa-xml finds other banks')
  process.exit(1)
})
JS
python $accounts <<'PY'
import sys

from schwifty import IBAN

seen = [str(IBAN(iban, allow_invalid=True).bic)[:8] for iban in sys.argv[1:4]]
seen.append(str(IBAN(sys.argv[4]).bic)[:8])
print("schwifty:", *seen)
if seen == ["RABONL2U", "CITIIE2X", "BOFAIE3X", "DEUTGB2L"]:
    sys.exit(0)
print("changed: schwifty finds other banks")
sys.exit(1)
PY
