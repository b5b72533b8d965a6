#!/usr/bin/env bash
# @platformatic/kafka sends half of all order keys to another partition than Java, kafkajs and kafka-python do.
#
# Libraries: npm @platformatic/kafka 1.35.0; for comparison kafkajs 2.2.4; PyPI kafka-python 3.0.12.
# Expected: Kafka's own producer takes murmur2 of the key without its sign bit, modulo the number of partitions; a client whose
#   default is murmur2 puts a key where Java puts it.
# Seen: the default of @platformatic/kafka keeps the sign bit. With 12 partitions every key whose hash is negative, one half of
#   all, lands elsewhere; with 2^n partitions none does, which is what one tries. compatibilityPartitioner is the one of Java.
# Why it hurts: an order's commands must meet in one partition. When one of several services moves to this client, the cancellation
#   of every second order overtakes its placing in another partition, and a stream joined by key loses rows.
# What to do: give partitioner: compatibilityPartitioner, and pin the partitions of ten keys, out of 12, in the tests of each
#   service.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @platformatic/kafka@1.35.0 kafkajs@2.2.4
python_with kafka-python==3.0.12
node_script <<'JS' || exit 1
import { readFileSync, writeFileSync } from 'node:fs'
import { compatibilityPartitioner, defaultPartitioner } from '@platformatic/kafka'
import kafkajs from 'kafkajs'

const keys = Array.from({ length: 1000 }, (_, i) => String(1001 + i))
const java = kafkajs.Partitioners.DefaultPartitioner()
const differ = (partitioner, count) => {
  const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({ partitionId, leader: 1 }))
  const place = (key) => java({ topic: 'orders', partitionMetadata, message: { key } })
  if (count === 12) writeFileSync('kafkajs.json', JSON.stringify(keys.map(place)))
  return keys.filter((key) => partitioner(undefined, Buffer.from(key)) % count !== place(key)).length
}
const seen = [differ(defaultPartitioner, 12), differ(defaultPartitioner, 16), differ(compatibilityPartitioner, 12)]
console.log(`of 1000 keys elsewhere than in kafkajs: with 12 partitions ${seen[0]}, with 16 ${seen[1]}, compatibilityPartitioner ${seen[2]}`)
const first = JSON.parse(readFileSync('kafkajs.json', 'utf8')).slice(0, 4)
console.log('kafkajs:', first.join(' '), '- @platformatic/kafka:',
  keys.slice(0, 4).map((key) => defaultPartitioner(undefined, Buffer.from(key)) % 12).join(' '))
if (seen[0] > 450 && seen[0] < 550 && seen[1] === 0 && seen[2] === 0) process.exit(0)
console.log('changed: the partitions are others')
process.exit(1)
JS
python <<'PY'
import json
import sys

from kafka.partitioner import DefaultPartitioner


class Cluster:
    topics = staticmethod(lambda: {"orders"})
    partitions_for_topic = available_partitions_for_topic = staticmethod(lambda topic: set(range(12)))


keys = [str(1001 + i).encode() for i in range(1000)]
seen = [DefaultPartitioner().partition("orders", key, key, None, None, Cluster) for key in keys]
print("kafka-python:", *seen[:4])
if seen == json.load(open("kafkajs.json")):
    sys.exit(0)
print("changed: kafka-python takes other partitions than kafkajs")
sys.exit(1)
PY
