#!/usr/bin/env bash
# nach2 writes six records into a batch, says six below the batch and three below the file.
#
# Libraries: npm nach2 0.5.1.
# Expected: Nacha Operating Rules, file format: the entry and addenda count of a file is the sum of those of its batches; the file
#   is filled up with 9s to a multiple of ten records, and the block count is a tenth of them; an addenda record ends with the
#   last seven digits of its entry's trace number. Its page shows entries with addenda; their
#   class has to be taken from its folder lib.
# Seen: each entry counts as one record in the file control, in the filling and in the blocks, whatever addenda it has: with three
#   entries of one addenda each the file says 3, has 13 records and one block. The addenda have no sequence number of their
#   entry, because entries are numbered when the file is written. Without addenda all is right.
# Why it hurts: payments to suppliers and refunds say in an addenda record which orders they are for. A bank refuses the whole
#   file on any of the three, in production for the first time, as many a test file has none.
# What to do: set traceNumber on each entry before its addenda are added, correct count, blocks and filling in the written text,
#   and check the sums of a file before it goes out.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with nach2@0.5.1
node_script <<'JS'
import nach from 'nach2'
import EntryAddenda from 'nach2/lib/entry-addenda/index.js'

const write = (withAddenda) => new Promise((resolve) => {
  const file = new nach.File({
    immediateDestination: '081000032', immediateOrigin: '123456789', immediateDestinationName: 'Bank', immediateOriginName: 'Shop',
    referenceCode: 'A1',
  })
  const batch = new nach.Batch({
    serviceClassCode: '220', companyName: 'Shop', standardEntryClassCode: 'CCD', companyIdentification: '123456789',
    companyEntryDescription: 'Invoices', companyDescriptiveDate: 'Nov 29', effectiveEntryDate: new Date(2026, 10, 30), originatingDFI: '081000032',
  })
  for (const order of ['4711', '4712', '4713']) {
    const entry = new nach.Entry({
      receivingDFI: '081000210', DFIAccount: '5654221', amount: '17.5', idNumber: order, individualName: 'Supplier', discretionaryData: 'A1',
      transactionCode: '22',
    })
    if (withAddenda) entry.addAddenda(new EntryAddenda({ paymentRelatedInformation: 'ORDER ' + order }))
    batch.addEntry(entry)
  }
  file.addBatch(batch)
  file.generateFile((text) => resolve(text.split(/\r?\n/)))
})
const facts = (records) => {
  const [batch, file] = ['8', '9'].map((type) => records.find((record) => record.startsWith(type)))
  return { batch: +batch.slice(4, 10), file: +file.slice(13, 21), blocks: +file.slice(7, 13), records: records.length }
}
const [plain, full] = [await write(false), await write(true)]
const links = full.filter((record) => record.startsWith('705')).map((record) => record.slice(87).trim())
console.log('without addenda:', facts(plain))
console.log('with addenda:', facts(full), 'entry of each addenda:', links)
if (Object.values(facts(plain)).join() === '3,3,1,10' && Object.values(facts(full)).join() === '6,3,1,13' && links.join() === ',,') process.exit(0)
console.log('changed: nach2 counts otherwise')
process.exit(1)
JS
