#!/usr/bin/env bash
# boleto.js reads a Brazilian payment slip that is due on 30 November 2026 as due on 10 April 2002.
#
# Libraries: npm boleto.js 1.1.4, @mrmgomes/boleto-utils 1.3.3, node-boleto 2.3.0 (which writes the slip).
# Expected: FEBRABAN's layout has four digits for the due date, days since 7 October 1997; 9999 was reached on 21 February 2025,
#   and the count went on with 1000 on 22 February 2025, as the banks had announced. 1646 is 30 November 2026 in a slip of today.
# Seen: node-boleto writes 1646. boleto.js adds 1646 days to 1997, and so the slip is overdue by 24 years; its check digit is right and
#   there is no error. @mrmgomes/boleto-utils gives both dates, 2002 under the name vencimento, which older code asks for.
# Why it hurts: an order that is paid by slip is held until the due date. Whoever takes it from these libraries cancels each such
#   order at once, or refuses the payment, though the amount and the number are right.
# What to do: read the factor yourself: of the dates 7 October 1997 + factor + a multiple of 9000 days take the one nearest to today;
#   take vencimentoComNovoFator2025 from boleto-utils; test with a slip of this year, not with the one in the documentation.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with boleto.js@1.1.4 @mrmgomes/boleto-utils@1.3.3 node-boleto@2.3.0
node_script <<'JS'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
globalThis.window = globalThis // boleto.js is built for a browser

const Slip = require('boleto.js')
const utils = require('@mrmgomes/boleto-utils')
const { Boleto } = require('node-boleto')

const due = new Date('2026-11-30T12:00:00Z')
const line = new Boleto({
  banco: 'santander', data_emissao: due, data_vencimento: due, valor: 1999, nosso_numero: '1234567', numero_documento: '1',
  cedente: 'Example', cedente_cnpj: '00000000000191', agencia: '3978', codigo_cedente: '6404154', carteira: '102'
}).linha_digitavel.replace(/\D/g, '')
const day = (date) => date.toISOString().slice(0, 10)
const slip = new Slip(line)
const both = utils.validarBoleto(line)
const seen = [line.slice(33, 37), day(slip.expirationDate()), slip.amount(), both.sucesso, day(both.vencimento),
  day(both.vencimentoComNovoFator2025)]
console.log(`factor ${seen[0]}; boleto.js: due ${seen[1]}, amount ${seen[2]}`)
console.log(`boleto-utils: valid ${seen[3]}, vencimento ${seen[4]}, with the new factor ${seen[5]}`)
if (seen.join() === '1646,2002-04-10,19.99,true,2002-04-10,2026-11-30') process.exit(0)
console.log('changed: the slip is due on other days')
process.exit(1)
JS
