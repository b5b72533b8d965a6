#!/usr/bin/env bash
# univocity-parsers drops each order whose number begins with #, as the numbers of a Shopify export do.
#
# Library: Maven com.univocity:univocity-parsers 2.9.1.
# Expected: RFC 4180 knows no comments: #1001 is the text of a field. Shopify's documentation of its export: Name is the order number
#   as it appears in the admin, for example #1001.
# Seen: a CsvParser with the settings it comes with leaves out each row that begins with #, with no error: parseAll() returns
#   two of four orders. A quoted "#1002" is read. Its own CsvWriter quotes such a text, so tests that write with it and read again show
#   nothing; other software has no reason to.
# Why it hurts: an export of a shop is read as empty, or, where a prefix was changed some day, as the orders of before that day, and
#   sums look plausible. Another file with the number in its second column is read in full.
# What to do: settings.getFormat().setComment('\0') before any file of others is read, and compare the number of rows with the
#   number of lines.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.univocity:univocity-parsers:2.9.1
java_script <<'JAVA'
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

public class Finding {
  static String rows(CsvParserSettings settings, String text) {
    List<String[]> rows = new CsvParser(settings).parseAll(new StringReader(text));
    return rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining(" "));
  }

  public static void main(String[] arguments) {
    String text = "Name,Total\n#1001,19.99\n\"#1002\",5.00\nEX1003,7.00\n#1004,9.95\n";
    String seen = rows(new CsvParserSettings(), text);
    var without = new CsvParserSettings();
    without.getFormat().setComment('\0');
    String all = rows(without, text);
    var out = new StringWriter();
    var writer = new CsvWriter(out, new CsvWriterSettings());
    writer.writeRow("#1001", "19.99");
    writer.close();
    String written = out.toString().trim();
    System.out.println("as it comes: " + seen);
    System.out.println("without comments: " + all);
    System.out.println("its writer: " + written + ", read again: " + rows(new CsvParserSettings(), written + "\n"));
    boolean same = seen.equals("Name,Total #1002,5.00 EX1003,7.00") &&
        all.equals("Name,Total #1001,19.99 #1002,5.00 EX1003,7.00 #1004,9.95");
    if (same) System.exit(0);
    System.out.println("changed: other rows are read");
    System.exit(1);
  }
}
JAVA
