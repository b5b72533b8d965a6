#!/usr/bin/env bash
# A heap of heap-js that is limited to three keeps 1, 2 and 4 of five numbers.
#
# Library: npm heap-js 2.7.1.
# Expected: a priority queue with a limit keeps the elements of the highest priority; that is what a limit is taken for.
# Seen: what stands last in the heap's array is dropped, a leaf, but not the worst one. Pushed as 5, 4, 3, 2, 1 the heap
#   keeps 1, 2, 4; pushed as 1, 2, 3, 4, 5 it keeps 1, 2, 3. top(3) of a heap without a limit is right. (The setter's
#   comment says that leafs are removed; ignlg/heap-js issue 656 asks since January 2024 what the limit is for.)
# Why it hurts: "the hundred oldest back orders", "the ten riskiest orders for review" are kept in such a heap so that
#   it does not grow. Which of them are in it depends on the order of arrival, and a test with sorted input is green.
# What to do: turn the comparison round, push, and pop while the length is above the limit; the root is then the worst
#   one and goes first.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with heap-js@2.7.1
node_script <<'JS'
import heapJs from 'heap-js'

const kept = (numbers) => {
  const heap = new heapJs.Heap(heapJs.Heap.minComparator)
  heap.limit = 3
  for (const number of numbers) heap.push(number)
  return heap.toArray().sort().join(' ')
}
const whole = new heapJs.Heap(heapJs.Heap.minComparator)
for (const number of [5, 4, 3, 2, 1]) whole.push(number)
const turned = new heapJs.Heap(heapJs.Heap.maxComparator)
for (const number of [5, 4, 3, 2, 1]) {
  turned.push(number)
  while (turned.length > 3) turned.pop()
}
const seen = [kept([5, 4, 3, 2, 1]), kept([1, 2, 3, 4, 5]), whole.top(3).sort().join(' '), turned.toArray().sort().join(' ')]
console.log(`limit 3, falling: ${seen[0]}; rising: ${seen[1]}; top(3): ${seen[2]}; turned round and popped: ${seen[3]}`)
if (seen.join() === '1 2 4,1 2 3,1 2 3,1 2 3') process.exit(0)
console.log('changed: the limit keeps others')
process.exit(1)
JS
