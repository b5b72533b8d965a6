#!/usr/bin/env bash
# Apache Avro for Python writes a price of 19.9 as 1.99 and one of 100 as 1.00.
#
# Libraries: PyPI avro 1.12.2 (Apache's own), fastavro 1.13.1.
# Expected: Avro's specification: a decimal is stored as its unscaled value at the scale of the schema; 19.9 at scale 2
#   is 1990, as fastavro writes it. A value with more decimals than the scale is refused, and avro does refuse 19.999.
# Seen: avro stores the digits of the Decimal as they stand and forgets its exponent: 19.9 is stored as 199 and read
#   back as 1.99, 5 as 0.05, 1E+2 as 0.01. Only values that are spelled with exactly as many decimals as the schema
#   has are right. The unit tests of a writer that spell all prices with two decimals are green.
# Why it hurts: Decimal("39.80") / 2 is 19.90, but normalize(), a database's numeric without trailing zeros, and a
#   whole amount are not: the order is written at a tenth or a hundredth of its price, no reader can see it, and the
#   files of years are wrong in some lines only.
# What to do: quantize every Decimal to the scale of the schema before it is written, or write with fastavro; add
#   Decimal("5") to the test values.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with avro==1.12.2 fastavro==1.13.1
python <<'PY'
import io
import json
import sys
from decimal import Decimal

import avro.io
import avro.schema
import fastavro

schema = {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}
parsed = avro.schema.parse(json.dumps(schema))


def there_and_back(write, value):
    buffer = io.BytesIO()
    write(buffer, value)
    buffer.seek(0)
    return fastavro.schemaless_reader(buffer, schema)

seen = {}
for text in ("19.99", "19.90", "19.9", "5", "1E+2"):
    value = Decimal(text)
    by_avro = there_and_back(lambda b, v: avro.io.DatumWriter(parsed).write(v, avro.io.BinaryEncoder(b)), value)
    by_fastavro = there_and_back(lambda b, v: fastavro.schemaless_writer(b, schema, v), value)
    seen[text] = str(by_avro)
    print(f"{text}: written by avro {by_avro}, by fastavro {by_fastavro}")
    if by_fastavro != value:
        print("changed: fastavro no longer keeps the value")
        sys.exit(1)
if seen == {"19.99": "19.99", "19.90": "19.90", "19.9": "1.99", "5": "0.05", "1E+2": "0.01"}:
    sys.exit(0)
print("changed: avro keeps the value, or refuses it")
sys.exit(1)
PY
