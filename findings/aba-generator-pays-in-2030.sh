#!/usr/bin/env bash
# aba-generator dates a file of payments for 30 November 2026, made at 09:30, on 1 January 2030.
#
# Libraries: npm aba-generator 2.1.0.
# Expected: its documentation: header.date is a Date, number or text DDMMYY, the date to be processed; header.time a Date, number
#   or text HHmm, which the specification ignores. The date that is written is the one given.
# Seen: if both are given, the date is taken from the time: the text 0930 is the year 930 to JavaScript, so 010130 is written,
#   which a bank reads as 1 January 2030, and 1200 gives 010100. If both are Dates, the day of the time is the day of payment.
#   A date that is a text of six digits, or no time, is right.
# Why it hurts: refunds and suppliers' payments are either refused as too far ahead, or wait three years as future payments. Who
#   adds the time for the log's sake sees a correct line length and right totals.
# What to do: give the date as text DDMMYY and leave the time out; read the record back and compare before it is sent.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with aba-generator@2.1.0
TZ=UTC node_script <<'JS'
import ABA from 'aba-generator'

const payment = {
  bsb: '062-692', transactionCode: ABA.PAY, account: '43211234', amount: 19.99, accountTitle: 'Customer', reference: 'ORDER-1',
  traceBsb: '062-692', traceAccount: '43211235', remitter: 'Shop',
}
const dated = (options) => {
  const aba = new ABA({ header: { bank: 'CBA', user: 'Shop', userNumber: 301500, description: 'Refunds', ...options } })
  const [header] = aba.generate([payment]).split('\r\n')
  return header.slice(74, 80)
}
const day = new Date(2026, 10, 30)
const seen = [{ date: day }, { date: '301126', time: '0930' }, { date: day, time: '0930' }, { date: day, time: '1200' }, { date: day, time: new Date(2026, 10, 29, 18) }]
  .map((options) => dated(options))
console.log('30 November 2026:', seen[0] + ', as text at 0930:', seen[1] + ', at 0930:', seen[2] + ', at 1200:', seen[3] + ', with a Date of the day before:', seen[4])
if (seen.join() === '301126,301126,010130,010100,291126') process.exit(0)
console.log('changed: aba-generator writes other dates')
process.exit(1)
JS
