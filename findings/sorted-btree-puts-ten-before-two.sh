#!/usr/bin/env bash
# sorted-btree sorts the key [price, sequence] as text: 10 comes before 9, and the tenth order before the second.
#
# Library: npm sorted-btree 2.1.0.
# Expected: its page lists arrays of numbers and strings among the keys that it supports without a comparator, beside
#   numbers, which it sorts as numbers.
# Seen: arrays are compared with <, which in JavaScript compares their texts. [10, 1] comes before [9, 1] and [1, 10]
#   before [1, 2]; a range from [9, 0] to [10, 99] is empty. ["DE,1", "x"] and ["DE", "1,x"] are one key, so the second
#   set() overwrites the first. (A comment in the source says that [1] equals ["1"].)
# Why it hurts: [price, sequence] or [priority, time] is the natural key for a queue of orders or a book of offers.
#   Tests with one digit are green; then order ten is served before order two, the cheapest offer is not the first, and
#   a range query that should find open orders finds none.
# What to do: give the constructor a comparator that compares element by element, or pad the numbers in a text key;
#   test with 9 and 10.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with sorted-btree@2.1.0
node_script <<'JS'
import sortedBTree from 'sorted-btree'

const BTree = sortedBTree.default
const book = new BTree([[[9, 1], 'first'], [[10, 1], 'second'], [[1, 2], 'third'], [[1, 10], 'fourth']])
const order = book.keysArray().map((key) => key.join('/')).join(' ')
const range = book.getRange([9, 0], [10, 99]).length
const numbers = new BTree([[9, 'first'], [10, 'second']]).keysArray().join(' ')
const merged = new BTree([[['DE,1', 'x'], 'first'], [['DE', '1,x'], 'second']]).size
console.log(`pairs: ${order}; from 9/0 to 10/99: ${range} keys; numbers: ${numbers}; two keys of texts: ${merged} entry`)
if (order === '1/10 1/2 10/1 9/1' && range === 0 && numbers === '9 10' && merged === 1) process.exit(0)
console.log('changed: arrays are sorted otherwise')
process.exit(1)
JS
