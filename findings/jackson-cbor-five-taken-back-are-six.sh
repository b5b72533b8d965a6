#!/usr/bin/env bash
# A BigInteger of -5 that Jackson 2 writes as CBOR is -6 in Jackson 3, in Python and in JavaScript.
#
# Libraries: Maven com.fasterxml.jackson.dataformat:jackson-dataformat-cbor 2.23.0, tools.jackson.dataformat:jackson-dataformat-cbor
#   3.3.0; PyPI cbor2 6.3.0; npm cbor-x 1.6.9.
# Expected: RFC 8949, 3.4.3: tag 3 with the bytes n is the number -1 - n.
# Seen: Jackson 2 writes the absolute value as n for each negative BigInteger, however small, and for a BigDecimal whose digits
#   need more than 64 bits: -5 is read as -6 by Jackson 3, cbor2 and cbor-x, and what they write below -2^63 Jackson 2 reads one
#   too high. A feature that is off by default, ENCODE_USING_STANDARD_NEGATIVE_BIGINT_ENCODING (DECODE_ to read), mends it;
#   Jackson 3 has it on. Jackson 2 reads its own bytes back as they were, ints, longs and small BigDecimals are right.
# Why it hurts: refunds and corrections are the negative amounts, and an entity whose field is a BigInteger shows no error: each of
#   them is a unit larger elsewhere, and in the same service once it has changed to Jackson 3 and reads its old events.
# What to do: switch both features of Jackson 2 on before the first byte is kept; convert old files with Jackson 2 itself; have a
#   negative BigInteger among the values of each round trip between two languages.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.fasterxml.jackson.dataformat:jackson-dataformat-cbor:2.23.0 tools.jackson.dataformat:jackson-dataformat-cbor:3.3.0
python_with cbor2==6.3.0
node_with cbor-x@1.6.9
java_script <<'JAVA' || exit 1
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.dataformat.cbor.CBORMapper;

public class Finding {
  static byte[] write(CBORFactory factory, BigInteger amount) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var generator = factory.createGenerator(bytes)) {
      generator.writeNumber(amount);
    }
    return bytes.toByteArray();
  }

  public static void main(String[] arguments) throws Exception {
    var plain = new CBORFactory();
    var standard = CBORFactory.builder().enable(CBORGenerator.Feature.ENCODE_USING_STANDARD_NEGATIVE_BIGINT_ENCODING).build();
    var third = new CBORMapper();
    var seen = new ArrayList<String>();
    for (var amount : List.of("5", "-5", "-9223372036854775809")) {
      var value = new BigInteger(amount);
      seen.add(third.readValue(write(plain, value), BigInteger.class) + " " + third.readValue(write(standard, value), BigInteger.class));
      System.out.println(amount + " of Jackson 2 is in Jackson 3, plain and with the feature: " + seen.get(seen.size() - 1));
    }
    var bytes = new ByteArrayOutputStream();
    try (var generator = plain.createGenerator(bytes)) {
      generator.writeNumber(new BigDecimal("-92233720368547758.09"));
    }
    seen.add(third.readValue(bytes.toByteArray(), BigDecimal.class).toString());
    var parser = plain.createParser(third.writeValueAsBytes(new BigInteger("-9223372036854775809")));
    parser.nextToken();
    seen.add(parser.getBigIntegerValue().toString());
    System.out.println("-92233720368547758.09 of Jackson 2: " + seen.get(3) + " - -9223372036854775809 of Jackson 3: " + seen.get(4));
    Files.writeString(Path.of("plain.hex"), HexFormat.of().formatHex(write(plain, new BigInteger("-5"))));
    if (seen.equals(List.of("5 5", "-6 -5", "-9223372036854775810 -9223372036854775809", "-92233720368547758.10",
        "-9223372036854775808"))) return;
    System.out.println("changed: the amounts are read in another way");
    System.exit(1);
  }
}
JAVA
node_script <<'JS' || exit 1
import { readFileSync } from 'node:fs'
import { decode } from 'cbor-x'

const amount = decode(Buffer.from(readFileSync('plain.hex', 'utf8'), 'hex'))
console.log('cbor-x:', String(amount))
if (Number(amount) === -6) process.exit(0)
console.log('changed: cbor-x reads another amount')
process.exit(1)
JS
python <<'PY'
import sys

import cbor2

amount = cbor2.loads(bytes.fromhex(open("plain.hex").read()))
print("cbor2:", amount)
if amount == -6:
    sys.exit(0)
print("changed: cbor2 reads another amount")
sys.exit(1)
PY
