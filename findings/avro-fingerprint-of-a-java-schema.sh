#!/usr/bin/env bash
# The fingerprint of a schema that Java wrote is another one in Apache Avro for Python than elsewhere.
#
# Libraries: PyPI avro 1.12.2 (Apache's own), fastavro 1.13.1; npm avsc 5.7.9.
# Expected: Avro's specification, Parsing Canonical Form: primitive types are brought to their simple form and all
#   attributes that parsing does not need are stripped, so {"type": "string", "avro.java.string": "String"} becomes
#   "string"; the fingerprint of that form names the schema in every language.
# Seen: fastavro and avsc give "string". avro strips the attribute, keeps the object, and fingerprints
#   {"type": "string"}: the CRC-64-AVRO and the MD5 of the schema are others. A schema without such attributes has one
#   fingerprint in all three.
# Why it hurts: the Java compiler of Avro adds avro.java.string to every string of a generated schema. Single-object
#   encoding puts the fingerprint before each message, and caches of schemas are looked up by it: the order events of
#   a Java service have a schema that a Python consumer "does not know", though it holds the very same file.
# What to do: compute fingerprints in one place and hand them out; have a schema with an attribute on a primitive
#   type among the shared test values.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with avro==1.12.2 fastavro==1.13.1
node_with avsc@5.7.9
cat >"$place/schemas.json" <<'JSON'
[{"type": "record", "name": "Order", "fields": [{"name": "sku", "type": "string"}]},
 {"type": "record", "name": "Order", "fields": [{"name": "sku", "type": {"type": "string", "avro.java.string": "String"}}]}]
JSON
node_script schemas.json >"$place/avsc" <<'JS'
import { readFileSync } from 'node:fs'
import avsc from 'avsc'

for (const schema of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  console.log(avsc.Type.forSchema(schema).fingerprint('md5').toString('hex'))
}
JS
python <<'PY'
import json
import sys

import avro.schema
import fastavro.schema

with open("avsc") as file:
    by_avsc = file.read().split()
with open("schemas.json") as file:
    schemas = json.load(file)
agree = []
for name, schema, avsc in zip(("plain", "from Java"), schemas, by_avsc):
    parsed = avro.schema.parse(json.dumps(schema))
    canonical = fastavro.schema.to_parsing_canonical_form(schema)
    md5 = fastavro.schema.fingerprint(canonical, "MD5")
    print(f"{name}: avsc {avsc}, fastavro {md5}, avro {parsed.fingerprint('md5').hex()} of {parsed.canonical_form}")
    agree.append((md5 == avsc, parsed.fingerprint("md5").hex() == avsc))
if agree == [(True, True), (True, False)]:
    sys.exit(0)
print("changed: the three agree, or fastavro and avsc no longer do")
sys.exit(1)
PY
